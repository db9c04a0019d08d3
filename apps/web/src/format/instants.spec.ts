import { writing, type Locale } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { loadWholeLanguage } from '../locales/language.js';
import { sayWhen, toLocal, writeTime } from './instants.js';

const timeZone = 'Europe/Brussels';
const today = '2026-11-23';
const say = async (instant: string, locale: Locale): Promise<string> => {
  const translation = { ...(await loadWholeLanguage(locale)), write: writing(locale), setLocale: () => undefined };
  return sayWhen(instant, { timeZone, today, translation });
};

describe('an instant', () => {
  it('is read in the centre’s zone, across a change of clocks', () => {
    expect(toLocal('2026-07-01T17:00:00Z', timeZone)).toEqual({ day: '2026-07-01', hour: 19, minute: 0 });
    expect(toLocal('2026-12-31T23:30:00Z', timeZone)).toEqual({ day: '2027-01-01', hour: 0, minute: 30 });
  });

  it('has the hour that the language writes', () => {
    expect(writeTime({ hour: 7, minute: 12 }, 'fr')).toBe('7\u00A0h\u00A012');
    expect(writeTime({ hour: 18, minute: 0 }, 'fr')).toBe('18\u00A0h');
    expect(writeTime({ hour: 7, minute: 2 }, 'en')).toBe('07:02');
  });

  it.each([
    { instant: '2026-11-22T23:05:00Z', french: 'cette nuit à 0\u00A0h\u00A005', english: 'last night at 00:05' },
    { instant: '2026-11-23T06:12:00Z', french: 'ce matin à 7\u00A0h\u00A012', english: 'this morning at 07:12' },
    { instant: '2026-11-23T18:00:00Z', french: 'ce soir à 19\u00A0h', english: 'this evening at 19:00' },
    { instant: '2026-11-22T14:30:00Z', french: 'hier à 15\u00A0h\u00A030', english: 'yesterday at 15:30' },
    { instant: '2026-11-09T06:12:00Z', french: 'le 9 novembre à 7\u00A0h\u00A012', english: 'on 9 November at 07:12' },
    { instant: '2025-11-09T06:12:00Z', french: 'le 9 novembre 2025 à 7\u00A0h\u00A012', english: 'on 9 November 2025 at 07:12' },
  ])('$instant is said as near as it is', async ({ instant, french, english }) => {
    const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
    expect(plain(await say(instant, 'fr'))).toBe(plain(french));
    expect(plain(await say(instant, 'en'))).toBe(plain(english));
  });
});
