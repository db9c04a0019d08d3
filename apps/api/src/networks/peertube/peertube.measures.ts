import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

const SOURCE = 'https://docs.joinpeertube.org/api-rest-reference.html';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'peertube', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'peertube', level: 'channel', measure, source: SOURCE }, periods);

export const peertubeMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [{ names: { api: 'followersCount', hand: 'Followers' }, basis: 'members' }]),
  ...channel('views', [{ names: { api: 'viewsPerDay' }, basis: 'views' }]),
  ...(['reach', 'visits', 'followersReached28Days'] as const).flatMap((measure) => channel(measure, [notGiven()])),

  // A viewer is one session of a browser, on this server and on those that report to it. The field `viewers` is who watches now.
  ...post('reach', [{ names: { api: 'totalViewers', hand: 'Viewers' }, basis: 'people_estimated' }]),
  ...post('views', [{ names: { api: 'views', hand: 'Views' }, basis: 'views' }]),
  ...post('likes', [{ names: { api: 'likes', hand: 'Likes' }, basis: 'actions' }]),
  ...post('comments', [{ names: { api: 'totalNotDeletedComments', hand: 'Comments' }, basis: 'actions' }]),
  ...post('watchTimeSeconds', [{ names: { api: 'totalWatchTime' }, basis: 'actions' }]),
  ...(['reachOrganic', 'reachPaid', 'reachFollowers', 'viewsOrganic', 'viewsPaid', 'viewsFollowers', 'shares', 'saves', 'clicks', 'videoViews'] as const)
    .flatMap((measure) => post(measure, [notGiven()])),
];
