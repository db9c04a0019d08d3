import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.js';

describe('shorten', () => {
  it('cuts between words and says so', () => {
    expect(shorten('Une marche des lumières part du lavoir', 22)).toBe('Une marche des…');
    expect(shorten('Une marche', 22)).toBe('Une marche');
  });

  it('counts an emoji or an ideogram for two, a joined emoji as one of them', () => {
    expect(shorten('🎭'.repeat(9), 10)).toBe(`${'🎭'.repeat(5)}…`);
    expect(shorten('👩‍👩‍👧‍👦'.repeat(3), 6)).toBe('👩‍👩‍👧‍👦'.repeat(3));
    expect(shorten('文化中心文化', 8)).toBe('文化中心…');
    expect(shorten('№ 9 ©', 5)).toBe('№ 9 ©');
  });

  it('never splits what people read as one sign, nor exceeds the length asked', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 5, max: 80 }), (text, most) => {
      const signs = Array.from(new Intl.Segmenter('fr').segment(shorten(text, most)));
      expect(signs.length).toBeLessThanOrEqual(most + 1);
      expect(shorten(text, most).isWellFormed()).toBe(true);
    }));
  });

  it('takes five thousand signs in a row', () => {
    expect(shorten('x'.repeat(5000), 150)).toBe(`${'x'.repeat(150)}…`);
  });
});
