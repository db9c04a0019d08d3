import { normaliseLabel } from './header-columns.js';

/** What a chart of Business Suite draws: our measure, and the network it can only be of; null where the title does not say. */
export interface MetaChart {
  measure: 'reach' | 'views' | 'visits';
  network: 'facebook' | 'instagram' | null;
}

const charts = new Map<string, MetaChart>(Object.entries({
  'facebook reach': { measure: 'reach', network: 'facebook' },
  viewers: { measure: 'reach', network: 'facebook' },
  'facebook viewers': { measure: 'reach', network: 'facebook' },
  'couverture facebook': { measure: 'reach', network: 'facebook' },
  'couverture sur facebook': { measure: 'reach', network: 'facebook' },
  spectateurs: { measure: 'reach', network: 'facebook' },
  reach: { measure: 'reach', network: 'instagram' },
  'instagram reach': { measure: 'reach', network: 'instagram' },
  couverture: { measure: 'reach', network: 'instagram' },
  'couverture instagram': { measure: 'reach', network: 'instagram' },
  'couverture sur instagram': { measure: 'reach', network: 'instagram' },
  views: { measure: 'views', network: null },
  vues: { measure: 'views', network: null },
  'facebook visits': { measure: 'visits', network: 'facebook' },
  'visites sur facebook': { measure: 'visits', network: 'facebook' },
  'visites facebook': { measure: 'visits', network: 'facebook' },
  'instagram profile visits': { measure: 'visits', network: 'instagram' },
  'visites du profil instagram': { measure: 'visits', network: 'instagram' },
  visits: { measure: 'visits', network: null },
  visites: { measure: 'visits', network: null },
}));

/** Charts that hold nothing Portée keeps per day: follows are gross (people who left are not taken off), so never followers. */
const unused: readonly string[] = [
  'follows', 'facebook follows', 'instagram follows', 'followers en plus', 'nouveaux followers',
  'facebook link clicks', 'instagram link clicks', 'link clicks', 'clics sur un lien', 'content interactions', 'interactions avec le contenu', 'interactions',
];
const grossFollows = /follow|abonn/;

/** What the title of a chart means; null: a chart that Portée knows and does not keep, or does not know. */
export function findMetaChart(title: string): MetaChart | null {
  return charts.get(normaliseLabel(title)) ?? null;
}

export function isKnownMetaChart(title: string): boolean {
  return findMetaChart(title) !== null || unused.includes(normaliseLabel(title));
}

/** Whether the chart counts new follows, which must not be taken for followers. */
export function countsFollows(title: string): boolean {
  return grossFollows.test(normaliseLabel(title));
}
