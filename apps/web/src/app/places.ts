import type { MessageKey } from '../locales/catalogue.js';

/** A page of the navigation. Only pages that exist stand here. */
interface Place { name: MessageKey; path: string; hasMonth: boolean }

/** In the order of the month's work. */
export const places: readonly Place[] = [
  { name: 'nav.overview', path: '', hasMonth: true },
  { name: 'nav.report', path: '/rapport', hasMonth: true },
  { name: 'nav.posts', path: '/publications', hasMonth: false },
  { name: 'nav.data', path: '/donnees', hasMonth: false },
];
export const settingsPlace: Place = { name: 'nav.settings', path: '/reglages', hasMonth: false };
