import type { CostRatio } from '../contract/insight.contract.js';

/** A month of a channel: what was entered of its cost (hours or euros), and what it brought (contacts or interactions). */
interface CostlyMonth {
  /** Null: nobody entered any. */
  readonly cost: number | null;
  /** Null: unknown. */
  readonly gain: number | null;
}

/**
 * What an hour of work or a euro brings, for one channel: a ratio of totals over the months in which the cost was entered
 * and the gain is known. A month without one of both counts in neither total: its gain would look free, its cost vain.
 */
export function perCost(months: readonly CostlyMonth[]): CostRatio {
  const told = months.flatMap(({ cost, gain }) => (cost === null || gain === null ? [] : [{ cost, gain }]));
  if (told.length === 0) return { ratio: null, cost: null, gain: null, months: 0 };
  const cost = sumHundredths(told.map((month) => month.cost)) ?? 0;
  const gain = told.reduce((sum, month) => sum + month.gain, 0);
  return { ratio: cost === 0 ? null : gain / cost, cost, gain, months: told.length };
}

/** Sum of hours or euros, each exact to the hundredth, as exact as they are; null when none is known. */
export function sumHundredths(values: readonly (number | null)[]): number | null {
  const hundredths = values.flatMap((value) => (value === null ? [] : [Math.round(value * 100)]));
  return hundredths.length === 0 ? null : hundredths.reduce((sum, value) => sum + value, 0) / 100;
}
