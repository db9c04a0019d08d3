import { describe, expect, it } from 'vitest';
import { terminalLanguage } from './terminal-language.js';

describe('terminalLanguage', () => {
  it.each([
    { source: {}, expected: 'fr' }, // nobody chose
    { source: { LANG: 'C.UTF-8' }, expected: 'fr' },
    { source: { LANG: 'POSIX' }, expected: 'fr' },
    { source: { LANG: 'fr_BE.UTF-8' }, expected: 'fr' },
    { source: { LANG: 'en_GB.UTF-8' }, expected: 'en' },
    { source: { LANG: 'nl_BE.UTF-8' }, expected: 'nl' },
    { source: { LANG: 'cs_CZ.UTF-8' }, expected: 'en' }, // Czech, not the C locale
    { source: { LANG: 'en_GB.UTF-8', LC_ALL: 'fr_BE.UTF-8' }, expected: 'fr' },
  ])('$source speaks $expected', ({ source, expected }) => {
    expect(terminalLanguage(source)).toBe(expected);
  });
});
