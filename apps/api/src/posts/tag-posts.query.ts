import type { TagPosts } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { heldThemes, toldThemes } from './held-themes.query.js';

/** Of these posts, those that the organisation does not have, in the order given. */
export async function unknownPosts(manager: EntityManager, organisationId: string, postIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query('SELECT id FROM post WHERE organisation_id = $1 AND id = ANY ($2::uuid[])', [organisationId, postIds]);
  const known = new Set(rows.map(({ id }) => id));
  return distinctIds(postIds).filter((id) => !known.has(id));
}

/**
 * Gives a theme to posts or takes it from them. A decision is kept only where words and file say otherwise: what was given and taken back is as it was before.
 * @returns the posts that were changed, in the order sent
 */
export async function tagPosts(manager: EntityManager, theme: { organisationId: string; id: string }, { postIds, action }: TagPosts): Promise<string[]> {
  const rows: { postId: string }[] = await manager.query(
    `INSERT INTO post_theme AS kept (organisation_id, theme_id, post_id, by_hand)
     SELECT $1, $2, a.post_id, CASE WHEN (coalesce(g.by_words, false) OR f.post_id IS NOT NULL) <> $4 THEN $4 END
     FROM (SELECT DISTINCT unnest($3::uuid[]) AS post_id) a
     LEFT JOIN ${heldThemes('$1')} h ON h.theme_id = $2 AND h.post_id = a.post_id
     LEFT JOIN post_theme g ON g.organisation_id = $1 AND g.theme_id = $2 AND g.post_id = a.post_id
     LEFT JOIN ${toldThemes('$1')} f ON f.theme_id = $2 AND f.post_id = a.post_id
     WHERE (h.post_id IS NOT NULL) <> $4
     ON CONFLICT (organisation_id, theme_id, post_id) DO UPDATE SET by_hand = excluded.by_hand RETURNING kept.post_id AS "postId"`,
    [theme.organisationId, theme.id, postIds, action === 'add'],
  );
  await manager.query('DELETE FROM post_theme WHERE organisation_id = $1 AND theme_id = $2 AND post_id = ANY ($3::uuid[]) AND by_hand IS NULL AND NOT by_words', [theme.organisationId, theme.id, postIds]);
  const changed = new Set(rows.map(({ postId }) => postId));
  return distinctIds(postIds).filter((id) => changed.has(id));
}

/** As the database writes them. */
function distinctIds(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
