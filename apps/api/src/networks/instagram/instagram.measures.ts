import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

/** Meta counted reach anew in August and September 2024; figures of older posts are not dependable. */
const RECOUNTED_SINCE = '2024-09-01';
/** Impressions and plays gave way to views. */
const VIEWS_SINCE = '2025-04-21';
const SOURCE = 'https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'instagram', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'instagram', level: 'channel', measure, source: SOURCE }, periods);

export const instagramMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [{ names: { api: 'followers_count', hand: 'Followers' }, basis: 'members' }]),
  ...channel('reach', [
    { names: { api: 'reach', file: 'Reach' }, basis: 'people_day' },
    { from: RECOUNTED_SINCE, names: { api: 'reach', file: 'Reach' }, basis: 'people_day', comparable: false },
  ]),
  ...channel('views', [
    { names: { api: 'impressions' }, basis: 'impressions' },
    // A day of views or visits is in files alone: the API has no series of them, and answers 0 to a window of one day.
    { from: VIEWS_SINCE, names: { file: 'Views' }, basis: 'views', comparable: false },
  ]),
  ...channel('visits', [{ names: { file: 'Instagram profile visits' }, basis: 'views' }]),
  ...channel('followersReached28Days', [{ names: { api: 'reach, follow_type = FOLLOWER' }, basis: 'people_period' }]),

  ...post('reach', [
    { names: { api: 'reach', file: 'Reach' }, basis: 'people_period' },
    { from: RECOUNTED_SINCE, names: { api: 'reach', file: 'Reach' }, basis: 'people_period', comparable: false },
  ]),
  ...post('reachOrganic', [notGiven()]),
  ...post('reachPaid', [notGiven()]),
  ...post('reachFollowers', [notGiven()]),
  ...post('views', [
    { names: { api: 'impressions', file: 'Impressions' }, basis: 'impressions' },
    { from: VIEWS_SINCE, names: { api: 'views', file: 'Views' }, basis: 'views', comparable: false },
  ]),
  ...post('viewsOrganic', [notGiven()]),
  ...post('viewsPaid', [notGiven()]),
  ...post('viewsFollowers', [notGiven()]),
  ...post('likes', [{ names: { api: 'like_count', file: 'Likes' }, basis: 'actions' }]),
  ...post('comments', [{ names: { api: 'comments_count', file: 'Comments' }, basis: 'actions' }]),
  ...post('shares', [{ names: { api: 'shares', file: 'Shares' }, basis: 'actions' }]),
  ...post('saves', [{ names: { api: 'saved', file: 'Saves' }, basis: 'actions' }]),
  // Stories only; in the API by way of a page only.
  ...post('clicks', [{ names: { api: 'link_clicks', file: 'Link clicks' }, basis: 'actions' }]),
  ...post('videoViews', [notGiven()]),
  ...post('watchTimeSeconds', [{ names: { api: 'ig_reels_video_view_total_time' }, basis: 'actions' }]),
];
