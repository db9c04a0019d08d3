import type { FigureBasis } from '../contract/insight.contract.js';
import type { Figure, ReachFigures } from '../contract/reach.contract.js';
import { MIN_POSTS, toFigure } from './median.js';
import { reachRate } from './reach-rate.js';

/** What the usual reach rate asks of an eligible post (ineligibleReason is null): final, with a reach and enough followers. */
interface UsualPost {
  /** Pushed with money: true, false or unknown; see effectivePaid. */
  readonly paid: boolean | null;
  readonly reach: number | null;
  readonly reachOrganic: number | null;
  readonly followers: number | null;
}

/** What all figures of reach ask of it. */
export interface RatedPost extends UsualPost {
  readonly reachFollowers: number | null;
  readonly followersEstimated: boolean;
}

/** Usual reach rates of a set of eligible posts: all of them, then by what is known of a paid push. */
export function reachFigures(posts: readonly RatedPost[]): ReachFigures {
  const of = (state: boolean | null): RatedPost[] => posts.filter((post) => post.paid === state);
  return {
    all: toFigure(posts.map(({ reach, followers }) => reachRate(reach, followers))),
    organic: toFigure(of(false).map(usualRate)),
    paid: toFigure(of(true).map(usualRate)),
    unknown: toFigure(of(null).map(usualRate)),
    followersReached: toFigure(posts.map((post) => reachRate(post.reachFollowers, post.followers))),
    followersEstimated: posts.some((post) => post.followersEstimated),
  };
}

/** Usual reach rate of organic and unknown posts together, « sponsorisé non distingué »; pushed posts stay out. */
export function organicAndUnknownFigure(posts: readonly UsualPost[]): Figure {
  return usualFigure(posts, 'organic-and-unknown');
}

/** Usual reach rate of the posts of a basis: without push, or not known to be pushed. */
export function usualFigure(posts: readonly UsualPost[], basis: FigureBasis): Figure {
  return toFigure(posts.filter((post) => isOfBasis(post, basis)).map(usualRate));
}

/** Whether a post enters a usual reach rate: a pushed one never does. */
export function isOfBasis({ paid }: Pick<UsualPost, 'paid'>, basis: FigureBasis): boolean {
  return paid === false || (paid === null && basis === 'organic-and-unknown');
}

/** The organic posts alone where they are five, or all there is; otherwise the unknown ones with them. Numbers of posts that count. */
export function chooseBasis({ organic, unknown }: { organic: number; unknown: number }): FigureBasis {
  return organic >= MIN_POSTS || unknown === 0 ? 'organic' : 'organic-and-unknown';
}

/**
 * Of an unpushed post the organic part where the network splits it, otherwise all of its reach. A pushed post keeps its whole
 * reach: its organic part is not what it would have reached without the push. Where nobody knows, the same.
 */
export function usualRate({ paid, reach, reachOrganic, followers }: UsualPost): number | null {
  return reachRate(paid === false ? (reachOrganic ?? reach) : reach, followers);
}
