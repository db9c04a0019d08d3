import type { Theme } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { foreignThemes, heldThemes, toldThemes } from './held-themes.query.js';

/** Themes of the organisation with how many posts have them, in no order. @param id  one of them only; null: all */
export function readThemes(manager: EntityManager, organisationId: string, id: string | null): Promise<Theme[]> {
  return manager.query(
    `SELECT t.id, t.name, t.words, count(h.post_id)::int AS posts, count(g.post_id)::int AS "givenByHand", count(f.post_id)::int AS "toldByFiles"
     FROM theme t LEFT JOIN ${heldThemes('$1')} h ON h.theme_id = t.id
     LEFT JOIN post_theme g ON g.organisation_id = $1 AND g.theme_id = h.theme_id AND g.post_id = h.post_id AND g.by_hand
     LEFT JOIN ${toldThemes('$1')} f ON f.theme_id = h.theme_id AND f.post_id = h.post_id
     WHERE t.organisation_id = $1 AND ($2::uuid IS NULL OR t.id = $2) GROUP BY t.id, t.name, t.words`,
    [organisationId, id],
  );
}

/** Names that only files tell of, as themes without id. */
export function readForeignThemes(manager: EntityManager, organisationId: string): Promise<Theme[]> {
  return manager.query(
    `SELECT NULL AS id, min(f.name) AS name, '{}'::text[] AS words, count(DISTINCT f.post_id)::int AS posts, 0 AS "givenByHand", count(DISTINCT f.post_id)::int AS "toldByFiles"
     FROM ${foreignThemes('$1')} f GROUP BY lower(f.name)`,
    [organisationId],
  );
}
