import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Locale } from '../contract/primitives.contract.js';
import { setSpaces } from './typography.js';
import { writing } from './writing.js';

/** Sentences of one subject in every language, as ICU messages. */
export type Sentences<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

/** Says one sentence of a catalogue. */
export type Speak<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/** A speaker for one catalogue in one language. Messages are compiled here, once: keep the speaker. */
export function speaker<Key extends string>(sentences: Sentences<Key>, locale: Locale): Speak<Key> {
  const own: Readonly<Record<string, string>> = sentences[locale];
  const messages = Object.fromEntries(Object.entries(own).map(([key, message]) => [key, compileMessage(setSpaces(message, locale))]));
  const i18n = setupI18n({ locale, locales: writing(locale).intlLocale, messages: { [locale]: messages } });
  return (key, values = {}) => i18n._(key, values);
}
