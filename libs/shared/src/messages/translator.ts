import type { Locale } from '../contract/primitives.contract.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';
import { perLanguage } from './per-language.js';
import { speaker, type Sentences, type Speak } from './speak.js';

/** Says the sentences of one catalogue in one language; `locale` is the one the figures in them are written in. */
export interface Translator<Key extends string> extends Speak<Key> {
  readonly locale: Locale;
}

/**
 * Makes the translators of a catalogue, one a language, compiled at first use and kept.
 * French keys are the law: English and Dutch must have them all, the type says so.
 */
export function createTranslator<Key extends string>(catalogue: Sentences<Key>): (locale: Locale) => Translator<Key> {
  return perLanguage((locale) => Object.assign(speaker(catalogue, locale), { locale }));
}

/** What the web, the API and the PDF say alike: names of measures, formats and reasons, and the month's sentences. */
export type SharedKey = keyof typeof fr;
/** To be spread into a larger catalogue, whose translator then serves the shared sentences too. */
export const sharedSentences: Sentences<SharedKey> = { fr, en, nl };
export const translatorFor = createTranslator(sharedSentences);
