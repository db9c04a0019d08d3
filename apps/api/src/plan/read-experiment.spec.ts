import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arm } from './draw-arms.js';
import { blocksMissing, type DrawnPost, type ExperimentPost, readExperiment } from './read-experiment.js';

function drawn(arm: Arm, post: Partial<ExperimentPost> | null = {}, isGivenUp = false): DrawnPost {
  return { arm, post: post && { reach: 60, followers: 1000, ineligible: null, publishedIn: arm, ...post }, isGivenUp };
}

const many = (times: number, make: (index: number) => DrawnPost): DrawnPost[] => Array.from({ length: times }, (_, index) => make(index));
/** Reaches that scatter, `times` as many people. */
const arm = (name: Arm, posts: number, times = 1): DrawnPost[] => many(posts, (index) => drawn(name, { reach: times * ([40, 60, 90][index % 3] ?? 0) }));

const anyPost = fc.record({
  reach: fc.option(fc.integer({ min: 0, max: 1e9 })), followers: fc.option(fc.integer({ min: 50, max: 1e7 })),
  ineligible: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.constantFrom('growing' as const, 'deleted' as const, 'story' as const, 'no-reach' as const)),
  publishedIn: fc.constantFrom('level' as const, 'against' as const, null),
});
const anySlot = fc.record({ arm: fc.constantFrom('level' as const, 'against' as const), post: fc.option(anyPost, { freq: 8 }), isGivenUp: fc.boolean() });
const anyDrawn = fc.oneof(fc.array(anySlot, { maxLength: 120 }), fc.array(anySlot, { minLength: 80, maxLength: 120 }));
const experiment = fc.record({ eachArm: fc.integer({ min: 10, max: 30 }), posts: anyDrawn, end: fc.constantFrom('open' as const, 'over' as const, 'closed' as const) });

describe('an experiment under way', () => {
  it('says how many posts are done, and nothing at all of an effect', () => {
    const reading = readExperiment({ eachArm: 19, posts: [...arm('level', 7, 9), ...arm('against', 5)], end: 'open' });
    expect(reading).toMatchObject({ state: 'under_way', done: 12, planned: 38 });
    expect(Object.keys(reading).toSorted()).toEqual(['arms', 'done', 'planned', 'state']);
  });

  it('does not make up for one arm with the other', () => {
    expect(readExperiment({ eachArm: 10, posts: [...arm('level', 15), ...arm('against', 9)], end: 'open' })).toMatchObject({ state: 'under_way', done: 19, planned: 20 });
  });

  it('waits for what may count yet, and tells what never will', () => {
    const posts = [
      drawn('level', { ineligible: 'growing' }), drawn('level', null), drawn('level', { ineligible: 'no-reach', reach: null }),
      drawn('level', { ineligible: 'deleted' }), drawn('level', null, true), drawn('level', { ineligible: 'story' }),
    ];
    expect(readExperiment({ eachArm: 10, posts, end: 'open' }).arms.level).toEqual({
      planned: 10, done: 0, waiting: 3, lost: { deleted: 1, 'never-published': 1, 'not-counted': 1 }, otherwise: 0,
    });
  });

  it('lacks a block for each post that the arm with more losses has lost', () => {
    const lost = drawn('level', { ineligible: 'deleted' });
    const blocks = (...posts: DrawnPost[]) => blocksMissing(readExperiment({ eachArm: 10, posts, end: 'open' }));
    expect(blocks(...arm('level', 8), lost, lost, ...arm('against', 9), drawn('against', null, true))).toBe(2);
    expect(blocks(...arm('level', 8), lost, lost, ...many(2, () => drawn('level', null)), ...arm('against', 12))).toBe(0);
  });

  it('is read once what was lost is made up for', () => {
    const posts = [...arm('level', 9), drawn('level', { ineligible: 'deleted' }), ...arm('against', 10)];
    expect(readExperiment({ eachArm: 10, posts, end: 'open' }).state).toBe('under_way');
    expect(readExperiment({ eachArm: 10, posts: [...posts, ...arm('level', 1)], end: 'open' })).toMatchObject({ state: 'tested', isShort: false, arms: { level: { done: 10, lost: { deleted: 1 } } } });
  });
});

describe('an experiment that is over', () => {
  it('waits for its last posts to settle, and for nothing else', () => {
    const posts = [...arm('level', 12), ...arm('against', 11)];
    const at = (last: DrawnPost) => readExperiment({ eachArm: 13, posts: [...posts, last], end: 'over' }).state;
    expect(at(drawn('level', { ineligible: 'growing' }))).toBe('under_way');
    expect(at(drawn('level', null))).toBe('tested');
    expect(at(drawn('level', { ineligible: 'no-followers', followers: null }))).toBe('tested');
  });

  it('waits for nothing any more once it is closed, and tells those that never settled as not counted', () => {
    const posts = [...arm('level', 12), ...arm('against', 11), drawn('level', { ineligible: 'growing' })];
    expect(readExperiment({ eachArm: 13, posts, end: 'closed' })).toMatchObject({ state: 'tested', arms: { level: { done: 12, waiting: 0, lost: { 'not-counted': 1 } } } });
  });

  it('is read short of its size from ten posts in each arm on, and says so', () => {
    const reading = readExperiment({ eachArm: 13, posts: [...arm('level', 13), ...arm('against', 10), ...many(3, () => drawn('against', null))], end: 'over' });
    expect(reading).toMatchObject({ state: 'tested', isShort: true, done: 23, planned: 26, arms: { against: { planned: 13, done: 10, lost: { 'never-published': 3 } } } });
  });

  it('has nothing to say under ten', () => {
    const reading = readExperiment({ eachArm: 13, posts: [...arm('level', 13), ...arm('against', 9)], end: 'over' });
    expect(reading).toMatchObject({ state: 'not_enough_data', done: 22 });
    expect(reading).not.toHaveProperty('effect');
  });
});

describe('an experiment at its size', () => {
  // Ten posts of 40, 60 and 90 people against as many of twice that: the logarithms differ by ln 2 exactly, whatever they scatter.
  it('says by how much, between what and what', () => {
    const reading = readExperiment({ eachArm: 10, posts: [...arm('level', 10, 2), ...arm('against', 10)], end: 'open' });
    if (reading.state !== 'tested') throw new Error(reading.state);
    expect(reading.effect).toBeCloseTo(1, 12);
    // Four of 40, three of 60, three of 90: sd of their logarithms √(1.1343 / 9) = 0.3550; 1.7341 (18 df) × 0.3550 × √(2/10) = 0.2753; e^(0.6931 ∓ 0.2753) − 1.
    expect(reading.low).toBeCloseTo(0.519, 3);
    expect(reading.high).toBeCloseTo(1.634, 3);
    expect(reading.verdict).toBe('do_more');
  });

  it('counts a post in the arm that was drawn, wherever it was published', () => {
    const swapped = (from: DrawnPost, publishedIn: Arm | null): DrawnPost => ({ ...from, post: from.post && { ...from.post, publishedIn } });
    const [level, against] = [arm('level', 10, 2), arm('against', 10)];
    const asDrawn = readExperiment({ eachArm: 10, posts: [...level, ...against], end: 'open' });
    const otherwise = readExperiment({ eachArm: 10, posts: [...level.map((post, index) => (index < 3 ? swapped(post, index === 0 ? null : 'against') : post)), ...against], end: 'open' });
    expect(otherwise).toEqual({ ...asDrawn, arms: { ...asDrawn.arms, level: { ...asDrawn.arms.level, otherwise: 3 } } });
  });

  it('takes nobody reached as one person', () => {
    const posts = [...many(10, () => drawn('level', { reach: 0 })), ...many(10, () => drawn('against', { reach: 1 }))];
    expect(readExperiment({ eachArm: 10, posts, end: 'open' })).toMatchObject({ effect: 0, low: 0, high: 0, verdict: 'no_clear_difference' });
  });
});

describe('any experiment', () => {
  it('has an effect when it is tested and none otherwise, within its interval, and no figure that is none', () => {
    fc.assert(fc.property(experiment, (input) => {
      const reading = readExperiment(input);
      const full = (['level', 'against'] as const).every((name) => reading.arms[name].done >= input.eachArm);
      if (full) expect(reading.state).toBe('tested');
      if (!full && input.end === 'open') expect(reading.state).toBe('under_way');
      expect('effect' in reading).toBe(reading.state === 'tested');
      if (reading.state !== 'tested') return;
      expect(reading.isShort).toBe(!full);
      expect([reading.effect, reading.low, reading.high].every(Number.isFinite)).toBe(true);
      expect(reading.low <= reading.effect && reading.effect <= reading.high).toBe(true);
    }), { numRuns: 400 });
  });

  it('loses no post: each is done, waits or is lost', () => {
    fc.assert(fc.property(experiment, (input) => {
      const { level, against } = readExperiment(input).arms;
      const all = [level, against].map(({ done, waiting, lost }) => done + waiting + lost.deleted + lost['never-published'] + lost['not-counted']);
      expect(all).toEqual((['level', 'against'] as const).map((name) => input.posts.filter((post) => post.arm === name).length));
    }));
  });

  it('is the same, to the byte, whatever the order of its posts', () => {
    fc.assert(fc.property(experiment, (input) => {
      expect(JSON.stringify(readExperiment({ ...input, posts: input.posts.toReversed() }))).toBe(JSON.stringify(readExperiment(input)));
    }));
  });

  it('is the same where reach and followers grow together', () => {
    fc.assert(fc.property(experiment, fc.integer({ min: 2, max: 9 }), (input, times) => {
      const grown = (from: DrawnPost): DrawnPost => ({ ...from, post: from.post && { ...from.post, reach: grow(from.post.reach), followers: grow(from.post.followers) } });
      const grow = (value: number | null) => (value === null ? null : times * Math.max(1, value));
      const least = (from: DrawnPost): DrawnPost => ({ ...from, post: from.post && { ...from.post, reach: from.post.reach && Math.max(1, from.post.reach) } });
      const [one, other] = [readExperiment({ ...input, posts: input.posts.map(least) }), readExperiment({ ...input, posts: input.posts.map(least).map(grown) })];
      expect(other.state).toBe(one.state);
      if (one.state === 'tested' && other.state === 'tested') for (const figure of ['effect', 'low', 'high'] as const) expect(Math.abs(Math.log1p(other[figure]) - Math.log1p(one[figure]))).toBeLessThan(1e-9);
    }));
  });
});
