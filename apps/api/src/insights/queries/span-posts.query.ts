import type { EntityManager } from 'typeorm';
import { themeNames } from '../../posts/held-themes.query.js';
import type { DaySpan } from '../../posts/post-stat-row.js';
import type { AnalysedPost } from '../analysed-post.js';
import type { AnsweredPost, ReachPost } from '../group-figures.js';

/** Where the posts of a span lie. */
export interface SpanPlace {
  organisationId: string;
  channelId: string;
  /** Local days, both included. */
  days: DaySpan;
  /** Days whose definitions a post's figures may follow. */
  definitionDays: DaySpan;
  /** Nothing is published later. */
  at: Date;
}

/** Each question reads the columns it asks for and no others: reading rows is most of what its answer costs. */
const REACH = 's.paid, s.ineligible, s.reach, s.reach_organic AS "reachOrganic", s.followers';
const ANSWERS = `${REACH}, s.likes, s.comments, s.shares, s.clicks`;
const OF_SPAN = `s.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4 AND s.definition_day BETWEEN $5 AND $6 AND s.published_at <= $7`;

export interface TimedPostRow extends ReachPost {
  localDay: string;
  /** Minute of the local day, 0 to 1439. */
  localMinute: number;
}

/** Posts that count, in no order. */
export function readTimedPosts(manager: EntityManager, place: SpanPlace): Promise<TimedPostRow[]> {
  return manager.query(
    `SELECT s.local_day::text AS "localDay", s.local_minute AS "localMinute", ${REACH} FROM post_stat s WHERE ${OF_SPAN} AND s.ineligible IS NULL`,
    parametersOf(place),
  );
}

export type FormattedPostRow = AnsweredPost & Pick<AnalysedPost, 'format' | 'themes'>;

/** All posts, in no order; their themes in no order either. */
export function readFormattedPosts(manager: EntityManager, place: SpanPlace): Promise<FormattedPostRow[]> {
  return manager.query(
    `SELECT s.format, ${ANSWERS}, coalesce(g.names, '{}') AS themes
     FROM post_stat s LEFT JOIN ${themeNames('$1', `SELECT s.post_id FROM post_stat s WHERE ${OF_SPAN}`)} g ON g.post_id = s.post_id WHERE ${OF_SPAN}`,
    parametersOf(place),
  );
}

export type TextPostRow = AnsweredPost & Pick<AnalysedPost, 'id' | 'publishedAt' | 'localDay' | 'text'>;

/** All posts with their texts, oldest first. OFFSET 0: looked up one by one, so that the cost grows with the span and not with the channel's history. */
export function readTextPosts(manager: EntityManager, place: SpanPlace): Promise<TextPostRow[]> {
  return manager.query(
    `SELECT s.post_id AS id, s.published_at AS "publishedAt", s.local_day::text AS "localDay", p.text, ${ANSWERS}
     FROM post_stat s CROSS JOIN LATERAL (SELECT p.text FROM post p WHERE p.organisation_id = $1 AND p.id = s.post_id OFFSET 0) p WHERE ${OF_SPAN} ORDER BY s.published_at, s.post_id`,
    parametersOf(place),
  );
}

function parametersOf({ organisationId, channelId, days, definitionDays, at }: SpanPlace): unknown[] {
  return [organisationId, channelId, days.from, days.to, definitionDays.from, definitionDays.to, at];
}
