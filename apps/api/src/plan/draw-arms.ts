import type { AdviceDimension } from '@portee/shared';
import { FEWEST_EACH_ARM } from '../recommendations/experiment-size.js';
import { triedAgainst } from '../recommendations/proposed-test.js';
import type { AdviceRecord } from '../recommendations/records.js';
import { seeded } from '../recommendations/seeded-shuffle.js';

/** `level` is the one in question, `against` the one it is tried against. */
export const arms = ['level', 'against'] as const;
export type Arm = (typeof arms)[number];

/** What an experiment compares: `format video` against `format photo`. */
export interface TriedLevels {
  dimension: AdviceDimension;
  level: string;
  against: string;
}

/** A place for one post. Two of them, one of each arm, make a block. */
export interface DrawnSlot {
  /** From 1, in the order in which they are filled. */
  position: number;
  /** From 1. */
  block: number;
  arm: Arm;
}

/** Stored before the first post. */
export interface Draw {
  /** Whole, from 0 to 2³² − 1. */
  seed: number;
  /** Posts that each arm was drawn for at first: the size at which the experiment is read. */
  eachArm: number;
  slots: readonly DrawnSlot[];
}

const SEEDS = 2 ** 32;

/** The level of a record and the most frequent other one of its dimension. */
export function triedLevels(advice: readonly AdviceRecord[], { dimension, level }: { dimension: AdviceDimension; level: string }): TriedLevels {
  return { dimension, level, against: triedAgainst(advice, { dimension, level }) };
}

/**
 * Which of two posts goes into which arm, for as many blocks as each arm has posts; the same seed always draws the same.
 * @param eachArm  fewer than ten are drawn as ten
 * @throws RangeError for a seed that is not stored as it is: one with a fraction, negative or too large
 */
export function drawArms(seed: number, eachArm: number): Draw {
  if (!Number.isInteger(seed) || seed < 0 || seed >= SEEDS) throw new RangeError(`not a seed: ${seed}`);
  const each = Math.max(FEWEST_EACH_ARM, Math.ceil(eachArm));
  return { seed, eachArm: each, slots: slotsOf(seed, 0, each) };
}

/**
 * The draw with so many blocks more, in place of posts that were lost. What was drawn stays as it is, whatever the seed would draw
 * today, and so does the size: only a draw of which no post is planned may be thrown away for another.
 */
export function extendDraw(draw: Draw, blocks: number): Draw {
  const drawn = draw.slots.at(-1)?.block ?? 0;
  return { ...draw, slots: [...draw.slots, ...slotsOf(draw.seed, drawn, drawn + Math.max(0, Math.ceil(blocks)))] };
}

/** The blocks after `from` up to and with `until`; each takes one turn of chance, so that it is the same in a longer draw. */
function slotsOf(seed: number, from: number, until: number): DrawnSlot[] {
  const next = seeded(seed);
  const isLevelFirst = Array.from({ length: until }, () => next() < 0.5);
  return isLevelFirst.slice(from).flatMap((isFirst, index) => {
    const block = from + index + 1;
    const [first, second]: [Arm, Arm] = isFirst ? ['level', 'against'] : ['against', 'level'];
    return [{ position: 2 * block - 1, block, arm: first }, { position: 2 * block, block, arm: second }];
  });
}
