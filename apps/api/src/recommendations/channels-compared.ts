import { mean, type MonthRates, pooledVariance } from './month-rates.js';
import { studentQuantile, studentTwoSided } from './student.js';

export type ComparisonVerdict = 'do_more' | 'do_less' | 'no_clear_difference' | 'not_enough_data';

/** How a channel's reach rate stands to those of the others, month by month. Fractions: +0.4 is "40 % more". */
export interface Comparison {
  channelId: string;
  verdict: ComparisonVerdict;
  effect: number | null;
  low: number | null;
  high: number | null;
  months: number;
  posts: number;
}

const FEWEST_POSTS = 2;
/** Months in common under which nothing is compared. */
export const FEWEST_MONTHS = 4;
const SURE = 0.02;

interface ChannelMonths {
  months: ReadonlyMap<string, MonthRates>;
  /** Variance of posts within their months. */
  variance: number;
}

/** What a comparison needs of a channel: its months, and how many organic posts stand behind them. */
export interface ComparedMonths {
  months: readonly MonthRates[];
  posts: number;
}

/** Each channel against the others, in the months in which all of them have posts: paired by month, so that season and news touch all alike. */
export function compareChannels(channels: ReadonlyMap<string, ComparedMonths>): Comparison[] {
  const all = new Map([...channels].map(([id, { months }]) => [id, monthsOf(months)]));
  const shared = [...(all.values().next().value?.months.keys() ?? [])].filter((month) => [...all.values()].every(({ months }) => months.has(month))).toSorted();
  return [...all].map(([channelId, own]) => {
    const counted = { channelId, months: shared.length, posts: channels.get(channelId)?.posts ?? 0 };
    if (all.size < 2 || shared.length < FEWEST_MONTHS) return { ...counted, verdict: 'not_enough_data', effect: null, low: null, high: null };
    return { ...counted, ...compare(own, [...all].filter(([id]) => id !== channelId).map(([, other]) => other), shared) };
  });
}

/** Months of a channel that count in a comparison, oldest first. */
export function comparableMonths(months: readonly MonthRates[]): string[] {
  return months.filter(({ posts }) => posts >= FEWEST_POSTS).map(({ month }) => month);
}

function monthsOf(months: readonly MonthRates[]): ChannelMonths {
  const kept = months.filter(({ posts }) => posts >= FEWEST_POSTS);
  return { months: new Map(kept.map((month) => [month.month, month])), variance: pooledVariance(kept) };
}

function compare(own: ChannelMonths, others: readonly ChannelMonths[], months: readonly string[]): Pick<Comparison, 'verdict' | 'effect' | 'low' | 'high'> {
  const differences = months.map((month) => {
    const ofOthers = others.map((other) => ({ mean: meanOf(other, month), variance: varianceOf(other, month) }));
    const variance = varianceOf(own, month) + ofOthers.reduce((sum, one) => sum + one.variance, 0) / others.length ** 2;
    return { value: meanOf(own, month) - mean(ofOthers.map((one) => one.mean)), weight: 1 / Math.max(1e-9, variance) };
  });
  const whole = differences.reduce((sum, { weight }) => sum + weight, 0);
  const effect = differences.reduce((sum, { value, weight }) => sum + value * weight, 0) / whole;
  const free = months.length - 1;
  const agreement = differences.reduce((sum, { value, weight }) => sum + weight * (value - effect) ** 2, 0) / free;
  const scale = Math.sqrt(Math.max(1, agreement) / whole);
  const reach = studentQuantile(0.95, free) * scale;
  const isSure = studentTwoSided(effect / scale, free) <= SURE;
  const direction = effect > 0 ? 'do_more' : 'do_less';
  return { verdict: isSure ? direction : 'no_clear_difference', effect: Math.expm1(effect), low: Math.expm1(effect - reach), high: Math.expm1(effect + reach) };
}

function meanOf({ months }: ChannelMonths, month: string): number {
  return months.get(month)?.mean ?? Number.NaN;
}

function varianceOf({ months, variance }: ChannelMonths, month: string): number {
  return variance / (months.get(month)?.posts ?? 1);
}
