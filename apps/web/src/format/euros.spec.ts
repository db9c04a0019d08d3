import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEuros } from './euros.js';

describe('euros', () => {
  it.each([{ text: '25', euros: 25 }, { text: '12,50', euros: 12.5 }, { text: '1\u202F250,5 €', euros: 1250.5 }, { text: '30 euros', euros: 30 }, { text: 'EUR 7.05', euros: 7.05 }, { text: '1000000,01', euros: null }, { text: '-3', euros: null }, { text: '', euros: null }])('are read as people write them: $text', ({ text, euros }) => {
    expect(readEuros(text)).toBe(euros);
  });

  it('are never anything but an amount to the cent', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String)), (text) => {
      const euros = readEuros(text);
      expect(euros === null || (euros >= 0 && Math.abs(euros * 100 - Math.round(euros * 100)) < 1e-4)).toBe(true);
    }));
  });
});
