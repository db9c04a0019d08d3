import type { Locale } from '@portee/shared';
import type { fr } from './fr/fr.js';

/** A sentence's key. French is the truth: the other languages are checked against it. */
export type MessageKey = keyof typeof fr;
export type Catalogue = Record<MessageKey, string>;

/** The sentences of one language; only that language is fetched. Dutch falls back on English, sentence by sentence. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  if (locale === 'fr') return (await import('./fr/fr.js')).fr;
  const { en } = await import('./en/en.js');
  if (locale === 'en') return en;
  return { ...en, ...(await import('./nl/nl.js')).nl };
}
