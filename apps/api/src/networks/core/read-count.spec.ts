import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount, readLocalCount } from './read-count.js';

describe('readCount', () => {
  it.each([
    { text: '', expected: { value: null } }, { text: '0', expected: { value: 0 } }, { text: '66', expected: { value: 66 } }, { text: '12.0', expected: { value: 12 } },
    { text: '-5', expected: { reason: 'negative' } }, { text: '12.5', expected: { reason: 'not-whole' } }, { text: '5,5', expected: { reason: 'not-whole' } }, { text: '12,50', expected: { reason: 'not-whole' } }, { text: '1e3', expected: { reason: 'scientific-notation' } },
    { text: '999999999', expected: { value: 999_999_999 } }, { text: '1000000000', expected: { reason: 'implausible' } }, { text: '1,234', expected: { reason: 'not-a-number' } },
    { text: 'NaN', expected: { reason: 'not-a-number' } }, { text: '0x10', expected: { reason: 'not-a-number' } }, { text: '12k', expected: { reason: 'abbreviated-number' } },
  ])('reads "$text"', ({ text, expected }) => expect(readCount(text)).toEqual(expected));
});

describe('readLocalCount', () => {
  it.each([
    { text: '1\u202F234', expected: { value: 1234 } }, { text: '1 234', expected: { value: 1234 } }, { text: '1.234', expected: { value: 1234 } }, { text: '1,234', expected: { value: 1234 } },
    { text: '1.234.567', expected: { value: 1_234_567 } }, { text: '1.234,0', expected: { value: 1234 } }, { text: "1'234", expected: { value: 1234 } }, { text: '520,00', expected: { value: 520 } },
    { text: '12,5', expected: { reason: 'not-whole' } }, { text: '5,6 %', expected: { reason: 'not-a-number' } }, { text: '1,2,3', expected: { reason: 'not-a-number' } }, { text: '-1,5', expected: { reason: 'negative' } },
  ])('reads "$text"', ({ text, expected }) => expect(readLocalCount(text)).toEqual(expected));

  it('reads every whole number as the countries of our languages print it', () => {
    fc.assert(fc.property(fc.nat({ max: 999_999_999 }), fc.constantFrom('fr-BE', 'nl-BE', 'en-GB', 'de-CH', 'fr-FR'), (number, locale) => {
      expect(readLocalCount(number.toLocaleString(locale))).toEqual({ value: number });
    }));
  });

  it('never gives anything but a whole number from 0 on, unknown, or a reason', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      for (const outcome of [readCount(text), readLocalCount(text)]) if ('value' in outcome && outcome.value !== null) expect(Number.isInteger(outcome.value) && outcome.value >= 0).toBe(true);
    }));
  });
});
