import type { Locale } from '../contract/primitives.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { glossarySentences } from '../messages/sentences/glossary.js';
import { speaker } from '../messages/speak.js';
import { searchText } from '../metrics/search-text.js';

/** Every word that Portée explains: the one list that pages, report and documents draw on. */
export const explainedWords = [
  'reach', 'perHundred', 'typical', 'range', 'settled', 'counted', 'followers', 'reached28', 'viewsFromFollowers', 'paid', 'standIn', 'seam', 'dash',
  'ratio', 'shareRate', 'call', 'series', 'slot', 'holidays', 'contacts', 'effort', 'perHour', 'perEuro',
  'solid', 'toTest', 'noDifference', 'trend', 'tested', 'outcome', 'kept', 'objective',
] as const;
export type ExplainedWord = (typeof explainedWords)[number];

/** A word with what it means, in a sentence or two. */
export interface Meaning { word: ExplainedWord; term: string; meaning: string }

const say = perLanguage((locale) => speaker(glossarySentences, locale));

export function meaningOf(word: ExplainedWord, locale: Locale): Meaning {
  return { word, term: say(locale)(word), meaning: say(locale)(`${word}.meaning`) };
}

/** Where a word stands on the page of words: « publication-typique », the same in every language, so that a link can be sent to anybody. */
export function anchorOfWord(word: ExplainedWord): string {
  return searchText(glossarySentences.fr[word]).replaceAll(/[^a-z0-9]+/gu, '-');
}
