import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseChannel } from './advise.js';
import { inventPosts } from './fixtures/invent-posts.js';
import type { ModelPost } from './model-post.js';

const channels = fc.record({ posts: fc.integer({ min: 0, max: 160 }), seed: fc.nat(), days: fc.integer({ min: 1, max: 720 }) }).map(inventPosts);
/** A channel in which evening posts reach far more. */
const evening = (posts: readonly ModelPost[], times: number): ModelPost[] => posts.map((post) => (post.band === 'evening' ? { ...post, reach: post.reach * times } : post));

describe('the advice of a channel', () => {
  it('says nothing but the counts under twenty posts', () => {
    const { advice } = adviseChannel(inventPosts({ posts: 19, seed: 1 }));
    expect(advice.length).toBeGreaterThan(0);
    expect(new Set(advice.map(({ verdict, effect }) => `${verdict} ${String(effect)}`))).toEqual(new Set(['not_enough_data null']));
  });

  it('says of a channel without posts nothing at all', () => {
    expect(adviseChannel([])).toEqual({ advice: [], sigma: null, bestGuess: {} });
  });

  it('guesses a level only where it is above the others', () => {
    const photos = inventPosts({ posts: 60, seed: 5 }).map((post, index): ModelPost => {
      const isPhoto = index % 2 === 0; // the others are too many kinds for one of them to be judged, and all better
      return { ...post, paid: false, format: isPhoto ? 'photo' : (['link', 'video', 'event', 'album', 'live'] as const)[index % 5] ?? null, reach: isPhoto ? post.reach : post.reach * 3 };
    });
    const { advice, bestGuess } = adviseChannel(photos);
    expect(advice.filter(({ dimension, verdict }) => dimension === 'format' && verdict !== 'not_enough_data').map(({ level }) => level)).toEqual(['photo']);
    expect(bestGuess.format).toBeUndefined();
  });

  it('finds what is plain, and says how sure it is', () => {
    const found = adviseChannel(evening(inventPosts({ posts: 400, seed: 7, days: 700 }), 3)).advice.find(({ level }) => level === 'evening');
    expect(found).toMatchObject({ dimension: 'hour_band', verdict: 'do_more' });
    expect(found?.low).toBeLessThan(2);
    expect(found?.high).toBeGreaterThan(2);
  });

  it('never advises pushing', () => {
    const pushed = inventPosts({ posts: 300, seed: 9 }).map((post) => (post.paid ? { ...post, reach: post.reach * 4 } : post));
    expect(adviseChannel(pushed).advice.find(({ dimension }) => dimension === 'paid')).toMatchObject({ verdict: 'no_clear_difference', reason: 'paid-is-chosen' });
  });

  it('gives at most one test', () => {
    fc.assert(fc.property(channels, (posts) => { expect(adviseChannel(posts).advice.filter(({ verdict }) => verdict === 'test').length).toBeLessThanOrEqual(1); }), { numRuns: 25 });
  });
});
