import { describe, expect, it } from 'vitest';
import { effectivePaid } from './effective-paid.js';

const october = [{ from: '2026-10-01', to: '2026-10-31' }];

describe('effectivePaid', () => {
  it.each([
    { paid: null, day: '2026-10-01', expected: false }, // declared, first day
    { paid: null, day: '2026-10-31', expected: false }, // declared, last day
    { paid: null, day: '2026-11-01', expected: null },
    { paid: true, day: '2026-10-15', expected: true }, // known better than declared
    { paid: false, day: '2026-11-15', expected: false },
  ])('$paid on $day is $expected', ({ paid, day, expected }) => {
    expect(effectivePaid(paid, day, { hasPaidPush: true, unpaidPeriods: october })).toBe(expected);
  });

  it.each([true, false, null])('is false on a network where nothing can be pushed, whatever was read (%s)', (paid) => {
    expect(effectivePaid(paid, '2026-10-15', { hasPaidPush: false, unpaidPeriods: [] })).toBe(false);
  });
});
