import type { PostDetail } from '@portee/shared';
import type { EntityManager } from 'typeorm';

const DAY_MS = 86_400_000;

type Reading = PostDetail['readings'][number];

/** Every reading of a post, oldest first; of several for one instant the last recorded. */
export async function readPostReadings(manager: EntityManager, organisationId: string, post: { id: string; publishedAt: Date }): Promise<Reading[]> {
  const rows: (Omit<Reading, 'observedAt' | 'ageDays'> & { observedAt: Date })[] = await manager.query(
    `SELECT DISTINCT ON (observed_at) observed_at AS "observedAt", source, followers, reach, views, likes, comments, shares
     FROM post_snapshot WHERE organisation_id = $1 AND post_id = $2 ORDER BY observed_at, recorded_at DESC, origin_id`,
    [organisationId, post.id],
  );
  return rows.map((row) => ({
    ...row,
    observedAt: row.observedAt.toISOString(),
    ageDays: (row.observedAt.getTime() - post.publishedAt.getTime()) / DAY_MS,
  }));
}
