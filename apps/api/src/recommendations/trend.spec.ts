import { addMonths } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postsOfMonth, toldChannels } from './fixtures/told-months.js';
import type { ModelPost } from './model-post.js';
import { monthValues } from './month-values.js';
import { changePointOf, isUnusual, trendOf, usualRange } from './trend.js';

/** Posts of consecutive months whose reach differs by a fifth within each. */
const monthly = (middles: readonly number[], from = '2025-01'): ModelPost[] => middles.flatMap((middle, index) => postsOfMonth(addMonths(from, index), [middle, middle * 1.2, middle / 1.2]));
const middles = (minLength: number) => fc.array(fc.integer({ min: 20, max: 900 }), { minLength, maxLength: 20 });

describe('the trend of a channel', () => {
  it.each(toldChannels)('is the line of statsmodels as a fraction: a channel that $name', ({ posts, line }) => {
    const trend = trendOf(posts);
    expect(trend.verdict).toBe(line.p > 0.05 ? 'no_clear_difference' : 'worsening');
    expect(trend.effect).toBeCloseTo(Math.expm1(line.slope), 9);
    expect(trend.low).toBeCloseTo(Math.expm1(line.low), 9);
    expect(trend.high).toBeCloseTo(Math.expm1(line.high), 9);
  });

  it('says nothing under six months of three posts', () => {
    const five = monthly([100, 90, 80, 70, 60]);
    const nothing = { verdict: 'not_enough_data', effect: null, low: null, high: null, months: 5 };
    expect(trendOf(five)).toEqual(nothing);
    expect(trendOf([...five, ...postsOfMonth('2025-06', [50, 50])])).toEqual(nothing);
    expect(trendOf([...five, ...postsOfMonth('2025-06', [50, 50, 50])])).toMatchObject({ verdict: 'worsening', months: 6 });
    expect(trendOf([])).toMatchObject({ verdict: 'not_enough_data', months: 0 });
  });

  it('improves as its mirror worsens', () => {
    const mirrored = { improving: 'worsening', worsening: 'improving', no_clear_difference: 'no_clear_difference', not_enough_data: 'not_enough_data' } as const;
    fc.assert(fc.property(middles(6), (all) => {
      const [trend, mirror] = [trendOf(monthly(all)), trendOf(monthly(all).map((post) => ({ ...post, reach: 1e6 / post.reach })))];
      expect(mirror.verdict).toBe(mirrored[trend.verdict]);
      expect(Math.log1p(mirror.low ?? 0)).toBeCloseTo(-Math.log1p(trend.high ?? 0), 9);
    }));
  });

  it('has the interval of a verdict on its side of 0', () => {
    fc.assert(fc.property(middles(0), (all) => {
      const { verdict, low, high } = trendOf(monthly(all));
      if (verdict === 'improving') expect(low).toBeGreaterThan(0);
      if (verdict === 'worsening') expect(high).toBeLessThan(0);
    }));
  });
});

describe('a change of level', () => {
  it.each(toldChannels)('is where two levels account for most, as statsmodels finds it: a channel that $name', ({ name, posts, jump }) => {
    const found = changePointOf(posts);
    if (name !== 'drops in March') expect(found).toMatchObject({ verdict: 'no_clear_difference', from: null, effect: null });
    else {
      expect(found).toMatchObject({ verdict: 'worsening', from: jump.month });
      for (const [figure, told] of [[found.effect, jump.slope], [found.low, jump.low], [found.high, jump.high]] as const) expect(figure).toBeCloseTo(Math.expm1(told), 9);
    }
  });

  it('is dated by the first month of the new level, with the size of the jump', () => {
    const doubled = changePointOf(monthly([50, 51, 49, 50, 51, 49, 100, 102, 98, 100, 102, 98]));
    expect(doubled).toMatchObject({ verdict: 'improving', from: '2025-07', months: 12 });
    expect(doubled.effect).toBeCloseTo(1, 12);
  });

  it('is not looked for within three months of either end', () => {
    const atTheEnd = changePointOf(monthly([50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 200, 200]));
    expect(atTheEnd.from === null || atTheEnd.from <= '2025-10').toBe(true);
  });

  it('has its interval on its side of 0', () => {
    fc.assert(fc.property(middles(10), (all) => {
      const { verdict, low, high } = changePointOf(monthly(all));
      if (verdict === 'improving') expect(low).toBeGreaterThan(0);
      if (verdict === 'worsening') expect(high).toBeLessThan(0);
    }), { numRuns: 50 });
  });

  it('is not looked for under ten months', () => {
    expect(changePointOf(monthly([50, 50, 50, 50, 100, 100, 100, 100, 100]))).toMatchObject({ verdict: 'not_enough_data', from: null, effect: null, months: 9 });
  });

  it('is not found in months that are all the same', () => {
    expect(changePointOf(monthly(Array.from({ length: 14 }, () => 77)))).toMatchObject({ verdict: 'no_clear_difference', from: null });
  });

  it('is found in the same posts whatever their order', () => {
    fc.assert(fc.property(middles(10), (all) => { expect(changePointOf(monthly(all))).toEqual(changePointOf(monthly(all).toReversed())); }), {
      numRuns: 30, examples: [[[402, 379, 471, 327, 36, 47, 344, 32, 43, 43]]], // one shuffle has the same two sides: a tie, whatever the last digit of their sums
    });
  });
});

describe('an unusual month', () => {
  // Six months at ln .1 ± .1: sd = .1 √(6/5), t(.99; 5) = 3.364930, and a seventh lies within 3.364930 × sd × √(7/6).
  const reach = 3.36493 * 0.1 * Math.sqrt(6 / 5) * Math.sqrt(7 / 6);
  const before = [0.1, -0.1, 0.1, -0.1, 0.1, -0.1];
  const months = (last: number) => [...before, last].map((value, index) => ({ month: addMonths('2026-01', index), value: Math.log(0.1) + value, posts: 3, sampling: 0.01, at: index / 12 }));

  it.each([{ last: reach * 1.001, unusual: true }, { last: reach * 0.999, unusual: false }, { last: -reach * 0.999, unusual: false }, { last: -reach * 1.001, unusual: true }])('lies beyond where 98 of 100 would: $last is $unusual', ({ last, unusual }) => {
    expect(isUnusual(months(last))).toBe(unusual);
  });

  it('is judged by the six before it, and not with fewer', () => {
    expect(isUnusual(months(1).slice(1))).toBeNull();
    expect(isUnusual([])).toBeNull();
    expect(usualRange([...monthValues(monthly([900], '2020-01'), 3), ...months(0)])).toEqual(usualRange(months(0)));
  });
});
