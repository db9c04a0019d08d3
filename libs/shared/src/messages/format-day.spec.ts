import { describe, expect, it } from 'vitest';
import { formatDay, formatHour, formatMonth } from './format-day.js';
import { writing } from './writing.js';

describe('formatDay', () => {
  it.each([
    { day: '2026-10-31', fr: '31 octobre 2026', en: '31 October 2026', nl: '31 oktober 2026' },
    { day: '2026-10-01', fr: '1er octobre 2026', en: '1 October 2026', nl: '1 oktober 2026' },
    { day: '2026-10-11', fr: '11 octobre 2026', en: '11 October 2026', nl: '11 oktober 2026' },
  ])('writes $day as « $fr »', ({ day, fr, en, nl }) => {
    expect([formatDay(day, 'fr'), formatDay(day, 'en'), formatDay(day, 'nl')]).toEqual([fr, en, nl]);
  });

  it('leaves out the year, or writes figures alone', () => {
    expect(formatDay('2026-11-01', 'fr', 'without-year')).toBe('1er novembre');
    expect(formatDay('2026-11-23', 'fr', 'numeric')).toBe('23/11/2026');
    expect(writing('fr').weekday('2026-10-01')).toBe('jeudi 1er octobre');
    expect(writing('fr').weekday('2026-10-31')).toBe('samedi 31 octobre');
  });
});

describe('formatMonth', () => {
  it('writes it in full, without its year or short', () => {
    expect(formatMonth('2026-10', 'fr')).toBe('octobre 2026');
    expect(formatMonth('2026-08', 'fr', 'without-year')).toBe('août');
    expect(formatMonth('2026-02', 'fr', 'short')).toBe('févr.');
    expect(formatMonth('2026-10', 'en')).toBe('October 2026');
  });
});

describe('formatHour', () => {
  it.each([
    { time: '07:12', fr: '7\u00A0h\u00A012', en: '07:12' },
    { time: '17:00', fr: '17\u00A0h', en: '17:00' },
    { time: '00:05', fr: '0\u00A0h\u00A005', en: '00:05' },
  ])('writes $time as « $fr »', ({ time, fr, en }) => {
    expect([formatHour(time, 'fr'), formatHour(time, 'en'), formatHour(time, 'nl')]).toEqual([fr, en, en]);
  });
});
