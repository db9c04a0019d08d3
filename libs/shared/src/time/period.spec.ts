import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonthsToDay, addMonths, daysBetween, daysInMonth, firstDay, lastDay, monthOf, monthsBetween, weekdayOf } from './period.js';

const month = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
const day = fc.tuple(month, fc.integer({ min: 0, max: 27 })).map(([of, later]) => addDays(firstDay(of), later));

describe('months', () => {
  it.each([
    { month: '2026-10', months: -1, expected: '2026-09' },
    { month: '2026-01', months: -1, expected: '2025-12' },
    { month: '2026-10', months: 3, expected: '2027-01' },
    { month: '2026-10', months: -11, expected: '2025-11' },
  ])('$month and $months months is $expected', ({ month: from, months, expected }) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it.each([
    { month: '2026-02', days: 28 },
    { month: '2028-02', days: 29 },
    { month: '2100-02', days: 28 }, // a century not divisible by 400
    { month: '2026-11', days: 30 },
    { month: '2026-12', days: 31 },
  ])('$month has $days days', ({ month: of, days }) => {
    expect(daysInMonth(of)).toBe(days);
    expect(lastDay(of)).toBe(`${of}-${days}`);
  });

  it('lists both ends, and none when they are reversed', () => {
    expect(monthsBetween('2025-12', '2026-02')).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  });

  it('refuses what is not a month', () => {
    expect(() => addMonths('2026-13', 0)).toThrow(RangeError);
    expect(() => daysInMonth('octobre')).toThrow(RangeError);
  });

  it('goes forth and back to the same month', () => {
    fc.assert(fc.property(month, fc.integer({ min: -600, max: 600 }), (from, months) => {
      expect(addMonths(addMonths(from, months), -months)).toBe(from);
    }));
  });

  it('follows the last day of each month by the first of the next', () => {
    fc.assert(fc.property(month, (of) => {
      expect(addDays(lastDay(of), 1)).toBe(firstDay(addMonths(of, 1)));
      expect(monthOf(lastDay(of))).toBe(of);
    }));
  });
});

describe('days', () => {
  it.each([
    { day: '2026-11-23', weekday: 'mon' },
    { day: '2026-10-25', weekday: 'sun' },
    { day: '1970-01-01', weekday: 'thu' },
    { day: '1969-12-31', weekday: 'wed' },
  ])('$day is a $weekday', ({ day: of, weekday }) => {
    expect(weekdayOf(of)).toBe(weekday);
  });

  it('counts the days it adds, clock changes or not', () => {
    fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }));
  });

  it.each([
    { from: '2026-11-29', months: -24, day: '2024-11-29' },
    { from: '2028-02-29', months: -24, day: '2026-02-28' }, // no such day two years before
    { from: '2026-01-31', months: 1, day: '2026-02-28' },
    { from: '2026-01-31', months: 13, day: '2027-02-28' },
  ])('$from and $months months is $day', ({ from, months, day: expected }) => {
    expect(addMonthsToDay(from, months)).toBe(expected);
  });

  it('refuses a day that no calendar has', () => {
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
  });
});
