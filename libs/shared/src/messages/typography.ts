/** Written « mot ; », read with the narrow space that French sets there: an editor shows no difference between the two. */
const beforeMark = / (?=[;:!?%»€])/g;
const afterGuillemet = /« /g;
/** A number and the noun it counts stay on one line: « 6 personnes », and `#` in a plural form. */
const afterNumber = /(?<=[0-9#]) (?=\p{L})/gu;

/**
 * A catalogue's message with the spaces its language sets: written with ordinary spaces, shown with U+202F before
 * `; : ! ? % €` and inside guillemets in French, and with U+00A0 between a number and its noun in every language.
 * Spaces already set are left as they are; values put in later are not touched.
 */
export function setSpaces(message: string, locale: string): string {
  const held = message.replace(afterNumber, '\u00A0');
  return locale === 'fr' ? held.replace(beforeMark, '\u202F').replace(afterGuillemet, '«\u202F') : held;
}
