import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

const SOURCE = 'https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'bluesky', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'bluesky', level: 'channel', measure, source: 'https://docs.bsky.app/docs/api/app-bsky-actor-get-profile' }, periods);
/** What people did, shown in the place of a reach, never as one. */
const done = (api: string): Periods => [{ names: { api }, basis: 'actions', standIn: true }];

/** Bluesky counts nobody's looking: no lexicon has a field for it. */
export const blueskyMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [{ names: { api: 'followersCount', hand: 'Followers' }, basis: 'members' }]),
  ...(['reach', 'views', 'visits', 'followersReached28Days'] as const).flatMap((measure) => channel(measure, [notGiven()])),
  ...(['reach', 'reachOrganic', 'reachPaid', 'reachFollowers', 'views', 'viewsOrganic', 'viewsPaid', 'viewsFollowers'] as const).flatMap((measure) => post(measure, [notGiven()])),
  ...post('likes', done('likeCount')),
  ...post('comments', done('replyCount')),
  ...post('shares', done('repostCount + quoteCount')),
  ...post('saves', [{ names: { api: 'bookmarkCount' }, basis: 'actions' }]),
  ...(['clicks', 'videoViews', 'watchTimeSeconds'] as const).flatMap((measure) => post(measure, [notGiven()])),
];
