import { localDay } from '@portee/shared';
import type { ChannelChoice } from '../networks/core/connect-flow.js';
import type { NetworkApplication, NetworkConnector } from '../networks/core/network-connector.js';

/** A few days are enough to see whether the door opens. */
const TRIED_DAYS_MS = 3 * 86_400_000;

/** What a choice is tried with. */
export interface Trial {
  application: NetworkApplication | null;
  timeZone: string;
  now: Date;
}

/** Reads the first page of a channel and writes nothing. @throws NetworkError where the channel could not be collected either */
export async function tryChannel(connector: NetworkConnector, choice: ChannelChoice, { application, timeZone, now }: Trial): Promise<void> {
  const { externalId, settings, secret } = choice;
  const access = { externalId, timeZone, settings, secret, application, memory: null };
  const pages = connector.readChannel(access, { sinceDay: localDay(new Date(now.getTime() - TRIED_DAYS_MS), timeZone), cursor: null });
  try {
    await pages.next();
  } finally {
    await pages.return(undefined);
  }
}
