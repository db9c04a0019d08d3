import { setupI18n } from '@lingui/core';
import type { Locale } from '../contract/primitives.contract.js';
import { compileMessage } from './compile-message.js';
import { setSpaces } from './typography.js';
import { writing } from './writing.js';

/** Sentences of one subject in every language, as ICU messages. */
export type Sentences<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

/** Says one sentence of a catalogue. */
export type Speak<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/** A speaker for one catalogue in one language. Each message is compiled when it is first said: a page says few of a catalogue's thousand. Keep the speaker. */
export function speaker<Key extends string>(sentences: Sentences<Key>, locale: Locale): Speak<Key> {
  const own: Readonly<Record<string, string>> = sentences[locale];
  const i18n = setupI18n({ locale, locales: writing(locale).intlLocale, messages: { [locale]: {} } });
  const compiled = new Set<string>();
  return (key, values = {}) => {
    const message = Object.hasOwn(own, key) ? own[key] : undefined;
    if (message !== undefined && !compiled.has(key)) {
      i18n.load(locale, { [key]: compileMessage(setSpaces(message, locale)) });
      compiled.add(key);
    }
    return i18n._(key, values);
  };
}
