import type { IneligibleReason } from '@portee/shared';
import { FEWEST_EACH_ARM } from '../recommendations/experiment-size.js';
import { logRate } from '../recommendations/model-post.js';
import { type Arm, arms } from './draw-arms.js';
import type { ExperimentEnd } from './experiment-end.js';
import { type Effect, effectOf, meanDifference, type Side, sideOf } from './mean-difference.js';

/** What became of a slot. */
export interface DrawnPost {
  /** The arm that was drawn, whatever was published. */
  arm: Arm;
  /** null: nothing is published for it, or not yet. */
  post: ExperimentPost | null;
  /** Somebody said that nothing will come, or its block stays half-filled. */
  isGivenUp: boolean;
  /** Its post was found, and somebody said that it fills no plan, or another one. */
  isDisowned?: boolean;
}

export interface ExperimentPost {
  /** People reached without any push. */
  reach: number | null;
  followers: number | null;
  /** null: it counts. */
  ineligible: IneligibleReason | null;
  /** Where its hour, day or format puts it; null: in neither arm. */
  publishedIn: Arm | null;
}

export interface ExperimentInput {
  /** The size it was drawn with. */
  eachArm: number;
  posts: readonly DrawnPost[];
  /** Counted from the last day, stored before the first post. To stop before, by hand, is no end: that would be reading when the figures please. */
  end: ExperimentEnd;
}

/** Why a slot gives no figure, and never will. */
export const lostReasons = ['deleted', 'never-published', 'not-counted'] as const;
export type LostReason = (typeof lostReasons)[number];

export interface ArmProgress {
  planned: number;
  /** Posts that count. */
  done: number;
  waiting: number;
  lost: Record<LostReason, number>;
  /** Of those done, published otherwise than drawn; they stay in the arm that was drawn. */
  otherwise: number;
}

interface Progress {
  /** "12 of 38": what one arm has too many does not make up for the other. */
  done: number;
  planned: number;
  arms: Record<Arm, ArmProgress>;
}

/**
 * `under_way`: no effect, by design. `tested`: read; `isShort`: it ended with an arm under the planned number, and sees less than it was made to see.
 * `not_enough_data`: it ended with an arm under ten.
 */
export type ExperimentReading = Progress & ({ state: 'under_way' } | { state: 'not_enough_data' } | ({ state: 'tested'; verdict: Side; isShort: boolean } & Effect));

/** No later reading makes these count. */
const NEVER_COUNT: readonly IneligibleReason[] = ['story', 'shared-post'];

/** The one reading of an experiment: at its planned size, or once it is over and nothing waits. Whoever calls keeps the first that is `tested`. */
export function readExperiment({ eachArm, posts, end }: ExperimentInput): ExperimentReading {
  const states = posts.map((drawn) => ({ drawn, state: stateOf(drawn, end) }));
  const progressOf = (arm: Arm): ArmProgress => {
    const ofArm = states.filter(({ drawn }) => drawn.arm === arm);
    const times = (asked: PostState): number => ofArm.filter(({ state }) => state === asked).length;
    return {
      planned: eachArm, done: times('done'), waiting: times('waiting'),
      lost: { deleted: times('deleted'), 'never-published': times('never-published'), 'not-counted': times('not-counted') },
      otherwise: ofArm.filter(({ drawn, state }) => state === 'done' && drawn.post?.publishedIn !== arm).length,
    };
  };
  const both = { level: progressOf('level'), against: progressOf('against') };
  const progress = { done: arms.reduce((sum, arm) => sum + Math.min(eachArm, both[arm].done), 0), planned: 2 * eachArm, arms: both };
  const isFull = arms.every((arm) => both[arm].done >= eachArm);
  if (!isFull && (end === 'open' || arms.some((arm) => both[arm].waiting > 0))) return { ...progress, state: 'under_way' };
  if (arms.some((arm) => both[arm].done < FEWEST_EACH_ARM)) return { ...progress, state: 'not_enough_data' };
  const ratesOf = (arm: Arm): number[] => states.flatMap(({ drawn, state }) => (state === 'done' && drawn.arm === arm ? rateOf(drawn.post) : [])).toSorted((a, b) => a - b);
  const effect = effectOf(meanDifference(ratesOf('level'), ratesOf('against')));
  return { ...progress, state: 'tested', verdict: sideOf(effect), isShort: !isFull, ...effect };
}

/** Blocks by which the draw has to be extended for both arms to come to their size, if nothing more is lost. */
export function blocksMissing({ arms: both }: Pick<ExperimentReading, 'arms'>): number {
  return Math.max(0, ...arms.map((arm) => both[arm].planned - both[arm].done - both[arm].waiting));
}

type PostState = 'done' | 'waiting' | LostReason;

function stateOf({ post, isGivenUp, isDisowned = false }: DrawnPost, end: ExperimentEnd): PostState {
  if (isDisowned) return 'not-counted';
  if (post === null) return isGivenUp || end !== 'open' ? 'never-published' : 'waiting';
  if (post.ineligible === 'deleted') return 'deleted';
  if (rateOf(post).length > 0) return 'done';
  if (post.ineligible !== null && NEVER_COUNT.includes(post.ineligible)) return 'not-counted';
  const waitsUntil = post.ineligible === 'growing' ? ['closed'] : ['over', 'closed'];
  return waitsUntil.includes(end) ? 'not-counted' : 'waiting';
}

/** None where the post does not count. */
function rateOf(post: ExperimentPost | null): [number] | [] {
  if (post === null || post.ineligible !== null || post.reach === null || post.followers === null) return [];
  return [logRate({ reach: post.reach, followers: post.followers })];
}
