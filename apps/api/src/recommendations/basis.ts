import { type AdviceBasis, addMonthsToDay, daysBetween } from '@portee/shared';
import type { AnalysedPost, AnalysedSpan } from '../insights/analysed-post.js';
import { withoutFewPushed } from './design-matrix.js';
import type { SelectedPosts } from './select-posts.js';

const PACE_MONTHS = 6;
const DAYS_A_MONTH = 365.25 / 12;

/** The posts a channel's advice rests on. */
export function basisOf(span: AnalysedSpan, selected: SelectedPosts, sigma: number | null): AdviceBasis {
  const posts = withoutFewPushed(selected.posts);
  const paid = posts.filter((post) => post.paid === true).length;
  return {
    posts: posts.length, organic: posts.length - paid, paid, left: selected.left, isPaidUnknown: selected.isPaidUnknown,
    from: span.since, until: span.until, cutAt: span.cutAt, postsAMonth: paceOf(span, selected), sigma,
  };
}

/**
 * Organic posts a month, over the last six months of the window or since its first post, a month at least. Posts that still grow
 * are counted too: on networks where a post grows for three months the pace would be halved without them.
 */
function paceOf({ posts, since, until }: AnalysedSpan, { isPaidUnknown }: SelectedPosts): number {
  const known = posts.filter(({ ineligible }) => ineligible === null || ineligible === 'growing');
  const isOrganic = ({ paid }: AnalysedPost): boolean => (isPaidUnknown ? paid !== true : paid === false);
  const first = known.reduce((earliest, { localDay }) => (localDay < earliest ? localDay : earliest), until);
  const from = [addMonthsToDay(until, -PACE_MONTHS), since, first].toSorted().at(-1) ?? since;
  const months = Math.max(1, (daysBetween(from, until) + 1) / DAYS_A_MONTH);
  return known.filter((post) => post.localDay >= from && isOrganic(post)).length / months;
}
