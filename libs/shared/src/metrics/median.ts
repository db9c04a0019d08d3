import type { Figure } from '../contract/reach.contract.js';

/** Under this many posts no figure of a period is shown, only the posts themselves. */
export const MIN_POSTS = 5;
/** Chance that the interval misses the median, both sides together. */
const MISS = 0.1;

/** Middle value; of an even number of values, half-way between the two in the middle. Null of none. */
export function median(values: readonly number[]): number | null {
  return middleOf(ascending(values));
}

/**
 * 90 % interval of the median, without any assumption on the shape of the values: the k-th smallest and the
 * k-th largest value, k being the largest rank that keeps at least 90 % coverage when each value falls
 * on either side of the median by a fair toss (binomial).
 * @returns null under MIN_POSTS values: with four, even the extremes cover only 87.5 %
 */
export function medianInterval(values: readonly number[]): { low: number; high: number } | null {
  return values.length < MIN_POSTS ? null : intervalOf(ascending(values));
}

/** Median of the known values with its interval and their number; nulls are left out, never counted as 0. */
export function toFigure(values: readonly (number | null)[]): Figure {
  const known = values.filter((value) => value !== null);
  const sorted = known.length < MIN_POSTS ? null : ascending(known);
  const interval = sorted && intervalOf(sorted);
  if (sorted === null || interval === null) return { median: null, low: null, high: null, posts: known.length };
  return { median: middleOf(sorted), ...interval, posts: known.length };
}

/** Numbers of one kind are put in order without asking which of two is larger: several times as fast. */
function ascending(values: readonly number[]): Float64Array {
  return new Float64Array(values).sort();
}

function middleOf(sorted: Float64Array): number | null {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  if (sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function intervalOf(sorted: Float64Array): { low: number; high: number } | null {
  const rank = intervalRank(sorted.length);
  const low = sorted[rank - 1];
  const high = sorted[sorted.length - rank];
  return low === undefined || high === undefined ? null : { low, high };
}

/** Largest k with P(X < k) at most half of MISS, X binomial(n, ½). In logarithms: ½ⁿ vanishes from n = 1075 on. */
function intervalRank(n: number): number {
  let logTerm = -n * Math.LN2;
  let below = Math.exp(logTerm);
  let rank = 0;
  while (below <= MISS / 2) {
    rank += 1;
    logTerm += Math.log((n - rank + 1) / rank);
    below += Math.exp(logTerm);
  }
  return rank;
}
