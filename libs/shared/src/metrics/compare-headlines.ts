import type { Seam } from '../contract/reach.contract.js';
import type { Headline } from '../contract/report.contract.js';
import { lastCut } from './measure-at.js';
import { peoplePerHundred } from './people-per-hundred.js';

export interface HeadlineChange {
  /** Whole people for a hundred followers more (or less, negative) than before: the difference of the two numbers shown. */
  people: number;
  /** The 90 % intervals of both medians overlap: a difference of this size may be chance. */
  mayBeChance: boolean;
}

/**
 * How a headline stands against an earlier one.
 * @param seams  changes of the definition of reach; null comes out when one lies between the two
 * @returns null as well when either has no median, or they do not speak of the same: windows of another length, organic against undistinguished posts
 */
export function compareHeadlines(current: Headline, previous: Headline | null, seams: readonly Seam[] = []): HeadlineChange | null {
  if (previous === null || current.months !== previous.months || current.basis !== previous.basis) return null;
  const cut = lastCut(seams, current.to) ?? current.cutAt;
  if (cut !== null && cut > previous.from) return null;
  if (current.figure.median === null || previous.figure.median === null) return null;
  return {
    people: peoplePerHundred(current.figure.median).people - peoplePerHundred(previous.figure.median).people,
    mayBeChance: overlap(current, previous),
  };
}

function overlap({ figure: one }: Headline, { figure: other }: Headline): boolean {
  if (one.low === null || one.high === null || other.low === null || other.high === null) return true;
  return one.low <= other.high && other.low <= one.high;
}
