import type { EntityManager } from 'typeorm';
import { LEDGER_POST_COLUMNS, type LedgerPost, type LedgerPostRow, withSnapshots } from './ledger-posts.query.js';
import { FULL_POST_STAT_COLUMNS, type FullPostStatRow } from './post-stat-row.js';

/** Posts looked at together. */
const BATCH = 500;

/** A post with its snapshots, and the row that stands for it. */
export interface CheckedPost extends LedgerPost {
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

type PostRow = LedgerPostRow & { cursor: string };

/** Posts of a channel in the order of publication, whatever their number. */
export async function* readCheckedPosts(manager: EntityManager, organisationId: string, channelId: string): AsyncGenerator<CheckedPost> {
  let after: { cursor: string; id: string } | null = null;
  for (;;) {
    const posts: PostRow[] = await manager.query(
      `SELECT ${LEDGER_POST_COLUMNS}, p.published_at::text AS cursor
       FROM post p WHERE p.organisation_id = $1 AND p.channel_id = $2 AND ($3::timestamptz IS NULL OR (p.published_at, p.id) > ($3, $4::uuid))
       ORDER BY p.published_at, p.id LIMIT ${BATCH}`,
      [organisationId, channelId, after?.cursor ?? null, after?.id ?? null],
    );
    yield* await withStats(manager, organisationId, await withSnapshots(manager, posts, { organisationId, until: null }));
    const last = posts.at(-1);
    if (!last || posts.length < BATCH) return;
    after = last;
  }
}

async function withStats(manager: EntityManager, organisationId: string, posts: readonly LedgerPost[]): Promise<CheckedPost[]> {
  const stats = new Map((await readStats(manager, organisationId, posts.map(({ id }) => id))).map((stat) => [stat.postId, stat]));
  return posts.map((post) => ({ ...post, stat: stats.get(post.id) ?? null }));
}

function readStats(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<FullPostStatRow[]> {
  return manager.query(
    `SELECT ${FULL_POST_STAT_COLUMNS} FROM post_stat s WHERE s.organisation_id = $1 AND s.post_id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
}

export function readStoredMonths(manager: EntityManager, organisationId: string, channelId: string): Promise<StoredMonth[]> {
  return manager.query(
    `SELECT month, definition, from_day::text AS "from", to_day::text AS "to", figures, method_version AS "methodVersion"
     FROM channel_month WHERE organisation_id = $1 AND channel_id = $2 ORDER BY month, from_day`,
    [organisationId, channelId],
  );
}
