import type { Measure } from '../contract/network.contract.js';

/**
 * Version of the definitions in this folder. Rollups keep the one they were made with and are made anew when
 * it grows: raise it with every change that changes a figure.
 */
export const METHOD_VERSION = 2;

/** What one unit of a measure is. */
export type MeasureUnit = 'people' | 'views' | 'actions' | 'seconds';

export interface MeasureEntry {
  readonly unit: MeasureUnit;
  /**
   * `state`: true of a day, never added up. `people`: distinct within one post or span, added up only as contacts.
   * `sum`: may be added up over posts under one definition.
   */
  readonly kind: 'state' | 'people' | 'sum';
  /** Key of its name in the shared catalogue of sentences. */
  readonly label: `measure.${Measure}`;
}

function entry(measure: Measure, unit: MeasureUnit, kind: MeasureEntry['kind']): MeasureEntry {
  return { unit, kind, label: `measure.${measure}` };
}

/** Our measures, the same for every network; what each network calls them is in its own folder. */
export const measureCatalogue: Readonly<Record<Measure, MeasureEntry>> = {
  followers: entry('followers', 'people', 'state'),
  reach: entry('reach', 'people', 'people'),
  reachOrganic: entry('reachOrganic', 'people', 'people'),
  reachPaid: entry('reachPaid', 'people', 'people'),
  reachFollowers: entry('reachFollowers', 'people', 'people'),
  views: entry('views', 'views', 'sum'),
  viewsOrganic: entry('viewsOrganic', 'views', 'sum'),
  viewsPaid: entry('viewsPaid', 'views', 'sum'),
  viewsFollowers: entry('viewsFollowers', 'views', 'sum'),
  likes: entry('likes', 'actions', 'sum'),
  comments: entry('comments', 'actions', 'sum'),
  shares: entry('shares', 'actions', 'sum'),
  saves: entry('saves', 'actions', 'sum'),
  clicks: entry('clicks', 'actions', 'sum'),
  videoViews: entry('videoViews', 'views', 'sum'),
  watchTimeSeconds: entry('watchTimeSeconds', 'seconds', 'sum'),
  visits: entry('visits', 'actions', 'sum'),
  followersReached28Days: entry('followersReached28Days', 'people', 'state'),
};
