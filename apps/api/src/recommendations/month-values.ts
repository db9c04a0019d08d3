import { daysBetween, firstDay, monthOf } from '@portee/shared';
import { logRate, type ModelPost } from './model-post.js';

type RatedPost = Pick<ModelPost, 'localDay' | 'reach' | 'followers'>;

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
  const months = [...Map.groupBy(posts, ({ localDay }) => monthOf(localDay))].filter(([, ofMonth]) => ofMonth.length >= fewest).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const means = months.map(([month, ofMonth]) => ({ month, rates: ofMonth.map(logRate) })).map(({ month, rates }) => ({ month, rates, value: mean(rates) }));
  const variance = pooledVariance(means);
  const [first] = means;
  return means.map(({ month, rates, value }) => ({
    month, value, posts: rates.length, sampling: variance / rates.length, at: daysBetween(firstDay(first?.month ?? month), firstDay(month)) / DAYS_A_YEAR,
  }));
}

/** Variance of posts within their months, all months together. */
export function pooledVariance(months: readonly { rates: readonly number[]; value: number }[]): number {
  const squares = months.reduce((sum, { rates, value }) => sum + rates.reduce((total, rate) => total + (rate - value) ** 2, 0), 0);
  const free = months.reduce((sum, { rates }) => sum + rates.length - 1, 0);
  return free > 0 ? squares / free : 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
