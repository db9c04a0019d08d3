import type { Locale } from '@portee/shared';
import type { fr } from './fr/fr.js';

/** A sentence's key. French is the truth: the other languages are checked against it. */
export type MessageKey = keyof typeof fr;
export type Catalogue = Record<MessageKey, string>;

/** What the first pages say, in one language; only that language is fetched. Dutch falls back on English, sentence by sentence. */
export async function loadStart(locale: Locale): Promise<Partial<Catalogue>> {
  if (locale === 'fr') return (await import('./fr/start.js')).start;
  const { start } = await import('./en/start.js');
  return locale === 'en' ? start : { ...start, ...(await import('./nl/nl.js')).nl };
}

/** The language those sentences are in: as long as not one is in Dutch, figures and months are written in English too. */
export async function spokenFor(locale: Locale): Promise<Locale> {
  return locale === 'nl' && Object.keys((await import('./nl/nl.js')).nl).length === 0 ? 'en' : locale;
}

/** Every sentence of one language. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  if (locale === 'fr') return (await import('./fr/fr.js')).fr;
  const { en } = await import('./en/en.js');
  return locale === 'en' ? en : { ...en, ...(await import('./nl/nl.js')).nl };
}
