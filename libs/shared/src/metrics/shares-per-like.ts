import type { Sharing } from '../contract/reach.contract.js';
import { sumKnown } from './sum-known.js';

/** Under this many likes in all, one share more or less moves the ratio too far to be shown. */
export const MIN_LIKES = 20;

interface SharedPost {
  /** All reactions, whatever their kind; null when unknown. */
  readonly likes: number | null;
  readonly shares: number | null;
}

/**
 * What gets passed on over a set of posts: sum of shares, sum of likes and the first divided by the second.
 * Each sum skips its own unknowns and is null when the figure is unknown for every post; `posts` counts
 * those where at least one of both is known. The ratio is null under MIN_LIKES likes.
 */
export function sharesPerLike(posts: readonly SharedPost[]): Sharing {
  const likes = sumKnown(posts.map((post) => post.likes));
  const shares = sumKnown(posts.map((post) => post.shares));
  const known = posts.filter((post) => post.likes !== null || post.shares !== null);
  return { posts: known.length, likes, shares, sharesPerLike: sharesPerLikeOfSums({ likes, shares }) };
}

/** The ratio of two sums already made; null when either is unknown or under MIN_LIKES likes. */
function sharesPerLikeOfSums({ likes, shares }: SharedPost): number | null {
  if (likes === null || shares === null || likes < MIN_LIKES) return null;
  return shares / likes;
}

/**
 * Shares per like of one post. Half a share and half a like are added so that posts with few or no likes can
 * be put in order: 0 for 0 gives 1, 3 for 0 gives 7. Null when either is unknown.
 */
export function postSharesPerLike({ likes, shares }: SharedPost): number | null {
  if (likes === null || shares === null) return null;
  return (shares + 0.5) / (likes + 0.5);
}
