import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourBand, hourBands, hourOfWeek } from './hour-of-week.js';

describe('hourBand', () => {
  it.each([
    { time: '05:59', band: 'night' },
    { time: '06:00', band: 'morning' },
    { time: '11:59', band: 'morning' },
    { time: '12:00', band: 'midday' },
    { time: '14:00', band: 'afternoon' },
    { time: '16:59', band: 'afternoon' },
    { time: '17:00', band: 'evening' },
    { time: '20:59', band: 'evening' },
    { time: '21:00', band: 'night' },
    { time: '00:00', band: 'night' },
  ])('$time is $band', ({ time, band }) => {
    expect(hourBand(time)).toBe(band);
  });

  it('gives each of the 24 hours to one band', () => {
    const hours = hourBands.map(({ from, until }) => (until - from + 24) % 24);
    expect(hours.reduce((sum, length) => sum + length)).toBe(24);
    fc.assert(fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const text = (value: number) => String(value).padStart(2, '0');
      expect(hourBand(`${text(hour)}:${text(minute)}`)).toBe(hourBand(`${text(hour)}:00`));
    }));
  });
});

describe('hourOfWeek', () => {
  it('leaves the small hours to their own calendar day', () => {
    expect(hourOfWeek('2026-10-25', '01:30')).toEqual({ weekday: 'sun', band: 'night' });
  });
});
