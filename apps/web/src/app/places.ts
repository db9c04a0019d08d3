import type { MessageKey } from '../locales/catalogue.js';

/** A page of the navigation. Only pages that exist stand here. */
export interface Place {
  name: MessageKey; path: string; hasMonth: boolean;
  /** On a phone it stands at the foot; the others are behind « Plus ». */
  isInBar: boolean;
  /** After g, this letter leads there; empty: none does. */
  letter: string;
}

/** Where whoever publishes goes first. */
export const weekPlace: Place = { name: 'nav.week', path: '/ma-semaine', hasMonth: false, isInBar: false, letter: 'a' };
/** In the order of the month's work. */
export const places: readonly Place[] = [
  { name: 'nav.overview', path: '', hasMonth: true, isInBar: true, letter: 'm' },
  weekPlace,
  { name: 'nav.report', path: '/rapport', hasMonth: true, isInBar: false, letter: 'r' },
  { name: 'nav.channels', path: '/canaux', hasMonth: true, isInBar: false, letter: 'c' },
  { name: 'nav.posts', path: '/publications', hasMonth: false, isInBar: true, letter: 'p' },
  { name: 'nav.timing', path: '/jours-et-heures', hasMonth: false, isInBar: false, letter: 'h' },
  { name: 'nav.sharing', path: '/partages', hasMonth: false, isInBar: false, letter: 's' },
  { name: 'nav.plan', path: '/plan', hasMonth: false, isInBar: true, letter: 'l' },
  { name: 'nav.data', path: '/donnees', hasMonth: false, isInBar: true, letter: 'd' },
];
export const settingsPlace: Place = { name: 'nav.settings', path: '/reglages', hasMonth: false, isInBar: false, letter: 'o' };
export const wordsPlace: Place = { name: 'nav.words', path: '/mots', hasMonth: false, isInBar: false, letter: 'w' };
/** What the foot of a phone has no room for. */
export const morePlace: Place = { name: 'nav.more', path: '/plus', hasMonth: false, isInBar: true, letter: '' };
export const placesBehindMore: readonly Place[] = [...places, settingsPlace, wordsPlace].filter(({ isInBar }) => !isInBar);
