import type { PostFigures } from '../networks/core/readings.js';

/** Columns of figures in post_snapshot, in the order they are copied, beside the name each has in code. */
export const figureColumns = [
  ['followers', 'followers'],
  ['reach', 'reach'],
  ['reachOrganic', 'reach_organic'],
  ['reachPaid', 'reach_paid'],
  ['reachFollowers', 'reach_followers'],
  ['views', 'views'],
  ['viewsOrganic', 'views_organic'],
  ['viewsPaid', 'views_paid'],
  ['viewsFollowers', 'views_followers'],
  ['likes', 'likes'],
  ['comments', 'comments'],
  ['shares', 'shares'],
  ['saves', 'saves'],
  ['clicks', 'clicks'],
  ['videoViews', 'video_views'],
  ['watchTimeSeconds', 'watch_time_seconds'],
] as const satisfies readonly (readonly [keyof PostFigures, string])[];

/** Names of the columns alone, comma between, each behind an optional alias: `s.reach, s.views …`. */
export function figureList(alias?: string): string {
  return figureColumns.map(([, column]) => (alias ? `${alias}.${column}` : column)).join(', ');
}
