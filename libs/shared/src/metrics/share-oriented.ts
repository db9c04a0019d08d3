import { searchText } from './search-text.js';
import { holdsInRow, wordsIn } from './theme-words.js';

/** Calls to share as Portée knows them; an organisation may have a list of its own. */
export const defaultShareCalls: readonly string[] = [
  'partage', 'partagez', 'partager', 'faites tourner', 'faire tourner', 'faites passer',
  'tague un', 'tague une', 'taguez un', 'taguez une', 'tage un', 'tage une', 'tagez un', 'tagez une',
  // « een deel dit jaar » is no call: what is to be shared must be named.
  'deel dit bericht', 'delen mag', 'tag iemand',
  'share this', 'share with', 'please share',
];

/**
 * Whether a text calls on its readers to pass it on: it holds one of the phrases as whole words, in a row, accents and case ignored,
 * as a hashtag too. It describes the call, not its success.
 * @param phrases  the organisation's own list, when it has one; plain text
 * @returns null when the text is unknown
 */
export function isShareOriented(text: string | null, phrases: readonly string[] = defaultShareCalls): boolean | null {
  return text === null ? null : shareCallFinder(phrases)(text);
}

/** The same for many texts. A text that does not even hold the letters is not taken apart into words, which costs ten times as much. */
export function shareCallFinder(phrases: readonly string[] = defaultShareCalls): (text: string) => boolean {
  const calls = callsOf(phrases);
  return (text) => {
    const plain = searchText(text);
    const possible = calls.filter(({ letters }) => plain.includes(letters));
    if (possible.length === 0) return false;
    const said = wordsIn(text);
    return possible.some(({ words }) => holdsInRow(said, words));
  };
}

/** What a text must hold one of, as `searchText` writes it, to call on its readers: a database need not hand over the others. */
export function shareCallLetters(phrases: readonly string[] = defaultShareCalls): string[] {
  const letters = [...new Set(callsOf(phrases).map((call) => call.letters))];
  return letters.filter((some) => !letters.some((others) => others !== some && some.includes(others)));
}

function callsOf(phrases: readonly string[]): { words: string[]; letters: string }[] {
  return phrases.map(wordsIn).filter((words) => words.length > 0).map((words) => ({ words, letters: longest(words) }));
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}
