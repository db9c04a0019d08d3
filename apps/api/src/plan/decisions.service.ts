import { Inject, Injectable } from '@nestjs/common';
import { type DecideRecommendation, localDay, type Recommendation, type RecommendationDecision, toTested } from '@portee/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { RecommendationError } from '../recommendations/recommendation-error.js';
import { readRecord } from '../recommendations/stored-advice.query.js';
import { Decision } from './decision.entity.js';
import { type DecisionRow, holdRecommendation, readDecisions } from './decisions.query.js';
import { holdReferences } from './hold-references.query.js';
import { PlanError } from './plan-error.js';
import { PlanLine } from './plan-line.entity.js';
import { leaveRoomForLine } from './plan-lines.query.js';
import { readTested } from './tested.query.js';

/** Who decides on what: an organisation, its day, a role. */
export interface Decider {
  organisationId: string;
  timeZone: string;
  role: string;
}

/** What teams decide of their recommendations. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that stand and those they took the place of, the latest first. */
  list(organisationId: string): Promise<RecommendationDecision[]> {
    return this.transaction.run(organisationId, async (manager) => (await readDecisions(manager, organisationId)).map(toView));
  }

  /**
   * An accepted or adapted one puts its line into the plan, from today on; the line of the decision before goes.
   * @throws RecommendationError recommendation-not-found; PlanError plan-line-limit; ChangedMeanwhile where another decision stands than the one it replaces
   */
  decide(by: Decider, recommendationId: string, wanted: DecideRecommendation): Promise<RecommendationDecision> {
    const { organisationId } = by;
    return this.transaction.run(organisationId, async (manager) => {
      await holdRecommendation(manager, organisationId, recommendationId);
      const record = await readSaid(manager, by, recommendationId);
      await holdReferences(manager, organisationId, { channelId: record.channelId, themeId: null });
      const [before] = await readDecisions(manager, organisationId, recommendationId);
      if (wanted.replaces !== undefined && wanted.replaces !== (before?.id ?? null)) throw new ChangedMeanwhile(before ? toView(before) : null);
      const [id, at] = [newId(), laterThan(before, this.clock())];
      if (before) await takeOutLine(manager, { organisationId, decisionId: before.id, at });
      await keepDecision(manager, by, { id, record, wanted, at });
      return requireStanding(manager, organisationId, recommendationId);
    });
  }

  /**
   * Takes the standing decision back, with its line, as if it had never been taken: the one before stands again. Asked twice, it takes back one.
   * @returns what stands now; null: nothing
   * @throws PlanError decision-not-found; ChangedMeanwhile where another decision stands than the one named
   */
  withdraw(organisationId: string, recommendationId: string, decisionId: string): Promise<RecommendationDecision | null> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdRecommendation(manager, organisationId, recommendationId);
      const [standing, before] = await readDecisions(manager, organisationId, recommendationId);
      if (!standing) throw new PlanError('decision-not-found');
      if (standing.id !== decisionId) throw new ChangedMeanwhile(toView(standing));
      await manager.update(Decision, { organisationId, id: standing.id }, { withdrawnAt: this.clock() });
      await takeOutLine(manager, { organisationId, decisionId: standing.id, at: this.clock() });
      // A line that somebody had taken out before stays out.
      if (before) await manager.update(PlanLine, { organisationId, decisionId: before.id, deletedAt: standing.decidedAt }, { deletedAt: null });
      const [present] = await readDecisions(manager, organisationId, recommendationId);
      return present ? toView(present) : null;
    });
  }
}

/** What the recommendation says: what was tested, where it was. @throws RecommendationError recommendation-not-found */
async function readSaid(manager: EntityManager, { organisationId, timeZone }: Decider, recommendationId: string): Promise<Recommendation> {
  const record = await readRecord(manager, organisationId, recommendationId);
  if (!record) throw new RecommendationError('recommendation-not-found');
  const tested = (await readTested(manager, organisationId)).find((one) => one.recommendationId === recommendationId);
  return tested === undefined ? record : toTested(record, tested, timeZone);
}

/** Keeps a decision with what the record says, and puts its line into the plan. @throws PlanError plan-line-limit */
export async function keepDecision(manager: EntityManager, by: Decider, { id, record, wanted, at }: { id: string; record: Recommendation; wanted: DecideRecommendation; at: Date }): Promise<void> {
  const { organisationId } = by;
  await manager.insert(Decision, { ...decisionOf(record, wanted), organisationId, id, decidedAt: at, decidedBy: by.role, withdrawnAt: null });
  if (!('line' in wanted)) return;
  await leaveRoomForLine(manager, organisationId);
  await insertLine(manager, { ...by, decisionId: id, channelId: record.channelId, today: localDay(at, by.timeZone) }, wanted.line);
}

/** Clocks of several machines differ; which decision stands does not hang on them. */
function laterThan(before: DecisionRow | undefined, now: Date): Date {
  return before === undefined ? now : new Date(Math.max(now.getTime(), before.decidedAt.getTime() + 1));
}

async function takeOutLine(manager: EntityManager, { organisationId, decisionId, at }: { organisationId: string; decisionId: string; at: Date }): Promise<void> {
  await manager.update(PlanLine, { organisationId, decisionId, deletedAt: IsNull() }, { deletedAt: at });
}

async function requireStanding(manager: EntityManager, organisationId: string, recommendationId: string): Promise<RecommendationDecision> {
  const [standing] = await readDecisions(manager, organisationId, recommendationId);
  if (!standing) throw new PlanError('decision-not-found');
  return toView(standing);
}

function decisionOf({ id, channelId, dimension, level, verdict, effect, low, high, tested, posts }: Recommendation, wanted: DecideRecommendation): Omit<Decision, 'organisationId' | 'id' | 'decidedAt' | 'decidedBy' | 'withdrawnAt'> {
  return {
    recommendationId: id, channelId, dimension, level, decision: wanted.decision, said: { verdict, effect, low, high, posts: tested?.posts ?? posts },
    reason: 'reason' in wanted ? wanted.reason : null, until: 'until' in wanted ? wanted.until : null,
  };
}

interface Born {
  organisationId: string;
  channelId: string;
  decisionId: string;
  today: string;
}

async function insertLine(manager: EntityManager, { organisationId, channelId, decisionId, today }: Born, line: Extract<DecideRecommendation, { line: unknown }>['line']): Promise<void> {
  await manager.insert(PlanLine, { organisationId, id: newId(), channelId, decisionId, ...line, fromDay: today, toDay: null, version: 1, deletedAt: null });
}

function toView({ decidedAt, ...decision }: DecisionRow): RecommendationDecision {
  return { ...decision, decidedAt: decidedAt.toISOString() };
}
