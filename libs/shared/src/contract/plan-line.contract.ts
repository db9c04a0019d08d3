import { z } from 'zod';
import { planLineKinds } from './choices.js';
import { planRole, planVersion, singleLine } from './plan-calendar.contract.js';
import { askedDay, day, instant, uuid } from './primitives.contract.js';
import { recommendation, verdict } from './recommendation.contract.js';

/** Lines that an organisation may have at once. */
export const MAX_PLAN_LINES = 500;

const paragraph = (longest: number) => z.string().trim().max(longest);

const lineRest = {
  /** Null: of all channels. */
  channelId: uuid.nullable(),
  note: paragraph(2_000).nullable(),
  role: planRole.nullable(),
  /** Null: until the team decides otherwise. */
  toDay: askedDay.nullable(),
};
const line = { kind: z.enum(planLineKinds), title: singleLine(200), fromDay: askedDay };
const endsAfterBegin = ({ fromDay, toDay }: { fromDay: string; toDay: string | null }): boolean => toDay === null || fromDay <= toDay;
const reversed = { error: 'period-reversed', path: ['toDay'] };

/** Something that the team means to do, written by hand. */
export const createPlanLine = z
  .object({ ...line, channelId: lineRest.channelId.default(null), note: lineRest.note.default(null), role: lineRest.role.default(null), toDay: lineRest.toDay.default(null) })
  .refine(endsAfterBegin, reversed)
  .meta({ id: 'CreatePlanLine' });
export type CreatePlanLine = z.infer<typeof createPlanLine>;
/** The whole of it: what is left out is refused, not emptied. */
export const updatePlanLine = z.object({ ...line, ...lineRest, version: planVersion }).refine(endsAfterBegin, reversed).meta({ id: 'UpdatePlanLine' });
export type UpdatePlanLine = z.infer<typeof updatePlanLine>;
export const planLine = z
  .object({
    id: uuid, ...line, ...lineRest, fromDay: day, toDay: day.nullable(), version: planVersion,
    /** The decision that it was born from; null: written by hand. */
    decisionId: uuid.nullable(),
  })
  .meta({ id: 'PlanLine' });
export type PlanLine = z.infer<typeof planLine>;

const reason = singleLine(500);
/** The decision that whoever decides has before their eyes, null being none: where another one stands by now, nothing is decided. Left out: whatever stands. */
const replaces = uuid.nullable().optional();
/** A line that a decision puts into the plan. */
const decidedLine = z.object({ kind: z.enum(planLineKinds), title: singleLine(200), role: lineRest.role.default(null), note: lineRest.note.default(null) });
/** What the team decides of a recommendation. An adaptation says what is done instead, a refusal why: both are remembered. */
export const decideRecommendation = z
  .discriminatedUnion('decision', [
    z.object({ decision: z.literal('accepted'), line: decidedLine, replaces }),
    z.object({ decision: z.literal('adapted'), line: decidedLine, reason, replaces }),
    z.object({ decision: z.literal('postponed'), until: askedDay, reason: reason.nullable().default(null), replaces }),
    z.object({ decision: z.literal('refused'), reason, replaces }),
  ])
  .meta({ id: 'DecideRecommendation' });
export type DecideRecommendation = z.infer<typeof decideRecommendation>;
/** The decision that is taken back: where another one stands by now, none is. */
export const withdrawnDecision = z.object({ decision: uuid });
export type WithdrawnDecision = z.infer<typeof withdrawnDecision>;

export const recommendationDecision = z
  .object({
    id: uuid, recommendationId: uuid, channelId: uuid, dimension: recommendation.shape.dimension, level: z.string().nullable(),
    decision: z.enum(['accepted', 'adapted', 'postponed', 'refused']),
    reason: z.string().nullable(),
    /** Of a postponed one: the first day on which it is asked again. */
    until: day.nullable(),
    /** Of an accepted or adapted one, as long as its line stands in the plan. */
    lineId: uuid.nullable(),
    /** What was known when it was decided. */
    said: z.object({ verdict, effect: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), posts: z.number().int() }),
    decidedAt: instant,
    /** Decided by somebody of this role. */
    by: z.string(),
    /** The last of its recommendation; the others are history. */
    isStanding: z.boolean(),
  })
  .meta({ id: 'RecommendationDecision' });
export type RecommendationDecision = z.infer<typeof recommendationDecision>;

/** A recommendation that was answered and is not asked again, and on which local day. */
export const settledDecision = z.object({ recommendationId: uuid, decision: recommendationDecision.shape.decision, day }).meta({ id: 'SettledDecision' });
export type SettledDecision = z.infer<typeof settledDecision>;
