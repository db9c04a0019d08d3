import { type NamedTheme, type PostQuery, searchWords } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { heldThemes, themesOfPost } from './held-themes.query.js';
import { likeEvery } from './like-every.js';
import { POST_STAT_COLUMNS, type PostStatRow } from './post-stat-row.js';

/** A settled post with what people know it by. */
export interface ListedPostRow extends PostStatRow {
  externalId: string;
  text: string | null;
  url: string | null;
  deletedAt: Date | null;
  /** `HH:MM` in the channel's time zone. */
  localTime: string;
  /** In no order. */
  themes: NamedTheme[];
}

/** Where a page of the list ended: the sort key of its last post, and the post. */
export interface PostCursor {
  key: number;
  id: string;
}

type Direction = 'ASC' | 'DESC';

/** Only an order: the rates that people read come from reachRate. Under 50 followers there is none. */
const RATE = 'CASE WHEN s.followers >= 50 THEN s.reach::float8 / s.followers END';
const SORTS: Record<PostQuery['sort'], readonly [string, Direction]> = {
  '-publishedAt': ['extract(epoch FROM s.published_at)', 'DESC'],
  publishedAt: ['extract(epoch FROM s.published_at)', 'ASC'],
  '-reachRate': [RATE, 'DESC'],
  reachRate: [RATE, 'ASC'],
  '-reach': ['s.reach', 'DESC'],
  reach: ['s.reach', 'ASC'],
  '-shares': ['s.shares', 'DESC'],
  '-likes': ['s.likes', 'DESC'],
};

const LISTED = `${POST_STAT_COLUMNS}, p.external_id AS "externalId", p.text, p.url, p.deleted_at AS "deletedAt",
  to_char(make_interval(mins => s.local_minute), 'HH24:MI') AS "localTime", (${themesOfPost('p')}) AS themes`;
const FROM = `FROM post_stat s JOIN post p ON p.organisation_id = s.organisation_id AND p.id = s.post_id`;

/** A page of posts in the order asked; posts without the figure they are sorted by come last. Texts are fetched for that page alone, unless they are what is looked for. */
export async function listPosts(manager: EntityManager, organisationId: string, request: { query: PostQuery; after: PostCursor | null }): Promise<{ rows: (ListedPostRow & { key: number })[]; total: number }> {
  const { query, after } = request;
  const [expression, direction] = SORTS[query.sort];
  const key = `coalesce((${expression})::float8, ${direction === 'DESC' ? '-1' : "'1.7976931348623157e308'::float8"})`;
  const { where, values } = filter(organisationId, query);
  const looked = query.q ? FROM : 'FROM post_stat s';
  const [count] = await manager.query<{ total: number }[]>(`SELECT count(*)::int AS total ${looked} WHERE ${where}`, values);
  const page = [...values];
  const place = (value: unknown) => `$${page.push(value)}`;
  const beyond = after ? ` AND (${key}, s.post_id) ${direction === 'DESC' ? '<' : '>'} (${place(after.key)}::float8, ${place(after.id)}::uuid)` : '';
  const rows: (ListedPostRow & { key: number })[] = await manager.query(
    `WITH shown AS (SELECT s.*, ${key} AS key ${looked} WHERE ${where}${beyond} ORDER BY ${key} ${direction}, s.post_id ${direction} LIMIT ${place(query.limit + 1)})
     SELECT ${LISTED}, s.key FROM shown s JOIN post p ON p.organisation_id = $1 AND p.id = s.post_id ORDER BY s.key ${direction}, s.post_id ${direction}`,
    page,
  );
  return { rows, total: count?.total ?? 0 };
}

/** One post; undefined where the organisation has no such post. */
export async function readPost(manager: EntityManager, organisationId: string, id: string): Promise<ListedPostRow | undefined> {
  const [row] = await manager.query<ListedPostRow[]>(`SELECT ${LISTED} ${FROM} WHERE s.organisation_id = $1 AND s.post_id = $2`, [organisationId, id]);
  return row;
}

/** The posts of these ids, in no order. */
export function readPostsById(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<ListedPostRow[]> {
  return manager.query(`SELECT ${LISTED} ${FROM} WHERE s.organisation_id = $1 AND s.post_id = ANY ($2::uuid[])`, [organisationId, ids]);
}

/** Every post of a channel in a span of local days, oldest first. */
export function readPostsOfMonth(manager: EntityManager, wanted: { organisationId: string; channelId: string; from: string; to: string }): Promise<ListedPostRow[]> {
  return manager.query(
    `SELECT ${LISTED} ${FROM} WHERE s.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4 ORDER BY s.published_at, s.post_id`,
    [wanted.organisationId, wanted.channelId, wanted.from, wanted.to],
  );
}

function filter(organisationId: string, query: PostQuery): { where: string; values: unknown[] } {
  const values: unknown[] = [organisationId];
  const conditions = ['s.organisation_id = $1'];
  const add = (condition: (place: string) => string, value: unknown) => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  add((place) => `s.channel_id = ${place}`, query.channelId);
  add((place) => `s.local_day >= ${place}`, query.from);
  add((place) => `s.local_day <= ${place}`, query.to);
  add((place) => `s.format = ${place}`, query.format);
  add((place) => `p.search_text LIKE ALL (${place}::text[])`, query.q ? likeEvery(searchWords(query.q)) : undefined);
  // IS TRUE keeps it a list that is looked up; joined, it could be read anew for every post.
  add((place) => `(s.post_id IN (SELECT h.post_id FROM ${heldThemes('$1')} h WHERE h.theme_id = ${place})) IS TRUE`, query.theme);
  if (query.paid === 'unknown') conditions.push('s.paid IS NULL');
  else add((place) => `s.paid = ${place}`, query.paid === undefined ? undefined : query.paid === 'true');
  return { where: conditions.join(' AND '), values };
}
