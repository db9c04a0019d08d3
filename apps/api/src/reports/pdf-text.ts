/** Stands for a sign that no font of the report has. */
export const MISSING_SIGN = '\u25A1';

/** Kept as they are: our fonts have them, and compatibility forms would lose them (« … » to three dots, U+202F to a space). */
const KEPT = /[\u0000-\u00FF\u2010-\u2026\u202F\u2032\u2033\u20AC\u2122]/u;
/** A letter under a tower of marks keeps this many of them. */
const TOWER = /(\p{M}{3})\p{M}+/gu;
/** Controls, and marks that turn the direction of whole lines; line ends and tabs are spaces. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;
/** More signs in a row than a column holds; never cut between a letter and its marks, or inside a joined emoji. */
const LONG_WORD = /[^\s\u200B]{24}(?!\p{M}|\p{Join_Control}|\p{Emoji_Modifier})(?<!\p{Join_Control})(?=\S)/gu;
const UNASSIGNED = /[\p{Cn}\p{Co}\p{Cs}\uFFFD]/gu;

/**
 * Text that people typed, made fit for the report: half characters, controls and private signs gone, fancy letters
 * ("mathematical bold", full width) as the letters they stand for, every white space one space. It stays data: nothing in
 * it is read as layout.
 */
export function printable(text: string): string {
  const plain = [...text.toWellFormed()].map((sign) => (KEPT.test(sign) ? sign : sign.normalize('NFKC'))).join('');
  return plain
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\u0085\u2028\u2029]+/gu, (space) => (/^[\u00A0\u202F]$/u.test(space) ? space : ' '))
    .replace(UNASSIGNED, MISSING_SIGN)
    .replace(TOWER, '$1')
    .trim();
}

/** Lets a line break inside words longer than a column (addresses, keyboard mashing): zero-width spaces, unseen. */
export function breakable(text: string): string {
  return text.replace(LONG_WORD, '$&\u200B');
}

/** A sentence in which something stands that people typed; a name cut short ends it as a full stop does. */
export function paperText(text: string): string {
  return breakable(printable(text)).replaceAll('….', '…');
}

/**
 * The signs that the compiler says no font can draw, from the text of its refusal, which quotes them twice over: a sign
 * inside a message inside a list. A letter is named along with a mark that it carries: those every font has are left out.
 */
export function uncoveredSigns(refusal: string): string[] {
  const found = Array.from(refusal.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gsu), ([, quoted = '']) => unquote(unquote(quoted)));
  return [...new Set(found)].filter((sign) => !/^[\s\u0000-\u00FF]*$/u.test(sign)).toSorted((a, b) => b.length - a.length);
}

/** A text without those signs: marks are dropped and, when there is no mark among them, letters replaced by the sign of absence. */
export function withoutSigns(text: string, signs: readonly string[]): string {
  const marks = signs.filter((sign) => /^\p{M}+$/u.test(sign));
  if (marks.length > 0) return marks.reduce((left, mark) => left.replaceAll(mark, ''), text);
  return signs.reduce((left, sign) => left.replaceAll(sign, MISSING_SIGN), text);
}

/** Undoes the compiler's own quoting: `\u{7}`, `\"`, `\\`. */
function unquote(quoted: string): string {
  return quoted.replace(/\\u\{([0-9a-f]+)\}|\\(.)/giu, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Number.parseInt(code, 16)));
}
