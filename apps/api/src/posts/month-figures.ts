import {
  contacts, interactions, organicAndUnknownFigure, reachFigures, sharesPerLike, sumKnown, toFigure, windowRates,
  type Figure, type ReachFigures, type Sharing, type WindowRates,
} from '@portee/shared';
import type { PostStatRow } from './post-stat-row.js';

/** What a month must know of each of its posts. */
export type MonthPost = Pick<PostStatRow,
  'localDay' | 'definitionDay' | 'paid' | 'ineligible' | 'followers' | 'followersEstimated' | 'reach' | 'reachOrganic' | 'reachFollowers' |
  'views' | 'viewsFollowers' | 'likes' | 'comments' | 'shares' | 'observedAt'>;

/** Everything a month's page needs of one channel, so that it reads months and not posts. */
export interface MonthFigures extends ReachFigures {
  organicAndUnknown: Figure;
  /** `published`: every post, deleted ones and stories included. */
  counts: { published: number; posts: number; organic: number; paid: number; unknown: number; growing: number };
  /** Sum of reaches, repeats included; null when no post has one. */
  contacts: number | null;
  sharing: Sharing;
  /** Sum of likes, comments and shares over posts that tell all three; null when none does. */
  interactions: number | null;
  interactionsPerFollower: Figure;
  views: number | null;
  /** Sums over posts that tell both; null when none does. */
  viewsFromFollowers: { fromFollowers: number; views: number; posts: number } | null;
  /** What windows of several months are made of. */
  rates: WindowRates;
  /** Latest reading behind these figures, ISO 8601. */
  observedAt: string;
}

/** What months of an older method did not keep, as unknown: until they are made anew (`renew-months.sweep.ts`). */
export const KEPT_SINCE_METHOD_2: Pick<MonthFigures, 'interactions' | 'rates'> = { interactions: null, rates: windowRates([]) };

/** The figures of a set of posts of one channel under one definition. Deleted posts and stories count in nothing. */
export function monthFigures(rows: readonly MonthPost[]): MonthFigures {
  const shown = rows.filter((row) => row.ineligible !== 'deleted' && row.ineligible !== 'story');
  const eligible = shown.filter((row) => row.ineligible === null);
  const rates = windowRates(rows);
  const split = shown.filter((row) => row.viewsFollowers !== null && row.views !== null);
  return {
    ...reachFigures(eligible),
    organicAndUnknown: organicAndUnknownFigure(eligible),
    counts: {
      published: rows.length,
      posts: shown.length,
      organic: shown.filter((row) => row.paid === false).length,
      paid: shown.filter((row) => row.paid === true).length,
      unknown: shown.filter((row) => row.paid === null).length,
      growing: shown.filter((row) => row.ineligible === 'growing').length,
    },
    contacts: contacts(shown.map((row) => row.reach)),
    sharing: sharesPerLike(shown),
    interactions: sumKnown(shown.map(interactions)),
    interactionsPerFollower: toFigure(rates.standIn),
    views: sumKnown(shown.map((row) => row.views)),
    viewsFromFollowers: split.length === 0 ? null : {
      fromFollowers: sumKnown(split.map((row) => row.viewsFollowers)) ?? 0,
      views: sumKnown(split.map((row) => row.views)) ?? 0,
      posts: split.length,
    },
    rates,
    observedAt: new Date(Math.max(0, ...rows.map((row) => row.observedAt.getTime()))).toISOString(),
  };
}
