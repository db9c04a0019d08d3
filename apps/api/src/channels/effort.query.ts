import type { EffortMonth } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** What was entered for a channel and month; months for which nobody entered anything have no row. */
export interface EffortRow extends EffortMonth {
  channelId: string;
}

/** Months of channels, both included, oldest first. Euros are added up before they become numbers: exact to the cent. */
export function readEffort(manager: EntityManager, wanted: { organisationId: string; channelIds: readonly string[]; from: string; to: string }): Promise<EffortRow[]> {
  return manager.query(
    `WITH spent AS (
       SELECT channel_id, month, sum(euros) AS euros, sum(euros) FILTER (WHERE post_id IS NULL) AS of_channel,
         jsonb_agg(jsonb_build_object('postId', post_id, 'euros', euros) ORDER BY post_id) FILTER (WHERE post_id IS NOT NULL) AS of_posts
       FROM spend WHERE organisation_id = $1 AND channel_id = ANY ($2::uuid[]) AND month BETWEEN $3 AND $4 GROUP BY channel_id, month
     ), worked AS (
       SELECT channel_id, month, hours FROM effort WHERE organisation_id = $1 AND channel_id = ANY ($2::uuid[]) AND month BETWEEN $3 AND $4
     )
     SELECT channel_id AS "channelId", month, hours::float8 AS hours, euros::float8 AS euros, of_channel::float8 AS "eurosOfChannel",
       coalesce(of_posts, '[]') AS "eurosOfPosts"
     FROM worked FULL JOIN spent USING (channel_id, month) ORDER BY channel_id, month`,
    [wanted.organisationId, wanted.channelIds, wanted.from, wanted.to],
  );
}

/** A month of a channel, and when what follows was said of it. */
export interface CostPlace {
  organisationId: string;
  channelId: string;
  month: string;
  at: Date;
}

/** @param hours  null takes the figure back */
export async function writeHours(manager: EntityManager, place: CostPlace, hours: number | null): Promise<void> {
  const key = [place.organisationId, place.channelId, place.month];
  if (hours === null) {
    await manager.query('DELETE FROM effort WHERE organisation_id = $1 AND channel_id = $2 AND month = $3', key);
    return;
  }
  await manager.query(
    `INSERT INTO effort (organisation_id, channel_id, month, hours, entered_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organisation_id, channel_id, month) DO UPDATE SET hours = excluded.hours, entered_at = excluded.entered_at`,
    [...key, hours, place.at],
  );
}

/** Euros of no single post. @param euros  null takes the figure back */
export async function writeChannelEuros(manager: EntityManager, place: CostPlace, euros: number | null): Promise<void> {
  if (euros !== null) return insertEuros(manager, place, { postId: null, euros });
  await manager.query('DELETE FROM spend WHERE organisation_id = $1 AND channel_id = $2 AND month = $3 AND post_id IS NULL', [place.organisationId, place.channelId, place.month]);
}

/** Euros of one post, in the month in which it was published: a post has one figure. @param euros  null takes it back */
export async function writePostEuros(manager: EntityManager, place: CostPlace, { postId, euros }: { postId: string; euros: number | null }): Promise<void> {
  // Whatever its month: its instant or its zone may have been corrected since.
  await manager.query('DELETE FROM spend WHERE organisation_id = $1 AND post_id = $2 AND ($3::text IS NULL OR month <> $3)', [place.organisationId, postId, euros === null ? null : place.month]);
  if (euros !== null) await insertEuros(manager, place, { postId, euros });
}

async function insertEuros(manager: EntityManager, place: CostPlace, { postId, euros }: { postId: string | null; euros: number }): Promise<void> {
  await manager.query(
    `INSERT INTO spend (organisation_id, channel_id, month, post_id, euros, entered_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organisation_id, channel_id, month, post_id) DO UPDATE SET euros = excluded.euros, entered_at = excluded.entered_at`,
    [place.organisationId, place.channelId, place.month, postId, euros, place.at],
  );
}
