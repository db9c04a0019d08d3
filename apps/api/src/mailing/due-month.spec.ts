import { localDay, monthOf } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueMonth } from './due-month.js';

const brussels = { day: 5, since: new Date('2026-01-01T00:00:00Z'), timeZone: 'Europe/Brussels' };

describe('the month whose report is to leave', () => {
  it.each([
    { now: '2026-11-05T06:59:59Z', expected: null },
    { now: '2026-11-05T07:00:00Z', expected: '2026-10' },
    { now: '2026-07-05T06:00:00Z', expected: '2026-06' },
    { now: '2026-01-05T07:00:00Z', expected: '2025-12' },
    { now: '2026-11-30T23:30:00Z', expected: null },
  ])('at $now is $expected', ({ now, expected }) => {
    expect(dueMonth(brussels, new Date(now))).toBe(expected);
  });

  it('begins with the day after the choice, not with the one before it', () => {
    const chosen = { ...brussels, since: new Date('2026-11-20T10:00:00Z') };
    expect(dueMonth(chosen, new Date('2026-11-20T10:05:00Z'))).toBeNull();
    expect(dueMonth(chosen, new Date('2026-12-05T07:00:00Z'))).toBe('2026-11');
  });

  it('once due, is due until its month ends, whatever the zone', () => {
    fc.assert(fc.property(fc.constantFrom('Europe/Brussels', 'America/Los_Angeles', 'Pacific/Kiritimati'), fc.integer({ min: 1, max: 28 }), fc.date({ min: new Date('2020-01-02'), max: new Date('2030-01-01'), noInvalidDate: true }), (timeZone, day, now) => {
      const asked = { day, since: new Date('2019-01-01'), timeZone };
      const later = new Date(now.getTime() + 3_600_000);
      const month = (instant: Date) => monthOf(localDay(instant, timeZone));
      const due = dueMonth(asked, now);
      if (due !== null && month(now) === month(later)) expect(dueMonth(asked, later)).toBe(due);
    }));
  });
});
