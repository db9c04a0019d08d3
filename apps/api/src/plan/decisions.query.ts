import type { RecommendationDecision } from '@portee/shared';
import type { EntityManager } from 'typeorm';

export type DecisionRow = Omit<RecommendationDecision, 'decidedAt'> & { decidedAt: Date };

/** Decisions that were not taken back, the latest first; of all recommendations, or of the one named. */
export function readDecisions(manager: EntityManager, organisationId: string, recommendationId: string | null = null): Promise<DecisionRow[]> {
  return manager.query(
    `SELECT d.id, d.recommendation_id AS "recommendationId", d.channel_id AS "channelId", d.dimension, d.level, d.decision, d.reason, d.until::text AS until,
       l.id AS "lineId", d.said, d.decided_at AS "decidedAt", d.decided_by AS by,
       row_number() OVER (PARTITION BY d.recommendation_id ORDER BY d.decided_at DESC, d.id DESC) = 1 AS "isStanding"
     FROM recommendation_decision d
     LEFT JOIN plan_line l ON l.organisation_id = $1 AND l.decision_id = d.id AND l.deleted_at IS NULL
     WHERE d.organisation_id = $1 AND d.withdrawn_at IS NULL AND ($2::uuid IS NULL OR d.recommendation_id = $2)
     ORDER BY d.decided_at DESC, d.id DESC`,
    [organisationId, recommendationId],
  );
}

/** Two people decide on a recommendation one after the other, until the transaction ends. */
export async function holdRecommendation(manager: EntityManager, organisationId: string, recommendationId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`decision ${organisationId} ${recommendationId}`]);
}
