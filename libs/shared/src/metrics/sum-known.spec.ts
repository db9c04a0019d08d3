import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumKnown } from './sum-known.js';

describe('sumKnown', () => {
  it.each([
    { values: [], expected: null },
    { values: [null, null], expected: null },
    { values: [null, 0], expected: 0 }, // measured nothing
    { values: [3, null, 4], expected: 7 },
  ])('of $values is $expected', ({ values, expected }) => {
    expect(sumKnown(values)).toBe(expected);
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.nat(1e6))), (values) => {
      expect(sumKnown(values.toReversed())).toBe(sumKnown(values));
    }));
  });
});
