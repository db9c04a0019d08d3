import { type PostSeries, type SeriesPost, bandOfHour, findSeries, holidaysDuring, isInHolidays, shareCallFinder, weekdayOf } from '@portee/shared';
import { compareThemeNames } from '../posts/theme-names.js';
import type { DaySpan } from '../posts/post-stat-row.js';
import type { AnalysedPost, AnalysedSpan } from './analysed-post.js';
import type { AnalysedPostRow } from './queries/analysed-posts.query.js';
import type { StoredSettings } from './queries/analysis-settings.query.js';

/** Settled posts, in order, with all that their text, their day and each other tell of them. @param told  the appointments among them, where more posts than these tell which those are */
export function describePosts(rows: readonly AnalysedPostRow[], settings: StoredSettings, told?: DescribedSeries): Pick<AnalysedSpan, 'posts' | 'series'> {
  const { series, seriesOf } = told ?? describeSeries(rows.map((row) => ({ ...row, id: row.postId })));
  const callsToShare = callFinder(settings);
  const isHoliday = holidaysOf({ from: rows[0]?.localDay ?? '', to: rows.at(-1)?.localDay ?? '' }, settings);
  return { series, posts: rows.map((row) => toAnalysedPost(row, { isShareOriented: callsToShare(row.text), series: seriesOf(row.postId), isInHolidays: isHoliday(row.localDay) })) };
}

export interface DescribedSeries { series: PostSeries[]; seriesOf: (postId: string) => string | null }

/** The appointments among posts given in order, the first begun first, and the name of that which a post belongs to. */
export function describeSeries(posts: readonly SeriesPost[]): DescribedSeries {
  const found = findSeries(posts);
  return { series: [...new Set(posts.flatMap(({ id }) => found.get(id) ?? []))], seriesOf: (postId) => found.get(postId)?.name ?? null };
}

/** Whether a text asks its readers to pass it on, in the organisation's words or Portée's; false where there is none. */
export function callFinder({ shareCalls }: Pick<StoredSettings, 'shareCalls'>): (text: string | null) => boolean {
  const callsToShare = shareCallFinder(shareCalls ?? undefined);
  return (text) => text !== null && callsToShare(text);
}

/** Whether a day between these two lies in the organisation's school holidays. */
export function holidaysOf(days: DaySpan, settings: Pick<StoredSettings, 'holidays'>): (localDay: string) => boolean {
  const periods = days.from === '' ? [] : holidaysDuring(days, settings.holidays);
  return (localDay) => isInHolidays(localDay, periods);
}

/** Where a post lies in the week. @param localMinute  of its local day, 0 to 1439 */
export function slotOf({ localDay, localMinute }: { localDay: string; localMinute: number }): Pick<AnalysedPost, 'hour' | 'weekday' | 'band'> {
  const hour = Math.floor(localMinute / 60);
  return { hour, weekday: weekdayOf(localDay), band: bandOfHour(hour) };
}

type Derived = Pick<AnalysedPost, 'isShareOriented' | 'series' | 'isInHolidays'>;

function toAnalysedPost(row: AnalysedPostRow, derived: Derived): AnalysedPost {
  return {
    id: row.postId, publishedAt: row.publishedAt, localDay: row.localDay,
    ...slotOf(row),
    format: row.format, text: row.text, authorRole: row.authorRole, themes: row.themes.toSorted(compareThemeNames),
    paid: row.paid, ineligible: row.ineligible, definitionDay: row.definitionDay, followers: row.followers, followersEstimated: row.followersEstimated,
    reach: row.reach, reachOrganic: row.reachOrganic, reachPaid: row.reachPaid, reachFollowers: row.reachFollowers,
    views: row.views, likes: row.likes, comments: row.comments, shares: row.shares, clicks: row.clicks,
    ...derived, observedAt: row.observedAt,
  };
}
