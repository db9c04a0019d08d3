import type { PostFormat, PostSnapshot } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { figureList } from './figure-columns.js';
import { POST_STAT_COLUMNS, type PostStatRow } from './post-stat-row.js';

/** Posts looked at together. */
const BATCH = 500;

/** Figures as a snapshot keeps them, the settled columns only. */
export type SnapshotFigures = Pick<PostStatRow,
  'followers' | 'reach' | 'reachOrganic' | 'reachPaid' | 'reachFollowers' | 'views' | 'viewsOrganic' | 'viewsPaid' | 'viewsFollowers' |
  'likes' | 'comments' | 'shares' | 'saves' | 'clicks'>;

/** Every column of `post_stat`. */
export interface FullPostStatRow extends PostStatRow {
  /** Minute of the local day, 0 to 1439. */
  localMinute: number;
}

/** A post with its snapshots, and the row that stands for it. */
export interface CheckedPost {
  id: string;
  channelId: string;
  externalId: string;
  publishedAt: Date;
  format: PostFormat | null;
  paid: boolean | null;
  isShare: boolean;
  deletedAt: Date | null;
  snapshots: PostSnapshot<SnapshotFigures>[];
  stat: FullPostStatRow | null;
}

/** A month as it is stored; the figures as JSON gives them back. */
export interface StoredMonth {
  month: string;
  definition: string;
  from: string;
  to: string;
  figures: Record<string, unknown>;
  methodVersion: number;
}

type PostRow = Omit<CheckedPost, 'snapshots' | 'stat'> & { cursor: string };

/** Posts of a channel in the order of publication, whatever their number. */
export async function* readCheckedPosts(manager: EntityManager, organisationId: string, channelId: string): AsyncGenerator<CheckedPost> {
  let after: { cursor: string; id: string } | null = null;
  for (;;) {
    const posts: PostRow[] = await manager.query(
      `SELECT p.id, p.channel_id AS "channelId", p.external_id AS "externalId", p.published_at AS "publishedAt", p.published_at::text AS cursor,
         p.format, p.paid, p.is_share AS "isShare", p.deleted_at AS "deletedAt"
       FROM post p WHERE p.organisation_id = $1 AND p.channel_id = $2 AND ($3::timestamptz IS NULL OR (p.published_at, p.id) > ($3, $4::uuid))
       ORDER BY p.published_at, p.id LIMIT ${BATCH}`,
      [organisationId, channelId, after?.cursor ?? null, after?.id ?? null],
    );
    yield* await complete(manager, organisationId, posts);
    const last = posts.at(-1);
    if (!last || posts.length < BATCH) return;
    after = last;
  }
}

async function complete(manager: EntityManager, organisationId: string, posts: readonly PostRow[]): Promise<CheckedPost[]> {
  const ids = posts.map(({ id }) => id);
  const snapshots = Map.groupBy(await readSnapshots(manager, organisationId, ids), ({ postId }) => postId);
  const stats = new Map((await readStats(manager, organisationId, ids)).map((stat) => [stat.postId, stat]));
  return posts.map((post) => ({ ...post, snapshots: snapshots.get(post.id)?.map(toSnapshot) ?? [], stat: stats.get(post.id) ?? null }));
}

interface SnapshotRow {
  postId: string;
  observedAt: Date;
  recordedAt: Date;
  source: PostSnapshot<unknown>['source'];
  definitionDay: string;
  followers: number | null; reach: number | null; reach_organic: number | null; reach_paid: number | null; reach_followers: number | null;
  views: number | null; views_organic: number | null; views_paid: number | null; views_followers: number | null;
  likes: number | null; comments: number | null; shares: number | null; saves: number | null; clicks: number | null;
}

/** Of readings of the same instant the one recorded last comes first: milliseconds of a Date would not tell them apart. */
function readSnapshots(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<SnapshotRow[]> {
  return manager.query(
    `SELECT post_id AS "postId", observed_at AS "observedAt", recorded_at AS "recordedAt", source, definition_day::text AS "definitionDay", ${figureList()}
     FROM post_snapshot WHERE organisation_id = $1 AND post_id = ANY ($2::uuid[]) ORDER BY post_id, observed_at, recorded_at DESC, origin_id`,
    [organisationId, ids],
  );
}

function toSnapshot(row: SnapshotRow): PostSnapshot<SnapshotFigures> {
  return {
    observedAt: row.observedAt, recordedAt: row.recordedAt, source: row.source, definitionDay: row.definitionDay,
    figures: {
      followers: row.followers, reach: row.reach, reachOrganic: row.reach_organic, reachPaid: row.reach_paid, reachFollowers: row.reach_followers,
      views: row.views, viewsOrganic: row.views_organic, viewsPaid: row.views_paid, viewsFollowers: row.views_followers,
      likes: row.likes, comments: row.comments, shares: row.shares, saves: row.saves, clicks: row.clicks,
    },
  };
}

function readStats(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<FullPostStatRow[]> {
  return manager.query(
    `SELECT ${POST_STAT_COLUMNS}, s.local_minute AS "localMinute" FROM post_stat s WHERE s.organisation_id = $1 AND s.post_id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
}

/** One count a day: the last one read for it. */
export function readFollowerDays(manager: EntityManager, organisationId: string, channelId: string): Promise<{ day: string; followers: number }[]> {
  return manager.query(
    `SELECT DISTINCT ON (day) day::text AS day, followers FROM channel_snapshot
     WHERE organisation_id = $1 AND channel_id = $2 AND followers IS NOT NULL ORDER BY day, observed_at DESC, recorded_at DESC, origin_id`,
    [organisationId, channelId],
  );
}

export function readUnpaidPeriods(manager: EntityManager, organisationId: string, channelId: string): Promise<{ from: string; to: string }[]> {
  return manager.query(`SELECT from_day::text AS "from", to_day::text AS "to" FROM unpaid_period WHERE organisation_id = $1 AND channel_id = $2`, [organisationId, channelId]);
}

export function readStoredMonths(manager: EntityManager, organisationId: string, channelId: string): Promise<StoredMonth[]> {
  return manager.query(
    `SELECT month, definition, from_day::text AS "from", to_day::text AS "to", figures, method_version AS "methodVersion"
     FROM channel_month WHERE organisation_id = $1 AND channel_id = $2 ORDER BY month, from_day`,
    [organisationId, channelId],
  );
}
