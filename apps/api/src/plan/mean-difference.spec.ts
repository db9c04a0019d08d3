import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf, meanDifference, meanOf, sideOf, sumOf } from './mean-difference.js';

const values = fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 2, maxLength: 60 });

describe('the difference of two means', () => {
  // Means 3 and 2; variances of the means 2.5 / 5 = 0.5 and 1 / 3; df = (5/6)² / (0.25/4 + (1/9)/2) = 0.69444 / 0.118056 = 5.88235.
  it('is Welch’s, with Satterthwaite’s degrees of freedom', () => {
    const found = meanDifference([1, 2, 3, 4, 5], [1, 2, 3]);
    expect(found.value).toBe(1);
    expect(found.variance).toBeCloseTo(5 / 6, 12);
    expect(found.df).toBeCloseTo(5.882353, 6);
  });

  // Half of the way to Student's 95 % quantile, tables: 2.132 at 4 degrees of freedom.
  it('has an interval that leaves out one time in ten', () => {
    const { low, high } = effectOf({ value: 0, variance: 1, df: 4 });
    expect(Math.log1p(high)).toBeCloseTo(2.131847, 5);
    expect(Math.log1p(low)).toBeCloseTo(-2.131847, 5);
  });

  it('is sure of what never varies, without a figure that is none', () => {
    expect(effectOf(meanDifference([2, 2, 2], [1, 1]))).toEqual({ effect: Math.expm1(1), low: Math.expm1(1), high: Math.expm1(1) });
  });

  it('has degrees of freedom between the smaller sample’s and both together, and an interval around it', () => {
    fc.assert(fc.property(values, values, (one, other) => {
      const found = meanDifference(one, other);
      expect(found.df).toBeGreaterThanOrEqual(Math.min(one.length, other.length) - 1 - 1e-9);
      expect(found.df).toBeLessThanOrEqual(one.length + other.length - 2 + 1e-9);
      const { effect, low, high } = effectOf(found);
      expect([effect, low, high].every(Number.isFinite)).toBe(true);
      expect(low <= effect && effect <= high).toBe(true);
    }));
  });

  it('turns round with its samples, and does not see what both have in common', () => {
    fc.assert(fc.property(values, values, fc.double({ min: -5, max: 5, noNaN: true }), (one, other, shift) => {
      const found = meanDifference(one, other);
      expect(meanDifference(other, one).value).toBeCloseTo(-found.value, 9);
      expect(meanDifference(one.map((value) => value + shift), other.map((value) => value + shift)).value).toBeCloseTo(found.value, 9);
    }));
  });

  it('weighs a part once whether it stands alone or in halves', () => {
    const part = meanOf([1, 4, 7]);
    expect(sumOf([{ weight: 1, of: part }])).toEqual(part);
    expect(sumOf([{ weight: 0.5, of: part }, { weight: 0.5, of: part }])).toMatchObject({ value: 4, variance: part.variance / 2, df: 4 });
  });

  it.each([
    { low: 0.01, high: 2, side: 'do_more' },
    { low: -0.5, high: -0.01, side: 'do_less' },
    { low: 0, high: 2, side: 'no_clear_difference' },
    { low: -0.2, high: 0.3, side: 'no_clear_difference' },
  ])('from $low to $high is $side', ({ low, high, side }) => {
    expect(sideOf({ low, high })).toBe(side);
  });
});
