import { speaker, type Locale, type Speak } from '@portee/shared';
import { loadCatalogue, loadStart, spokenFor, type Catalogue, type MessageKey } from './catalogue.js';

/** A language ready to be spoken. */
export interface Language {
  /** The one that was chosen. */
  locale: Locale;
  /** The one its sentences, figures and months are in: another one where the chosen one is not written yet. */
  spoken: Locale;
  t: Speak<MessageKey>;
}

/** Fetches what the first pages say. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  return speak(locale, await spokenFor(locale), await loadStart(locale));
}

const whole = new Map<Locale, Promise<Language>>();

/** Fetches every sentence of a language, once. A fetch that failed is tried again at the next call. */
export function loadWholeLanguage(locale: Locale): Promise<Language> {
  const known = whole.get(locale);
  if (known !== undefined) return known;
  const loading = Promise.all([spokenFor(locale), loadCatalogue(locale)]).then(([spoken, messages]) => speak(locale, spoken, messages));
  loading.catch(() => whole.delete(locale));
  whole.set(locale, loading);
  return loading;
}

function speak(locale: Locale, spoken: Locale, messages: Partial<Catalogue>): Language {
  const own: Record<string, string> = messages;
  return { locale, spoken, t: speaker({ fr: own, en: own, nl: own }, spoken) };
}
