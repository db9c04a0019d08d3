import type { Collection, IngestionRun, MeasureRefusal } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { networkOf } from '../networks/registry.js';
import { collectionState, endsSoon } from './collection-state.js';

const RUN = `r.id, r.kind, r.state, r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.reason, r.pages, r.busy_ms AS "busyMs",
  r.posts_read AS "postsRead", r.posts_new AS "postsNew", r.snapshots_new AS "snapshotsNew", r.unchanged, r.days_new AS "daysNew", r.absent,
  r.oldest_post_at AS "oldestPostAt", r.refused, r.remarks`;

type Instants = 'startedAt' | 'finishedAt' | 'oldestPostAt';
interface RunRow extends Omit<IngestionRun, Instants | 'busySeconds' | 'remarks' | 'refused'> {
  startedAt: Date;
  finishedAt: Date | null;
  oldestPostAt: Date | null;
  busyMs: number;
  refused: MeasureRefusal[];
  remarks: { reason: string }[];
}

/** Collections of a channel, the newest first. */
export async function readRuns(manager: EntityManager, key: { organisationId: string; channelId: string }, limit: number): Promise<IngestionRun[]> {
  const rows: RunRow[] = await manager.query(
    `SELECT ${RUN} FROM ingestion_run r WHERE r.organisation_id = $1 AND r.channel_id = $2 ORDER BY r.started_at DESC, r.id DESC LIMIT $3`,
    [key.organisationId, key.channelId, limit],
  );
  return rows.map(toRun);
}

interface ChannelRow {
  channelId: string;
  network: string;
  state: string;
  trouble: Collection['trouble'];
  failures: number;
  isBackfilled: boolean;
  troubleSince: Date | null;
  collectedAt: Date | null;
  nextDueAt: Date | null;
  claimedUntil: Date | null;
  limitedUntil: Date | null;
  connectedAt: Date;
  accessEndsAt: Date | null;
}

/** The channels of an organisation that are asked by themselves, or were; null id: all of them. */
export async function readCollections(manager: EntityManager, asked: { organisationId: string; channelId: string | null }, now: Date): Promise<Collection[]> {
  const rows: ChannelRow[] = await manager.query(
    `SELECT c.id AS "channelId", c.network, c.state, c.trouble, c.failures, c.is_backfilled AS "isBackfilled", c.trouble_since AS "troubleSince",
       c.collected_at AS "collectedAt", c.next_due_at AS "nextDueAt", c.claimed_until AS "claimedUntil", c.limited_until AS "limitedUntil",
       coalesce(k.issued_at, c.created_at) AS "connectedAt", k.expires_at AS "accessEndsAt"
     FROM channel c LEFT JOIN credential k ON k.organisation_id = c.organisation_id AND k.channel_id = c.id
     WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.id = $2) AND c.state IN ('connected', 'needs-reconnection', 'paused') ORDER BY c.id`,
    [asked.organisationId, asked.channelId],
  );
  const views: Collection[] = [];
  for (const row of rows) {
    const { collection } = networkOf(row.network);
    if (collection === null) continue;
    const [lastRun] = await readRuns(manager, { organisationId: asked.organisationId, channelId: row.channelId }, 1);
    views.push(toCollection(row, { everyHours: collection.everyHours, lastRun: lastRun ?? null, now }));
  }
  return views;
}

function toCollection(row: ChannelRow, { everyHours, lastRun, now }: { everyHours: number; lastRun: IngestionRun | null; now: Date }): Collection {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    channelId: row.channelId, state: collectionState({ ...row, everyHours }, now), trouble: row.trouble, troubleSince: iso(row.troubleSince),
    collectedAt: iso(row.collectedAt), nextDueAt: iso(row.nextDueAt), limitedUntil: row.limitedUntil !== null && row.limitedUntil > now ? iso(row.limitedUntil) : null,
    accessEndsAt: iso(row.accessEndsAt), accessEndsSoon: endsSoon(row.accessEndsAt, now), isBackfilled: row.isBackfilled, lastRun,
  };
}

function toRun({ startedAt, finishedAt, oldestPostAt, busyMs, remarks, ...rest }: RunRow): IngestionRun {
  const counted = Map.groupBy(remarks, ({ reason }) => reason);
  return {
    ...rest, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, oldestPostAt: oldestPostAt?.toISOString() ?? null,
    busySeconds: busyMs / 1000, remarks: [...counted].map(([reason, all]) => ({ reason, count: all.length })),
  };
}
