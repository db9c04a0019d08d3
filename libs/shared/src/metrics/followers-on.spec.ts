import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followersOn } from './followers-on.js';

const readings = [{ day: '2026-09-30', followers: 2806 }, { day: '2026-06-01', followers: 2700 }, { day: '2026-10-31', followers: 2840 }];

describe('followersOn', () => {
  it.each([
    { day: '2026-10-31', expected: { followers: 2840, day: '2026-10-31', estimated: false } },
    { day: '2026-10-30', expected: { followers: 2806, day: '2026-09-30', estimated: false } },
    { day: '2027-01-01', expected: { followers: 2840, day: '2026-10-31', estimated: false } },
    { day: '2026-05-31', expected: { followers: 2700, day: '2026-06-01', estimated: true } },
  ])('on $day is $expected', ({ day, expected }) => {
    expect(followersOn(day, readings)).toEqual(expected);
  });

  it('is unknown where nothing was ever read', () => {
    expect(followersOn('2026-10-31', [])).toBeNull();
  });

  it('does not depend on the order of readings', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-10-${number}`);
    const some = fc.uniqueArray(fc.record({ day, followers: fc.nat(5000) }), { selector: (reading) => reading.day });
    fc.assert(fc.property(day, some, (on, given) => {
      const found = followersOn(on, given);
      expect(followersOn(on, given.toReversed())).toEqual(found);
      expect(found?.estimated ?? false).toBe(given.length > 0 && given.every((reading) => reading.day > on));
    }));
  });
});
