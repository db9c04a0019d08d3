import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { existsInCalendar, ZoneClock } from './local-instant.js';

const at = (text: string) => {
  const { year, month, day, hour, minute, second } = Temporal.PlainDateTime.from(text);
  return { year, month, day, hour, minute, second };
};

describe('ZoneClock', () => {
  it.each([
    // Clocks go forward on 8 March 2026 at 02:00 in California, on 29 March in Brussels.
    { zone: 'America/Los_Angeles', local: '2026-03-08T01:59', expected: '2026-03-08T09:59:00.000Z', clock: 'plain' },
    { zone: 'America/Los_Angeles', local: '2026-03-08T02:30', expected: '2026-03-08T10:30:00.000Z', clock: 'skipped' },
    { zone: 'America/Los_Angeles', local: '2026-03-08T03:00', expected: '2026-03-08T10:00:00.000Z', clock: 'plain' },
    { zone: 'America/Los_Angeles', local: '2025-11-02T01:30', expected: '2025-11-02T08:30:00.000Z', clock: 'repeated' },
    { zone: 'Europe/Brussels', local: '2026-03-29T02:30', expected: '2026-03-29T01:30:00.000Z', clock: 'skipped' },
    { zone: 'Europe/Brussels', local: '2026-10-25T02:30', expected: '2026-10-25T00:30:00.000Z', clock: 'repeated' },
    { zone: 'Europe/Brussels', local: '2026-07-01T19:00', expected: '2026-07-01T17:00:00.000Z', clock: 'plain' },
  ])('reads $local in $zone as $clock', ({ zone, local, expected, clock }) => {
    const located = new ZoneClock(zone).locate(at(local));
    expect([located.at.toISOString(), located.clock]).toEqual([expected, clock]);
  });

  it('agrees with Temporal at any minute of thirty years, in any order of asking', () => {
    const clocks = ['America/Los_Angeles', 'Europe/Brussels', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'].map((zone) => new ZoneClock(zone));
    fc.assert(fc.property(fc.constantFrom(...clocks), fc.integer({ min: 0, max: 30 * 366 * 24 * 60 }), (clock, minutes) => {
      const local = Temporal.PlainDateTime.from('2004-01-01T00:00').add({ minutes });
      expect(clock.locate(at(local.toString())).at.getTime()).toBe(local.toZonedDateTime(clock.zone, { disambiguation: 'compatible' }).epochMilliseconds);
    }), { numRuns: 500 });
  });

  it('knows which days stand in a calendar', () => {
    expect(['2026-02-28', '2028-02-29'].map((day) => existsInCalendar(at(`${day}T00:00`)))).toEqual([true, true]);
    expect([{ month: 2, day: 29 }, { month: 13, day: 1 }, { month: 4, day: 31 }, { month: 1, day: 0 }].map((part) => existsInCalendar({ ...at('2026-01-01T00:00'), ...part }))).toEqual([false, false, false, false]);
  });
});
