import type { NetworkDescriptor } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Channel } from '../channels/channel.entity.js';
import type { ChannelKey } from '../channels/credentials.js';
import type { Cursor, JsonValue } from '../networks/core/network-connector.js';
import { networkOf } from '../networks/registry.js';
import { holdLedger } from '../posts/hold-ledger.js';
import { readKnownPosts } from '../posts/known-posts.query.js';
import { isDue, lastStepMs } from './age-steps.js';
import { waitsFor, waitUntil } from './network-waits.js';

const DAY_MS = 86_400_000;
/** A page in hand is written before this has passed, or the worker is taken for dead. A slow one loses nothing: its job is still in the queue. */
export const LEASE_MS = 60_000;
/** An interrupted collection of the usual kind is not worth its cursor after this: a new one reads today's figures. */
const STALE_MS = 12 * 3_600_000;
/** What appeared late is still met: networks show a post minutes after its own date. */
const OVERLAP_MS = 2 * DAY_MS;

/** In this order: followers first, because no network gives them later. */
export const STAGES = ['channel', 'posts', 'known'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a collection goes on once a stage has brought its last page; after the last stage there is nothing more, and that again is soon found. */
export function stageAfter(stage: Stage): Stage {
  return STAGES[STAGES.indexOf(stage) + 1] ?? stage;
}

/** A collection in the hands of this process. */
export interface RunInHand {
  organisationId: string;
  id: string;
  /** Ours for the time being: a page of another holder is refused. */
  holder: string;
  kind: 'first' | 'regular';
  channel: Channel;
  collection: NonNullable<NetworkDescriptor['collection']>;
  /** What the connector asked to be remembered of the channel. */
  memory: JsonValue;
  stage: Stage;
  cursor: Cursor | null;
  /** Posts published before are not listed. */
  since: Date;
  /** How often it stopped short at this cursor. */
  tries: number;
  /** When the last collection that came to its end began: what appeared later may not have been met. Null: none did. */
  lastBegan: Date | null;
}

export type Begun = { kind: 'run'; run: RunInHand } | { kind: 'wait'; until: Date } | { kind: 'nothing' };

/**
 * Takes a channel's collection in hand: the one that was interrupted, or that another worker has, which then finds itself refused;
 * else a new one. Nothing when the channel is not to be collected. The claim ends by itself: a killed worker holds nothing for ever.
 */
export async function beginRun(manager: EntityManager, key: ChannelKey, { now, isAsked }: { now: Date; isAsked: boolean }): Promise<Begun> {
  const { organisationId, channelId: id } = key;
  await holdLedger(manager, organisationId);
  const channel = await manager.findOneBy(Channel, { organisationId, id });
  const collection = channel === null ? null : networkOf(channel.network).collection;
  if (channel === null || collection === null || channel.state !== 'connected') return { kind: 'nothing' };
  if (!isAsked && (channel.nextDueAt === null || channel.nextDueAt > now)) return { kind: 'nothing' };
  const until = await waitUntil(manager, { network: channel.network, waitsFor: waitsFor(collection, channel.settings) }, now);
  if (until) {
    await manager.update(Channel, { organisationId, id }, { nextDueAt: until, limitedUntil: until, claimedUntil: null });
    return { kind: 'wait', until };
  }
  await manager.update(Channel, { organisationId, id }, { claimedUntil: new Date(now.getTime() + LEASE_MS) });
  return { kind: 'run', run: await takeRun(manager, { organisationId, channel, collection }, now) };
}

type Taken = Pick<RunInHand, 'id' | 'kind' | 'stage' | 'cursor' | 'since' | 'tries' | 'memory'>;
type Taking = Pick<RunInHand, 'organisationId' | 'channel' | 'collection'>;
type Starting = Taking & Pick<RunInHand, 'lastBegan'>;

async function takeRun(manager: EntityManager, taking: Taking, now: Date): Promise<RunInHand> {
  const { organisationId, channel } = taking;
  const holder = newId();
  await manager.query(
    `UPDATE ingestion_run SET state = 'failed', reason = coalesce(reason, 'interrupted'), finished_at = $3
     WHERE organisation_id = $1 AND channel_id = $2 AND state = 'running' AND kind = 'regular' AND started_at < $4`,
    [organisationId, channel.id, now, new Date(now.getTime() - STALE_MS)],
  );
  const [resumed] = await manager.query<[Taken[], number]>(
    `UPDATE ingestion_run r SET holder = $3 FROM channel c WHERE r.organisation_id = $1 AND r.channel_id = $2 AND r.state = 'running'
       AND c.organisation_id = r.organisation_id AND c.id = r.channel_id RETURNING r.id, r.kind, r.stage, r.cursor, r.since, r.tries, c.memory`,
    [organisationId, channel.id, holder],
  );
  const lastBegan = await readLastBegan(manager, taking);
  const run = resumed[0] ?? (await startRun(manager, { ...taking, lastBegan }, { holder, now }));
  return { ...taking, ...run, holder, lastBegan };
}

/** Not when it ended: a collection lists from the top once, and may take days to reach the bottom. */
async function readLastBegan(manager: EntityManager, { organisationId, channel }: Taking): Promise<Date | null> {
  const [last] = await manager.query<{ at: Date }[]>(
    `SELECT started_at AS at FROM ingestion_run WHERE organisation_id = $1 AND channel_id = $2 AND state = 'done' ORDER BY started_at DESC LIMIT 1`,
    [organisationId, channel.id],
  );
  return last?.at ?? channel.collectedAt;
}

async function startRun(manager: EntityManager, taking: Starting, { holder, now }: { holder: string; now: Date }): Promise<Taken> {
  const { organisationId, channel } = taking;
  const [remembered] = await manager.query<{ memory: JsonValue }[]>('SELECT memory FROM channel WHERE organisation_id = $1 AND id = $2', [organisationId, channel.id]);
  const run: Taken = { id: newId(), memory: remembered?.memory ?? null, kind: channel.isBackfilled ? 'regular' : 'first', stage: STAGES[0], cursor: null, tries: 0, since: await listingSince(manager, taking, now) };
  await manager.query(
    `INSERT INTO ingestion_run (organisation_id, id, channel_id, kind, state, holder, started_at, stage, since) VALUES ($1, $2, $3, $4, 'running', $5, $6, $7, $8)`,
    [organisationId, run.id, channel.id, run.kind, holder, now, run.stage, run.since],
  );
  return run;
}

/** A first collection lists all that the network remembers; later ones no further than something is due or may be new. */
async function listingSince(manager: EntityManager, { organisationId, channel, collection, lastBegan }: Starting, now: Date): Promise<Date> {
  if (!channel.isBackfilled || lastBegan === null) {
    return collection.remembersDays === null ? new Date(0) : new Date(now.getTime() - collection.remembersDays * DAY_MS);
  }
  const known = await readKnownPosts(manager, { organisationId, channelId: channel.id }, readingWindow(collection, now));
  const due = known.filter((post) => isDue(post, collection.ageStepsHours, now)).map(({ publishedAt }) => publishedAt.getTime());
  return new Date(due.reduce((first, at) => Math.min(first, at), lastBegan.getTime() - OVERLAP_MS));
}

/** Posts published earlier have had their last reading, or missed it for good. */
export function readingWindow(collection: RunInHand['collection'], now: Date): Date {
  return new Date(now.getTime() - lastStepMs(collection.ageStepsHours) - OVERLAP_MS);
}
