import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHours, writeHours } from './hours.js';

describe('hours of work', () => {
  it.each([
    { text: '9 h 30', hours: 9.5 }, { text: '9h30', hours: 9.5 }, { text: '9:30', hours: 9.5 }, { text: ' 9,5 ', hours: 9.5 }, { text: '9.5 h', hours: 9.5 },
    { text: '9\u00A0h\u00A005', hours: 9.08 }, { text: '12', hours: 12 }, { text: '0', hours: 0 }, { text: '45 min', hours: 0.75 }, { text: '90m', hours: 1.5 },
    { text: '7 heures', hours: 7 }, { text: '1 heure 15', hours: 1.25 }, { text: '9 u. 30', hours: 9.5 }, { text: '3 uur', hours: 3 }, { text: '2 hours', hours: 2 },
  ])('are read as people write them: $text', ({ text, hours }) => {
    expect(readHours(text)).toBe(hours);
  });

  it.each(['', 'neuf', '-3', '9h75', '9:5', '9,555', '1e3', '9 h 30 s', '99999', '3/4', '٣'])('are nothing else: « %s »', (text) => {
    expect(readHours(text)).toBeNull();
  });

  it('are written to the minute', () => {
    const plain = (text: string) => text.replaceAll('\u00A0', ' ');
    expect([9.5, 6, 0.33, 0, 22.08, 0.999].map((hours) => plain(writeHours(hours, 'fr')))).toEqual(['9 h 30', '6 h', '0 h 20', '0 h', '22 h 05', '1 h']);
    expect(plain(writeHours(9.5, 'nl'))).toBe('9 u. 30');
  });

  it('come back as they were written, in every language', () => {
    fc.assert(fc.property(fc.nat({ max: 9_999 * 60 }), fc.constantFrom('fr' as const, 'en' as const, 'nl' as const), (minutes, locale) => {
      const hours = Math.round((minutes / 60) * 100) / 100;
      expect(readHours(writeHours(hours, locale))).toBe(hours);
    }));
  });

  it('outlive any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const hours = readHours(text);
      expect(hours === null || (Number.isFinite(hours) && hours >= 0 && hours < 10_000)).toBe(true);
    }));
  });
});
