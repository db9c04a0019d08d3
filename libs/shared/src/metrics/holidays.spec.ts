import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/period.js';
import { defaultHolidays, holidaysDuring, isInHolidays } from './holidays.js';

const span = { from: '2024-11-29', to: '2026-11-29' };

describe('holidays', () => {
  it.each([
    { day: '2026-06-30', isIn: false },
    { day: '2026-07-01', isIn: true },
    { day: '2026-08-31', isIn: true },
    { day: '2026-09-01', isIn: false },
    { day: '2025-12-23', isIn: false },
    { day: '2025-12-24', isIn: true },
    { day: '2026-01-06', isIn: true },
    { day: '2026-01-07', isIn: false },
    { day: '2024-12-31', isIn: true }, // the first winter of the span
  ])('by default: $day, $isIn', ({ day, isIn }) => {
    expect(isInHolidays(day, defaultHolidays(span))).toBe(isIn);
  });

  it('by default hold for every day of any span', () => {
    fc.assert(fc.property(fc.nat({ max: 20_000 }), fc.nat({ max: 1_500 }), fc.nat({ max: 1_500 }), (start, length, within) => {
      const from = addDays('2000-01-01', start);
      const to = addDays(from, length);
      const day = addDays(from, Math.min(within, length));
      const [, month, date] = day.split('-');
      const isIn = month === '07' || month === '08' || (month === '12' && Number(date) >= 24) || (month === '01' && Number(date) <= 6);
      expect(isInHolidays(day, defaultHolidays({ from, to }))).toBe(isIn);
    }));
  });

  it('are the organisation’s own in school years it tells of, and the default ones in the others', () => {
    const own = [{ from: '2025-10-20', to: '2025-10-31' }, { from: '2026-07-04', to: '2026-08-23' }];
    const holidays = holidaysDuring(span, own);
    expect(['2025-10-20', '2026-08-23', '2024-12-25', '2025-07-01'].map((day) => isInHolidays(day, holidays))).toEqual([true, true, true, true]);
    expect(['2025-12-25', '2026-07-02', '2026-08-25'].map((day) => isInHolidays(day, holidays))).toEqual([false, false, false]);
  });

  it('may overlap, and none may be given', () => {
    expect(isInHolidays('2026-03-02', [{ from: '2026-03-01', to: '2026-03-02' }, { from: '2026-03-02', to: '2026-03-09' }])).toBe(true);
    expect(isInHolidays('2026-03-02', [])).toBe(false);
  });
});
