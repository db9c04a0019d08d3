import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from './search-text.js';

describe('searchText', () => {
  it.each([
    { text: 'ÉTÉ à l’Œuvre', expected: 'ete a l’œuvre' },
    { text: 'e\u0301te\u0301', expected: 'ete' }, // accents written apart
    { text: null, expected: null },
  ])('reads $text as $expected', ({ text, expected }) => {
    expect(searchText(text)).toBe(expected);
  });

  it('reads a text the same however many marks are piled upon a letter', () => {
    const piled = fc.tuple(fc.string(), fc.constantFrom('\u0301', '\u0323', '\u20DD'), fc.nat(80)).map(([text, mark, times]) => [text, text + mark.repeat(times)] as const);
    fc.assert(fc.property(piled, ([text, marked]) => {
      expect(searchText(marked)).toBe(searchText(text));
    }));
  });

  it('takes no longer for a text made to slow it', () => {
    const started = performance.now();
    searchText('\u0301\u0323'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000); // in order they would take minutes
  });
});
