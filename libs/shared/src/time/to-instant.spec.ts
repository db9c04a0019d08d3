import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from './to-instant.js';
import { localDay, localTime } from './zone.js';

const brussels = 'Europe/Brussels';
const losAngeles = 'America/Los_Angeles';

describe('Californian time read in Brussels', () => {
  // Nine hours apart, except while only one of both has changed its clocks: 8 to 29 March and 25 October to 1 November 2026.
  it.each([
    { californian: '2026-03-07T09:40', brussels: '18:40' },
    { californian: '2026-03-08T09:40', brussels: '17:40' },
    { californian: '2026-03-28T09:40', brussels: '17:40' },
    { californian: '2026-03-29T09:40', brussels: '18:40' },
    { californian: '2026-10-24T09:40', brussels: '18:40' },
    { californian: '2026-10-25T09:40', brussels: '17:40' },
    { californian: '2026-10-31T09:40', brussels: '17:40' },
    { californian: '2026-11-01T09:40', brussels: '18:40' },
  ])('$californian is $brussels', ({ californian, brussels: expected }) => {
    expect(localTime(toInstant(californian, losAngeles).instant, brussels)).toBe(expected);
  });

  it('moves an evening post to the next day', () => {
    expect(localDay(toInstant('2026-10-31T17:30', losAngeles).instant, brussels)).toBe('2026-11-01');
  });
});

describe('toInstant', () => {
  it.each([
    { local: '2026-03-29T02:30', zone: brussels, instant: '2026-03-29T01:30:00.000Z', clock: 'skipped' }, // read as 03:30
    { local: '2026-10-25T02:30', zone: brussels, instant: '2026-10-25T00:30:00.000Z', clock: 'repeated' }, // the first of both
    { local: '2026-03-08T02:30', zone: losAngeles, instant: '2026-03-08T10:30:00.000Z', clock: 'skipped' },
    { local: '2026-11-01T01:30', zone: losAngeles, instant: '2026-11-01T08:30:00.000Z', clock: 'repeated' },
    { local: '2026-10-25T03:00:05', zone: brussels, instant: '2026-10-25T02:00:05.000Z', clock: 'plain' },
  ])('$local in $zone is $clock', ({ local, zone, instant, clock }) => {
    expect(toInstant(local, zone)).toEqual({ instant: new Date(instant), clock });
  });

  it.each(['2025-02-30T10:00', '2026-13-01T10:00', 'hier'])('refuses %s, which no calendar has', (local) => {
    expect(() => toInstant(local, brussels)).toThrow(RangeError);
  });

  it('finds back the local day and time, wherever the clocks did show it', () => {
    const minute = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(fc.property(minute, fc.constantFrom(brussels, losAngeles), (minutes, zone) => {
      const shown = new Date(minutes * 60_000);
      const located = toInstant(`${localDay(shown, zone)}T${localTime(shown, zone)}`, zone);
      if (located.clock === 'plain') expect(located.instant).toEqual(shown);
      else expect(located.instant.getTime()).toBeLessThanOrEqual(shown.getTime());
    }));
  });
});
