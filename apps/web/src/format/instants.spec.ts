import { writing, type Locale } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { loadWholeLanguage } from '../locales/language.js';
import { cityOf, sayWhen, toLocal, writeTime } from './instants.js';

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

  // Clocks went back on 25 October in Brussels, on 1 November in New York: for a week they were five hours apart, not six.
  it.each([
    { instant: '2026-10-25T00:30:00Z', zone: 'Europe/Brussels', day: '2026-10-25', hour: 2 },
    { instant: '2026-10-25T01:30:00Z', zone: 'Europe/Brussels', day: '2026-10-25', hour: 2 },
    { instant: '2026-10-25T00:30:00Z', zone: 'America/New_York', day: '2026-10-24', hour: 20 },
    { instant: '2026-11-01T05:30:00Z', zone: 'America/New_York', day: '2026-11-01', hour: 1 },
    { instant: '2026-11-01T06:30:00Z', zone: 'America/New_York', day: '2026-11-01', hour: 1 },
    // One moment, three days: on both sides of the date line.
    { instant: '2026-11-23T10:30:00Z', zone: 'Pacific/Kiritimati', day: '2026-11-24', hour: 0 },
    { instant: '2026-11-23T10:30:00Z', zone: 'Europe/Brussels', day: '2026-11-23', hour: 11 },
    { instant: '2026-11-23T10:30:00Z', zone: 'Pacific/Pago_Pago', day: '2026-11-22', hour: 23 },
  ])('$instant is $hour o’clock on $day in $zone', ({ instant, zone, day, hour }) => {
    expect(toLocal(instant, zone)).toEqual({ day, hour, minute: 30 });
  });

  it('by another clock than the centre’s has the city beside it', async () => {
    const translation = { ...(await loadWholeLanguage('fr')), write: writing('fr'), setLocale: () => undefined };
    const when = (timeZone: string, day: string): string => sayWhen('2026-11-23T10:30:00Z', { timeZone, today: day, city: cityOf(timeZone), translation }).replaceAll(/[\u00A0\u202F]/g, ' ');
    expect(when('Pacific/Kiritimati', '2026-11-24')).toBe('cette nuit à 0 h 30 (Kiritimati)');
    expect(when('Pacific/Pago_Pago', '2026-11-23')).toBe('hier à 23 h 30 (Pago Pago)');
    expect(when('America/Argentina/Buenos_Aires', '2026-11-23')).toBe('ce matin à 7 h 30 (Buenos Aires)');
  });
});
