import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseHeadline, chooseStandIn } from './headline.js';
import { firstDay, monthOf } from '../time/period.js';
import { type WindowMonth, type WindowPost, windowRates } from './window-rates.js';

type HeadlinePost = WindowPost & { localDay: string };

/** The months that these posts are kept in, in two parts where the network changed its way of counting. */
function monthsOf(given: readonly HeadlinePost[], since: string | null = null): WindowMonth[] {
  const from = ({ localDay }: HeadlinePost) => (since !== null && localDay >= since && monthOf(localDay) === monthOf(since) ? since : firstDay(monthOf(localDay)));
  return [...Map.groupBy(given, from)].map(([day, some]) => ({ month: monthOf(day), from: day, figures: { rates: windowRates(some) } }));
}

const headlineOf = (month: string, given: readonly HeadlinePost[], since: string | null = null) => chooseHeadline({ month, months: monthsOf(given, since), since });

/** So many posts in a month, reaching 1, 2, 3 … in a hundred. */
function posts(month: string, number: number, more: Partial<HeadlinePost> = {}): HeadlinePost[] {
  return Array.from({ length: number }, (_, index) => ({
    localDay: `${month}-${String(index + 10)}`, paid: false, reach: (index + 1) * 10, reachOrganic: null, reachFollowers: null,
    followers: 1000, followersEstimated: false, ineligible: null, likes: null, comments: null, shares: null, ...more,
  }));
}

describe('chooseHeadline', () => {
  it('takes the organic posts of the month where they are five', () => {
    const given = [...posts('2026-10', 5), ...posts('2026-10', 9, { paid: null }), ...posts('2026-10', 9, { paid: true }), ...posts('2026-09', 9)];
    expect(headlineOf('2026-10', given)).toEqual({
      figure: { median: 0.03, low: 0.01, high: 0.05, posts: 5 }, // by hand: third of 10, 20, 30, 40, 50 for 1000
      basis: 'organic', months: 1, from: '2026-10-01', to: '2026-10-31', cutAt: null, followersEstimated: false, reason: null,
    });
  });

  it('adds unknown posts, and says so, before it looks further back', () => {
    const given = [...posts('2026-10', 4), ...posts('2026-10', 1, { paid: null }), ...posts('2026-09', 9)];
    expect(headlineOf('2026-10', given)).toMatchObject({ basis: 'organic-and-unknown', months: 1, figure: { posts: 5 } });
  });

  it('never counts pushed posts, however few the others', () => {
    const given = [...posts('2026-10', 4), ...posts('2026-10', 9, { paid: true })];
    expect(headlineOf('2026-10', given)).toMatchObject({ reason: 'too-few-posts', figure: { median: null, posts: 4 } });
  });

  it('takes nothing from pushed posts, not even their estimated followers', () => {
    const given = [...posts('2026-10', 6), ...posts('2026-10', 9, { paid: true, followersEstimated: true })];
    expect(headlineOf('2026-10', given)).toMatchObject({ basis: 'organic', followersEstimated: false });
  });

  it.each([
    { other: '2026-08', months: 3, from: '2026-08-01' },
    { other: '2026-07', months: 6, from: '2026-05-01' },
    { other: '2025-11', months: 12, from: '2025-11-01' },
  ])('takes the shortest window with five posts: $months months when the others are of $other', ({ other, months, from }) => {
    const given = [...posts('2026-10', 4), ...posts(other, 1)];
    expect(headlineOf('2026-10', given)).toMatchObject({ months, from, to: '2026-10-31', figure: { posts: 5 } });
  });

  it('looks no further back than twelve months, nor after the month', () => {
    const given = [...posts('2026-10', 4), ...posts('2025-10', 5), ...posts('2026-11', 5)];
    expect(headlineOf('2026-10', given)).toMatchObject({ months: 1, reason: 'too-few-posts' });
  });

  it('does not cross a change of definition', () => {
    const given = [...posts('2026-06', 9), ...posts('2026-07', 3), ...posts('2026-08', 2)];
    expect(headlineOf('2026-08', given, '2026-06-15')).toMatchObject({
      months: 3, from: '2026-06-15', cutAt: '2026-06-15', figure: { posts: 9 - 5 + 5 }, // 10 to 14 June are left out
    });
    expect(headlineOf('2026-10', posts('2026-10', 6), '2026-06-15')).toMatchObject({ months: 1, cutAt: null });
  });

  it('says when the rates rest on estimated followers', () => {
    expect(headlineOf('2026-10', posts('2026-10', 5, { followersEstimated: true })).followersEstimated).toBe(true);
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
    expect(headlineOf('2026-10', given)).toMatchObject({ reason, months: 1, figure: { median: null } });
  });

  it('has either a median or a reason, whatever the posts and their order', () => {
    const post = fc.record({
      localDay: fc.constantFrom('2026-10-03', '2026-09-12', '2026-06-20', '2025-12-01'), paid: fc.option(fc.boolean()),
      reach: fc.nat(2000), reachOrganic: fc.constant(null), reachFollowers: fc.constant(null), followers: fc.integer({ min: 50, max: 4000 }),
      followersEstimated: fc.boolean(), ineligible: fc.constantFrom(null, null, 'growing' as const, 'no-reach' as const),
      likes: fc.constant(null), comments: fc.constant(null), shares: fc.constant(null),
    });
    fc.assert(fc.property(fc.array(post, { maxLength: 30 }), fc.option(fc.constant('2026-06-15')), (given, since) => {
      const headline = headlineOf('2026-10', given, since);
      expect(headline.figure.median === null).toBe(headline.reason !== null);
      expect(headlineOf('2026-10', given.toReversed(), since)).toEqual(headline);
    }));
  });
});

describe('chooseStandIn', () => {
  const answered = (month: string, number: number, more: Partial<HeadlinePost> = {}) =>
    posts(month, number, { reach: null, ineligible: 'no-reach', likes: 8, comments: 2, shares: 0, ...more });

  it('takes the shortest window with five posts, across changes of what reach means', () => {
    const given = [...answered('2026-10', 4), ...answered('2026-06', 3, { likes: 18 })];
    // by hand: four times 10 for 1000 followers, three times 20
    expect(chooseStandIn({ month: '2026-10', months: monthsOf(given, '2026-08-01') })).toMatchObject({ figure: { median: 0.01, high: 0.02, posts: 7 }, months: 6 });
  });

  it('is that of the month, without a median, where no window has five', () => {
    const given = [...answered('2026-10', 3), ...answered('2026-03', 9, { shares: null })];
    expect(chooseStandIn({ month: '2026-10', months: monthsOf(given) })).toEqual({ figure: { median: null, low: null, high: null, posts: 3 }, months: 1 });
  });
});
