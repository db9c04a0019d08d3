import type { PostFormat, PostSnapshot } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { figureList } from './figure-columns.js';
import type { PostStatRow } from './post-stat-row.js';

/** Figures as a snapshot keeps them, the settled columns only. */
export type SnapshotFigures = Pick<PostStatRow,
  'followers' | 'reach' | 'reachOrganic' | 'reachPaid' | 'reachFollowers' | 'views' | 'viewsOrganic' | 'viewsPaid' | 'viewsFollowers' |
  'likes' | 'comments' | 'shares' | 'saves' | 'clicks'>;

/** A post as the ledger describes it. */
export interface LedgerPostRow {
  id: string;
  channelId: string;
  externalId: string;
  publishedAt: Date;
  format: PostFormat | null;
  paid: boolean | null;
  isShare: boolean;
  deletedAt: Date | null;
}

/** A post with its snapshots: all that it is settled from. */
export interface LedgerPost extends LedgerPostRow {
  snapshots: PostSnapshot<SnapshotFigures>[];
}

/** What was read until an instant, that instant included; null: all that was ever read. */
export interface ReadUntil {
  organisationId: string;
  until: Date | null;
}

/** Column list that yields a LedgerPostRow from `post AS p`. */
export const LEDGER_POST_COLUMNS = `
  p.id, p.channel_id AS "channelId", p.external_id AS "externalId", p.published_at AS "publishedAt",
  p.format, p.paid, p.is_share AS "isShare", p.deleted_at AS "deletedAt"`;

/** Posts named by their ids, with what had been read of them; in no order. */
export async function readLedgerPosts(manager: EntityManager, ids: readonly string[], read: ReadUntil): Promise<LedgerPost[]> {
  const posts: LedgerPostRow[] = await manager.query(`SELECT ${LEDGER_POST_COLUMNS} FROM post p WHERE p.organisation_id = $1 AND p.id = ANY ($2::uuid[])`, [read.organisationId, ids]);
  return withSnapshots(manager, posts, read);
}

/** The same posts with their snapshots. */
export async function withSnapshots(manager: EntityManager, posts: readonly LedgerPostRow[], read: ReadUntil): Promise<LedgerPost[]> {
  const snapshots = Map.groupBy(await readSnapshots(manager, posts.map(({ id }) => id), read), ({ postId }) => postId);
  return posts.map((post) => ({ ...post, snapshots: snapshots.get(post.id)?.map(toSnapshot) ?? [] }));
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
function readSnapshots(manager: EntityManager, ids: readonly string[], { organisationId, until }: ReadUntil): Promise<SnapshotRow[]> {
  return manager.query(
    `SELECT post_id AS "postId", observed_at AS "observedAt", recorded_at AS "recordedAt", source, definition_day::text AS "definitionDay", ${figureList()}
     FROM post_snapshot WHERE organisation_id = $1 AND post_id = ANY ($2::uuid[]) AND ($3::timestamptz IS NULL OR observed_at <= $3)
     ORDER BY post_id, observed_at, recorded_at DESC, origin_id`,
    [organisationId, ids, until],
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

/** One count a day: the last one read for it. */
export function readFollowerDays(manager: EntityManager, channelId: string, { organisationId, until }: ReadUntil): Promise<{ day: string; followers: number }[]> {
  return manager.query(
    `SELECT DISTINCT ON (day) day::text AS day, followers FROM channel_snapshot
     WHERE organisation_id = $1 AND channel_id = $2 AND followers IS NOT NULL AND ($3::timestamptz IS NULL OR observed_at <= $3)
     ORDER BY day, observed_at DESC, recorded_at DESC, origin_id`,
    [organisationId, channelId, until],
  );
}

export function readUnpaidPeriods(manager: EntityManager, channelId: string, { organisationId }: ReadUntil): Promise<{ from: string; to: string }[]> {
  return manager.query(`SELECT from_day::text AS "from", to_day::text AS "to" FROM unpaid_period WHERE organisation_id = $1 AND channel_id = $2`, [organisationId, channelId]);
}
