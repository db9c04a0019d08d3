import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysedPost, analysedPosts, analysedSpan, anyAnalysedPost } from '../../../../test/support/analysed-span.js';
import { formatsOf } from './formats.js';

describe('formatsOf', () => {
  it('puts reach, shares and what is done with posts of each format side by side, the most used first', () => {
    const told = { likes: 10, comments: 1, shares: 2, clicks: 3 };
    const { formats } = formatsOf(analysedSpan([...analysedPosts(2, { id: 'video', format: 'video', reach: 400, ...told }), ...analysedPosts(5, { ...told, clicks: null }), analysedPost('none', { format: null, paid: true })]));
    expect(formats.map(({ format, posts }) => [format, posts])).toEqual([['photo', 5], ['video', 2], [null, 1]]);
    expect(formats[0]).toMatchObject({
      organic: { median: 0.03, posts: 5 }, paid: 0, unknown: 0,
      sharing: { posts: 5, likes: 50, shares: 10, sharesPerLike: 0.2 },
      shareRate: 10 / 150, engagement: { withClicks: null, withoutClicks: 65 / 150 }, // by hand: reaches 10 to 50 make 150
    });
    expect(formats[1]).toMatchObject({ organic: { median: null, posts: 2 }, sharing: { sharesPerLike: 0.2 }, engagement: { withClicks: 32 / 800 } });
    expect(formats[2]).toMatchObject({ paid: 1, shareRate: null, sharing: { posts: 0, likes: null, shares: null, sharesPerLike: null } });
  });

  it('keeps a ratio to itself under 20 likes', () => {
    const { formats } = formatsOf(analysedSpan([analysedPost('one', { likes: 19, shares: 4, reach: 100 })]));
    expect(formats[0]).toMatchObject({ sharing: { likes: 19, shares: 4, sharesPerLike: null }, shareRate: 0.04 });
  });

  it('counts young posts in sums, not in medians; deleted ones and stories in neither', () => {
    const likes = { likes: 10, shares: 5, reach: 100 };
    const { formats } = formatsOf(analysedSpan([
      ...analysedPosts(5, likes), ...analysedPosts(2, { id: 'young', ...likes, ineligible: 'growing' }),
      ...analysedPosts(2, { id: 'gone', ...likes, ineligible: 'deleted' }), ...analysedPosts(2, { id: 'story', ...likes, format: 'story', ineligible: 'story' }),
    ]));
    expect(formats).toMatchObject([{ format: 'photo', posts: 7, organic: { posts: 5 }, sharing: { likes: 70 } }]);
  });

  it('counts a post in every theme it has, whatever its capitals, those without one last', () => {
    const { themes } = formatsOf(analysedSpan([...analysedPosts(3, { themes: ['cirque'] }), ...analysedPosts(2, { id: 'both', themes: ['Cirque', 'Famille'] }), ...analysedPosts(9, { id: 'none' })]));
    expect(themes.map(({ theme, posts }) => [theme, posts])).toEqual([['Cirque', 5], ['Famille', 2], [null, 9]]);
  });

  it('lists no theme where nobody gave any', () => {
    expect(formatsOf(analysedSpan(analysedPosts(3))).themes).toEqual([]);
  });

  it('finds every post in one format, and does not depend on their order', () => {
    fc.assert(fc.property(fc.array(anyAnalysedPost), (given) => {
      const found = formatsOf(analysedSpan(given));
      expect(found.formats.reduce((sum, { posts }) => sum + posts, 0)).toBe(given.filter(({ ineligible }) => ineligible !== 'deleted' && ineligible !== 'story').length);
      expect(formatsOf(analysedSpan(given.toReversed()))).toEqual(found);
    }));
  });
});
