import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachRate } from './reach-rate.js';

describe('reachRate', () => {
  it.each([
    { reach: 66, followers: 1200, expected: 0.055 }, // by hand: 66 / 1200 = 5.5 / 100
    { reach: 3000, followers: 1200, expected: 2.5 }, // passed on beyond the followers
    { reach: 0, followers: 1200, expected: 0 }, // measured: nobody
    { reach: null, followers: 1200, expected: null }, // not measured
    { reach: 66, followers: null, expected: null },
    { reach: 10, followers: 49, expected: null },
    { reach: 10, followers: 50, expected: 0.2 },
  ])('$reach people for $followers followers: $expected', ({ reach, followers, expected }) => {
    expect(reachRate(reach, followers)).toBe(expected);
  });

  it('keeps its value when reach and followers grow alike', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 50, max: 1e6 }), fc.integer({ min: 1, max: 100 }), (reach, followers, times) => {
        expect(reachRate(reach * times, followers * times)).toBeCloseTo(reachRate(reach, followers) ?? NaN, 10);
      }),
    );
  });

  it('never invents a figure from an unknown one', () => {
    fc.assert(
      fc.property(fc.nat(), (known) => {
        expect(reachRate(null, known)).toBeNull();
        expect(reachRate(known, null)).toBeNull();
      }),
    );
  });
});
