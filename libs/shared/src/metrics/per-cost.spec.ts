import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perCost, sumHundredths } from './per-cost.js';

const hundredths = fc.nat(200_000).map((value) => value / 100);
const month = fc.record({ cost: fc.option(hundredths), gain: fc.option(fc.nat(100_000)) });

describe('perCost', () => {
  it('divides totals, and only of the months that tell both', () => {
    const months = [{ cost: 4, gain: 1200 }, { cost: 16, gain: 800 }, { cost: null, gain: 9000 }, { cost: 30, gain: null }];
    // by hand: 2000 / 20 = 100; the mean of the months' own ratios would be 175
    expect(perCost(months)).toEqual({ ratio: 100, cost: 20, gain: 2000, months: 2 });
  });

  it.each([
    { what: 'is unknown where nobody entered anything', months: [{ cost: null, gain: 100 }], expected: { ratio: null, cost: null, gain: null, months: 0 } },
    { what: 'is unknown where no hour was worked', months: [{ cost: 0, gain: 100 }], expected: { ratio: null, cost: 0, gain: 100, months: 1 } },
    { what: 'counts a month that cost nothing beside one that did', months: [{ cost: 0, gain: 100 }, { cost: 2, gain: 100 }], expected: { ratio: 100, cost: 2, gain: 200, months: 2 } },
    { what: 'counts work that reached nobody', months: [{ cost: 2.5, gain: 0 }], expected: { ratio: 0, cost: 2.5, gain: 0, months: 1 } },
  ])('$what', ({ months, expected }) => {
    expect(perCost(months)).toEqual(expected);
  });

  it('does not depend on the order of months, nor on months that lack one of both', () => {
    fc.assert(fc.property(fc.array(month), (months) => {
      expect(perCost([...months.toReversed(), { cost: 3, gain: null }, { cost: null, gain: 3 }])).toEqual(perCost(months));
    }));
  });

  it('is never infinite, and its total is exact to the hundredth', () => {
    fc.assert(fc.property(fc.array(month), (months) => {
      const { ratio, cost } = perCost(months);
      expect(ratio === null || Number.isFinite(ratio)).toBe(true);
      expect(cost === null || String(cost).replace(/^\d+\.?/, '').length <= 2).toBe(true);
    }));
  });
});

describe('sumHundredths', () => {
  it('adds cents without the crumbs of binary fractions', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumHundredths([0.1, null, 0.2])).toBe(0.3);
    expect(sumHundredths([1.15, 1.15, 1.15])).toBe(3.45);
    expect(sumHundredths([null])).toBeNull();
  });
});
