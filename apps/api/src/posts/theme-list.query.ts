import type { OwnTheme, Theme } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { foreignThemes, heldFromFiles, heldThemes } from './held-themes.query.js';

/** Themes of the organisation with how many posts have them, in no order. @param id  one of them only; null: all */
export function readThemes(manager: EntityManager, organisationId: string, id: string | null): Promise<OwnTheme[]> {
  const counts = (of: string) => `(SELECT x.theme_id, count(*)::int AS posts FROM ${of} x WHERE $2::uuid IS NULL OR x.theme_id = $2 GROUP BY 1)`;
  return manager.query(
    `SELECT t.id, t.name, t.words, coalesce(h.posts, 0) AS posts, coalesce(g.posts, 0) AS "givenByHand", coalesce(f.posts, 0) AS "toldByFiles"
     FROM theme t LEFT JOIN ${counts(heldThemes('$1'))} h ON h.theme_id = t.id
     LEFT JOIN ${counts('(SELECT g.theme_id FROM post_theme g WHERE g.organisation_id = $1 AND g.by_hand)')} g ON g.theme_id = t.id
     LEFT JOIN ${counts(heldFromFiles('$1'))} f ON f.theme_id = t.id
     WHERE t.organisation_id = $1 AND ($2::uuid IS NULL OR t.id = $2)`,
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
