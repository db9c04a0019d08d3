import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysedPost, analysedPosts, analysedSpan, anyAnalysedPost } from '../../../../test/support/analysed-span.js';
import { chooseMostShared, passedOnOf } from './passed-on.js';

describe('passedOnOf', () => {
  const told = { likes: 10, shares: 3, reach: 100 };
  const posts = [
    ...analysedPosts(2, { id: 'call', ...told, isShareOriented: true }), ...analysedPosts(3, { id: 'other', at: '2026-11-02T10', likes: 10, shares: 0, reach: 50 }),
    ...analysedPosts(1, { id: 'gone', ...told, ineligible: 'deleted', isShareOriented: true }), analysedPost('monday', { ...told, series: '#Lundi' }),
  ];

  it('parts posts by their call to share, and by appointment', () => {
    const found = passedOnOf(analysedSpan(posts, { series: [{ name: '#Lundi', weekday: 'mon', everyDays: 7 }] }), []);
    expect(found.whole).toMatchObject({ posts: 6, sharing: { likes: 60, shares: 9, sharesPerLike: 0.15 }, shareRate: 9 / 450 });
    expect(found.called).toMatchObject({ posts: 2, sharing: { likes: 20, shares: 6, sharesPerLike: 0.3 }, shareRate: 0.03 });
    expect(found.notCalled).toMatchObject({ posts: 4, sharing: { shares: 3 } });
    expect(found.series).toMatchObject([{ name: '#Lundi', weekday: 'mon', everyDays: 7, posts: 1, shareRate: 0.03 }]);
  });

  it('tells every month, one without posts as unknown', () => {
    const { months } = passedOnOf(analysedSpan(posts, { since: '2026-09-20' }), []);
    expect(months).toEqual([
      { month: '2026-09', posts: 0, likes: null, shares: null, sharesPerLike: null, shareRate: null },
      { month: '2026-10', posts: 3, likes: 30, shares: 9, sharesPerLike: 0.3, shareRate: 0.03 },
      { month: '2026-11', posts: 3, likes: 30, shares: 0, sharesPerLike: 0, shareRate: 0 },
    ]);
  });
});

describe('chooseMostShared', () => {
  it('puts first what is passed on most for its likes, and leaves out what fewer than three people shared', () => {
    const posts = [
      analysedPost('many', { likes: 100, shares: 20 }), analysedPost('half', { likes: 9, shares: 4 }), analysedPost('twice', { likes: 0, shares: 2 }),
      analysedPost('silent', { likes: null, shares: 9 }), analysedPost('gone', { likes: 0, shares: 9, ineligible: 'deleted' }), analysedPost('story', { likes: 0, shares: 9, ineligible: 'story' }),
    ];
    expect(chooseMostShared(posts)).toEqual(['half', 'many']); // by hand: 4.5 / 9.5 and 20.5 / 100.5
  });

  it('prefers of equals the newer one, and names ten at most', () => {
    const equal = Array.from({ length: 12 }, (_, day) => analysedPost(`of-${day}`, { at: `2026-10-${String(day + 10)}T10`, likes: 2, shares: 3 }));
    expect(chooseMostShared(equal)).toEqual(Array.from({ length: 10 }, (_, place) => `of-${11 - place}`));
  });

  it('names the same posts in the same order, however they come', () => {
    fc.assert(fc.property(fc.uniqueArray(anyAnalysedPost, { selector: ({ id }) => id }), (posts) => {
      expect(chooseMostShared(posts.toReversed())).toEqual(chooseMostShared(posts));
    }));
  });
});
