import type { PlanLine, RecommendationDecision } from '@portee/shared';
import type { EntityManager } from 'typeorm';

/** A line of the plan with the recommendation it was born from; null where it is written by hand. */
export interface OutcomeLineRow extends Pick<PlanLine, 'id' | 'channelId' | 'fromDay' | 'toDay'> {
  dimension: RecommendationDecision['dimension'] | null;
  level: string | null;
  decision: RecommendationDecision['decision'] | null;
  /** The channel of the recommendation. */
  advisedChannelId: string | null;
  /** Lots were drawn of the recommendation, or are being tried of the same dimension on its channel: whoever looked at its posts now would read that before its time. */
  isDrawn: boolean;
}

/** All that stand, ended ones too, the latest begun first. */
export function readOutcomeLines(manager: EntityManager, organisationId: string): Promise<OutcomeLineRow[]> {
  return manager.query(
    `SELECT l.id, l.channel_id AS "channelId", l.from_day::text AS "fromDay", l.to_day::text AS "toDay", d.dimension, d.level, d.decision, d.channel_id AS "advisedChannelId",
       EXISTS (SELECT 1 FROM experiment e WHERE e.organisation_id = $1 AND (
         (e.recommendation_id = d.recommendation_id AND e.state <> 'given_up')
         OR (e.channel_id = coalesce(l.channel_id, d.channel_id) AND e.dimension = d.dimension AND e.state = 'under_way'))) AS "isDrawn"
     FROM plan_line l LEFT JOIN recommendation_decision d ON d.organisation_id = $1 AND d.id = l.decision_id
     WHERE l.organisation_id = $1 AND l.deleted_at IS NULL ORDER BY l.from_day DESC, l.id DESC`,
    [organisationId],
  );
}
