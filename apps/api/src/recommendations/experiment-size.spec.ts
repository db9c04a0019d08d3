import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentSize } from './experiment-size.js';

describe('the size of an experiment', () => {
  // 12.4 σ² / ln²(1 + effect), rounded up: twice as many at σ .85 is 12.4 × .7225 / .480453 = 18.6.
  it.each([
    { effect: 1, sizes: [10, 19, 32] },
    { effect: 0.5, sizes: [28, 55, 92] },
    { effect: 0.3, sizes: [65, 131, 218] },
    { effect: 0.2, sizes: [135, 270, 452] },
  ])('to see $effect more is $sizes in each arm at σ .6, .85 and 1.1', ({ effect, sizes }) => {
    expect([0.6, 0.85, 1.1].map((sigma) => experimentSize({ effect, sigma, postsAMonth: 20 }).eachArm)).toEqual(sizes);
  });

  it('is never under ten posts in each arm', () => {
    expect(experimentSize({ effect: 4, sigma: 0.4, postsAMonth: 20 })).toEqual({ eachArm: 10, months: 1, isTooLong: false });
  });

  it('is too long from a year on, or without any pace', () => {
    expect(experimentSize({ effect: 0.5, sigma: 0.85, postsAMonth: 110 / 12 })).toMatchObject({ months: 12, isTooLong: false });
    expect(experimentSize({ effect: 0.5, sigma: 0.85, postsAMonth: 109 / 12 })).toMatchObject({ isTooLong: true });
    expect(experimentSize({ effect: 0.5, sigma: 0.85, postsAMonth: 0 })).toEqual({ eachArm: 55, months: null, isTooLong: true });
  });

  it('is the same for a factor and for its inverse, and grows as the effect shrinks', () => {
    const effect = fc.double({ min: 0.05, max: 3, noNaN: true });
    fc.assert(fc.property(effect, effect, fc.double({ min: 0.3, max: 1.5, noNaN: true }), (one, other, sigma) => {
      const sizeOf = (asked: number): number => experimentSize({ effect: asked, sigma, postsAMonth: 20 }).eachArm;
      expect(Math.abs(sizeOf(1 / (1 + one) - 1) - sizeOf(one))).toBeLessThanOrEqual(1);
      if (one < other) expect(sizeOf(one)).toBeGreaterThanOrEqual(sizeOf(other));
    }));
  });
});
