import { findSeries, holidaysDuring, hourBand, isInHolidays, shareCallFinder, weekdayOf } from '@portee/shared';
import { compareThemeNames } from '../posts/theme-names.js';
import type { AnalysedPost, AnalysedSpan } from './analysed-post.js';
import type { AnalysedPostRow } from './queries/analysed-posts.query.js';
import type { StoredSettings } from './queries/analysis-settings.query.js';

/** Settled posts, in order, with all that their text, their day and each other tell of them. */
export function describePosts(rows: readonly AnalysedPostRow[], settings: StoredSettings): Pick<AnalysedSpan, 'posts' | 'series'> {
  const series = findSeries(rows.map((row) => ({ ...row, id: row.postId })));
  const days = { from: rows[0]?.localDay ?? '', to: rows.at(-1)?.localDay ?? '' };
  const holidays = rows.length === 0 ? [] : holidaysDuring(days, settings.holidays);
  const callsToShare = shareCallFinder(settings.shareCalls ?? undefined);
  const posts = rows.map((row) => toAnalysedPost(row, {
    isShareOriented: row.text !== null && callsToShare(row.text),
    series: series.get(row.postId)?.name ?? null,
    isInHolidays: isInHolidays(row.localDay, holidays),
  }));
  return { posts, series: [...new Set(posts.flatMap(({ id }) => series.get(id) ?? []))] };
}

type Derived = Pick<AnalysedPost, 'isShareOriented' | 'series' | 'isInHolidays'>;

function toAnalysedPost(row: AnalysedPostRow, derived: Derived): AnalysedPost {
  const hour = Math.floor(row.localMinute / 60);
  return {
    id: row.postId, publishedAt: row.publishedAt, localDay: row.localDay,
    hour, weekday: weekdayOf(row.localDay), band: hourBand(`${String(hour).padStart(2, '0')}:00`),
    format: row.format, text: row.text, authorRole: row.authorRole, themes: row.themes.toSorted(compareThemeNames),
    paid: row.paid, ineligible: row.ineligible, definitionDay: row.definitionDay, followers: row.followers, followersEstimated: row.followersEstimated,
    reach: row.reach, reachOrganic: row.reachOrganic, reachPaid: row.reachPaid, reachFollowers: row.reachFollowers,
    views: row.views, likes: row.likes, comments: row.comments, shares: row.shares, clicks: row.clicks,
    ...derived, observedAt: row.observedAt,
  };
}
