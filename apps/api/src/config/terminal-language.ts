import type { Locale } from '@portee/shared';

/**
 * Language of the terminal, from the usual variables: French when they say French or nothing at all
 * ("C", "POSIX" and the bare encodings are what a server says when nobody chose), Dutch when they say Dutch, otherwise English.
 */
export function terminalLanguage(source: Record<string, string | undefined>): Locale {
  const chosen = [source.LC_ALL, source.LC_MESSAGES, source.LANG].find((value) => value !== undefined && value !== '') ?? '';
  const isUndecided = chosen === '' || /^(c|posix)([._]|$)/i.test(chosen);
  if (isUndecided || /^fr/i.test(chosen)) return 'fr';
  return /^nl/i.test(chosen) ? 'nl' : 'en';
}
