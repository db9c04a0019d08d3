import type { EntityManager } from 'typeorm';
import { type DaySpan, FULL_POST_STAT_COLUMNS, type FullPostStatRow } from '../../posts/post-stat-row.js';

/** A settled post with what its text and its team say of it. */
export interface AnalysedPostRow extends FullPostStatRow {
  text: string | null;
  authorRole: string | null;
  /** Told by a file, and given by the team or its words; in no order, and the same one may be in both. */
  fileThemes: string[];
  givenThemes: string[];
}

/** Posts of one channel published in a span of local days, oldest first. */
export function readAnalysedPosts(manager: EntityManager, channel: { organisationId: string; id: string }, span: DaySpan): Promise<AnalysedPostRow[]> {
  return manager.query(
    `SELECT ${FULL_POST_STAT_COLUMNS}, p.text, p.author_role AS "authorRole", p.themes AS "fileThemes", coalesce(g.names, '{}') AS "givenThemes"
     FROM post_stat s
     JOIN post p ON p.organisation_id = $1 AND p.id = s.post_id
     LEFT JOIN LATERAL (
       SELECT array_agg(t.name) AS names FROM post_theme x JOIN theme t ON t.organisation_id = $1 AND t.id = x.theme_id
       WHERE x.organisation_id = $1 AND x.post_id = s.post_id AND coalesce(x.by_hand, x.by_words)
     ) g ON true
     WHERE s.organisation_id = $1 AND s.channel_id = $2 AND s.local_day BETWEEN $3 AND $4 ORDER BY s.published_at, s.post_id`,
    [channel.organisationId, channel.id, span.from, span.to],
  );
}
