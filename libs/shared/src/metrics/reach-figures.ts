import type { Figure, ReachFigures } from '../contract/reach.contract.js';
import { toFigure } from './median.js';
import { reachRate } from './reach-rate.js';

/** An eligible post (ineligibleReason is null): final, with a reach and enough followers. */
export interface RatedPost {
  /** Pushed with money: true, false or unknown; see effectivePaid. */
  readonly paid: boolean | null;
  readonly reach: number | null;
  readonly reachOrganic: number | null;
  readonly reachFollowers: number | null;
  readonly followers: number | null;
  readonly followersEstimated: boolean;
}

/** Usual reach rates of a set of eligible posts: all of them, then by what is known of a paid push. */
export function reachFigures(posts: readonly RatedPost[]): ReachFigures {
  const of = (state: boolean | null): RatedPost[] => posts.filter((post) => post.paid === state);
  return {
    all: toFigure(posts.map(wholeRate)),
    organic: toFigure(of(false).map(organicRate)),
    paid: toFigure(of(true).map(wholeRate)),
    unknown: toFigure(of(null).map(wholeRate)),
    followersReached: toFigure(posts.map((post) => reachRate(post.reachFollowers, post.followers))),
    followersEstimated: posts.some((post) => post.followersEstimated),
  };
}

/** Usual reach rate of organic and unknown posts together, « sponsorisé non distingué »; pushed posts stay out. */
export function organicAndUnknownFigure(posts: readonly RatedPost[]): Figure {
  return toFigure(posts.filter((post) => post.paid !== true).map((post) => (post.paid === false ? organicRate(post) : wholeRate(post))));
}

/** The organic part of an unpushed post where the network splits it, otherwise all of its reach. */
function organicRate({ reach, reachOrganic, followers }: RatedPost): number | null {
  return reachRate(reachOrganic ?? reach, followers);
}

/** A pushed post keeps its whole reach: its organic part is not what it would have reached without the push. */
function wholeRate({ reach, followers }: RatedPost): number | null {
  return reachRate(reach, followers);
}
