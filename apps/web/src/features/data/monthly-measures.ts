import type { MonthlyFigure, NetworkDescriptor } from '@portee/shared';

type Measure = MonthlyFigure['measure'];
export type Basis = MonthlyFigure['basis'];

/** What a person can copy from a network's screen, and what such a figure may count. */
const enteredMeasures = {
  reach: ['people_period', 'people_day', 'people_estimated'],
  views: ['views', 'impressions'],
  visits: ['actions'],
  followers: ['members'],
  likes: ['actions'],
  comments: ['actions'],
  shares: ['actions'],
  clicks: ['actions'],
} as const satisfies Partial<Record<Measure, readonly Basis[]>>;
export type EnteredMeasure = keyof typeof enteredMeasures;

export const enteredMeasureNames = Object.keys(enteredMeasures).filter(isEnteredMeasure);

export function isEnteredMeasure(name: string): name is EnteredMeasure {
  return Object.hasOwn(enteredMeasures, name);
}

export function basesOf(measure: EnteredMeasure): readonly Basis[] {
  return enteredMeasures[measure];
}

/** What the network's own figure of that name counts today, where it says so; the first possible one otherwise. */
export function likelyBasis(measure: EnteredMeasure, network: NetworkDescriptor): Basis {
  const bases = basesOf(measure);
  const defined = network.definitions.findLast((definition) => definition.measure === measure && definition.level === 'channel' && definition.validUntil === null && definition.given);
  return defined !== undefined && bases.includes(defined.basis) ? defined.basis : (bases[0] ?? 'none');
}

/**
 * A figure written by a person: « 1 234,5 », « 1.234 » or "1234.5". One sign before exactly three digits parts thousands, as
 * people write counts. Null for anything else or under zero.
 */
export function readFigure(text: string): number | null {
  const held = text.trim().replace(/(?<=\d)[\s\u00A0\u202F'’.,](?=\d{3}(?!\d))/gu, '');
  const plain = held.replace(',', '.');
  if (!/^\d{1,11}(\.\d{1,6})?$/u.test(plain)) return null;
  const value = Number(plain);
  return value <= 10_000_000_000 ? value : null;
}
