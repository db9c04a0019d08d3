import { type ChannelOutlook, lastDay, monthsBetween } from '@portee/shared';
import type { AnalysedSpan } from '../insights/analysed-post.js';
import { adjustedRates } from './adjusted-line.js';
import type { ChannelModel } from './advise.js';
import { hasMixChanged } from './format-mix.js';
import type { ModelPost } from './model-post.js';
import { type MonthRates, monthRatesOf } from './month-rates.js';
import { monthValues } from './month-values.js';
import { FEWEST_POSTS, isUnusual, usualRange } from './trend.js';

type TrendOutlook = ChannelOutlook['trend'];

/** Months in the line under which a season looks like a trend. */
const WHOLE_YEAR = 13;

/** The months of a channel's organic posts, and what a reader must know of them. */
export function trendOutlook(span: AnalysedSpan, organic: readonly ModelPost[], model: ChannelModel | null): TrendOutlook {
  const months = monthRatesOf(organic);
  return {
    months: trendMonths(months, model === null ? new Map() : adjustedRates(model)),
    couldBeSeason: months.filter(({ posts }) => posts >= FEWEST_POSTS).length < WHOLE_YEAR,
    mixChanged: hasMixChanged(organic.flatMap(({ format }) => format ?? [])),
    unusual: unusualMonth(span, organic),
  };
}

/** From the first month with posts to the last; those between without enough posts are kept, as nulls. */
function trendMonths(months: readonly MonthRates[], adjusted: ReadonlyMap<string, number>): TrendOutlook['months'] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const byMonth = new Map(months.map((month) => [month.month, month]));
  return monthsBetween(first.month, last.month).map((month) => {
    const found = byMonth.get(month);
    const isTold = found !== undefined && found.posts >= FEWEST_POSTS;
    return { month, posts: found?.posts ?? 0, rate: isTold ? Math.exp(found.mean) : null, adjusted: isTold ? (adjusted.get(month) ?? null) : null };
  });
}

/** Of the months that are over the last of which no post still grows, if hardly any would lie where it lies. */
function unusualMonth(span: AnalysedSpan, organic: readonly ModelPost[]): TrendOutlook['unusual'] {
  const complete = lastCompleteMonth(span);
  const months = monthValues(organic, FEWEST_POSTS).filter(({ month }) => month <= complete);
  const [last, range] = [months.at(-1), usualRange(months)];
  if (last?.month !== complete || range === null || isUnusual(months) !== true) return null;
  return { month: complete, rate: Math.exp(last.value), low: Math.exp(range.low), high: Math.exp(range.high) };
}

function lastCompleteMonth({ since, until, posts }: AnalysedSpan): string {
  const growing = new Set(posts.filter(({ ineligible }) => ineligible === 'growing').map(({ localDay }) => localDay.slice(0, 7)));
  return monthsBetween(since.slice(0, 7), until.slice(0, 7)).findLast((month) => lastDay(month) < until && !growing.has(month)) ?? '';
}
