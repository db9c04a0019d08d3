import type { EntityManager } from 'typeorm';
import { themeNames } from '../../posts/held-themes.query.js';
import { type DaySpan, FULL_POST_STAT_COLUMNS, type FullPostStatRow } from '../../posts/post-stat-row.js';

/** A settled post with what its text and its team say of it. */
export interface AnalysedPostRow extends FullPostStatRow {
  text: string | null;
  authorRole: string | null;
  /** In no order. */
  themes: string[];
}

const OF_SPAN = 's.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4';

/** Posts of one channel published in a span of local days, oldest first. */
export function readAnalysedPosts(manager: EntityManager, channel: { organisationId: string; id: string }, span: DaySpan): Promise<AnalysedPostRow[]> {
  return manager.query(
    `SELECT ${FULL_POST_STAT_COLUMNS}, p.text, p.author_role AS "authorRole", coalesce(g.names, '{}') AS themes
     FROM post_stat s JOIN post p ON p.organisation_id = $1 AND p.id = s.post_id LEFT JOIN ${themeNames('$1', `SELECT s.post_id FROM post_stat s WHERE ${OF_SPAN}`)} g ON g.post_id = s.post_id
     WHERE ${OF_SPAN} ORDER BY s.published_at, s.post_id`,
    [channel.organisationId, channel.id, span.from, span.to],
  );
}
