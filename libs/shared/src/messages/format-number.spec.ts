import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locales } from '../contract/primitives.contract.js';
import { formatNumber, formatPercent } from './format-number.js';

describe('formatNumber', () => {
  it.each([
    { value: 1234.5, decimals: 1, fr: '1\u202F234,5', en: '1,234.5', nl: '1.234,5' },
    { value: 2840, decimals: 0, fr: '2\u202F840', en: '2,840', nl: '2.840' },
    { value: 0, decimals: 0, fr: '0', en: '0', nl: '0' },
    { value: null, decimals: 0, fr: '—', en: '—', nl: '—' },
  ])('writes $value as « $fr »', ({ value, decimals, ...expected }) => {
    for (const locale of locales) expect(formatNumber(value, locale, decimals)).toBe(expected[locale]);
  });
});

describe('formatPercent', () => {
  it.each([
    { fraction: 0.0562, fr: '5,6\u202F%', en: '5.6%', nl: '5,6%' },
    { fraction: 1.25, fr: '125,0\u202F%', en: '125.0%', nl: '125,0%' },
    { fraction: null, fr: '—', en: '—', nl: '—' },
  ])('writes $fraction as « $fr »', ({ fraction, ...expected }) => {
    for (const locale of locales) expect(formatPercent(fraction, locale)).toBe(expected[locale]);
  });

  it('gives the decimals asked for', () => {
    expect(formatPercent(0.62, 'fr', 0)).toBe('62\u202F%');
    expect(formatPercent(0.048636, 'fr', 4)).toBe('4,8636\u202F%');
  });

  it('never breaks a figure over two lines', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom(...locales), (value, locale) => {
      expect(formatNumber(value, locale, 1) + formatPercent(value, locale)).not.toMatch(/ /);
    }));
  });
});
