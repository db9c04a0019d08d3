import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentChange } from './percent-change.js';

describe('percentChange', () => {
  it.each([
    { before: 80, after: 60, expected: -0.25 }, // by hand: 20 of 80 lost
    { before: 80, after: 200, expected: 1.5 },
    { before: 80, after: 0, expected: -1 },
    { before: 0, after: 12, expected: null },
    { before: null, after: 12, expected: null },
    { before: 12, after: null, expected: null },
  ])('from $before to $after is $expected', ({ before, after, expected }) => {
    expect(percentChange(before, after)).toBe(expected);
  });

  it('leads back to the second figure', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (before, after) => {
      expect(before * (1 + (percentChange(before, after) ?? NaN))).toBeCloseTo(after, 6);
    }));
  });
});
