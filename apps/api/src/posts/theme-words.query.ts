import { partingSigns, wordsIn } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** A theme and what its posts' texts hold; without words it is given by hand only. */
export interface WordedTheme {
  id: string;
  words: readonly string[];
}

/** Which posts are looked at: those staged in the running transaction, or all of the organisation. */
export type WordedPosts = 'staged' | 'all';

/** Themes that have words. */
export function readWordedThemes(manager: EntityManager, organisationId: string): Promise<WordedTheme[]> {
  return manager.query(`SELECT id, words FROM theme WHERE organisation_id = $1 AND words <> '{}' ORDER BY id`, [organisationId]);
}

/** Gives the organisation's worded themes to posts whose text is new. */
export async function refreshThemeWords(manager: EntityManager, organisationId: string, posts: WordedPosts): Promise<void> {
  const themes = await readWordedThemes(manager, organisationId);
  if (themes.length > 0) await giveThemesByWords(manager, organisationId, { themes, posts });
}

/** Posts looked at with their text; and which rows of post_theme are theirs. */
const SCOPES: Record<WordedPosts, { texts: string; ours: string }> = {
  staged: {
    texts: 'SELECT p.id, p.search_text FROM staged_reading r JOIN post p ON p.organisation_id = $1 AND p.id = r.post_id WHERE r.is_newest',
    ours: '(x.post_id IN (SELECT r.post_id FROM staged_reading r)) IS TRUE',
  },
  all: { texts: 'SELECT p.id, p.search_text FROM post p WHERE p.organisation_id = $1', ours: 'true' },
};

/**
 * Makes `by_words` true for these posts and themes: given where the text holds a word, taken back where it holds none. The rule is that of
 * `hasThemeWord`. A part of each word is looked for as it stands first: that is faster than a pattern, and leaves few texts to it.
 * OFFSET 0 keeps the planner from trying every theme on each text in turn, which would compile each pattern each time; IS TRUE and NOT IN from
 * comparing all rows with all where it takes an organisation for a small one.
 */
export async function giveThemesByWords(manager: EntityManager, organisationId: string, { themes, posts }: { themes: readonly WordedTheme[]; posts: WordedPosts }): Promise<void> {
  const { texts, ours } = SCOPES[posts];
  const unsaid = `x.organisation_id = $1 AND x.theme_id IN (SELECT w.id FROM worded w) AND x.by_words AND ${ours} AND (x.theme_id, x.post_id) NOT IN (SELECT s.theme_id, s.post_id FROM said s)`;
  await manager.query(
    `WITH worded AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, pattern text, keys text[])),
       looked AS MATERIALIZED (${texts}),
       said AS (
         SELECT w.id AS theme_id, l.id AS post_id FROM worded w CROSS JOIN LATERAL (
           SELECT l.id FROM looked l WHERE EXISTS (SELECT 1 FROM unnest(w.keys) AS key WHERE strpos(l.search_text, key) > 0) AND l.search_text ~ w.pattern OFFSET 0
         ) l
       ),
       forgotten AS (DELETE FROM post_theme x WHERE ${unsaid} AND x.by_hand IS NULL),
       kept AS (UPDATE post_theme x SET by_words = false WHERE ${unsaid} AND x.by_hand IS NOT NULL)
     INSERT INTO post_theme (organisation_id, theme_id, post_id, by_words) SELECT $1, s.theme_id, s.post_id, true FROM said s
     ON CONFLICT (organisation_id, theme_id, post_id) DO UPDATE SET by_words = true WHERE NOT post_theme.by_words`,
    [organisationId, JSON.stringify(themes.map(({ id, words }) => ({ id, ...searchFor(words) })))],
  );
}

/** PostgreSQL's text holds no U+0000, and its patterns cannot name it. */
const PARTING = `[${partingSigns.map(([first, last]) => `${codePoint(Math.max(first, 1))}-${codePoint(last)}`).join('')}]`;

function codePoint(sign: number): string {
  return `\\U${sign.toString(16).padStart(8, '0')}`;
}

/**
 * What to look for in `search_text`: a pattern, and for each word its longest part, without which the pattern cannot match.
 * Nothing a person typed is read as a pattern: words hold none of the parting signs, and all that a pattern has a use for are such.
 */
function searchFor(words: readonly string[]): { pattern: string; keys: string[] } {
  const wanted = words.map(wordsIn).filter((parts) => parts.length > 0);
  return {
    pattern: `(^|${PARTING})(${wanted.map((parts) => parts.join(`${PARTING}+`)).join('|')})(${PARTING}|$)`,
    keys: wanted.map((parts) => parts.reduce((longest, part) => (part.length > longest.length ? part : longest))),
  };
}
