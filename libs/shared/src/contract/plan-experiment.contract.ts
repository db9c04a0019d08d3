import { z } from 'zod';
import { MAX_PLAN_DAYS } from '../plan/occurrences.js';
import { clockTime, planRole, planVersion, plannedPost, singleLine } from './plan-calendar.contract.js';
import { postFormat } from './post.contract.js';
import { askedDay, day, instant, uuid } from './primitives.contract.js';
import { adviceDimensions } from './recommendation.contract.js';

const DAY_MS = 86_400_000;

/** `level` is the one in question, `against` the one it is tried against. */
export const experimentArm = z.enum(['level', 'against']);
/** Experiments on the same recommendation that were given up before: what is tried until it pleases proves less. */
const givenUpBefore = z.number().int().nonnegative();
/** What an experiment compares: `hour_band evening` against `hour_band morning`. */
const tried = { channelId: uuid, recommendationId: uuid, dimension: z.enum(adviceDimensions), level: z.string(), against: z.string() };
/** The effect to be seen, a fraction: +1 is "twice as many people". Left out: the one that the recommendation shows. */
const asked = { recommendationId: uuid, sees: z.coerce.number().min(-0.9).max(9).optional() };

export const experimentQuery = z.object(asked);
export type ExperimentQuery = z.infer<typeof experimentQuery>;
/** What an experiment would take. */
export const experimentProposal = z
  .object({
    ...tried,
    sees: z.number(),
    /** Posts in each of the two arms; null: more than anybody could publish. */
    eachArm: z.number().int().min(10).nullable(),
    /** At the pace of the channel; null: it has none, or no size would do. */
    months: z.number().nullable(),
    /** « Votre canal est trop petit pour le savoir » : it would take over a year. Nothing can be started. */
    isTooSmall: z.boolean(),
    /** Today where the channel is, and the last day it would be given: a quarter more than its months, for posts that are lost. */
    startsDay: day, lastDay: day.nullable(),
    /** The experiment that is under way on the channel: one at a time; null: none. */
    underWayId: uuid.nullable(),
    givenUpBefore,
  })
  .meta({ id: 'ExperimentProposal' });
export type ExperimentProposal = z.infer<typeof experimentProposal>;

const endsAfterBegin = ({ startsDay, lastDay }: { startsDay: string; lastDay: string }): boolean => startsDay < lastDay;
const isShort = ({ startsDay, lastDay }: { startsDay: string; lastDay: string }): boolean => !(Date.parse(lastDay) - Date.parse(startsDay) >= MAX_PLAN_DAYS * DAY_MS);
/** Days are the channel's, and stay what they are from here on. */
export const startExperiment = z
  .object({ ...asked, sees: z.number().min(-0.9).max(9).optional(), startsDay: askedDay, lastDay: askedDay })
  .refine(endsAfterBegin, { error: 'period-reversed', path: ['lastDay'] })
  .refine(isShort, { error: 'span-too-long', path: ['lastDay'] })
  .meta({ id: 'StartExperiment' });
export type StartExperiment = z.infer<typeof startExperiment>;

const said = { format: postFormat.nullable().default(null), themeId: uuid.nullable().default(null), role: planRole.nullable().default(null), note: z.string().trim().max(1_000).nullable().default(null) };
/** A post for the experiment: one of the calendar, in the version before one's eyes, or a new one. What the draw says of it is written into it. */
export const placePost = z
  .discriminatedUnion('from', [
    z.object({ from: z.literal('calendar'), plannedPostId: uuid, version: planVersion }),
    z.object({ from: z.literal('new'), title: singleLine(120), day: askedDay, time: clockTime, ...said }),
  ])
  .meta({ id: 'PlacePost' });
export type PlacePost = z.infer<typeof placePost>;
export const changeExperiment = z.object({ version: planVersion }).meta({ id: 'ChangeExperiment' });
export type ChangeExperiment = z.infer<typeof changeExperiment>;

export const experimentSlot = z
  .object({
    position: z.number().int(), block: z.number().int(),
    /** How its post must be published; null as long as it is free: whoever knew what comes next could choose the post that gets it. */
    arm: experimentArm.nullable(),
    /** What that is: the level of the experiment's dimension; null as long as it is free. */
    drawn: z.string().nullable(),
    /** `free`: no post is placed; `placed`: one is; `given-up`: it was taken out of the calendar, or its week ended with the block half-filled; `published`. */
    state: z.enum(['free', 'placed', 'given-up', 'published']),
    plannedPostId: uuid.nullable(),
    /** The post that fills it, as far as can be told now; once read, that which was read. */
    postId: uuid.nullable(),
  })
  .meta({ id: 'ExperimentSlot' });
export type ExperimentSlot = z.infer<typeof experimentSlot>;
const count = z.number().int().nonnegative();
const armProgress = z.object({
  planned: count, done: count, waiting: count,
  lost: z.object({ deleted: count, 'never-published': count, 'not-counted': count }),
  /** Of those done, published otherwise than drawn; they stay in the arm that was drawn. */
  otherwise: count,
});
/** What it was read to say, once; it has no figure where it ended with under ten posts in an arm. */
export const experimentResult = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('not_enough_data') }),
    z.object({
      state: z.literal('tested'), verdict: z.enum(['do_more', 'do_less', 'no_clear_difference']), effect: z.number(), low: z.number(), high: z.number(),
      /** It ended before its size: it sees less than it was made to see. */
      isShort: z.boolean(),
    }),
  ])
  .meta({ id: 'ExperimentResult' });
export type ExperimentResult = z.infer<typeof experimentResult>;
export const experiment = z
  .object({
    id: uuid, ...tried, sees: z.number(), eachArm: z.number().int(), metric: z.literal('reach-rate'),
    startsDay: day, lastDay: day, startedAt: instant, startedBy: z.string(),
    state: z.enum(['under_way', 'read', 'given_up']), endedAt: instant.nullable(), version: planVersion, givenUpBefore,
    /** "12 of 38"; null: it was given up, and is never looked into; or it could not be looked at when all were listed. */
    progress: z.object({ done: count, planned: count, arms: z.object({ level: armProgress, against: armProgress }) }).nullable(),
    /** Null as long as it is not read: nothing is known of an effect before. */
    result: experimentResult.nullable(),
    /** Blocks by which it has to be extended to come to its size. */
    blocksMissing: count,
    slots: z.array(experimentSlot),
  })
  .meta({ id: 'Experiment' });
export type Experiment = z.infer<typeof experiment>;
export const placedPost = z.object({ slot: experimentSlot, post: plannedPost }).meta({ id: 'PlacedPost' });
export type PlacedPost = z.infer<typeof placedPost>;
/** « Testé chez vous » : takes the place of the estimate on the card of its recommendation. */
export const testedRecommendation = z
  .object({
    recommendationId: uuid, channelId: uuid, experimentId: uuid, dimension: z.enum(adviceDimensions), level: z.string(), against: z.string(),
    verdict: z.enum(['do_more', 'do_less', 'no_clear_difference']), effect: z.number(), low: z.number(), high: z.number(), posts: count, isShort: z.boolean(), givenUpBefore, readAt: instant,
  })
  .meta({ id: 'TestedRecommendation' });
export type TestedRecommendation = z.infer<typeof testedRecommendation>;
