import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postsOfMonth } from './fixtures/told-months.js';
import { monthRatesOf, pooledVariance } from './month-rates.js';
import { monthValues } from './month-values.js';

const reaches = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 3, maxLength: 9 });

describe('months as points', () => {
  it('are mean logarithms, as precise as their posts are many', () => {
    // ln .1, ln .1, ln .4 about ln .1587 (geometric mean); ln .2 twice.
    const [june, july] = monthValues([...postsOfMonth('2026-07', [200, 200]), ...postsOfMonth('2026-06', [100, 100, 400])], 2);
    const third = Math.log(4) / 3;
    expect(june?.value).toBeCloseTo(Math.log(0.1) + third, 12);
    expect(july?.value).toBeCloseTo(Math.log(0.2), 12);
    // Squares about the means: twice (ln 4 / 3)², once (2 ln 4 / 3)², and none in July; 2 + 1 degrees of freedom.
    const variance = (6 * third ** 2) / 3;
    expect(june?.sampling).toBeCloseTo(variance / 3, 12);
    expect(july?.sampling).toBeCloseTo(variance / 2, 12);
  });

  it('lie where the calendar has them, a month without posts between', () => {
    const months = monthValues([...postsOfMonth('2025-11', [50]), ...postsOfMonth('2026-02', [50]), ...postsOfMonth('2026-11', [50])], 1);
    expect(months.map(({ month, at }) => [month, Math.round(at * 365.25 * 1e6) / 1e6])).toEqual([['2025-11', 0], ['2026-02', 92], ['2026-11', 365]]);
  });

  it('leave months with too few posts out, also from what posts scatter', () => {
    const kept = postsOfMonth('2026-06', [100, 120, 90]);
    expect(monthValues([...kept, ...postsOfMonth('2026-07', [1, 5000])], 3)).toEqual(monthValues(kept, 3));
  });

  it('count a post that nobody saw as one reader', () => {
    expect(monthValues(postsOfMonth('2026-06', [0, 1]), 1)[0]?.value).toBeCloseTo(Math.log(0.001), 12);
  });

  it('do not depend on the order of posts, and scatter as the posts do, whatever their level', () => {
    fc.assert(fc.property(reaches, reaches, (june, july) => {
      const posts = [...postsOfMonth('2026-06', june), ...postsOfMonth('2026-07', july)];
      const months = monthValues(posts, 3);
      for (const [index, month] of monthValues(posts.toReversed(), 3).entries()) {
        expect(month.value).toBeCloseTo(months[index]?.value ?? Number.NaN, 9);
        expect(month.sampling).toBeCloseTo(months[index]?.sampling ?? Number.NaN, 9);
      }
      const twiceAsSeen = monthValues(posts.map((post) => ({ ...post, followers: post.followers / 2 })), 3);
      for (const [index, { value, sampling }] of twiceAsSeen.entries()) {
        expect(value - Math.LN2).toBeCloseTo(months[index]?.value ?? Number.NaN, 9);
        expect(sampling).toBeCloseTo(months[index]?.sampling ?? Number.NaN, 9);
      }
    }));
  });
});

describe('what posts scatter within their months', () => {
  it('is unknown, and 0, where no month has two posts', () => {
    expect(pooledVariance(monthRatesOf([...postsOfMonth('2026-06', [100]), ...postsOfMonth('2026-07', [900])]))).toBe(0);
  });
});
