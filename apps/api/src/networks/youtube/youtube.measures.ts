import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

/** A public view counts from the first frame on, for every format; engaged views keep the old meaning. */
const FIRST_FRAME_SINCE = '2026-08-27';
const SOURCE = 'https://developers.google.com/youtube/analytics/revision_history';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'youtube', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'youtube', level: 'channel', measure, source: SOURCE }, periods);
const viewsNamed = (names: MeasureDefinition['networkNames'], standIn: boolean): Periods => [
  { names, basis: 'views', standIn },
  { from: FIRST_FRAME_SINCE, names, basis: 'views', standIn, comparable: false },
];

export const youtubeMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [{ names: { api: 'subscriberCount', hand: 'Subscribers' }, basis: 'members' }]),
  ...channel('reach', [{ names: { file: 'Unique viewers', hand: 'Unique viewers' }, basis: 'people_estimated' }]),
  ...channel('views', viewsNamed({ api: 'views', file: 'Views' }, true)),
  ...channel('visits', [notGiven()]),
  ...channel('followersReached28Days', [notGiven()]),

  // Only YouTube Studio tells people, by its file; the API has no such figure.
  ...post('reach', [{ names: { file: 'Unique viewers' }, basis: 'people_estimated' }]),
  ...post('reachOrganic', [notGiven()]),
  ...post('reachPaid', [notGiven()]),
  ...post('reachFollowers', [notGiven()]),
  ...post('views', viewsNamed({ api: 'viewCount', file: 'Views' }, true)),
  ...post('viewsOrganic', viewsNamed({ api: 'views, insightTrafficSourceType other than ADVERTISING' }, false)),
  ...post('viewsPaid', viewsNamed({ api: 'views, insightTrafficSourceType = ADVERTISING' }, false)),
  ...post('viewsFollowers', viewsNamed({ api: 'views, subscribedStatus = SUBSCRIBED' }, false)),
  ...post('likes', [{ names: { api: 'likeCount', file: 'Likes' }, basis: 'actions' }]),
  ...post('comments', [{ names: { api: 'commentCount', file: 'Comments added' }, basis: 'actions' }]),
  ...post('shares', [{ names: { api: 'shares', file: 'Shares' }, basis: 'actions' }]),
  ...post('saves', [{ names: { api: 'videosAddedToPlaylists' }, basis: 'actions' }]),
  ...post('clicks', [notGiven()]),
  ...post('videoViews', [{ names: { api: 'engagedViews', file: 'Engaged views' }, basis: 'views', standIn: true }]),
  ...post('watchTimeSeconds', [{ names: { api: 'estimatedMinutesWatched', file: 'Watch time (hours)' }, basis: 'actions' }]),
];
