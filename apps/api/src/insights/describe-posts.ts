import { type SeriesPost, bandOfHour, findSeries, holidaysDuring, isInHolidays, shareCallFinder, weekdayOf } from '@portee/shared';
import { compareThemeNames } from '../posts/theme-names.js';
import type { DaySpan } from '../posts/post-stat-row.js';
import type { AnalysedPost, AnalysedSpan } from './analysed-post.js';
import type { AnalysedPostRow } from './queries/analysed-posts.query.js';
import type { StoredSettings } from './queries/analysis-settings.query.js';

/** Settled posts, in order, with all that their text, their day and each other tell of them. */
export function describePosts(rows: readonly AnalysedPostRow[], settings: StoredSettings): Pick<AnalysedSpan, 'posts' | 'series'> {
  const { series, textOf } = describeTexts(rows.map((row) => ({ ...row, id: row.postId })), settings);
  const isHoliday = holidaysOf({ from: rows[0]?.localDay ?? '', to: rows.at(-1)?.localDay ?? '' }, settings);
  return { series, posts: rows.map((row) => toAnalysedPost(row, { ...textOf({ id: row.postId, text: row.text }), isInHolidays: isHoliday(row.localDay) })) };
}

/** What texts tell of posts, given in order: whether one asks to be passed on, and the appointment it belongs to. */
export function describeTexts(posts: readonly SeriesPost[], { shareCalls }: StoredSettings) {
  const found = findSeries(posts);
  const callsToShare = shareCallFinder(shareCalls ?? undefined);
  return {
    /** The first begun first. */
    series: [...new Set(posts.flatMap(({ id }) => found.get(id) ?? []))],
    textOf: ({ id, text }: Pick<SeriesPost, 'id' | 'text'>): Pick<AnalysedPost, 'isShareOriented' | 'series'> =>
      ({ isShareOriented: text !== null && callsToShare(text), series: found.get(id)?.name ?? null }),
  };
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
