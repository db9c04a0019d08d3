import type { EntityManager } from 'typeorm';
import { figureList } from './figure-columns.js';
import { describeStaged, joinWhole } from './staging-tables.js';

/** Where a batch of readings comes from. */
export interface Origin {
  organisationId: string;
  /** The import or ingestion run. */
  originId: string;
  source: 'api' | 'file' | 'hand' | 'demo';
  /** Remember descriptions that this batch changes, so that it can be undone (imports). */
  remembersReplaced: boolean;
}

const COLUMNS = ['format', 'text', 'search_text', 'url', 'paid', 'is_share', 'author_role', 'themes', 'deleted_at', 'published_at'];
const describe = (alias: string) => COLUMNS.map((column) => `${alias}.${column}`).join(', ');

/** How many readings are staged, and of how many posts. */
export interface StagedCounts {
  readings: number;
  created: number;
  known: number;
}

/**
 * Tells which post each staged reading speaks of, known or yet to be created, and which of a post's readings describes
 * it: the newest. Of two readings of one instant the last staged stands; the other is left out.
 * @param channelIds  the channels staged: said once more, so that no other channel's posts are looked through
 */
export async function nameStagedReadings(manager: EntityManager, { organisationId }: Origin, channelIds: readonly string[]): Promise<StagedCounts> {
  await manager.query(
    `INSERT INTO staged_reading (number, channel_id, post_id, published_at, is_new, is_newest)
     SELECT r.number, r.channel_id, r.post_id, r.published_at, r.is_new, r.is_newest FROM (
       SELECT s.number, c.channel_id, coalesce(p.id, first_value(s.candidate_id) OVER newest) AS post_id,
         CASE WHEN p.described_at > first_value(s.observed_at) OVER newest THEN p.published_at ELSE first_value(s.published_at) OVER newest END AS published_at,
         p.id IS NULL AS is_new, row_number() OVER newest = 1 AS is_newest, s.observed_at = lag(s.observed_at) OVER newest AS is_again
       FROM staged_post s JOIN staged_channel c ON c.number = s.channel_number
       LEFT JOIN post p ON p.organisation_id = $1 AND p.channel_id = ANY ($2::uuid[]) AND p.channel_id = c.channel_id AND p.external_id = s.external_id
       WINDOW newest AS (PARTITION BY c.channel_id, s.external_id COLLATE "C" ORDER BY s.observed_at DESC, s.number DESC)
     ) r WHERE r.is_again IS NOT TRUE`,
    [organisationId, channelIds],
  );
  const counts = await countStagedReadings(manager);
  await describeStaged(manager, 'staged_reading', counts.readings);
  await joinWhole(manager, counts.readings);
  return counts;
}

async function countStagedReadings(manager: EntityManager): Promise<StagedCounts> {
  const [counts] = await manager.query<StagedCounts[]>(
    `SELECT count(*)::int AS readings, (count(*) FILTER (WHERE is_newest AND is_new))::int AS created,
       (count(*) FILTER (WHERE is_newest AND NOT is_new))::int AS known FROM staged_reading`,
  );
  return counts ?? { readings: 0, created: 0, known: 0 };
}

/** Creates the posts met for the first time. Nobody else can have created them meanwhile: the ledger is held. */
export async function createPosts(manager: EntityManager, origin: Origin): Promise<void> {
  await manager.query(
    `INSERT INTO post (organisation_id, channel_id, id, external_id, ${COLUMNS.join(', ')}, described_at, origin_id)
     SELECT $1, r.channel_id, r.post_id, s.external_id, ${describe('s')}, s.observed_at, $2
     FROM staged_reading r JOIN staged_post s ON s.number = r.number WHERE r.is_newest AND r.is_new`,
    [origin.organisationId, origin.originId],
  );
}

/** Known posts of which the newest reading staged is later than their description, or another of the same instant: then the last recorded stands. */
const NEWER_DESCRIPTIONS = `staged_reading r JOIN staged_post s ON s.number = r.number
  WHERE r.is_newest AND NOT r.is_new AND p.organisation_id = $1 AND p.id = r.post_id
    AND (s.observed_at > p.described_at OR (s.observed_at = p.described_at AND (${describe('s')}) IS DISTINCT FROM (${describe('p')})))`;

/**
 * Known posts take a newer description, with what is unknown in it left as it was; an older file never overwrites a newer one.
 * A post that its network shows again is no longer deleted.
 */
export async function describePosts(manager: EntityManager, origin: Origin): Promise<void> {
  if (origin.remembersReplaced) await rememberReplaced(manager, origin);
  await manager.query(
    `UPDATE post p SET
       format = coalesce(s.format, p.format), text = coalesce(s.text, p.text), search_text = coalesce(s.search_text, p.search_text),
       url = coalesce(s.url, p.url), paid = coalesce(s.paid, p.paid), is_share = s.is_share, author_role = coalesce(s.author_role, p.author_role),
       themes = CASE WHEN s.themes = '{}' THEN p.themes ELSE s.themes END, deleted_at = CASE WHEN $2 = 'api' THEN s.deleted_at ELSE coalesce(s.deleted_at, p.deleted_at) END,
       published_at = s.published_at, described_at = s.observed_at
     FROM ${NEWER_DESCRIPTIONS}`,
    [origin.organisationId, origin.source],
  );
}

async function rememberReplaced(manager: EntityManager, origin: Origin): Promise<void> {
  await manager.query(
    `INSERT INTO import_replaced (organisation_id, import_id, post_id, description)
     SELECT $1, $2, p.id, to_jsonb(p) FROM post p, ${NEWER_DESCRIPTIONS}`,
    [origin.organisationId, origin.originId],
  );
}

/**
 * Adds the readings that say something new. Equal figures add nothing, unless they are the first to show
 * that the post is settled (the same figure at 30 days says more than at 3), or those of a file that confirms another
 * source: a file is trusted where an API that was asked late is not.
 * @returns how many were added
 */
export async function mergePostSnapshots(manager: EntityManager, origin: Origin): Promise<number> {
  const figures = figureList();
  const [counts] = await manager.query<{ added: number }[]>(
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
         OR (l.observed_at < final.at AND s.observed_at >= final.at) OR ($3 = 'file' AND l.source <> 'file')
       ON CONFLICT DO NOTHING RETURNING 1
     ) SELECT count(*)::int AS added FROM added`,
    [origin.organisationId, origin.originId, origin.source],
  );
  return counts?.added ?? 0;
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
