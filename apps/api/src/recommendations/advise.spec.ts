import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseChannel, type ChannelAdvice } from './advise.js';
import { inventPosts } from './fixtures/invent-posts.js';
import type { ModelPost } from './model-post.js';

const channels = fc.record({ posts: fc.integer({ min: 0, max: 160 }), seed: fc.nat(), days: fc.integer({ min: 1, max: 720 }) }).map(inventPosts);
/** A channel in which evening posts reach far more. */
const evening = (posts: readonly ModelPost[], times: number): ModelPost[] => posts.map((post) => (post.band === 'evening' ? { ...post, reach: post.reach * times } : post));

function expectSame(one: ChannelAdvice, other: ChannelAdvice, digits: number): void {
  expect(other.advice.map(({ dimension, level, verdict, posts }) => ({ dimension, level, verdict, posts }))).toEqual(one.advice.map(({ dimension, level, verdict, posts }) => ({ dimension, level, verdict, posts })));
  for (const [index, { effect }] of one.advice.entries()) {
    if (effect !== null) expect(other.advice[index]?.effect).toBeCloseTo(effect, digits);
  }
}

describe('the advice of a channel', () => {
  it('says nothing but the counts under twenty posts', () => {
    const { advice } = adviseChannel(inventPosts({ posts: 19, seed: 1 }));
    expect(advice.length).toBeGreaterThan(0);
    expect(new Set(advice.map(({ verdict, effect }) => `${verdict} ${String(effect)}`))).toEqual(new Set(['not_enough_data null']));
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

  it('does not depend on the order of posts', () => {
    fc.assert(fc.property(channels, (posts) => { expect(adviseChannel(posts.toReversed())).toEqual(adviseChannel(posts)); }), { numRuns: 25 });
  });

  it('is the same when reach and followers grow together', () => {
    fc.assert(fc.property(channels, fc.integer({ min: 2, max: 9 }), (posts, times) => {
      expectSame(adviseChannel(posts), adviseChannel(posts.map((post) => ({ ...post, reach: post.reach * times, followers: post.followers * times }))), 6);
    }), { numRuns: 25 });
  });

  it('gives a level its new name when it is renamed', () => {
    fc.assert(fc.property(channels, (posts) => {
      const renamed = posts.map((post): ModelPost => (post.format === 'photo' ? { ...post, format: 'other' } : post));
      const ofFormat = (level: string, { advice }: ChannelAdvice) => advice.find((one) => one.dimension === 'format' && one.level === level);
      const [before, after] = [ofFormat('photo', adviseChannel(posts)), ofFormat('other', adviseChannel(renamed))];
      expect(after?.posts).toBe(before?.posts);
      expect(after?.effect ?? 0).toBeCloseTo(before?.effect ?? 0, 6);
    }), { numRuns: 25 });
  });

  it('has for every input figures or none, and for every advice an interval on its side of 0', () => {
    const anything = fc.array(fc.record({
      id: fc.string(), publishedAt: fc.date({ min: new Date('2024-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }), localDay: fc.constantFrom('2026-01-05', '2026-02-28', '2026-07-14', '2025-12-31'),
      band: fc.constantFrom('morning', 'evening'), weekday: fc.constantFrom('mon', 'sun'), format: fc.constantFrom('photo', 'video', null), author: fc.constantFrom('a', 'b', null), reach: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(1e9)),
      followers: fc.integer({ min: 50, max: 1e7 }), paid: fc.constantFrom(true, false, null), isShareOriented: fc.boolean(), isInSeries: fc.boolean(), isInHolidays: fc.boolean(),
    }), { maxLength: 90 });
    fc.assert(fc.property(fc.oneof(anything, channels), (posts) => {
      for (const { effect, low, high, verdict } of adviseChannel(posts).advice) {
        for (const figure of [effect, low, high]) expect(figure === null || Number.isFinite(figure)).toBe(true);
        expect([effect, low, high].filter((figure) => figure === null).length % 3).toBe(0);
        if (verdict === 'do_more') expect(low).toBeGreaterThan(0);
        if (verdict === 'do_less') expect(high).toBeLessThan(0);
      }
    }), { numRuns: 60 });
  });

  it('gives at most one test', () => {
    fc.assert(fc.property(channels, (posts) => { expect(adviseChannel(posts).advice.filter(({ verdict }) => verdict === 'test').length).toBeLessThanOrEqual(1); }), { numRuns: 25 });
  });
});
