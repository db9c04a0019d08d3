import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engagement, shareRate } from './per-person-reached.js';

const figure = fc.option(fc.nat(5000));
const post = fc.record({ reach: figure, likes: figure, comments: figure, shares: figure, clicks: figure });
type Given = typeof post extends fc.Arbitrary<infer P> ? P : never;

describe('shareRate', () => {
  it('divides sums, so that a post hardly seen weighs little', () => {
    // by hand: (3 + 21) / (12 + 1188) = 0.02; the mean of the two rates would be 0.13
    expect(shareRate([{ reach: 12, shares: 3 }, { reach: 1188, shares: 21 }])).toBe(0.02);
  });

  it.each([
    { what: 'leaves out posts that tell only one of both', posts: [{ reach: 100, shares: 5 }, { reach: 900, shares: null }, { reach: null, shares: 40 }], expected: 0.05 },
    { what: 'is 0 where nothing was passed on', posts: [{ reach: 100, shares: 0 }], expected: 0 },
    { what: 'is unknown where nobody was reached', posts: [{ reach: 0, shares: 0 }], expected: null },
    { what: 'is unknown where no post tells both', posts: [{ reach: 100, shares: null }, { reach: null, shares: 4 }], expected: null },
    { what: 'is unknown of no post', posts: [], expected: null },
  ])('$what', ({ posts, expected }) => {
    expect(shareRate(posts)).toBe(expected);
  });
});

describe('engagement', () => {
  it('counts in each of both the posts that tell all of its terms', () => {
    const posts = [
      { reach: 200, likes: 10, comments: 2, shares: 3, clicks: 5 },
      { reach: 300, likes: 20, comments: 0, shares: 5, clicks: null },
      { reach: 500, likes: 40, comments: null, shares: 9, clicks: 60 },
    ];
    // by hand: 20 / 200, the first post alone; (15 + 25) / (200 + 300), the first two
    expect(engagement(posts)).toEqual({ withClicks: 0.1, withoutClicks: 0.08 });
  });

  it('is unknown where a term is told by no post', () => {
    expect(engagement([{ reach: 200, likes: 10, comments: 2, shares: null, clicks: 5 }])).toEqual({ withClicks: null, withoutClicks: null });
  });
});

describe('both', () => {
  it('depend neither on the order of posts nor on posts that tell nothing', () => {
    const silent = { reach: null, likes: null, comments: null, shares: null, clicks: null };
    fc.assert(fc.property(fc.array(post), (posts) => {
      expect(both([...posts.toReversed(), silent])).toEqual(both(posts));
    }));
  });

  it('stay where they were when every post is told twice, and halve when twice as many people were reached', () => {
    fc.assert(fc.property(fc.array(post), (posts) => {
      expect(both([...posts, ...posts])).toEqual(both(posts));
      expect(both(posts.map((one) => ({ ...one, reach: one.reach === null ? null : one.reach * 2 })))).toEqual(both(posts).map((rate) => (rate === null ? null : rate / 2)));
    }));
  });

  it('lie between the lowest and the highest of single posts, and are never infinite', () => {
    fc.assert(fc.property(fc.array(post, { minLength: 1 }), (posts) => {
      const seen = posts.filter(({ reach }) => reach !== 0);
      const singles = seen.map((one) => both([one]));
      both(seen).forEach((rate, which) => {
        const known = singles.flatMap((rates) => rates[which] ?? []);
        if (rate === null) expect(known).toEqual([]);
        else expect(rate > Math.min(...known) - 1e-12 && rate < Math.max(...known) + 1e-12).toBe(true);
      });
      expect(both(posts).every((rate) => rate === null || Number.isFinite(rate))).toBe(true);
    }));
  });
});

function both(posts: readonly Given[]): (number | null)[] {
  const { withClicks, withoutClicks } = engagement(posts);
  return [shareRate(posts), withClicks, withoutClicks];
}
