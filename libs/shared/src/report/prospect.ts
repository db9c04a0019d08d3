import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { addDays, monthOf } from '../time/period.js';
import type { AdviceWords } from './advice-words.js';

/** What a comparison needs (STATISTICS.md 2 and 3): posts of a level and of the others, posts of a channel, months. */
export const NEEDED = { posts: 8, channelPosts: 20, postsOfMonth: 3, trendMonths: 6, changeMonths: 10 } as const;
/** Farther away nothing is promised. */
const MOST_MONTHS = 12;
const DAYS_OF_MONTH = 30.44;

/** When there will be enough, at the pace of the last six months. */
export interface Prospect {
  /** From the last day of the window on. */
  months: number;
  /** Of the posts that are missing. */
  postsAMonth: number;
}

export type ProspectBasis = Pick<ChannelOutlook, 'basis' | 'trend'>;

/** Null: nothing is missing that time alone brings, or it would take more than a year. */
export function prospectOf(record: Recommendation, outlook: ProspectBasis): Prospect | null {
  if (record.verdict !== 'not_enough_data') return null;
  const waits = waitsFor(record, outlook);
  const longest = waits.toSorted((a, b) => b.months - a.months)[0];
  return longest !== undefined && longest.months > 0 && longest.months <= MOST_MONTHS ? longest : null;
}

/** « À votre rythme, une par mois environ, la réponse pourra venir fin janvier. » */
export function sayProspect(record: Recommendation, outlook: ProspectBasis, words: AdviceWords): string | null {
  const prospect = prospectOf(record, outlook);
  if (prospect === null) return null;
  return words.say('advice.prospect', { pace: sayPace(prospect.postsAMonth, words), when: sayDate(outlook.basis.until, prospect.months, words) });
}

/** Months known well enough to enter a trend. */
export function judgedMonths({ trend }: Pick<ChannelOutlook, 'trend'>): number {
  return trend.months.filter(({ rate }) => rate !== null).length;
}

function waitsFor(record: Recommendation, { basis, trend }: ProspectBasis): Prospect[] {
  const { reason, dimension, posts } = record;
  if (reason === 'channel-too-small') return [toProspect(NEEDED.channelPosts - basis.posts, basis.postsAMonth), ...(record.level === null || posts >= NEEDED.posts ? [] : waitsOfLevel(posts, basis))];
  // What is pushed is chosen: no pace says when there will be more of it.
  if (dimension === 'paid') return [];
  if (reason === 'too-few-posts') return posts < NEEDED.posts ? waitsOfLevel(posts, basis) : waitsOfLevel(basis.organic - posts, basis);
  if (reason !== 'too-few-months' || basis.postsAMonth < NEEDED.postsOfMonth || dimension === 'channel') return [];
  return [{ months: (dimension === 'trend' ? NEEDED.trendMonths : NEEDED.changeMonths) - judgedMonths({ trend }), postsAMonth: basis.postsAMonth }];
}

/** The pace of a level is its share of the channel's. */
function waitsOfLevel(known: number, { organic, postsAMonth }: ProspectBasis['basis']): Prospect[] {
  return [toProspect(NEEDED.posts - known, organic > 0 ? (postsAMonth * Math.max(0, known)) / organic : 0)];
}

function toProspect(missing: number, postsAMonth: number): Prospect {
  if (missing <= 0) return { months: 0, postsAMonth };
  return { months: postsAMonth > 0 ? missing / postsAMonth : Infinity, postsAMonth };
}

function sayPace(postsAMonth: number, { say }: AdviceWords): string {
  return postsAMonth >= 0.75 ? say('advice.pace.month', { posts: Math.round(postsAMonth) }) : say('advice.pace.months', { months: Math.max(2, Math.round(1 / postsAMonth)) });
}

/** « fin janvier »; with its year where the same month is near as well. */
function sayDate(from: string, months: number, { say, write }: AdviceWords): string {
  const day = addDays(from, Math.round(months * DAYS_OF_MONTH));
  const month = months >= MOST_MONTHS - 1 ? write.monthAndYear(monthOf(day)) : write.month(monthOf(day));
  const date = Number(day.slice(8));
  return say(date <= 10 ? 'advice.date.early' : date <= 20 ? 'advice.date.middle' : 'advice.date.late', { month });
}
