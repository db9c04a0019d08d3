import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessControl, measureOutcome, type OutcomePost } from './outcome.js';

const STARTED = new Date('2026-06-01T00:00:00Z');
const SCATTER = [40, 60, 90];

/** Posts of a channel on one side of the change, that scatter, `times` as many people. */
function posts(number: number, how: { side: 'before' | 'after'; isChanged?: boolean; channelId?: string; times?: number }): OutcomePost[] {
  const { side, isChanged = true, channelId = 'own', times = 1 } = how;
  return Array.from({ length: number }, (_, index) => ({
    channelId, isChanged, followers: 1000, reach: times * (SCATTER[index % 3] ?? 0),
    publishedAt: new Date(STARTED.getTime() + (side === 'after' ? index : -1 - index) * 86_400_000),
  }));
}

const measure = (...all: OutcomePost[][]) => measureOutcome({ channelId: 'own', startedAt: STARTED, posts: all.flat() });
const before = { side: 'before' } as const;
const after = { side: 'after' } as const;
const unchanged = { isChanged: false } as const;

const anyPost = fc.record({
  channelId: fc.constantFrom('own', 'own', 'two', 'three', 'four'), isChanged: fc.boolean(), reach: fc.integer({ min: 0, max: 1e9 }), followers: fc.integer({ min: 50, max: 1e7 }),
  publishedAt: fc.integer({ min: -300, max: 300 }).map((days) => new Date(STARTED.getTime() + days * 86_400_000)),
});
const manyPosts = fc.array(anyPost, { minLength: 100, maxLength: 160 });
/** Nothing of the channel itself stayed as it was; others have to serve, one of which has a single post on each side. */
const allChanged = manyPosts.map((all) => [
  ...all.map((post) => ({ ...post, isChanged: post.channelId === 'own' })), ...posts(1, { side: 'before', isChanged: false, channelId: 'five' }), ...posts(1, { side: 'after', isChanged: false, channelId: 'five' }),
]);
const anyPosts = fc.oneof(fc.array(anyPost, { maxLength: 160 }), manyPosts, allChanged);
const outcomeOf = (all: readonly OutcomePost[]) => measureOutcome({ channelId: 'own', startedAt: STARTED, posts: all });

describe('the outcome of a plan that was followed', () => {
  // Everything rose by half; the changed posts by three times: twice as much as the others.
  it('is how the changed posts moved, less how the others did', () => {
    const found = measure(posts(9, before), posts(9, { ...after, times: 3 }), posts(9, { ...before, ...unchanged, times: 2 }), posts(9, { ...after, ...unchanged, times: 3 }));
    if (found.kind !== 'measured') throw new Error(found.kind);
    expect(found.effect).toBeCloseTo(1, 12);
    // 3 × 40, 60, 90: variance 6 × 0.405465² / 8 = 0.1233; four cells of 9: √(4 × 0.1233 / 9) = 0.2341; 1.6939 (2 × 16 = 32 df) × 0.2341 = 0.3966.
    expect(Math.log1p(found.low)).toBeCloseTo(Math.LN2 - 0.3966, 3);
    expect(Math.log1p(found.high)).toBeCloseTo(Math.LN2 + 0.3966, 3);
    expect(found).toMatchObject({ controlledBy: 'same-channel', verdict: 'do_more', posts: { before: 9, after: 9 }, control: { before: 9, after: 9 } });
    expect(found.rates.before.median).toBeCloseTo(0.06, 12);
  });

  it('is nothing where all moved alike', () => {
    const found = measure(posts(9, before), posts(9, { ...after, times: 3 }), posts(9, { ...before, ...unchanged }), posts(9, { ...after, ...unchanged, times: 3 }));
    expect(found).toMatchObject({ kind: 'measured', verdict: 'no_clear_difference' });
  });

  it('doubles the degrees of freedom of the weaker difference', () => {
    expect(lessControl({ value: 3, variance: 1, df: 20 }, { value: 1, variance: 2, df: 14 })).toEqual({ value: 2, variance: 3, df: 28 });
  });

  it('shows before and after without a claim where nothing is there to compare with', () => {
    const found = measure(posts(9, before), posts(9, { ...after, times: 9 }), posts(7, { ...before, ...unchanged }), posts(9, { ...after, ...unchanged }));
    expect(found).toMatchObject({ kind: 'no-control', posts: { before: 9, after: 9 }, rates: { before: { posts: 9 }, after: { posts: 9 } } });
    expect(JSON.stringify(found)).not.toMatch(/"(effect|low|high|verdict)"/);
  });

  it('asks other channels where the same one has no eight on each side, and leaves out those that were changed too', () => {
    const other = { channelId: 'two', ...unchanged };
    const changed = [posts(8, before), posts(8, { ...after, times: 2 })];
    expect(measure(...changed, posts(8, { ...before, ...other }), posts(8, { ...after, ...other }))).toMatchObject({ kind: 'measured', controlledBy: 'other-channels', control: { before: 8, after: 8 } });
    const meddled = { channelId: 'two', isChanged: true };
    expect(measure(...changed, posts(8, { ...before, ...meddled }), posts(8, { ...after, ...meddled }))).toMatchObject({ kind: 'no-control', control: { before: 0, after: 0 } });
  });

  // Neither of the others moved; together they reach less than before, because the smaller one publishes more.
  it('takes each other channel against itself', () => {
    const small = { channelId: 'two', ...unchanged };
    const large = { channelId: 'three', ...unchanged, times: 20 };
    const found = measure(posts(9, before), posts(9, after), posts(6, { ...before, ...small }), posts(30, { ...after, ...small }), posts(30, { ...before, ...large }), posts(6, { ...after, ...large }));
    if (found.kind !== 'measured') throw new Error(found.kind);
    expect(found.effect).toBeCloseTo(0, 12);
    expect(found.control).toEqual({ before: 36, after: 36 });
  });

  it('needs eight of its own on each side', () => {
    const control = [posts(20, { ...before, ...unchanged }), posts(20, { ...after, ...unchanged })];
    expect(measure(posts(7, before), posts(30, after), ...control)).toEqual({ kind: 'too-few-posts', posts: { before: 7, after: 30 }, control: { before: 20, after: 20 } });
    expect(measure()).toEqual({ kind: 'too-few-posts', posts: { before: 0, after: 0 }, control: { before: 0, after: 0 } });
  });

  it('takes a post of the instant of the change for one after it', () => {
    expect(measure(posts(3, after)).posts).toEqual({ before: 0, after: 3 });
  });
});

describe('any outcome', () => {
  it('shows an effect only beside a control, eight posts in each cell, within its interval and without a figure that is none', () => {
    fc.assert(fc.property(anyPosts, (all) => {
      const found = outcomeOf(all);
      const cells = [found.posts.before, found.posts.after, found.control.before, found.control.after];
      expect('effect' in found).toBe(Math.min(...cells) >= 8);
      if (found.kind !== 'measured') return;
      expect([found.effect, found.low, found.high].every(Number.isFinite)).toBe(true);
      expect(found.low <= found.effect && found.effect <= found.high).toBe(true);
    }), { numRuns: 300 });
  });

  it('is the same, to the byte, whatever the order of the posts', () => {
    fc.assert(fc.property(anyPosts, (all) => {
      expect(JSON.stringify(outcomeOf(all.toReversed()))).toBe(JSON.stringify(outcomeOf(all)));
    }));
  });

  it('is the same where reach and followers of all posts grow together, or reach alone', () => {
    fc.assert(fc.property(anyPosts, fc.integer({ min: 2, max: 9 }), fc.boolean(), (all, times, isReachAlone) => {
      const seen = all.map((post) => ({ ...post, reach: Math.max(1, post.reach) }));
      const [one, other] = [outcomeOf(seen), outcomeOf(seen.map((post) => ({ ...post, reach: times * post.reach, followers: isReachAlone ? post.followers : times * post.followers })))];
      expect(other.kind).toBe(one.kind);
      if (one.kind === 'measured' && other.kind === 'measured') for (const figure of ['effect', 'low', 'high'] as const) expect(Math.abs(Math.log1p(other[figure]) - Math.log1p(one[figure]))).toBeLessThan(1e-9);
    }));
  });

  it('does not see what happened to all posts after the change', () => {
    fc.assert(fc.property(anyPosts, fc.integer({ min: 2, max: 9 }), (all, times) => {
      const seen = all.map((post) => ({ ...post, reach: Math.max(1, post.reach) }));
      const [one, other] = [outcomeOf(seen), outcomeOf(seen.map((post) => ({ ...post, reach: (post.publishedAt >= STARTED ? times : 1) * post.reach })))];
      if (one.kind === 'measured' && other.kind === 'measured') expect(Math.abs(Math.log1p(other.effect) - Math.log1p(one.effect))).toBeLessThan(1e-9);
    }));
  });
});
