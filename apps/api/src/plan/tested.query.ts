import type { TestedRecommendation } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** Of each recommendation that was tested, what its last experiment was read to say. */
export function readTested(manager: EntityManager, organisationId: string): Promise<TestedRecommendation[]> {
  return manager.query(
    `SELECT DISTINCT ON (e.recommendation_id) e.recommendation_id AS "recommendationId", e.channel_id AS "channelId", e.id AS "experimentId", e.dimension, e.level, e.against,
       e.reading ->> 'verdict' AS verdict, (e.reading ->> 'effect')::float8 AS effect, (e.reading ->> 'low')::float8 AS low, (e.reading ->> 'high')::float8 AS high,
       (e.reading ->> 'done')::int AS posts, (e.reading ->> 'isShort')::boolean AS "isShort",
       (SELECT count(*)::int FROM experiment g WHERE g.organisation_id = $1 AND g.recommendation_id = e.recommendation_id AND g.state = 'given_up' AND g.started_at < e.started_at) AS "givenUpBefore", to_char(e.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "readAt"
     FROM experiment e WHERE e.organisation_id = $1 AND e.reading ->> 'state' = 'tested' ORDER BY e.recommendation_id, e.ended_at DESC, e.id DESC`,
    [organisationId],
  );
}
