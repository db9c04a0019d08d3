import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable, MISSING_SIGN, printable, uncoveredSigns, withoutSigns } from './pdf-text.js';

/** Any text at all: unpaired surrogates, controls, towers of marks, scripts and emoji. */
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)));

describe('printable', () => {
  it.each([
    { what: 'layout commands are only text', text: '#import "x": * $a$ \\ <b>', expected: '#import "x": * $a$ \\ <b>' },
    { what: 'fancy letters are the letters they stand for', text: '𝗕𝗼𝗹𝗱 ｆｕｌｌ 13ᵉ', expected: 'Bold full 13e' },
    { what: 'line ends and tabs are spaces', text: 'un\r\n\tdeux', expected: 'un deux' },
    { what: 'controls and turned lines are dropped', text: 'a\u0000b\u0007c\u202Ed', expected: 'abcd' },
    { what: 'a control between two spaces leaves one', text: 'a\t\u0000\tb', expected: 'a b' },
    { what: 'half a character is a missing one', text: 'a\uD800b', expected: `a${MISSING_SIGN}b` },
    { what: 'private signs are missing ones', text: 'a\uE000b', expected: `a${MISSING_SIGN}b` },
    { what: 'French typography stays', text: '« Été\u202F: l’œuvre… »', expected: '« Été\u202F: l’œuvre… »' },
    { what: 'emoji stay whole', text: '👩🏽‍🎨 ❤️', expected: '👩🏽‍🎨 ❤️' },
  ])('$what', ({ text, expected }) => {
    expect(printable(text)).toBe(expected);
  });

  it('keeps three marks on a letter, however many were piled up', () => {
    expect(printable(`z${'\u0321'.repeat(40)}`)).toBe(`z${'\u0321'.repeat(3)}`);
  });

  it('leaves nothing that the layout refuses by its kind, and changes nothing more the second time', () => {
    fc.assert(fc.property(anyText, (text) => {
      const once = printable(text);
      expect(once).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u);
      expect(once.isWellFormed()).toBe(true);
      expect(printable(once)).toBe(once);
    }));
  });
});

describe('breakable', () => {
  it('lets long words break, without changing what is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }).map(printable), (text) => {
      expect(breakable(text).replaceAll('\u200B', '')).toBe(text);
    }));
    expect(breakable('x'.repeat(60)).split('\u200B').map((part) => part.length)).toEqual([24, 24, 12]);
  });
});

describe('signs that no font has', () => {
  /** The compiler's own words: the sign is quoted inside a message that is quoted inside a list. */
  const refusal = (...signs: string[]): string => signs.map((sign) => `PDF/UA-1 error: the text \`\\"${sign}\\"\` could not be displayed with font`).join(', ');

  it('are read from the compiler’s refusal, escaped or not', () => {
    expect(uncoveredSigns(refusal('漢', '\\\\u{a980}'))).toEqual(['漢', '\uA980']);
    expect(uncoveredSigns('something else went wrong')).toEqual([]);
  });

  it('do not include the letter that is named only for the mark it carries', () => {
    expect(uncoveredSigns(refusal('e', '\\\\u{363}'))).toEqual(['\u0363']);
  });

  it('lose their marks first, and only then become squares', () => {
    expect(withoutSigns('a漢b\u0363', ['漢', '\u0363'])).toBe('a漢b');
    expect(withoutSigns('a漢b\u1820', ['漢', '\u1820'])).toBe(`a${MISSING_SIGN}b${MISSING_SIGN}`);
  });
});
