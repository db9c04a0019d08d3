import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasThemeWord, partingSigns, wordsIn } from './theme-words.js';

describe('hasThemeWord', () => {
  it.each([
    { text: 'L’atelier couture reprend', word: 'atelier', expected: true },
    { text: 'Nos #Ateliers du samedi', word: 'ateliers', expected: true },
    { text: 'Nos ateliers du samedi', word: 'atelier', expected: false }, // a part of a word is another word
    { text: 'Un #atelier, samedi', word: '#atelier', expected: true },
    { text: 'Un atelier, samedi', word: '#atelier', expected: false },
    { text: 'Les #ateliers', word: '#atelier', expected: false },
    { text: '##atelier', word: '#atelier', expected: true },
    { text: 'page#atelier', word: '#atelier', expected: false }, // networks take no hashtag from the middle of a word
    { text: 'BIBLIOTHÈQUE', word: 'bibliotheque', expected: true },
    { text: 'la bibliotheque', word: 'Bibliothèque', expected: true },
    { text: 'Spectacle jeune\u00A0public', word: 'jeune public', expected: true },
    { text: 'jeune-public, dès 3 ans', word: 'Jeune  public', expected: true },
    { text: 'jeune et public', word: 'jeune public', expected: false },
    { text: 'public jeune', word: 'jeune public', expected: false },
    { text: 'À l\'école', word: 'l’école', expected: true },
    { text: 'Venez au #atelier couture', word: '#atelier couture', expected: true },
    { text: '🎭théâtre🎭', word: 'théâtre', expected: true }, // an emoji is no letter
    { text: 'jeune_public', word: 'jeune', expected: false }, // in a hashtag the underscore holds words together
    { text: 'C++ (le.*) [a-z]', word: '.*', expected: false },
    { text: 'le (théâtre)', word: '(théâtre)', expected: true },
    { text: '', word: 'atelier', expected: false },
    { text: null, word: 'atelier', expected: false },
  ])('$word in « $text »: $expected', ({ text, word, expected }) => {
    expect(hasThemeWord(text, [word])).toBe(expected);
  });

  it('needs one word of several, and finds nothing without words', () => {
    expect(hasThemeWord('Vernissage vendredi', ['exposition', 'vernissage'])).toBe(true);
    expect(hasThemeWord('Vernissage vendredi', [])).toBe(false);
    expect(hasThemeWord('Vernissage 🎭 vendredi', ['🎭', '…'])).toBe(false);
  });

  it('finds a text’s own words, with whatever signs around them', () => {
    const sign = fc.constantFrom(' ', '\n', '\u202F', '. ', '«', '’', '🎪', '—', '/');
    const anything = fc.string({ unit: fc.integer({ min: 0, max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code)) });
    const anyWord = fc.string({ unit: fc.constantFrom(...'aeiouzàéèêëçœñø0123456789'), minLength: 2, maxLength: 12 });
    fc.assert(fc.property(anything, sign, sign, anyWord, (around, before, after, word) => {
      expect(hasThemeWord(`${around}${before}${word.toUpperCase()}${after}${around}`, [word])).toBe(true);
    }));
  });
});

describe('the signs that part words', () => {
  it('leave the letters and digits of Latin, Greek, Cyrillic and Arabic whole', () => {
    const parting = (sign: string) => partingSigns.some(([first, last]) => first <= (sign.codePointAt(0) ?? 0) && (sign.codePointAt(0) ?? 0) <= last);
    const letters = Array.from({ length: 0x700 }, (_, code) => String.fromCodePoint(code)).filter((sign) => /^[\p{Alphabetic}\p{Nd}_]$/u.test(sign) && !/^[\p{M}\p{Lm}]$/u.test(sign));
    expect(letters.filter(parting)).toEqual([]);
  });

  it('hold every sign that a pattern could have a use for', () => {
    expect(wordsIn('.*+?^$()[]{}|\\-:=!<>,&~')).toEqual([]);
  });
});
