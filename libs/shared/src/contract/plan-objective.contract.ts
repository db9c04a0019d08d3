import { z } from 'zod';
import { objectiveMeasures } from './choices.js';
import { MAX_QUARTER, MIN_QUARTER } from '../time/quarter.js';
import { planVersion } from './plan-calendar.contract.js';
import { figure } from './reach.contract.js';
import { uuid } from './primitives.contract.js';

const QUARTER = /^\d{4}-Q[1-4]$/;
/** A quarter of a calendar year, text `YYYY-Qn`. */
export const quarter = z.string().regex(QUARTER).meta({ id: 'Quarter', description: 'Quarter of a calendar year, YYYY-Qn' });
const askedQuarter = z.string().regex(QUARTER).refine((text) => text >= MIN_QUARTER && text <= MAX_QUARTER, { error: 'quarter' });

/** Objectives that an organisation may have at once. */
export const MAX_OBJECTIVES = 100;

/** Whether a measure can be aimed at that high: a rate at ten people a follower at most, posts in whole numbers. */
export const isTarget = ({ measure, target }: { measure: (typeof objectiveMeasures)[number]; target: number }): boolean => measure === 'reach-rate' ? target <= 10 : Number.isInteger(target) && target <= 5_000;
const wanted = z.object({
  measure: z.enum(objectiveMeasures),
  /** Of a reach rate a fraction (0.06 reads "6 for 100"), of posts a whole number. */
  target: z.number().positive(),
});
const notATarget = { error: 'target', path: ['target'] };

/** What a channel is to reach in a quarter; one a measure. */
export const createObjective = wanted.extend({ channelId: uuid, quarter: askedQuarter }).refine(isTarget, notATarget).meta({ id: 'CreateObjective' });
export type CreateObjective = z.infer<typeof createObjective>;
/** Its target alone changes; what it measures is another objective. */
export const updateObjective = z.strictObject({ target: wanted.shape.target, version: planVersion }).meta({ id: 'UpdateObjective' });
export type UpdateObjective = z.infer<typeof updateObjective>;
export const objective = z
  .object({
    id: uuid, channelId: uuid, quarter, ...wanted.shape, version: planVersion,
    /** The usual rate of the quarter so far, of posts that count, on this side of the last change of definition; how many posts the whole of it has. */
    rate: figure, published: z.number().int(),
    /** Null: not known, or the quarter goes on and it is not reached yet. */
    isReached: z.boolean().nullable(),
    /** The last day of the quarter is past where the channel is. */
    isOver: z.boolean(),
  })
  .meta({ id: 'Objective' });
export type Objective = z.infer<typeof objective>;
