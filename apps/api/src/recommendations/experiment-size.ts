/** Posts in each arm below which a test is never offered. */
export const FEWEST_EACH_ARM = 10;
/** 80 % chance to see the effect with a 90 % interval that leaves 0 out: 2 (1.645 + 0.842)². */
const POWER = 12.4;
const MOST_MONTHS = 12;

/** How large a test must be. */
export interface ExperimentSize {
  /** Posts in each of the two arms. */
  eachArm: number;
  /** At the pace of the channel; null: it has none. */
  months: number | null;
  /** The channel publishes too little to know this within a year. */
  isTooLong: boolean;
}

/**
 * @param effect        fraction to be seen, +0.5 for "half as many again"
 * @param sigma         scatter of the channel's posts, on the scale of logarithms
 * @param postsAMonth   of the channel
 */
export function experimentSize({ effect, sigma, postsAMonth }: { effect: number; sigma: number; postsAMonth: number }): ExperimentSize {
  const eachArm = Math.max(FEWEST_EACH_ARM, Math.ceil((POWER * sigma * sigma) / Math.log1p(effect) ** 2));
  const months = postsAMonth > 0 ? (2 * eachArm) / postsAMonth : null;
  return { eachArm, months, isTooLong: months === null || months > MOST_MONTHS };
}
