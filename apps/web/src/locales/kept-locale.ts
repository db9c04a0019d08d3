import type { Locale } from '@portee/shared';
import { readKept, writeKept } from '../api/kept.js';

const known: readonly Locale[] = ['fr', 'en', 'nl'];

/** The language to start in: the one chosen on this device, else the browser's, else French. */
export function firstLocale(languages: readonly string[] = navigator.languages): Locale {
  const kept = toLocale(readKept('locale') ?? '');
  return kept ?? languages.map((language) => toLocale(language.slice(0, 2).toLowerCase())).find((locale) => locale !== null) ?? 'fr';
}

export function keepLocale(locale: Locale): void {
  writeKept('locale', locale);
}

/** A language code as one of ours; null when we do not speak it. */
export function toLocale(code: string): Locale | null {
  return known.find((locale) => locale === code) ?? null;
}
