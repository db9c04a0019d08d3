import type { ModelPost } from './model-post.js';
import { mean } from './month-rates.js';
import { type MonthValue, monthValues } from './month-values.js';
import { seededShuffles } from './seeded-shuffle.js';
import { studentQuantile } from './student.js';
import { meanWeights, weightedLine } from './weighted-line.js';

export type TrendVerdict = 'improving' | 'worsening' | 'no_clear_difference' | 'not_enough_data';

/** How reach moves. Effects are fractions: −0.22 is "22 % less a year", or "22 % less since". */
export interface Trend {
  verdict: TrendVerdict;
  effect: number | null;
  low: number | null;
  high: number | null;
  months: number;
}

export interface ChangePoint {
  verdict: TrendVerdict;
  /** Month from which reach is another, `YYYY-MM`; null: none was found. */
  from: string | null;
  /** Fractions, as far as it is told apart from chance; null: none was found, and then all three. */
  effect: number | null;
  low: number | null;
  high: number | null;
  months: number;
}

/** Organic posts that make a month a point of the line. */
export const FEWEST_POSTS = 3;
const FEWEST_MONTHS = 6;
const FEWEST_FOR_CHANGE = 10;
const FEWEST_EACH_SIDE = 3;
const SURE = 0.05;
const PERMUTATIONS = 199;
const MONTHS_BEFORE = 6;
const UNUSUAL_QUANTILE = 0.99;
/** What is the same differs by this much in the last digits of a sum: months without change do, and the same two sides in another order. */
const ROUNDING = 1e-9;

/** The line through the months of a channel's eligible organic posts. */
export function trendOf(organic: readonly ModelPost[]): Trend {
  const months = monthValues(organic, FEWEST_POSTS);
  if (months.length < FEWEST_MONTHS) return { verdict: 'not_enough_data', effect: null, low: null, high: null, months: months.length };
  const { slope, low, high, p } = weightedLine(months);
  const direction = slope > 0 ? 'improving' : 'worsening';
  return { verdict: p <= SURE ? direction : 'no_clear_difference', effect: Math.expm1(slope), low: Math.expm1(low), high: Math.expm1(high), months: months.length };
}

/** The month since which reach is another, if the jump there is greater than chance makes in months that are shuffled; its size as that of a line that is flat on either side. */
export function changePointOf(organic: readonly ModelPost[]): ChangePoint {
  const months = monthValues(organic, FEWEST_POSTS);
  const none = { from: null, effect: null, low: null, high: null, months: months.length };
  if (months.length < FEWEST_FOR_CHANGE) return { verdict: 'not_enough_data', ...none };
  const weights = meanWeights(months);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = months.reduce((sum, { value }, index) => sum + value * (weights[index] ?? 0), 0) / whole;
  const found = largestJump(months.map(({ value }) => value), weights);
  const standardised = months.map(({ value }, index) => (value - middle) * Math.sqrt(weights[index] ?? 0));
  const asGreat = seededShuffles(standardised, PERMUTATIONS).filter((shuffled) => largestJump(shuffled.map((one, index) => one / Math.sqrt(weights[index] ?? 1)), weights).size >= found.size * (1 - ROUNDING)).length;
  const { slope: jump, low, high } = weightedLine(months.map((month, index) => ({ ...month, at: Number(index >= found.at) })));
  const isTold = (1 + asGreat) / (1 + PERMUTATIONS) <= SURE && low * high > 0 && Math.abs(jump) > ROUNDING;
  if (!isTold) return { verdict: 'no_clear_difference', ...none };
  return {
    verdict: jump > 0 ? 'improving' : 'worsening', from: months[found.at]?.month ?? null, months: months.length,
    effect: Math.expm1(jump), low: Math.expm1(low), high: Math.expm1(high),
  };
}

function largestJump(values: readonly number[], weights: readonly number[]): { at: number; size: number } {
  let best = { at: 0, size: -1 };
  for (let at = FEWEST_EACH_SIDE; at <= values.length - FEWEST_EACH_SIDE; at += 1) {
    const [before, after] = [side(values, weights, [0, at]), side(values, weights, [at, values.length])];
    const size = (after.mean - before.mean) ** 2 / (1 / before.weight + 1 / after.weight);
    if (size > best.size) best = { at, size };
  }
  return best;
}

function side(values: readonly number[], weights: readonly number[], [from, to]: readonly [number, number]): { mean: number; weight: number } {
  let [sum, weight] = [0, 0];
  for (let index = from; index < to; index += 1) {
    sum += (values[index] ?? 0) * (weights[index] ?? 0);
    weight += weights[index] ?? 0;
  }
  return { mean: sum / weight, weight };
}

/** Where hardly any month would not lie after the six before it (98 %), as logarithms of reach rates. */
export interface UsualRange {
  low: number;
  high: number;
}

/** Where the last of these months was to be expected, after the six before it; null: too few months to say. */
export function usualRange(months: readonly MonthValue[]): UsualRange | null {
  const before = months.slice(-1 - MONTHS_BEFORE, -1).map(({ value }) => value);
  if (before.length < MONTHS_BEFORE) return null;
  const middle = mean(before);
  const sd = Math.sqrt(before.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (MONTHS_BEFORE - 1));
  const reach = studentQuantile(UNUSUAL_QUANTILE, MONTHS_BEFORE - 1) * sd * Math.sqrt(1 + 1 / MONTHS_BEFORE) + ROUNDING;
  return { low: middle - reach, high: middle + reach };
}

/** Whether the last of these months lies where hardly any would, after the six before it; null: too few months to say. */
export function isUnusual(months: readonly MonthValue[]): boolean | null {
  const [last, range] = [months.at(-1), usualRange(months)];
  return last === undefined || range === null ? null : last.value < range.low || last.value > range.high;
}
