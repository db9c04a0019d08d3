/** Calls to share, looked for in a text without accents, in lower case, with single spaces. */
const shareCalls: readonly RegExp[] = [
  /\bpartag(e|ez|er)\b/,
  /\bfai(tes|re) tourner\b/,
  /\bfaites passer\b/,
  /\btagu?(e|ez) une?\b/,
  /\bshare (this|with)\b/,
  /\bplease share\b/,
];

/**
 * Whether a text calls on its readers to pass it on. It describes the call, not its success.
 * @param calls  the organisation's own list, when it has one
 * @returns null when the text is unknown
 */
export function isShareOriented(text: string | null, calls: readonly RegExp[] = shareCalls): boolean | null {
  if (text === null) return null;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
  return calls.some((call) => call.test(plain));
}
