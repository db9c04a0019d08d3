import type { Locale } from '@portee/shared';
import type { fr } from './fr/fr.js';

/** A sentence's key. French is the truth: the other languages are checked against it. */
export type MessageKey = keyof typeof fr;
export type Catalogue = Record<MessageKey, string>;

const starts: Record<Locale, () => Promise<Partial<Catalogue>>> = {
  fr: async () => (await import('./fr/start.js')).start,
  en: async () => (await import('./en/start.js')).start,
  nl: async () => (await import('./nl/start.js')).start,
};

const catalogues: Record<Locale, () => Promise<Catalogue>> = {
  fr: async () => (await import('./fr/fr.js')).fr,
  en: async () => (await import('./en/en.js')).en,
  nl: async () => (await import('./nl/nl.js')).nl,
};

/** What the first pages say, in one language; only that language is fetched. */
export async function loadStart(locale: Locale): Promise<Partial<Catalogue>> {
  return starts[locale]();
}

/** Every sentence of one language. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return catalogues[locale]();
}
