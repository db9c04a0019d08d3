import { SERIES_BEGINNING, type SeriesPost } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { DaySpan } from '../posts/post-stat-row.js';
import type { PublishedPost } from './likeness.js';

/** What tells a post apart from others: when it came, how it looks, and how its text begins. */
export type ToldPostRow = SeriesPost & Pick<PublishedPost, 'format'>;

/** Posts of a channel published in a span of local days and until an instant, oldest first: those that count for nothing as well. */
export function readToldPosts(manager: EntityManager, { organisationId, id }: { organisationId: string; id: string }, { from, to, at }: DaySpan & { at: Date }): Promise<ToldPostRow[]> {
  return manager.query(
    `SELECT s.post_id AS id, s.published_at AS "publishedAt", s.local_day::text AS "localDay", s.format, s.ineligible, left(p.text, $6) AS text
     FROM post_stat s JOIN post p ON p.organisation_id = $1 AND p.id = s.post_id
     WHERE s.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4 AND s.published_at <= $5 ORDER BY s.published_at, s.post_id`,
    [organisationId, id, from, to, at, SERIES_BEGINNING],
  );
}
