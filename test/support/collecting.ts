import { v7 as newId } from 'uuid';
import { connectChannel } from '../../apps/api/src/channels/connect-channel.js';
import { readCollections, readRuns } from '../../apps/api/src/ingest/collections.query.js';
import type { AccessSecret } from '../../apps/api/src/networks/core/network-connector.js';
import { makeCollector } from './collector.js';
import { TEST_SECRET_KEY } from './database.js';
import { addChannel, type TestLedger } from './ledger.js';

/** A clock that a test moves. */
export interface PlayedClock {
  at: Date;
  now: () => Date;
  /** Goes on by so many hours. */
  pass: (hours: number) => void;
}

export function playedClock(start: string): PlayedClock {
  const clock: PlayedClock = { at: new Date(start), now: () => clock.at, pass: (hours) => { clock.at = new Date(clock.at.getTime() + hours * 3_600_000); } };
  return clock;
}

/** What a worker is, without its queue; several may be opened over one ledger. */
export function openCollector(ledger: Pick<TestLedger, 'transaction'>, now: () => Date, networkUrls: Record<string, string> = {}) {
  return makeCollector({ transaction: ledger.transaction, secretKey: TEST_SECRET_KEY, now, networkUrls });
}

export interface ConnectedChannel {
  organisationId: string;
  channelId: string;
}

export interface Connecting {
  network: string;
  externalId: string;
  /** Of its server, where its network has several. */
  address?: string;
  secret?: AccessSecret;
  now: Date;
}

/** A channel of an organisation, open to collection. */
export function connect(ledger: Pick<TestLedger, 'transaction'>, organisation: { id: string; timeZone: string }, { network, externalId, address, secret, now }: Connecting): Promise<ConnectedChannel> {
  const { credentials } = openCollector(ledger, () => now);
  return ledger.transaction.run(organisation.id, async (manager) => {
    const { id: channelId } = await addChannel(manager, organisation, network);
    const key = { organisationId: organisation.id, channelId };
    await connectChannel(manager, { key, connection: { externalId, settings: address === undefined ? {} : { address }, secret: secret ?? null, now } }, credentials);
    return key;
  });
}

/** How a channel is doing, and its last collections. */
export async function lookAt(ledger: Pick<TestLedger, 'transaction'>, { organisationId, channelId }: ConnectedChannel, now: Date) {
  return ledger.transaction.run(organisationId, async (manager) => {
    const [collection] = await readCollections(manager, { organisationId, channelId }, now);
    return { collection, runs: await readRuns(manager, { organisationId, channelId }, 50) };
  });
}

/** Every reading of a channel's posts, without identifiers that chance made. */
export function readingsOf(ledger: Pick<TestLedger, 'transaction'>, { organisationId, channelId }: ConnectedChannel): Promise<{ post: string; at: Date; likes: number | null; comments: number | null; shares: number | null; views: number | null }[]> {
  return ledger.transaction.run(organisationId, (manager) =>
    manager.query(
      `SELECT p.external_id AS post, s.observed_at AS at, s.likes, s.comments, s.shares, s.views FROM post p JOIN post_snapshot s ON s.organisation_id = p.organisation_id AND s.post_id = p.id
       WHERE p.organisation_id = $1 AND p.channel_id = $2 ORDER BY p.published_at, p.external_id, s.observed_at`,
      [organisationId, channelId],
    ),
  );
}

/** An organisation's name that no other has. */
export function anyName(): string {
  return `centre-${newId()}`;
}
