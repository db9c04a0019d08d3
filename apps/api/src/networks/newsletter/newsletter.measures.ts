import type { Measure, MeasureDefinition } from '@portee/shared';
import { defineMeasure, type MeasurePeriod, notGiven, type WithdrawnPeriod } from '../core/define-measures.js';

const SOURCE = 'https://developers.brevo.com/reference/getemailcampaigns-1';

type Periods = readonly (MeasurePeriod | WithdrawnPeriod)[];
const post = (measure: Measure, periods: Periods) => defineMeasure({ network: 'newsletter', level: 'post', measure, source: SOURCE }, periods);
const channel = (measure: Measure, periods: Periods) => defineMeasure({ network: 'newsletter', level: 'channel', measure, source: SOURCE }, periods);

/** Listmonk, Brevo and Mailchimp; the names are Brevo's, the README sets the three side by side. */
export const newsletterMeasures: readonly MeasureDefinition[] = [
  ...channel('followers', [{ names: { api: 'uniqueSubscribers', hand: 'Subscribers' }, basis: 'members' }]),
  ...channel('reach', [notGiven()]),
  ...channel('views', [notGiven()]),
  ...channel('visits', [notGiven()]),
  ...channel('followersReached28Days', [notGiven()]),

  // A letter has a true denominator of its own: those to whom it was delivered.
  ...post('followers', [{ names: { api: 'delivered', file: 'Delivered' }, basis: 'members' }]),
  // Openings are counted by an image: privacy proxies open everything, people who block images nothing.
  ...post('reach', [{ names: { api: 'uniqueViews', file: 'Unique opens' }, basis: 'people_estimated' }]),
  ...(['reachOrganic', 'reachPaid', 'reachFollowers'] as const).flatMap((measure) => post(measure, [notGiven()])),
  ...post('views', [{ names: { api: 'viewed', file: 'Opens' }, basis: 'views' }]),
  ...(['viewsOrganic', 'viewsPaid', 'viewsFollowers', 'likes', 'comments', 'shares', 'saves'] as const).flatMap((measure) => post(measure, [notGiven()])),
  ...post('clicks', [{ names: { api: 'uniqueClicks', file: 'Unique clicks' }, basis: 'actions' }]),
  ...(['videoViews', 'watchTimeSeconds'] as const).flatMap((measure) => post(measure, [notGiven()])),
];
