import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postSharesPerLike, sharesPerLike } from './shares-per-like.js';

const figure = fc.option(fc.nat(500));
const post = fc.record({ likes: figure, shares: figure });

describe('sharesPerLike', () => {
  it('divides the sum of shares by the sum of likes, each without its own unknowns', () => {
    const posts = [{ likes: 30, shares: 4 }, { likes: null, shares: 6 }, { likes: 10, shares: null }, { likes: null, shares: null }];
    // by hand: shares 4 + 6 = 10, likes 30 + 10 = 40, 10 / 40 = 0.25; the last post tells nothing
    expect(sharesPerLike(posts)).toEqual({ posts: 3, likes: 40, shares: 10, sharesPerLike: 0.25 });
  });

  it.each([
    { likes: 19, expected: null },
    { likes: 20, expected: 0.1 },
  ])('of 2 shares for $likes likes is $expected', ({ likes, expected }) => {
    expect(sharesPerLike([{ likes, shares: 2 }]).sharesPerLike).toBe(expected);
  });

  it('stays unknown where shares are never told, even with many likes', () => {
    expect(sharesPerLike([{ likes: 400, shares: null }])).toEqual({ posts: 1, likes: 400, shares: null, sharesPerLike: null });
  });

  it('does not depend on the order of posts, nor on posts that tell nothing', () => {
    fc.assert(fc.property(fc.array(post), (posts) => {
      expect(sharesPerLike([...posts.toReversed(), { likes: null, shares: null }])).toEqual(sharesPerLike(posts));
    }));
  });
});

describe('postSharesPerLike', () => {
  it.each([
    { likes: 9, shares: 2, expected: 2.5 / 9.5 },
    { likes: 0, shares: 0, expected: 1 },
    { likes: 0, shares: 3, expected: 7 }, // by hand: 3.5 / 0.5
    { likes: null, shares: 3, expected: null },
    { likes: 3, shares: null, expected: null },
  ])('of $shares shares for $likes likes is $expected', ({ likes, shares, expected }) => {
    expect(postSharesPerLike({ likes, shares })).toBe(expected);
  });

  it('grows with shares and falls with likes', () => {
    fc.assert(fc.property(fc.nat(1e5), fc.nat(1e5), (likes, shares) => {
      const here = postSharesPerLike({ likes, shares }) ?? NaN;
      expect(postSharesPerLike({ likes, shares: shares + 1 })).toBeGreaterThan(here);
      expect(postSharesPerLike({ likes: likes + 1, shares })).toBeLessThan(here);
    }));
  });
});
