import { speaker, writing, type Locale, type Speak, type Writing } from '@portee/shared';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { setRequestLanguage } from '../api/client.js';
import { loadCatalogue, type MessageKey } from './catalogue.js';
import { keepLocale } from './kept-locale.js';

export interface Translation {
  locale: Locale;
  /** Says a sentence of the catalogue: `t('overview.title', { month })`. */
  t: Speak<MessageKey>;
  /** Writes figures, days and months the language's way. */
  write: Writing;
  setLocale: (locale: Locale) => void;
}

const TranslationContext = createContext<Translation | null>(null);

export function useTranslation(): Translation {
  const translation = use(TranslationContext);
  if (translation === null) throw new Error('useTranslation needs a TranslationProvider above it');
  return translation;
}

interface ProviderProps { initial: LoadedLanguage; children: ReactNode }
export interface LoadedLanguage { locale: Locale; t: Speak<MessageKey> }

/** Fetches a language and makes it ready to speak. */
export async function loadLanguage(locale: Locale): Promise<LoadedLanguage> {
  const messages = await loadCatalogue(locale);
  return { locale, t: speaker({ fr: messages, en: messages, nl: messages }, locale) };
}

/** Hands the language down. It changes only once the new sentences are here: never half a page in each. */
export function TranslationProvider({ initial, children }: ProviderProps): ReactNode {
  const [language, setLanguage] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = writing(language.locale).intlLocale;
    setRequestLanguage(language.locale);
  }, [language]);
  const setLocale = (locale: Locale): void => {
    if (locale === language.locale) return;
    keepLocale(locale);
    void loadLanguage(locale).then(setLanguage);
  };
  return <TranslationContext value={{ ...language, write: writing(language.locale), setLocale }}>{children}</TranslationContext>;
}
