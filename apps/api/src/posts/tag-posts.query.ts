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
  const asked = distinctIds(postIds);
  const rows: { postId: string }[] = await manager.query(
    `INSERT INTO post_theme AS kept (organisation_id, theme_id, post_id, by_hand)
     SELECT $1, $2, a.post_id, CASE WHEN a.is_by_itself <> $4 THEN $4 END
     FROM unnest($3::uuid[]) AS asked(id) CROSS JOIN LATERAL (
       SELECT asked.id AS post_id, EXISTS (SELECT 1 FROM ${heldThemes('$1')} h WHERE h.theme_id = $2 AND h.post_id = asked.id) AS is_held,
         EXISTS (SELECT 1 FROM post_theme g WHERE g.organisation_id = $1 AND g.theme_id = $2 AND g.post_id = asked.id AND g.by_words)
           OR EXISTS (SELECT 1 FROM ${toldThemes('$1')} f WHERE f.theme_id = $2 AND f.post_id = asked.id) AS is_by_itself
     ) a WHERE a.is_held <> $4
     ON CONFLICT (organisation_id, theme_id, post_id) DO UPDATE SET by_hand = excluded.by_hand RETURNING kept.post_id AS "postId"`,
    [theme.organisationId, theme.id, asked, action === 'add'],
  );
  await manager.query('DELETE FROM post_theme WHERE organisation_id = $1 AND theme_id = $2 AND post_id = ANY ($3::uuid[]) AND by_hand IS NULL AND NOT by_words', [theme.organisationId, theme.id, asked]);
  const changed = new Set(rows.map(({ postId }) => postId));
  return asked.filter((id) => changed.has(id));
}

/** As the database writes them. */
function distinctIds(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
