import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

const SOURCE = 'https://docs.joinmastodon.org/entities/Status/';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'mastodon', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'mastodon', level: 'channel', measure, source: SOURCE }, periods);
/** What people did, as far as the author's own server knows: at least so many. Shown in the place of a reach, never as one. */
const atLeast = (api: string): Periods => [{ names: { api }, basis: 'actions', standIn: true }];

/** Mastodon and its kin count nobody's looking, on no server, by design. */
export const mastodonMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [{ names: { api: 'followers_count', hand: 'Followers' }, basis: 'members' }]),
  ...channel('reach', [notGiven()]),
  ...channel('views', [notGiven()]),
  ...channel('visits', [notGiven()]),
  ...channel('followersReached28Days', [notGiven()]),
  ...(['reach', 'reachOrganic', 'reachPaid', 'reachFollowers', 'views', 'viewsOrganic', 'viewsPaid', 'viewsFollowers'] as const).flatMap((measure) => post(measure, [notGiven()])),
  ...post('likes', atLeast('favourites_count')),
  ...post('comments', atLeast('replies_count')),
  ...post('shares', atLeast('reblogs_count + quotes_count')),
  ...(['saves', 'clicks', 'videoViews', 'watchTimeSeconds'] as const).flatMap((measure) => post(measure, [notGiven()])),
];
