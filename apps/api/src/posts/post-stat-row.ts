import type { IneligibleReason, PostFormat } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { PostFigures } from '../networks/core/readings.js';

/** A post as settled in `post_stat`: final figures where final, otherwise the latest. Null is unknown. */
export interface PostStatRow extends Omit<PostFigures, 'videoViews' | 'watchTimeSeconds'> {
  postId: string;
  channelId: string;
  publishedAt: Date;
  localDay: string;
  format: PostFormat | null;
  paid: boolean | null;
  isFinal: boolean;
  ageUnknown: boolean;
  ineligible: IneligibleReason | null;
  definitionDay: string;
  followersEstimated: boolean;
  observedAt: Date;
}

/** Column list that yields a PostStatRow from `post_stat AS s`. Days leave the database as text: a Date would shift them. */
export const POST_STAT_COLUMNS = `
  s.post_id AS "postId", s.channel_id AS "channelId", s.published_at AS "publishedAt", s.local_day::text AS "localDay", s.format, s.paid,
  s.is_final AS "isFinal", s.age_unknown AS "ageUnknown", s.ineligible, s.definition_day::text AS "definitionDay",
  s.followers, s.followers_estimated AS "followersEstimated",
  s.reach, s.reach_organic AS "reachOrganic", s.reach_paid AS "reachPaid", s.reach_followers AS "reachFollowers",
  s.views, s.views_organic AS "viewsOrganic", s.views_paid AS "viewsPaid", s.views_followers AS "viewsFollowers",
  s.likes, s.comments, s.shares, s.saves, s.clicks, s.observed_at AS "observedAt"`;

/** Every column of `post_stat`. */
export interface FullPostStatRow extends PostStatRow {
  /** Minute of the local day, 0 to 1439. */
  localMinute: number;
}

/** Column list that yields a FullPostStatRow from `post_stat AS s`. */
export const FULL_POST_STAT_COLUMNS = `${POST_STAT_COLUMNS}, s.local_minute AS "localMinute"`;

/** Span of local days, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

/** Posts of one channel published in a span of local days, oldest first. */
export function readPostStats(manager: EntityManager, channel: { organisationId: string; id: string }, span: DaySpan): Promise<PostStatRow[]> {
  return manager.query(
    `SELECT ${POST_STAT_COLUMNS} FROM post_stat s
     WHERE s.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4 ORDER BY s.published_at, s.post_id`,
    [channel.organisationId, channel.id, span.from, span.to],
  );
}
