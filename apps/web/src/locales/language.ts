import { speaker, type Locale, type Speak } from '@portee/shared';
import { fetchPart } from '../api/fetch-part.js';
import { loadCatalogue, loadStart, type Catalogue, type MessageKey } from './catalogue.js';

/** A language ready to be spoken. */
export interface Language {
  locale: Locale;
  t: Speak<MessageKey>;
}

/** Fetches what the first pages say. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  return speak(locale, await loadStart(locale));
}

const whole = new Map<Locale, Promise<Language>>();
const here = new Map<Locale, Language>();

/** Fetches every sentence of a language, once. A fetch that failed is tried again at the next call. */
export function loadWholeLanguage(locale: Locale): Promise<Language> {
  const known = whole.get(locale);
  if (known !== undefined) return known;
  const loading = fetchPart(() => loadCatalogue(locale)).then((messages) => speak(locale, messages));
  loading.then((language) => here.set(locale, language), () => whole.delete(locale));
  whole.set(locale, loading);
  return loading;
}

/** Every sentence of a language if they are here, for whoever need not wait for them. */
export function wholeLanguageHere(locale: Locale): Language | null {
  return here.get(locale) ?? null;
}

function speak(locale: Locale, messages: Partial<Catalogue>): Language {
  const own: Record<string, string> = messages;
  return { locale, t: speaker({ fr: own, en: own, nl: own }, locale) };
}
