/** Languages in which the terminal speaks. */
export type TerminalLanguage = 'fr' | 'en';

/**
 * Language of the terminal, from the usual variables: French when they say French or nothing at all
 * ("C", "POSIX" and the bare encodings are what a server says when nobody chose), otherwise English.
 */
export function terminalLanguage(source: Record<string, string | undefined>): TerminalLanguage {
  const chosen = [source.LC_ALL, source.LC_MESSAGES, source.LANG].find((value) => value !== undefined && value !== '') ?? '';
  const isUndecided = chosen === '' || /^(c|posix)([._]|$)/i.test(chosen);
  return isUndecided || /^fr/i.test(chosen) ? 'fr' : 'en';
}
