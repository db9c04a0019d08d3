/**
 * Every fragment tells of the whole organisation, or of some posts only: `among` is SQL that yields their ids, so that the cost grows with them and not
 * with the organisation's history.
 */
const only = (post: string, among: string | undefined): string => (among === undefined ? '' : ` AND ${post} IN (${among})`);

/** Names of themes of the organisation by which files may tell of them, in lower case, as rows (theme_id, own): their own and earlier ones. */
const namesInFiles = (organisation: string): string => `(
  SELECT t.id AS theme_id, own FROM theme t CROSS JOIN LATERAL unnest(t.earlier_names || lower(t.name)) AS own WHERE t.organisation_id = ${organisation})`;

/** What files tell of posts that is a theme of the organisation, as rows (theme_id, post_id). @param organisation  SQL of its id */
export const toldThemes = (organisation: string, among?: string): string => `(
  SELECT DISTINCT t.theme_id, p.id AS post_id FROM post p CROSS JOIN LATERAL unnest(p.themes) AS told
  JOIN ${namesInFiles(organisation)} t ON t.own = lower(told) WHERE p.organisation_id = ${organisation} AND cardinality(p.themes) > 0${only('p.id', among)})`;

/** The same without those that a person took away. OFFSET 0: looked up one by one, not joined, whatever the planner thinks of an organisation's size. */
export const heldFromFiles = (organisation: string, among?: string): string => `(
  SELECT f.theme_id, f.post_id FROM ${toldThemes(organisation, among)} f
  LEFT JOIN LATERAL (SELECT n.by_hand FROM post_theme n WHERE n.organisation_id = ${organisation} AND n.theme_id = f.theme_id AND n.post_id = f.post_id OFFSET 0) n ON true
  WHERE n.by_hand IS NOT false)`;

/**
 * Which posts have which themes of the organisation, as rows (theme_id, post_id): the one place that says so. What a person decided stands; else the words
 * give it or the file tells it.
 */
export const heldThemes = (organisation: string, among?: string): string => `(
  SELECT g.theme_id, g.post_id FROM post_theme g WHERE g.organisation_id = ${organisation} AND coalesce(g.by_hand, g.by_words)${only('g.post_id', among)}
  UNION SELECT f.theme_id, f.post_id FROM ${heldFromFiles(organisation, among)} f)`;

/** Names told by files that are no theme of the organisation, as rows (post_id, name), however they write its capitals. */
export const foreignThemes = (organisation: string, among?: string): string => `(
  SELECT p.id AS post_id, told AS name FROM post p CROSS JOIN LATERAL unnest(p.themes) AS told
  WHERE p.organisation_id = ${organisation} AND cardinality(p.themes) > 0${only('p.id', among)} AND lower(told) NOT IN (SELECT t.own FROM ${namesInFiles(organisation)} t))`;

/** A scalar that yields every theme of one post as a list of NamedTheme, in no order; `post` is the alias of a row of that table. */
export const themesOfPost = (post: string): string => `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name)), '[]') FROM (
    SELECT t.id, t.name FROM ${heldThemes(`${post}.organisation_id`)} h JOIN theme t ON t.organisation_id = ${post}.organisation_id AND t.id = h.theme_id WHERE h.post_id = ${post}.id
    UNION ALL
    SELECT NULL, min(f.name) FROM ${foreignThemes(`${post}.organisation_id`)} f WHERE f.post_id = ${post}.id GROUP BY lower(f.name)) n`;

/** The names of the themes of posts, as rows (post_id, names), in no order; posts without a theme have no row. For reading many posts: one by one costs ten times as much. */
export const themeNames = (organisation: string, among?: string): string => `(
  SELECT n.post_id, array_agg(n.name) AS names FROM (
    SELECT h.post_id, t.name FROM ${heldThemes(organisation, among)} h JOIN theme t ON t.organisation_id = ${organisation} AND t.id = h.theme_id
    UNION ALL
    SELECT f.post_id, min(f.name) FROM ${foreignThemes(organisation, among)} f GROUP BY f.post_id, lower(f.name)
  ) n GROUP BY n.post_id)`;
