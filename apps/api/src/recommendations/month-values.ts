import { daysBetween, firstDay } from '@portee/shared';
import { monthRatesOf, pooledVariance, type RatedPost } from './month-rates.js';

/** A month as a point: the mean logarithm of the reach rate of its posts. */
export interface MonthValue {
  month: string;
  value: number;
  posts: number;
  /** Variance of the value by the chance of its few posts. */
  sampling: number;
  /** Years since the first month. */
  at: number;
}

const DAYS_A_YEAR = 365.25;

/** Months with enough posts, oldest first, each as precise as its posts are many. */
export function monthValues(posts: readonly RatedPost[], fewest: number): MonthValue[] {
  const months = monthRatesOf(posts).filter((month) => month.posts >= fewest);
  const variance = pooledVariance(months);
  const [first] = months;
  return months.map(({ month, posts: count, mean: value }) => ({
    month, value, posts: count, sampling: variance / count, at: daysBetween(firstDay(first?.month ?? month), firstDay(month)) / DAYS_A_YEAR,
  }));
}
