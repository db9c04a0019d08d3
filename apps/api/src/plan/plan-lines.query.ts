import { MAX_PLAN_LINES } from '@portee/shared';
import { type EntityManager, IsNull } from 'typeorm';
import type { Forgetting } from './bring-back.js';
import { Decision } from './decision.entity.js';
import { holdRecommendation, readDecisions } from './decisions.query.js';
import { PlanError } from './plan-error.js';
import { PlanLine } from './plan-line.entity.js';

/** @throws PlanError plan-line-limit */
export async function leaveRoomForLine(manager: EntityManager, organisationId: string): Promise<void> {
  if ((await manager.countBy(PlanLine, { organisationId, deletedAt: IsNull() })) >= MAX_PLAN_LINES) throw new PlanError('plan-line-limit', { most: MAX_PLAN_LINES });
}

/** Makes sure that the decision a line was born from stands, until the transaction ends. @throws PlanError plan-line-undecided */
export async function holdDecisionOf(manager: EntityManager, { organisationId, decisionId }: PlanLine): Promise<void> {
  if (decisionId === null) return;
  const { recommendationId } = await manager.findOneByOrFail(Decision, { organisationId, id: decisionId });
  await holdRecommendation(manager, organisationId, recommendationId);
  const [standing] = await readDecisions(manager, organisationId, recommendationId);
  if (standing?.id !== decisionId) throw new PlanError('plan-line-undecided');
}

/** A line of a decision that may stand again stays with it. */
export async function forgetLines({ manager, organisationId, before }: Forgetting): Promise<void> {
  await manager.query(
    `DELETE FROM plan_line l WHERE l.organisation_id = $1 AND l.deleted_at < $2
       AND NOT EXISTS (SELECT 1 FROM recommendation_decision d WHERE d.organisation_id = $1 AND d.id = l.decision_id AND d.withdrawn_at IS NULL)`,
    [organisationId, before],
  );
}
