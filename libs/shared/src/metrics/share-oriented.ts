import { holdsInRow, wordsIn } from './theme-words.js';

/** Calls to share as Portée knows them; an organisation may have a list of its own. */
export const defaultShareCalls: readonly string[] = [
  'partage', 'partagez', 'partager', 'faites tourner', 'faire tourner', 'faites passer',
  'tague un', 'tague une', 'taguez un', 'taguez une', 'tage un', 'tage une', 'tagez un', 'tagez une',
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

/** The same for many texts. */
export function shareCallFinder(phrases: readonly string[] = defaultShareCalls): (text: string) => boolean {
  const calls = phrases.map(wordsIn);
  return (text) => {
    const said = wordsIn(text);
    return calls.some((call) => holdsInRow(said, call));
  };
}
