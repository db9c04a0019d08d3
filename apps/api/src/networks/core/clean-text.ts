/** Longest text kept of a post, in signs: ten times the longest post of the networks that allow long ones. */
export const MAX_TEXT = 10_000;

const LINE_ENDS = /\r\n?/g;
// Every control sign except tabulation and line feed, and the marks that turn writing round.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** A text without control signs, with single line ends, well formed and trimmed; null when nothing is left. */
export function cleanText(text: string): string | null {
  const clean = text.replace(LINE_ENDS, '\n').replace(CONTROLS, '').toWellFormed().trim();
  return clean === '' ? null : clean;
}

/** The first `MAX_TEXT` signs; a sign made of two units is never cut in half. */
export function cutText(text: string): { text: string; isCut: boolean } {
  if (text.length <= MAX_TEXT) return { text, isCut: false };
  return { text: text.slice(0, MAX_TEXT).replace(/[\uD800-\uDBFF]$/, '').trimEnd(), isCut: true };
}
