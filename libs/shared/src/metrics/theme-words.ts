import { searchText } from './search-text.js';

/**
 * What parts words, as first and last code points: spaces, punctuation, symbols, emojis. Everything else, `_` included, belongs to words.
 * A list of our own, so that JavaScript and any database agree whatever their version or locale knows of letters.
 */
export const partingSigns: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x2f], [0x3a, 0x40], [0x5b, 0x5e], [0x60, 0x60], [0x7b, 0xa9], [0xab, 0xb1], [0xb4, 0xb4], [0xb6, 0xb8], [0xbb, 0xbb], [0xbf, 0xbf], [0xd7, 0xd7], [0xf7, 0xf7],
  [0x2b9, 0x2df], [0x37e, 0x37e], [0x387, 0x387], [0x55a, 0x55f], [0x589, 0x58a], [0x5be, 0x5be], [0x5f3, 0x5f4], [0x60c, 0x60d], [0x61b, 0x61f], [0x66a, 0x66d], [0x6d4, 0x6d4],
  [0x2000, 0x206f], [0x20a0, 0x20cf], [0x2190, 0x245f], [0x2500, 0x2bff], [0x2e00, 0x2e7f], [0x3000, 0x303f], [0xfe10, 0xfe6f], [0xff00, 0xff0f], [0xff1a, 0xff20], [0xff3b, 0xff3e], [0xff5b, 0xff65], [0xfff0, 0xffff],
  [0x1f000, 0x1faff],
];

const parting = `[${partingSigns.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`;
/** A word, with its `#` where that stands alone before it. Built of the list above only. */
const WORD = new RegExp(`((?<=^|${parting})#)?[^${parting.slice(1)}+`, 'gu');

/**
 * The words of a text one after the other, folded; a hashtag keeps its `#`. What stands between them is forgotten: « L’École, ici » gives l, ecole, ici.
 * None: there is nothing in the text that a word could be.
 */
export function wordsIn(text: string): string[] {
  return searchText(text).match(WORD) ?? [];
}

/**
 * Whether a text holds one of a theme's words as whole words: accents, case and what stands between words ignored.
 * "atelier" is found with or without `#`, "#atelier" as a hashtag only, "jeune public" in a row.
 * @param text  null: unknown, which holds nothing
 */
export function hasThemeWord(text: string | null, words: readonly string[]): boolean {
  if (text === null) return false;
  const said = wordsIn(text);
  return words.some((wanted) => holdsInRow(said, wordsIn(wanted)));
}

/** Whether some words hold others one after the other; none are held by nothing. */
export function holdsInRow(said: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && said.some((_, start) => wanted.every((word, place) => isWord(said[start + place], word)));
}

function isWord(said: string | undefined, wanted: string): boolean {
  return said === wanted || said === `#${wanted}`;
}
