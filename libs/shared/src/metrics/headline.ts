import type { Figure } from '../contract/reach.contract.js';
import type { Headline, noHeadlineReasons } from '../contract/report.contract.js';
import { addMonths, firstDay, lastDay } from '../time/period.js';
import { MIN_POSTS, toFigure } from './median.js';
import { chooseBasis } from './reach-figures.js';
import { figureWindows, hindrances, monthsWithin, type WindowMonth } from './window-rates.js';

export interface HeadlineRequest {
  readonly month: string;
  /** Months of the channel; those outside the twelve that end with `month`, or before `since`, are left out here. */
  readonly months: readonly WindowMonth[];
  /** First day of the definition of reach in force at the end of the month; null: it always was (see lastCut). */
  readonly since: string | null;
}

/**
 * Usual organic reach rate of a month: the median over the shortest window of 1, 3, 6 or 12 months that holds
 * five settled posts not known to be pushed; over the organic ones alone where they are five,
 * otherwise over organic and unknown together. No window crosses a change of definition.
 * With no such window: the month itself without a median, and the reason.
 */
export function chooseHeadline(request: HeadlineRequest): Headline {
  for (const months of figureWindows) {
    const found = headlineOver(request, months);
    if (found.figure.median !== null) return found;
  }
  return { ...headlineOver(request, 1), reason: missingReason(monthsWithin(request.months, { ...request, length: 12 })) };
}

/** Interactions per follower over the shortest of the same windows that holds five posts; without one, over the month. Changes of what reach means do not cut it. */
export function chooseStandIn({ month, months }: Omit<HeadlineRequest, 'since'>): { figure: Figure; months: Headline['months'] } {
  const over = (length: Headline['months']) =>
    ({ figure: toFigure(monthsWithin(months, { month, since: null, length }).flatMap(({ figures }) => figures.rates.standIn)), months: length });
  return figureWindows.map(over).find(({ figure }) => figure.posts >= MIN_POSTS) ?? over(1);
}

function headlineOver(request: HeadlineRequest, months: Headline['months']): Headline {
  const start = firstDay(addMonths(request.month, 1 - months));
  const isCut = request.since !== null && request.since > start;
  const parts = monthsWithin(request.months, { ...request, length: months }).map(({ figures }) => figures.rates);
  const [organic, unknown] = [parts.flatMap((part) => part.organic), parts.flatMap((part) => part.unknown)];
  const basis = chooseBasis({ organic: organic.length, unknown: unknown.length });
  return {
    figure: toFigure(basis === 'organic' ? organic : [...organic, ...unknown]),
    basis,
    months,
    from: isCut && request.since !== null ? request.since : start,
    to: lastDay(request.month),
    cutAt: isCut ? request.since : null,
    followersEstimated: parts.some((part) => part.followersEstimated),
    reason: null,
  };
}

/** What keeps out most posts, when it keeps out more than count; otherwise they are simply too few. */
function missingReason(months: readonly WindowMonth[]): (typeof noHeadlineReasons)[number] {
  if (months.length === 0) return 'no-posts';
  const rates = months.map(({ figures }) => figures.rates);
  const keptOut = hindrances.map((reason) => ({ reason, posts: rates.reduce((sum, { hindered }) => sum + hindered[reason], 0) })).toSorted((a, b) => b.posts - a.posts);
  const counted = rates.reduce((sum, part) => sum + part.counted, 0);
  const [first] = keptOut;
  return first !== undefined && first.posts > counted ? first.reason : 'too-few-posts';
}
