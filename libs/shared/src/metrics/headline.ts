import type { IneligibleReason } from '../contract/post.contract.js';
import type { Headline, noHeadlineReasons } from '../contract/report.contract.js';
import { addMonths, firstDay, lastDay } from '../time/period.js';
import { MIN_POSTS } from './median.js';
import { organicAndUnknownFigure, reachFigures, type RatedPost } from './reach-figures.js';

/** Months the headline may look back over, ending with the month asked for; the shortest that holds enough posts. */
const headlineWindows = [1, 3, 6, 12] as const;

export interface HeadlinePost extends RatedPost {
  readonly localDay: string;
  readonly ineligible: IneligibleReason | null;
}

export interface HeadlineRequest {
  readonly month: string;
  /** Posts of the channel, eligible or not; those outside the twelve months or before `since` are left out here. */
  readonly posts: readonly HeadlinePost[];
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
  for (const months of headlineWindows) {
    const found = headlineOver(request, months);
    if (found.figure.median !== null) return found;
  }
  return { ...headlineOver(request, 1), reason: missingReason(postsWithin(request, 12)) };
}

function headlineOver(request: HeadlineRequest, months: Headline['months']): Headline {
  const start = firstDay(addMonths(request.month, 1 - months));
  const isCut = request.since !== null && request.since > start;
  const counted = postsWithin(request, months).filter((post) => post.ineligible === null && post.paid !== true);
  const { organic, followersEstimated } = reachFigures(counted);
  const isOrganic = organic.posts >= MIN_POSTS || organic.posts === counted.length;
  return {
    figure: isOrganic ? organic : organicAndUnknownFigure(counted),
    basis: isOrganic ? 'organic' : 'organic-and-unknown',
    months,
    from: isCut && request.since !== null ? request.since : start,
    to: lastDay(request.month),
    cutAt: isCut ? request.since : null,
    followersEstimated,
    reason: null,
  };
}

function postsWithin({ month, posts, since }: HeadlineRequest, months: number): HeadlinePost[] {
  const [from, to] = [firstDay(addMonths(month, 1 - months)), lastDay(month)];
  return posts.filter(({ localDay }) => localDay >= from && localDay <= to && (since === null || localDay >= since));
}

/** What keeps out most posts, when it keeps out more than count; otherwise they are simply too few. */
function missingReason(posts: readonly HeadlinePost[]): (typeof noHeadlineReasons)[number] {
  if (posts.length === 0) return 'no-posts';
  const hindrances = (['no-reach', 'no-followers', 'few-followers'] as const)
    .map((reason) => ({ reason, posts: posts.filter(({ ineligible }) => ineligible === reason).length }))
    .toSorted((a, b) => b.posts - a.posts);
  const counting = posts.filter(({ ineligible }) => ineligible === null).length;
  const [first] = hindrances;
  return first !== undefined && first.posts > counting ? first.reason : 'too-few-posts';
}
