import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseHeadline, type HeadlinePost } from './headline.js';

/** So many posts in a month, reaching 1, 2, 3 … in a hundred. */
function posts(month: string, number: number, more: Partial<HeadlinePost> = {}): HeadlinePost[] {
  return Array.from({ length: number }, (_, index) => ({
    localDay: `${month}-${String(index + 10)}`, paid: false, reach: (index + 1) * 10, reachOrganic: null, reachFollowers: null,
    followers: 1000, followersEstimated: false, ineligible: null, ...more,
  }));
}

describe('chooseHeadline', () => {
  it('takes the organic posts of the month where they are five', () => {
    const given = [...posts('2026-10', 5), ...posts('2026-10', 9, { paid: null }), ...posts('2026-10', 9, { paid: true }), ...posts('2026-09', 9)];
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toEqual({
      figure: { median: 0.03, low: 0.01, high: 0.05, posts: 5 }, // by hand: third of 10, 20, 30, 40, 50 for 1000
      basis: 'organic', months: 1, from: '2026-10-01', to: '2026-10-31', cutAt: null, followersEstimated: false, reason: null,
    });
  });

  it('adds unknown posts, and says so, before it looks further back', () => {
    const given = [...posts('2026-10', 4), ...posts('2026-10', 1, { paid: null }), ...posts('2026-09', 9)];
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toMatchObject({ basis: 'organic-and-unknown', months: 1, figure: { posts: 5 } });
  });

  it('never counts pushed posts, however few the others', () => {
    const given = [...posts('2026-10', 4), ...posts('2026-10', 9, { paid: true })];
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toMatchObject({ reason: 'too-few-posts', figure: { median: null, posts: 4 } });
  });

  it('takes nothing from pushed posts, not even their estimated followers', () => {
    const given = [...posts('2026-10', 6), ...posts('2026-10', 9, { paid: true, followersEstimated: true })];
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toMatchObject({ basis: 'organic', followersEstimated: false });
  });

  it.each([
    { other: '2026-08', months: 3, from: '2026-08-01' },
    { other: '2026-07', months: 6, from: '2026-05-01' },
    { other: '2025-11', months: 12, from: '2025-11-01' },
  ])('takes the shortest window with five posts: $months months when the others are of $other', ({ other, months, from }) => {
    const given = [...posts('2026-10', 4), ...posts(other, 1)];
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toMatchObject({ months, from, to: '2026-10-31', figure: { posts: 5 } });
  });

  it('looks no further back than twelve months, nor after the month', () => {
    const given = [...posts('2026-10', 4), ...posts('2025-10', 5), ...posts('2026-11', 5)];
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toMatchObject({ months: 1, reason: 'too-few-posts' });
  });

  it('does not cross a change of definition', () => {
    const given = [...posts('2026-06', 9), ...posts('2026-07', 3), ...posts('2026-08', 2)];
    expect(chooseHeadline({ month: '2026-08', posts: given, since: '2026-06-15' })).toMatchObject({
      months: 3, from: '2026-06-15', cutAt: '2026-06-15', figure: { posts: 9 - 5 + 5 }, // 10 to 14 June are left out
    });
    expect(chooseHeadline({ month: '2026-10', posts: posts('2026-10', 6), since: '2026-06-15' })).toMatchObject({ months: 1, cutAt: null });
  });

  it('says when the rates rest on estimated followers', () => {
    expect(chooseHeadline({ month: '2026-10', posts: posts('2026-10', 5, { followersEstimated: true }), since: null }).followersEstimated).toBe(true);
  });
});

describe('chooseHeadline without a headline', () => {
  it.each([
    { case: 'nothing published', given: [], reason: 'no-posts' },
    { case: 'no people counted', given: posts('2026-10', 9, { ineligible: 'no-reach', reach: null }), reason: 'no-reach' },
    { case: 'followers never read', given: posts('2026-10', 9, { ineligible: 'no-followers', followers: null }), reason: 'no-followers' },
    { case: 'a very small channel', given: posts('2026-10', 9, { ineligible: 'few-followers', followers: 20 }), reason: 'few-followers' },
    { case: 'all still growing', given: posts('2026-10', 9, { ineligible: 'growing' }), reason: 'too-few-posts' },
    { case: 'mostly counted', given: [...posts('2026-10', 3), ...posts('2026-10', 2, { ineligible: 'no-reach' })], reason: 'too-few-posts' },
  ] as const)('says why: $case', ({ given, reason }) => {
    expect(chooseHeadline({ month: '2026-10', posts: given, since: null })).toMatchObject({ reason, months: 1, figure: { median: null } });
  });

  it('has either a median or a reason, whatever the posts and their order', () => {
    const post = fc.record({
      localDay: fc.constantFrom('2026-10-03', '2026-09-12', '2026-06-20', '2025-12-01'), paid: fc.option(fc.boolean()),
      reach: fc.nat(2000), reachOrganic: fc.constant(null), reachFollowers: fc.constant(null), followers: fc.integer({ min: 50, max: 4000 }),
      followersEstimated: fc.boolean(), ineligible: fc.constantFrom(null, null, 'growing' as const, 'no-reach' as const),
    });
    fc.assert(fc.property(fc.array(post, { maxLength: 30 }), fc.option(fc.constant('2026-06-15')), (given, since) => {
      const headline = chooseHeadline({ month: '2026-10', posts: given, since });
      expect(headline.figure.median === null).toBe(headline.reason !== null);
      expect(chooseHeadline({ month: '2026-10', posts: given.toReversed(), since })).toEqual(headline);
    }));
  });
});
