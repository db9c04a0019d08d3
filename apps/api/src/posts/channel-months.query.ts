import { METHOD_VERSION, firstDay, lastDay } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { ChannelMonth, MeasuredChannel } from './channel-months.js';
import type { MonthPost } from './month-figures.js';

/** Settled posts of a channel in these months, given in the order of time; oldest first. The span is for the index. */
export function readMonthPosts(manager: EntityManager, channel: MeasuredChannel, months: readonly string[]): Promise<MonthPost[]> {
  return manager.query(
    `SELECT s.local_day::text AS "localDay", s.definition_day::text AS "definitionDay", s.paid, s.ineligible, s.followers, s.followers_estimated AS "followersEstimated",
       s.reach, s.reach_organic AS "reachOrganic", s.reach_followers AS "reachFollowers", s.views, s.views_followers AS "viewsFollowers",
       s.likes, s.comments, s.shares, s.observed_at AS "observedAt"
     FROM post_stat s
     WHERE s.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4 AND to_char(s.local_day, 'YYYY-MM') = ANY ($5::text[])
     ORDER BY s.published_at, s.post_id`,
    [channel.organisationId, channel.id, firstDay(months[0] ?? ''), lastDay(months.at(-1) ?? ''), months],
  );
}

/** Writes the parts of the months named in place of what stood there; what is as it was is not written again. */
export async function replaceMonths(manager: EntityManager, channel: MeasuredChannel, { months, parts }: { months: readonly string[]; parts: readonly ChannelMonth[] }): Promise<void> {
  await manager.query(
    `WITH part AS (
       SELECT * FROM jsonb_to_recordset($4::jsonb) AS p(month text, definition text, "from" date, "to" date, figures jsonb)
     ), gone AS (
       DELETE FROM channel_month m WHERE m.organisation_id = $1 AND m.channel_id = $2 AND m.month = ANY ($3::text[])
         AND NOT EXISTS (SELECT 1 FROM part WHERE part.month = m.month AND part.definition = m.definition)
     ) INSERT INTO channel_month (organisation_id, channel_id, month, definition, from_day, to_day, figures, method_version)
     SELECT $1, $2, month, definition, "from", "to", figures, $5 FROM part
     ON CONFLICT (organisation_id, channel_id, month, definition) DO UPDATE SET
       from_day = excluded.from_day, to_day = excluded.to_day, figures = excluded.figures, method_version = excluded.method_version
     WHERE (channel_month.from_day, channel_month.to_day, channel_month.figures, channel_month.method_version)
       IS DISTINCT FROM (excluded.from_day, excluded.to_day, excluded.figures, excluded.method_version)`,
    [channel.organisationId, channel.id, months, JSON.stringify(parts), METHOD_VERSION],
  );
}
