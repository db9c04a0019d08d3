import { writing, type Locale, type Writing } from '@portee/shared';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { setRequestLanguage } from '../api/client.js';
import { keepLocale } from './kept-locale.js';
import { loadLanguage, loadWholeLanguage, wholeLanguageHere, type Language } from './language.js';

export interface Translation extends Language {
  // Inherited: `t` says a sentence of the catalogue: `t('overview.documentTitle', { month })`.
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

/** Hands the language down. It changes only once the new sentences are here: never half a page in each, nor a page taken away meanwhile. */
export function TranslationProvider({ initial, children }: { initial: Language; children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = writing(language.locale).intlLocale;
    setRequestLanguage(language.locale);
  }, [language]);
  const setLocale = (locale: Locale): void => {
    if (locale === language.locale) return;
    keepLocale(locale);
    void loadAsMuchOf(locale, language.locale).then(setLanguage);
  };
  return <TranslationContext value={{ ...language, write: writing(language.locale), setLocale }}>{children}</TranslationContext>;
}

/** A page that says more than the first ones has fetched the rest of its language, and wants that of the other. One that cannot be had is told where it is said. */
async function loadAsMuchOf(locale: Locale, other: Locale): Promise<Language> {
  if (wholeLanguageHere(other) !== null) await loadWholeLanguage(locale).catch(() => undefined);
  return loadLanguage(locale);
}

/** Pages that say more than the first ones: suspends until the rest of the language is here, and not at all when it is. */
export function WholeLanguage({ children }: { children: ReactNode }): ReactNode {
  const translation = useTranslation();
  const { t } = wholeLanguageHere(translation.locale) ?? use(loadWholeLanguage(translation.locale));
  return <TranslationContext value={{ ...translation, t }}>{children}</TranslationContext>;
}
