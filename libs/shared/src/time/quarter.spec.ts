import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQuarters, daysOfQuarter, quarterOf } from './quarter.js';

describe('quarters', () => {
  it.each([
    { day: '2026-01-01', quarter: '2026-Q1', from: '2026-01-01', to: '2026-03-31' }, { day: '2026-06-30', quarter: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
    { day: '2026-07-14', quarter: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }, { day: '2026-12-31', quarter: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
  ])('$day is in $quarter', ({ day, quarter, from, to }) => {
    expect(quarterOf(day)).toBe(quarter);
    expect(daysOfQuarter(quarter)).toEqual({ from, to });
  });

  it('follow each other across years, without a gap', () => {
    expect([addQuarters('2026-Q4', 1), addQuarters('2026-Q1', -1), addQuarters('2026-Q2', 0)]).toEqual(['2027-Q1', '2025-Q4', '2026-Q2']);
    fc.assert(fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -40, max: 40 }), (year, number, later) => {
      const quarter = `${String(year)}-Q${String(number)}`;
      expect(addQuarters(addQuarters(quarter, later), -later)).toBe(quarter);
      const { from, to } = daysOfQuarter(quarter);
      expect([quarterOf(from), quarterOf(to)]).toEqual([quarter, quarter]);
      expect(Date.parse(daysOfQuarter(addQuarters(quarter, 1)).from) - Date.parse(to)).toBe(86_400_000);
    }));
  });
});
