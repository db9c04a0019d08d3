import { addDays, formatDay, formatHour, type Locale, localDay, localTime, type ProblemReason } from '@portee/shared';
import { afterFailure } from '../ingest/retry-policy.js';
import { NetworkError, type NetworkErrorReason } from '../networks/core/network-error.js';
import { networkName } from '../networks/registry.js';
import { DomainError, type ProblemValues } from '../operations/domain-error.js';

const MINUTE_MS = 60_000;

export type ConnectionReason = Extract<ProblemReason, `network-${string}` | `connection-${string}`>;

/** Why a channel could not be connected. */
export class ConnectionError extends DomainError<ConnectionReason> {}

const reasonOf: Record<NetworkErrorReason, ConnectionReason> = {
  'access-revoked': 'network-access-refused',
  'access-expired': 'network-access-refused',
  'permission-missing': 'network-permission-missing',
  'not-found': 'network-not-found',
  'rate-limited': 'network-limited',
  'unavailable': 'network-unavailable',
  'unexpected-answer': 'network-unexpected-answer',
  'version-retired': 'network-unexpected-answer',
  'address-refused': 'network-address-refused',
};

/** Where something may go wrong, and to whom it is told. */
export interface Telling {
  network: string;
  locale: Locale;
  timeZone: string;
  /** The channel that is tried; absent: it is not about one. */
  channel?: string;
}

/** What a network's error means to whoever connects. Any other error is handed back as it is. */
export function toConnectionError(error: unknown, telling: Telling & { now: Date }): unknown {
  if (!(error instanceof NetworkError)) return error;
  const after = afterFailure(error.reason, { failures: 0, now: telling.now, error });
  const values = { network: sayWhere(telling), ...(after.kind === 'wait' ? sayUntil(after.until, telling) : {}) };
  return new ConnectionError(reasonOf[error.reason], values, { cause: error });
}

/** The day, and the minute that an instant lies in or before: whoever keeps to it is not too early. */
function sayUntil(until: Date, { now, timeZone, locale }: Telling & { now: Date }): ProblemValues {
  const minute = new Date(Math.ceil(until.getTime() / MINUTE_MS) * MINUTE_MS);
  const [day, today] = [localDay(minute, timeZone), localDay(now, timeZone)];
  const told = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : formatDay(day, locale, 'without-year');
  return { day: told, time: formatHour(localTime(minute, timeZone), locale) };
}

/** "PeerTube", or "PeerTube (Centre culturel)". */
export function sayWhere({ network, locale, channel }: Omit<Telling, 'timeZone'>): ProblemValues[string] {
  const label = networkName(network, locale);
  return channel === undefined ? label : `${label} (${channel})`;
}
