import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choicesOf } from './choices.js';
import { buildDesign, type Design, levelOf } from './design-matrix.js';
import { inventPosts } from './fixtures/invent-posts.js';
import type { ModelPost } from './model-post.js';

const channels = fc.record({ posts: fc.integer({ min: 20, max: 120 }), seed: fc.nat(), days: fc.integer({ min: 40, max: 400 }) }).map(inventPosts);
/** Weights by the name of what they weigh: `format photo`, `share`. */
function weightsOf(design: Design, { weights }: Choice): Record<string, number> {
  const names = [...[...design.singles].map(([name, column]) => [column, name] as const), ...design.groups.flatMap(({ name, levels, first }) => levels.map((level, index) => [first + index, `${name} ${level}`] as const))];
  return Object.fromEntries(names.filter(([column]) => weights[column] !== 0).map(([column, name]) => [name, weights[column] ?? Number.NaN]));
}
const some = (count: number, change: Partial<ModelPost>): ModelPost[] => inventPosts({ posts: count, seed: 1 }).map((post, index) => ({ ...post, paid: false, isShareOriented: false, ...change, id: `${JSON.stringify(change)} ${index}` }));
const choice = (design: Design, name: string): Choice => choicesOf(design).find(({ dimension, level }) => `${dimension} ${level}` === name) ?? expect.fail(`no ${name}`);

describe('the choices of a channel', () => {
  it('set a level against the average of the other posts, by how many there are', () => {
    const design = buildDesign([...some(6, { format: 'photo' }), ...some(3, { format: 'link' }), ...some(1, { format: 'video' })]);
    expect(weightsOf(design, choice(design, 'format photo'))).toEqual({ 'format photo': 1, 'format link': -0.75, 'format video': -0.25 });
    expect(choice(design, 'format photo')).toMatchObject({ posts: 6, others: 4 });
  });

  it('count organic posts only: pushed ones do not weigh', () => {
    const design = buildDesign([...some(6, { format: 'photo' }), ...some(2, { format: 'link' }), ...some(2, { format: 'video' }), ...some(5, { format: 'video', paid: true })]);
    expect(weightsOf(design, choice(design, 'format photo'))).toEqual({ 'format photo': 1, 'format link': -0.5, 'format video': -0.5 });
    expect(choice(design, 'format video')).toMatchObject({ posts: 2, others: 8 });
    expect(choice(design, 'paid yes')).toMatchObject({ posts: 5, others: 10 });
  });

  it('take a call to share and a push by themselves', () => {
    const design = buildDesign([...some(8, {}), ...some(4, { isShareOriented: true }), ...some(3, { paid: true, isShareOriented: true })]);
    expect(weightsOf(design, choice(design, 'share_oriented yes'))).toEqual({ share: 1 });
    expect(choice(design, 'share_oriented yes')).toMatchObject({ posts: 4, others: 8 });
    expect(weightsOf(design, choice(design, 'paid yes'))).toEqual({ paid: 1 });
  });

  it('take an appointment with its slot, and not its format', () => {
    const slot = { band: 'evening', weekday: 'thu', isInSeries: true, format: 'video' } as const;
    const design = buildDesign([...some(4, slot), ...some(3, { band: 'evening', weekday: 'mon' }), ...some(9, { band: 'morning', weekday: 'thu' })]);
    // All four of the series are in the evening, on a Thursday; of the twelve others a quarter, and three quarters.
    expect(weightsOf(design, choice(design, 'rendezvous yes'))).toEqual({ series: 1, 'band evening': 0.75, 'band morning': -0.75, 'weekday thu': 0.25, 'weekday mon': -0.25 });
  });

  it('compare like with like: within a group the weights of a level and of the others cancel out', () => {
    fc.assert(fc.property(channels, (posts) => {
      const design = buildDesign(posts);
      for (const one of choicesOf(design).filter(({ group, others }) => group !== null && others > 0)) {
        expect([...one.weights].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 12);
        expect(Math.max(...one.weights)).toBe(1);
      }
    }), { numRuns: 40 });
  });

  it('name every level that occurs once, with its organic posts', () => {
    fc.assert(fc.property(channels, (posts) => {
      const design = buildDesign(posts);
      const choices = choicesOf(design);
      expect(new Set(choices.map(({ dimension, level }) => `${dimension} ${level}`)).size).toBe(choices.length);
      for (const { group, level, posts: count } of choices) {
        if (group !== null) expect(count).toBe(posts.filter((post) => post.paid !== true && levelOf(post, group) === level).length);
      }
    }), { numRuns: 40 });
  });
});
