import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medianInterval, toFigure } from './median.js';

const rate = fc.nat(100_000).map((reach) => reach / 10_000);

describe('median', () => {
  it.each([
    { values: [], expected: null },
    { values: [3], expected: 3 },
    { values: [5, 1, 3], expected: 3 },
    { values: [10, 1, 3, 6], expected: 4.5 }, // by hand: 1 3 | 6 10, half-way between 3 and 6
    { values: [100, 9], expected: 54.5 }, // sorted as numbers, not as text
  ])('of $values is $expected', ({ values, expected }) => {
    expect(median(values)).toBe(expected);
  });

  it('does not depend on the order, nor changes what it is given', () => {
    fc.assert(
      fc.property(fc.array(rate), (values) => {
        const given = [...values];
        expect(median(values.toReversed())).toBe(median(values));
        expect(values).toEqual(given);
      }),
    );
  });

  it('scales with its values', () => {
    fc.assert(fc.property(fc.array(rate, { minLength: 1 }), (values) => {
      expect(median(values.map((value) => value * 4))).toBe((median(values) ?? NaN) * 4);
    }));
  });
});

describe('medianInterval', () => {
  // Ranks by hand. n = 5: 2 · 1/32 = 6.25 % outside, so the extremes. n = 8: 2 · (1 + 8)/256 = 7.0 %, so the
  // second from each end. n = 20: 2 · P(X ≤ 5) = 4.1 % and 2 · P(X ≤ 6) = 11.5 %, so the sixth.
  it.each([
    { n: 5, low: 1, high: 5 },
    { n: 7, low: 1, high: 7 },
    { n: 8, low: 2, high: 7 },
    { n: 20, low: 6, high: 15 },
    { n: 2001, low: 964, high: 1038 }, // normal approximation: 1001 ± 0.8225 · √2001 = 1001 ± 36.8
  ])('of the ranks 1 to $n goes from $low to $high', ({ n, low, high }) => {
    expect(medianInterval(Array.from({ length: n }, (_, index) => index + 1))).toEqual({ low, high });
  });

  it('is not given under five values', () => {
    expect(medianInterval([1, 2, 3, 4])).toBeNull();
  });

  it('holds the median and follows any growing change of scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 5, maxLength: 60 }), (values) => {
        const interval = medianInterval(values);
        const middle = median(values) ?? NaN;
        expect(interval?.low).toBeLessThanOrEqual(middle);
        expect(interval?.high).toBeGreaterThanOrEqual(middle);
        expect(medianInterval(values.map(Math.log))?.low).toBe(Math.log(interval?.low ?? NaN));
      }),
    );
  });

  it('covers the true median at least nine times in ten', () => {
    const size = 4000;
    let state = 42;
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const covering = Array.from({ length: size }, () => medianInterval(Array.from({ length: 12 }, uniform)))
      .filter((interval) => interval !== null && interval.low <= 0.5 && interval.high >= 0.5).length;
    expect(covering / size).toBeGreaterThan(0.9);
  });
});

describe('toFigure', () => {
  it('gives no median under five known values, but always their number', () => {
    expect(toFigure([0.1, 0.2, null, 0.3, 0.4])).toEqual({ median: null, low: null, high: null, posts: 4 });
  });

  it('leaves unknown values out instead of counting them as nothing', () => {
    fc.assert(
      fc.property(fc.array(rate, { maxLength: 30 }), fc.nat(10), (values, unknowns) => {
        expect(toFigure([...values, ...Array.from({ length: unknowns }, () => null)])).toEqual(toFigure(values));
      }),
    );
  });
});
