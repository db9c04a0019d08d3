import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

/** Impressions gave way to views, and likes of the page to its followers. */
const VIEWS_SINCE = '2025-11-15';
/** Reach became viewers; organic, paid and fan reach left the API. The posts file keeps the organic and paid split. */
const VIEWERS_SINCE = '2026-06-15';
const SOURCE = 'https://developers.facebook.com/docs/platforminsights/page/deprecated-metrics';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'facebook', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'facebook', level: 'channel', measure, source: SOURCE }, periods);

export const facebookMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [
    { names: { api: 'page_fans', hand: 'J’aime de la page' }, basis: 'members' },
    { from: VIEWS_SINCE, names: { api: 'followers_count', hand: 'Followers' }, basis: 'members', comparable: false },
  ]),
  ...channel('reach', [
    { names: { api: 'page_impressions_unique', file: 'Facebook reach' }, basis: 'people_day' },
    { from: VIEWERS_SINCE, names: { api: 'page_total_media_view_unique', file: 'Viewers' }, basis: 'people_day', comparable: false },
  ]),
  ...channel('views', [
    { names: { api: 'page_impressions' }, basis: 'impressions' },
    { from: VIEWS_SINCE, names: { api: 'page_media_view', file: 'Views' }, basis: 'views', comparable: false },
  ]),
  ...channel('visits', [{ names: { api: 'page_views_total', file: 'Facebook visits' }, basis: 'views' }]),
  ...channel('followersReached28Days', [notGiven()]),

  ...post('reach', [
    { names: { api: 'post_impressions_unique', file: 'Reach' }, basis: 'people_period', fading: true },
    { from: VIEWERS_SINCE, names: { api: 'post_total_media_view_unique', file: 'Reach' }, basis: 'people_period', fading: true, comparable: false },
  ]),
  ...post('reachOrganic', [
    { names: { api: 'post_impressions_organic_unique', file: 'Reach from Organic posts' }, basis: 'people_period', fading: true },
    { from: VIEWERS_SINCE, names: { file: 'Reach from Organic posts' }, basis: 'people_period', fading: true },
  ]),
  ...post('reachPaid', [
    { names: { api: 'post_impressions_paid_unique', file: 'Reach from Boosted posts' }, basis: 'people_period', fading: true },
    { from: VIEWERS_SINCE, names: { file: 'Reach from Boosted posts' }, basis: 'people_period', fading: true },
  ]),
  ...post('reachFollowers', [{ names: { api: 'post_impressions_fan_unique' }, basis: 'people_period', fading: true }, notGiven(VIEWERS_SINCE)]),
  ...post('views', [
    { names: { api: 'post_impressions', file: 'Impressions' }, basis: 'impressions' },
    { from: VIEWS_SINCE, names: { api: 'post_media_view', file: 'Views' }, basis: 'views', comparable: false },
  ]),
  ...post('viewsOrganic', [
    { names: { api: 'post_impressions_organic' }, basis: 'impressions' },
    { from: VIEWS_SINCE, names: { api: 'post_media_view, is_from_ads = 0', file: 'Views from Organic posts' }, basis: 'views', comparable: false },
  ]),
  ...post('viewsPaid', [
    { names: { api: 'post_impressions_paid' }, basis: 'impressions' },
    { from: VIEWS_SINCE, names: { api: 'post_media_view, is_from_ads = 1', file: 'Views from Boosted posts' }, basis: 'views', comparable: false },
  ]),
  ...post('viewsFollowers', [
    { names: { api: 'post_impressions_fan' }, basis: 'impressions' },
    { from: VIEWS_SINCE, names: { api: 'post_media_view, is_from_followers = 1' }, basis: 'views', comparable: false },
  ]),
  ...post('likes', [{ names: { api: 'reactions.summary.total_count', file: 'Reactions' }, basis: 'actions' }]),
  ...post('comments', [{ names: { api: 'comments.summary.total_count', file: 'Comments' }, basis: 'actions' }]),
  ...post('shares', [{ names: { api: 'shares.count', file: 'Shares' }, basis: 'actions' }]),
  ...post('saves', [notGiven()]),
  ...post('clicks', [{ names: { api: 'post_clicks', file: 'Total clicks' }, basis: 'actions' }]),
  ...post('videoViews', [{ names: { api: 'post_video_views', file: '3-second video views' }, basis: 'views' }]),
  ...post('watchTimeSeconds', [{ names: { api: 'post_video_view_time', file: 'Seconds viewed' }, basis: 'actions' }]),
];
