import { monthOf } from '@portee/shared';
import { logRate, type ModelPost } from './model-post.js';

export type RatedPost = Pick<ModelPost, 'localDay' | 'reach' | 'followers'>;

/** What is kept of a month once its posts are no longer at hand: enough for a line, and for a comparison of channels. */
export interface MonthRates {
  month: string;
  posts: number;
  /** Mean logarithm of the posts' reach rates. */
  mean: number;
  /** Sum of the squares of the posts' distances from that mean. */
  squares: number;
}

/** Months with posts, oldest first; to the last digit the same whatever the order of the posts. */
export function monthRatesOf(posts: readonly RatedPost[]): MonthRates[] {
  return [...Map.groupBy(posts, ({ localDay }) => monthOf(localDay))].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([month, ofMonth]) => {
    const rates = ofMonth.map(logRate).toSorted((a, b) => a - b);
    const middle = mean(rates);
    return { month, posts: rates.length, mean: middle, squares: rates.reduce((sum, rate) => sum + (rate - middle) ** 2, 0) };
  });
}

/** Variance of posts within their months, all months together; 0 where no month has two. */
export function pooledVariance(months: readonly Pick<MonthRates, 'posts' | 'squares'>[]): number {
  const squares = months.reduce((sum, month) => sum + month.squares, 0);
  const free = months.reduce((sum, { posts }) => sum + posts - 1, 0);
  return free > 0 ? squares / free : 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
