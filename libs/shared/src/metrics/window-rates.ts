import type { IneligibleReason } from '../contract/post.contract.js';
import { addMonths } from '../time/period.js';
import { countsInStandIn, interactionsPerFollower } from './interactions-per-follower.js';
import { type RatedPost, usualRate } from './reach-figures.js';

/** Months that a figure may look back over, ending with the month asked for; the shortest that holds enough posts is taken. */
export const figureWindows = [1, 3, 6, 12] as const;

export interface WindowPost extends RatedPost {
  readonly ineligible: IneligibleReason | null;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
}

/** Reasons that keep the posts of a whole channel out. */
export const hindrances = ['no-reach', 'no-followers', 'few-followers'] as const;

/** What a month keeps of its posts so that windows of several months can be made of it: medians do not add up. Rates in ascending order. */
export interface WindowRates {
  /** Reach rates of posts that count: known to be organic, and of which it is not known whether they were pushed. */
  readonly organic: readonly number[];
  readonly unknown: readonly number[];
  /** One of these rests on a follower count read later than the post. */
  readonly followersEstimated: boolean;
  /** Interactions per follower. */
  readonly standIn: readonly number[];
  /** Posts that count, pushed ones included, and those kept out, by reason. */
  readonly counted: number;
  readonly hindered: Readonly<Record<(typeof hindrances)[number], number>>;
}

/** A month of a channel, or its part on one side of a change of definition. */
export interface WindowMonth {
  readonly month: string;
  /** First local day. */
  readonly from: string;
  readonly figures: { readonly rates: WindowRates };
}

/** @param posts  all of a month, or of its part under one definition, those that do not count included */
export function windowRates(posts: readonly WindowPost[]): WindowRates {
  const counted = posts.filter(({ ineligible }) => ineligible === null);
  const keptOut = (reason: IneligibleReason) => posts.filter(({ ineligible }) => ineligible === reason).length;
  return {
    organic: ascending(counted.filter(({ paid }) => paid === false).map(usualRate)),
    unknown: ascending(counted.filter(({ paid }) => paid === null).map(usualRate)),
    followersEstimated: counted.some(({ paid, followersEstimated }) => paid !== true && followersEstimated),
    standIn: ascending(posts.filter(({ ineligible }) => countsInStandIn(ineligible)).map(interactionsPerFollower)),
    counted: counted.length,
    hindered: { 'no-reach': keptOut('no-reach'), 'no-followers': keptOut('no-followers'), 'few-followers': keptOut('few-followers') },
  };
}

/** So many months that end with the one named, as far as they do not begin before `since`. */
export function monthsWithin<M extends WindowMonth>(months: readonly M[], { month, since, length }: { month: string; since: string | null; length: number }): M[] {
  const first = addMonths(month, 1 - length);
  return months.filter((one) => one.month >= first && one.month <= month && (since === null || one.from >= since));
}

function ascending(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null).toSorted((a, b) => a - b);
}
