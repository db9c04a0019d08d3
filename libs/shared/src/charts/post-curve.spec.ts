import { describe, expect, it } from 'vitest';
import { samplePosts } from '../../../../test/fixtures/sample-posts.js';
import type { PostDetail } from '../contract/post.contract.js';
import { postCurveSummary, toPostCurve } from './post-curve.js';
import { staffWords } from './staff-words.js';

const words = staffWords('fr');

describe('toPostCurve', () => {
  it('orders readings by age and leaves out those without a reach', () => {
    const { points } = toPostCurve(detailOf([[3, 150], [1, null], [0.5, 60]]));
    // By hand: 60 and 150 of 2 835 followers.
    expect(points).toEqual([{ ageDays: 0.5, rate: 60 / 2835 }, { ageDays: 3, rate: 150 / 2835 }]);
  });

  it('gives no rate without followers to divide by', () => {
    expect(toPostCurve(detailOf([[1, 60]], null)).points).toEqual([]);
  });
});

describe('the curve read aloud', () => {
  it('compares the latest reading with the usual, and says when the post will be judged', () => {
    const sentence = postCurveSummary(toPostCurve(detailOf([[3.2, 150]])), words).replaceAll('\u00A0', ' ');
    expect(sentence).toContain('Après 3 jours, 5 personnes touchées pour 100 abonnés.');
    expect(sentence).toContain('entre 4 et 7,7');
    expect(sentence).toContain('Elle ne se juge qu’à 7 jours.');
  });

  it('says that nothing is known rather than zero', () => {
    expect(postCurveSummary(toPostCurve(detailOf([[1, null]])), words)).toBe('Aucun relevé ne donne de portée.');
  });
});

function detailOf(readings: [number, number | null][], followers: number | null = 2835): PostDetail {
  const [post] = samplePosts().best;
  if (post === undefined) throw new Error('the sample has posts');
  return {
    post: { ...post, isFinal: false, followers },
    readings: readings.map(([ageDays, reach]) => ({
      observedAt: '2026-10-25T00:00:00Z', ageDays, source: 'file', followers, reach, views: null, likes: null, comments: null, shares: null,
    })),
    finalAgeDays: 7, usual: { median: 0.056, low: 0.04, high: 0.077, posts: 80 }, definitions: [],
  };
}
