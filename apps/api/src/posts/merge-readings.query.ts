import type { EntityManager } from 'typeorm';
import { figureList } from './figure-columns.js';

/** Where a batch of readings comes from. */
export interface Origin {
  organisationId: string;
  /** The import or ingestion run. */
  originId: string;
  source: 'api' | 'file' | 'hand' | 'demo';
  /** Remember descriptions that this batch changes, so that it can be undone (imports). */
  remembersReplaced: boolean;
}

export interface StagedChannel {
  number: number;
  channelId: string;
  timeZone: string;
  finalAgeDays: number;
  /** A post's own `followers` are the channel's that day; false for newsletters, where they are the letters delivered. */
  followersAreOfChannel: boolean;
}

const DESCRIPTION = 'format, text, search_text, url, paid, is_share, author_role, themes, deleted_at, published_at';
const describe = (alias: string) => DESCRIPTION.split(', ').map((column) => `${alias}.${column}`).join(', ');

/** Tells the staged rows which channel each number stands for. */
export async function nameStagedChannels(manager: EntityManager, channels: readonly StagedChannel[]): Promise<void> {
  await manager.query(`CREATE TEMPORARY TABLE staged_channel (
    number int, channel_id uuid, time_zone text, final_age_days double precision, followers_are_of_channel boolean) ON COMMIT DROP`);
  await manager.query(
    `INSERT INTO staged_channel SELECT x.number, x."channelId", x."timeZone", x."finalAgeDays", x."followersAreOfChannel"
     FROM jsonb_to_recordset($1::jsonb) AS x(number int, "channelId" uuid, "timeZone" text, "finalAgeDays" double precision, "followersAreOfChannel" boolean)`,
    [JSON.stringify(channels)],
  );
  await manager.query('ANALYZE staged_channel');
}

/** The same post staged again, under a condition that tells which row stands. Told by a join, not by sorting wide rows. */
const stagedAgain = (condition: string) => `EXISTS (
  SELECT 1 FROM staged_post o JOIN staged_channel oc ON oc.number = o.channel_number
  WHERE oc.channel_id = c.channel_id AND o.external_id = s.external_id AND ${condition})`;

/** One row a post: the newest description staged, with what is unknown in it left as it was. */
const NEWEST = `
  SELECT c.channel_id, s.* FROM staged_post s JOIN staged_channel c ON c.number = s.channel_number
  WHERE NOT ${stagedAgain('(o.observed_at, o.number) > (s.observed_at, s.number)')}`;

/** A description read later than the stored one, or another one of the same instant: then the last recorded stands. */
function saysMore(staged: string, readAt: string, stored: string): string {
  return `${readAt} > ${stored}.described_at OR (${readAt} = ${stored}.described_at AND (${describe(staged)}) IS DISTINCT FROM (${describe(stored)}))`;
}

/** Posts that are new are inserted, known ones take a newer description; an older file never overwrites a newer one. */
export async function mergePosts(manager: EntityManager, origin: Origin): Promise<{ known: number; created: number }> {
  if (origin.remembersReplaced && (await anyPostIsKnown(manager, origin))) await rememberReplaced(manager, origin);
  const [counts] = await manager.query<{ created: number; staged: number }[]>(
    `WITH merged AS (INSERT INTO post (organisation_id, channel_id, id, external_id, ${DESCRIPTION}, described_at, origin_id)
     SELECT $1, n.channel_id, n.candidate_id, n.external_id, ${describe('n')}, n.observed_at, $2 FROM (${NEWEST}) n
     ON CONFLICT (organisation_id, channel_id, external_id) DO UPDATE SET
       format = coalesce(excluded.format, post.format), text = coalesce(excluded.text, post.text),
       search_text = coalesce(excluded.search_text, post.search_text), url = coalesce(excluded.url, post.url),
       paid = coalesce(excluded.paid, post.paid), is_share = excluded.is_share,
       author_role = coalesce(excluded.author_role, post.author_role),
       themes = CASE WHEN excluded.themes = '{}' THEN post.themes ELSE excluded.themes END,
       deleted_at = coalesce(excluded.deleted_at, post.deleted_at), published_at = excluded.published_at,
       described_at = excluded.described_at
     WHERE ${saysMore('excluded', 'excluded.described_at', 'post')}
     RETURNING (xmax = 0) AS created)
     SELECT (SELECT count(*)::int FROM merged WHERE created) AS created,
       (SELECT count(*)::int FROM (SELECT DISTINCT channel_number, external_id FROM staged_post) d) AS staged`,
    [origin.organisationId, origin.originId],
  );
  await nameStagedPosts(manager, origin);
  const created = counts?.created ?? 0;
  return { created, known: (counts?.staged ?? 0) - created };
}

async function anyPostIsKnown(manager: EntityManager, origin: Origin): Promise<boolean> {
  const [row] = await manager.query<{ known: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM staged_channel c WHERE EXISTS (SELECT 1 FROM post p WHERE p.organisation_id = $1 AND p.channel_id = c.channel_id)) AS known`,
    [origin.organisationId],
  );
  return row?.known ?? false;
}

/** Tells which post each staged reading speaks of; of two readings of one instant the last staged stands. */
async function nameStagedPosts(manager: EntityManager, origin: Origin): Promise<void> {
  await manager.query(
    `CREATE TEMPORARY TABLE staged_reading (number int, post_id uuid, published_at timestamptz, is_new boolean) ON COMMIT DROP`,
  );
  await manager.query(
    `INSERT INTO staged_reading SELECT s.number, p.id, p.published_at, p.id = s.candidate_id
     FROM staged_post s JOIN staged_channel c ON c.number = s.channel_number
     JOIN post p ON p.organisation_id = $1 AND p.channel_id = c.channel_id AND p.external_id = s.external_id
     WHERE NOT ${stagedAgain('o.observed_at = s.observed_at AND o.number > s.number')}`,
    [origin.organisationId],
  );
  await manager.query('ANALYZE staged_reading');
}

async function rememberReplaced(manager: EntityManager, origin: Origin): Promise<void> {
  await manager.query(
    `INSERT INTO import_replaced (organisation_id, import_id, post_id, description)
     SELECT $1, $2, p.id, to_jsonb(p) FROM (${NEWEST}) n
     JOIN post p ON p.organisation_id = $1 AND p.channel_id = n.channel_id AND p.external_id = n.external_id
     WHERE ${saysMore('n', 'n.observed_at', 'p')}`,
    [origin.organisationId, origin.originId],
  );
}

/**
 * Adds the readings that say something new. Equal figures add nothing, unless they are the first to show
 * that the post is settled: the same figure at 30 days says more than at 3.
 * @returns how many were added, and how many said nothing new
 */
export async function mergePostSnapshots(manager: EntityManager, origin: Origin): Promise<{ added: number; unchanged: number }> {
  const figures = figureList();
  const [counts] = await manager.query<{ staged: number; added: number }[]>(
    `WITH added AS (
       INSERT INTO post_snapshot (organisation_id, post_id, observed_at, origin_id, source, definition_day, ${figures})
       SELECT $1, r.post_id, s.observed_at, $2, $3, ((CASE WHEN $3 = 'api' THEN s.observed_at ELSE r.published_at END) AT TIME ZONE c.time_zone)::date, ${figureList('s')}
       FROM staged_reading r JOIN staged_post s ON s.number = r.number JOIN staged_channel c ON c.number = s.channel_number
       LEFT JOIN LATERAL (
         SELECT l.* FROM post_snapshot l WHERE NOT r.is_new AND l.organisation_id = $1 AND l.post_id = r.post_id AND l.observed_at <= s.observed_at
         ORDER BY l.observed_at DESC, l.recorded_at DESC LIMIT 1
       ) l ON true
       CROSS JOIN LATERAL (SELECT r.published_at + c.final_age_days * interval '1 day' AS at) final
       WHERE l.post_id IS NULL OR (${figureList('l')}) IS DISTINCT FROM (${figureList('s')})
         OR (l.observed_at < final.at AND s.observed_at >= final.at)
       ON CONFLICT DO NOTHING RETURNING 1
     ) SELECT (SELECT count(*)::int FROM staged_reading) AS staged, (SELECT count(*)::int FROM added) AS added`,
    [origin.organisationId, origin.originId, origin.source],
  );
  const added = counts?.added ?? 0;
  return { added, unchanged: (counts?.staged ?? 0) - added };
}

/** Follower counts that posts bring along are the channel's on their day; the last one of a day stands. */
export async function mergeFollowersOfPosts(manager: EntityManager, origin: Origin): Promise<number> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO channel_snapshot (organisation_id, channel_id, day, observed_at, source, origin_id, followers)
     SELECT $1, d.channel_id, d.day, d.observed_at, $3, $2, d.followers FROM (
       SELECT DISTINCT ON (c.channel_id, day) c.channel_id, day, s.observed_at, s.followers
       FROM staged_post s JOIN staged_channel c ON c.number = s.channel_number AND c.followers_are_of_channel
       CROSS JOIN LATERAL (SELECT (s.published_at AT TIME ZONE c.time_zone)::date AS day) local
       WHERE s.followers IS NOT NULL ORDER BY c.channel_id, day, s.observed_at DESC, s.published_at DESC, s.number DESC
     ) d WHERE d.followers IS DISTINCT FROM (${latestOfDay('followers', 'd')})
     ON CONFLICT DO NOTHING RETURNING 1`,
    [origin.organisationId, origin.originId, origin.source],
  );
  return rows.length;
}

/** Days of channels: a day whose figures say nothing new is not written again. */
export async function mergeDays(manager: EntityManager, origin: Origin): Promise<{ added: number; unchanged: number }> {
  const figures = ['followers', 'reach', 'views', 'visits', 'followers_reached_28_days'];
  const [counts] = await manager.query<{ staged: number; added: number }[]>(
    `WITH reading AS (
       SELECT DISTINCT ON (c.channel_id, s.day, s.observed_at) c.channel_id, s.*
       FROM staged_day s JOIN staged_channel c ON c.number = s.channel_number ORDER BY c.channel_id, s.day, s.observed_at, s.number DESC
     ), added AS (
       INSERT INTO channel_snapshot (organisation_id, channel_id, day, observed_at, source, origin_id, ${figures.join(', ')})
       SELECT $1, d.channel_id, d.day, d.observed_at, $3, $2, ${figures.map((name) => `d.${name}`).join(', ')} FROM reading d
       WHERE ${figures.map((name) => `(d.${name} IS NOT NULL AND d.${name} IS DISTINCT FROM (${latestOfDay(name, 'd')}))`).join(' OR ')}
       ON CONFLICT DO NOTHING RETURNING 1
     ) SELECT (SELECT count(*)::int FROM reading) AS staged, (SELECT count(*)::int FROM added) AS added`,
    [origin.organisationId, origin.originId, origin.source],
  );
  const added = counts?.added ?? 0;
  return { added, unchanged: (counts?.staged ?? 0) - added };
}

function latestOfDay(column: string, alias: string): string {
  return `SELECT l.${column} FROM channel_snapshot l WHERE l.organisation_id = $1 AND l.channel_id = ${alias}.channel_id AND l.day = ${alias}.day
    AND l.observed_at <= ${alias}.observed_at AND l.${column} IS NOT NULL ORDER BY l.observed_at DESC, l.recorded_at DESC LIMIT 1`;
}
