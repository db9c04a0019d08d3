import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldChannels } from './fixtures/told-months.js';
import { monthValues } from './month-values.js';
import { meanWeights, type Point, weightedLine } from './weighted-line.js';

const points = fc.array(fc.record({ value: fc.double({ min: -4, max: 1, noNaN: true }), sampling: fc.double({ min: 1e-4, max: 1, noNaN: true }) }), { minLength: 4, maxLength: 24 })
  .map((all): Point[] => all.map((point, index) => ({ ...point, at: index / 12 })));

describe('the line through months', () => {
  it.each(toldChannels)('is that of statsmodels, weighed as whole matrices weigh it: a channel that $name', ({ posts, line }) => {
    const months = monthValues(posts, 3);
    const { slope, low, high, p } = weightedLine(months);
    expect(months).toHaveLength(line.months);
    for (const [found, told] of [[slope, line.slope], [low, line.low], [high, line.high], [p, line.p]] as const) expect(Math.abs(found - told)).toBeLessThan(1e-9);
  });

  it('goes through points that lie on one', () => {
    const { slope, low, high, p } = weightedLine([0, 1, 2, 3, 4].map((at) => ({ at, value: 0.5 - 0.3 * at, sampling: 0.04 })));
    expect(slope).toBeCloseTo(-0.3, 12);
    // They agree better than their scatter allows, which earns them no trust: sd² = .04 / Σ(at − 2)² = .004, t(.95; 3) = 2.353363.
    expect(high - slope).toBeCloseTo(2.353363 * Math.sqrt(0.004), 6);
    expect(slope - low).toBeCloseTo(high - slope, 12);
    expect(p).toBeLessThan(0.05);
  });

  it('follows its points up and down, faster and slower', () => {
    fc.assert(fc.property(points, fc.double({ min: -3, max: 3, noNaN: true }), (all, added) => {
      const before = weightedLine(all);
      const after = weightedLine(all.map((point) => ({ ...point, value: point.value + 7 + added * point.at })));
      for (const part of ['slope', 'low', 'high'] as const) expect(after[part] - added).toBeCloseTo(before[part], 6);
    }));
  });

  it('keeps its slope within its interval, and 0 without where it is sure', () => {
    fc.assert(fc.property(points, (all) => {
      const { slope, low, high, p } = weightedLine(all);
      expect(low).toBeLessThanOrEqual(slope);
      expect(high).toBeGreaterThanOrEqual(slope);
      expect(p <= 0.1).toBe(low > 0 || high < 0);
    }));
  });

  it('lets points that scatter more count less, and all alike where months differ far more than their posts', () => {
    const steady = meanWeights([0.01, 0.04, 0.16].map((sampling, at) => ({ at, value: 0, sampling })));
    expect(steady).toEqual([100, 25, 6.25]);
    const [first = Number.NaN, last = Number.NaN] = meanWeights([{ at: 0, value: -2, sampling: 0.001 }, { at: 1, value: 2, sampling: 0.01 }, { at: 2, value: 0, sampling: 0.01 }]);
    expect(first / last).toBeCloseTo((0.7 ** 2 + 0.01) / (0.7 ** 2 + 0.001), 9);
  });
});
