import type { Bound } from '../recommendations/bounds.js';

/** What a channel's posts scatter by, on the logarithm of reach. */
export interface Noise {
  viral: { probability: number; mean: number };
  /** Spread of what the posts of a week have in common, and how much of it the next week keeps. */
  weeks: { spread: number; kept: number };
}

/** How an experiment goes. */
export interface ExperimentWorld {
  name: string;
  noise: Noise;
  /** Fractions: the effect it is made to see and the one there is. */
  planned: number;
  effect: number;
  /** Which posts are published otherwise than drawn: any, 15 in 100; or the promising ones, always at the level in question. */
  otherwise: 'by chance' | 'the promising';
}

/** How a plan is followed without a draw. */
export interface OutcomeWorld {
  name: string;
  noise: Noise;
  effect: number;
  /** Spread of what moves every post of the organisation between the two periods, and of what moves each channel alone. */
  drift: number;
  ownDrift: number;
  /** Fewest and most posts in a cell. */
  cells: readonly [number, number];
  control: 'same channel' | 'three others';
  /** What is changed is the kind of post, of four, that reached fewest. */
  isWorstChosen: boolean;
}

/** How a year of posts keeps to its plan; shares are probabilities. */
export interface MatchingWorld {
  name: string;
  /** A planned post has a second one on its day. */
  doubles: number;
  missing: number;
  otherFormat: number;
  /** Posts that nobody planned, as a share of those planned. */
  unplanned: number;
  /** Published by a scheduler, to the minute; the others are late or, one in ten, early, by minutes that are lognormal. */
  scheduled: number;
  delay: { medianMinutes: number; spread: number };
}

const PLAIN: Noise = { viral: { probability: 0.03, mean: 1 }, weeks: { spread: 0.2, kept: 0 } };
const VIRAL: Noise = { ...PLAIN, viral: { probability: 0.1, mean: 1.5 } };
const WEEKS: Noise = { ...PLAIN, weeks: { spread: 0.35, kept: 0.8 } };

const tried = (name: string, change: Partial<ExperimentWorld>): ExperimentWorld => ({ name, noise: PLAIN, planned: 0.5, effect: 0, otherwise: 'by chance', ...change });
const followed = (name: string, change: Partial<OutcomeWorld> = {}): OutcomeWorld =>
  ({ name, noise: PLAIN, effect: 0, drift: 0.25, ownDrift: 0, cells: [15, 40], control: 'same channel', isWorstChosen: false, ...change });
const kept = (name: string, change: Partial<MatchingWorld> = {}): MatchingWorld =>
  ({ name, doubles: 0.15, missing: 0.1, otherFormat: 0.1, unplanned: 0.1, scheduled: 0.5, delay: { medianMinutes: 25, spread: 1.3 }, ...change });

export const experimentWorlds: readonly ExperimentWorld[] = [
  tried('experiment-null', {}), tried('experiment-half', { effect: 0.5 }), tried('experiment-double', { planned: 1, effect: 1 }),
  tried('experiment-viral', { noise: VIRAL }), tried('experiment-viral-half', { noise: VIRAL, effect: 0.5 }),
  tried('experiment-weeks', { noise: WEEKS }), tried('experiment-weeks-half', { noise: WEEKS, effect: 0.5 }),
  tried('experiment-promising', { otherwise: 'the promising' }),
];

export const outcomeWorlds: readonly OutcomeWorld[] = [
  followed('outcome-drift'), followed('outcome-drift-half', { effect: 0.5 }), followed('outcome-viral', { noise: VIRAL }), followed('outcome-weeks', { noise: WEEKS }),
  followed('outcome-few', { cells: [8, 12] }), followed('outcome-others', { control: 'three others' }), followed('outcome-others-apart', { control: 'three others', ownDrift: 0.15 }),
  followed('outcome-worst-chosen', { isWorstChosen: true }),
];

export const matchingWorlds: readonly MatchingWorld[] = [
  kept('match-year'), kept('match-doubles', { doubles: 0.6 }), kept('match-late', { scheduled: 0, delay: { medianMinutes: 90, spread: 1 } }), kept('match-careless', { missing: 0.25, unplanned: 0.3, otherFormat: 0.25 }),
];

const holds: Record<string, Bound> = { covers: { least: 88 } };
const claimsLittle: Record<string, Bound> = { FR: { most: 12 }, covers: { least: 88 } };

/** What has to hold, by world and figure. They leave room for chance: nothing is to be tuned on them. */
export const planBounds: Readonly<Record<string, Readonly<Record<string, Bound>>>> = {
  'experiment-null': claimsLittle, 'experiment-half': holds, 'experiment-double': holds, 'experiment-viral': claimsLittle, 'experiment-viral-half': holds,
  'experiment-weeks': claimsLittle, 'experiment-weeks-half': holds, 'experiment-promising': claimsLittle,
  'outcome-drift': claimsLittle, 'outcome-drift-half': holds, 'outcome-viral': claimsLittle, 'outcome-weeks': claimsLittle, 'outcome-few': claimsLittle, 'outcome-others': claimsLittle,
  'match-year': { right: { least: 95 }, 'certain right': { least: 98 } }, 'match-doubles': { right: { least: 95 } },
};
