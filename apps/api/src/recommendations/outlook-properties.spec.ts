import { channelOutlook, type PostFormat, type Recommendation } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { evidenceOf } from './evidence.js';
import { type Hostility, hostilePosts } from './fixtures/hostile-posts.js';
import { inventedId, inventPosts } from './fixtures/invent-posts.js';
import { analysed, outlookInput } from './fixtures/invent-span.js';
import { makeOutlook, type Outlook } from './outlook.js';

const runs = { numRuns: 25 };
/** Far above what any machine takes; an input that makes the method turn round takes for ever. */
const MOST_CPU_MS = 3000;

/** Channels like others, some with two authors, an appointment, evenings that reach three times as many. */
const channels = fc.record({ posts: fc.integer({ min: 0, max: 220 }), seed: fc.nat(), days: fc.integer({ min: 1, max: 720 }), evening: fc.constantFrom(1, 3, 0.3) })
  .map(({ evening, ...recipe }) => inventPosts(recipe).map((post, index) => analysed({
    ...post, reach: Math.ceil(post.reach * (post.band === 'evening' ? evening : 1)), author: recipe.seed % 2 === 0 ? null : index % 3 === 0 ? 'direction' : 'jeunes publics', isInSeries: index % 19 === 1,
  })));
const hostile: fc.Arbitrary<Hostility> = fc.record({
  posts: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 130 }) }, { weight: 1, arbitrary: fc.constant(3000) }), seed: fc.nat(),
  time: fc.constantFrom('one instant', 'one day', 'two years'), bands: fc.constantFrom('one', 'all'), formats: fc.constantFrom('one', 'all', 'unknown'), authors: fc.constantFrom('few', 'own'),
  reach: fc.constantFrom([0], [100], [1e12], [0, 1e12], [1, 2, 3, 70, 71, 72, 4000]), followers: fc.constantFrom([50], [1e9], [50, 1e9], [1000]),
  paid: fc.constantFrom([false], [true], [null], [true, false, null]), flagged: fc.constantFrom(0, 0.01, 0.5, 1), ineligible: fc.constantFrom(0, 0.3, 1),
});
const anyPosts = fc.oneof(channels, hostile.map(hostilePosts));

function outlookOf(posts: readonly AnalysedPost[]): Outlook {
  return makeOutlook(outlookInput(posts));
}

function expectSameAdvice(one: readonly Recommendation[], other: readonly Recommendation[]): void {
  expect(other.map(({ dimension, level, posts, verdict, reason }) => ({ dimension, level, posts, verdict, reason }))).toEqual(one.map(({ dimension, level, posts, verdict, reason }) => ({ dimension, level, posts, verdict, reason })));
  for (const [index, record] of one.entries()) {
    for (const figure of ['effect', 'low', 'high'] as const) expect(Math.abs((other[index]?.[figure] ?? 0) - (record[figure] ?? 0))).toBeLessThan(1e-9 * Math.max(1, Math.abs(record[figure] ?? 0)));
  }
}

describe('the outlook of any channel', () => {
  it('is what the contract says, without a figure that is none, and with every advice on its own side of 0', () => {
    fc.assert(fc.property(anyPosts, (posts) => {
      const outlook = outlookOf(posts);
      channelOutlook.parse({ ...outlook, changes: [] }); // a number that is NaN or infinite is refused
      expect(outlook.records.length).toBeGreaterThan(0);
      for (const { effect, low, high, verdict, reason } of outlook.records) {
        expect([effect, low, high].filter((figure) => figure === null).length % 3).toBe(0);
        if (verdict === 'not_enough_data') expect([effect, reason === null]).toEqual([null, false]);
        if (effect !== null && low !== null && high !== null) expect(low <= effect && effect <= high).toBe(true);
        if (verdict === 'do_more' || verdict === 'improving') expect(low).toBeGreaterThan(0);
        if (verdict === 'do_less' || verdict === 'worsening') expect(high).toBeLessThan(0);
      }
    }), { numRuns: 80 });
  });

  it('is the same, to the byte, whatever the order of the posts', () => {
    fc.assert(fc.property(anyPosts, fc.nat(), (posts, turn) => {
      const turned = [...posts.slice(turn % (posts.length + 1)), ...posts.slice(0, turn % (posts.length + 1))].toReversed();
      const { span, ...rest } = outlookInput(posts);
      expect(JSON.stringify(makeOutlook({ ...rest, span: { ...span, posts: turned } }))).toBe(JSON.stringify(outlookOf(posts)));
    }), runs);
  });

  it('is the same when a post is there twice, whichever reading comes first', () => {
    fc.assert(fc.property(anyPosts, fc.nat(), (posts, which) => {
      const again = posts.slice(which % (posts.length + 1), (which % (posts.length + 1)) + 3);
      const older = again.map((post) => ({ ...post, reach: 1, ineligible: 'growing' as const, observedAt: new Date(post.observedAt.getTime() - 1) }));
      const { span, ...rest } = outlookInput(posts);
      expect(JSON.stringify(makeOutlook({ ...rest, span: { ...span, posts: [...older, ...posts, ...again] } }))).toBe(JSON.stringify(outlookOf(posts)));
    }), runs);
  });

  it('has the same records when a young, a deleted or a story post is added', () => {
    fc.assert(fc.property(channels, fc.constantFrom('growing', 'deleted', 'story'), fc.nat(200), (posts, ineligible, later) => {
      const added = inventPosts({ posts: 2, seed: later }).map((post, index) => ({ ...analysed({ ...post, id: inventedId(9000 + index), reach: 90_000 }), ineligible }));
      expect(outlookOf([...posts, ...added]).records).toEqual(outlookOf(posts).records);
    }), runs);
  });

  it('has the same records when reach and followers grow together', () => {
    fc.assert(fc.property(channels, fc.integer({ min: 2, max: 9 }), (posts, times) => {
      const grown = posts.map((post) => ({ ...post, reach: (post.reach ?? 0) * times, followers: (post.followers ?? 0) * times }));
      expectSameAdvice(outlookOf(posts).records, outlookOf(grown).records);
    }), runs);
  });

  it('says of a level that is renamed the same under its new name', () => {
    fc.assert(fc.property(channels, (posts) => {
      const named = (format: PostFormat) => posts.map((post) => (post.format === 'photo' || post.format === 'live' ? { ...post, format } : post));
      const [before, after] = [outlookOf(named('photo')).records, outlookOf(named('live')).records];
      const renamed = before.map((record) => (record.level === 'photo' ? { ...record, level: 'live' } : record)).toSorted(byName);
      expectSameAdvice(renamed, after.toSorted(byName));
    }), runs);
  });

  it('is made within its time, and so is its evidence', () => {
    fc.assert(fc.property(hostile, (how) => {
      const input = outlookInput(hostilePosts({ ...how, posts: how.posts * 4 }));
      const start = process.cpuUsage();
      for (const record of makeOutlook(input).records.slice(0, 3)) evidenceOf(input, record);
      const { user } = process.cpuUsage(start);
      expect(user / 1000).toBeLessThan(MOST_CPU_MS);
    }), { numRuns: 15 });
  });
});

function byName(one: Recommendation, other: Recommendation): number {
  return `${one.dimension} ${one.level}` < `${other.dimension} ${other.level}` ? -1 : 1;
}
