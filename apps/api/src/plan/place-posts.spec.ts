import { addDays } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawArms, extendDraw } from './draw-arms.js';
import { type PlacedPost, placePosts, type PlacementInput, type PostToPlace } from './place-posts.js';

const draw = drawArms(7, 10);
const MONDAY = '2026-03-02';

function place(posts: readonly PostToPlace[], input: Partial<PlacementInput> = {}) {
  return placePosts({ draw, dimension: 'hour_band', placed: [], posts, today: MONDAY, ...input });
}

const post = (id: string, day: string, format: PostToPlace['format'] = 'photo'): PostToPlace => ({ id, day, format });
const positions = (placed: readonly PlacedPost[]) => Object.fromEntries(placed.map(({ id, position }) => [id, position]));

const anyPosts = fc.uniqueArray(
  fc.record({ id: fc.uuid(), day: fc.integer({ min: 0, max: 60 }).map((later) => addDays(MONDAY, later)), format: fc.constantFrom('photo', 'video', null) }),
  { selector: ({ id }) => id, maxLength: 40 },
);

describe('placing posts', () => {
  it('puts two of the same format and week into a block, and others into the next', () => {
    const { placed } = place([post('a', MONDAY), post('b', '2026-03-03', 'video'), post('c', '2026-03-08'), post('d', '2026-03-09')]);
    expect(positions(placed)).toEqual({ a: 1, c: 2, b: 3, d: 5 });
  });

  it('lets the week alone make a block where the format is what is tried', () => {
    expect(positions(place([post('a', MONDAY, null), post('b', '2026-03-03', 'video')], { dimension: 'format' }).placed)).toEqual({ a: 1, b: 2 });
  });

  it('tells a block that its week leaves half-filled, with the arm that is missing', () => {
    const posts = [post('a', MONDAY)];
    expect(place(posts, { today: '2026-03-08' }).halfFilled).toEqual([]);
    const missing = draw.slots[1]?.arm;
    expect(place(posts, { today: '2026-03-09' }).halfFilled).toEqual([{ block: 1, week: MONDAY, format: 'photo', missing }]);
  });

  it('tells posts for which no block is left, until the draw is extended', () => {
    const posts = Array.from({ length: 11 }, (_, index) => post(`p${String(index).padStart(2, '0')}`, addDays(MONDAY, 7 * index)));
    const first = place(posts);
    expect(first.unplaced).toEqual(['p10']);
    const then = placePosts({ draw: extendDraw(draw, 1), dimension: 'hour_band', placed: first.placed, posts, today: MONDAY });
    expect(then.unplaced).toEqual([]);
    expect(then.placed.at(-1)).toMatchObject({ id: 'p10', position: 21 });
  });

  it('never moves a placed post, whatever is planned later, and gives each slot once', () => {
    fc.assert(fc.property(anyPosts, fc.nat(40), (posts, cut) => {
      const first = place(posts.slice(0, cut));
      const then = place(posts, { placed: first.placed });
      expect(then.placed.slice(0, first.placed.length)).toEqual(first.placed);
      expect(new Set(then.placed.map(({ position }) => position)).size).toBe(then.placed.length);
      expect(then.placed.length + then.unplaced.length).toBe(posts.length);
    }));
  });

  it('is the same whatever the order of the posts', () => {
    fc.assert(fc.property(anyPosts, (posts) => {
      expect(place(posts.toReversed())).toEqual(place(posts));
    }));
  });

  it('never puts two weeks or two formats into a block', () => {
    fc.assert(fc.property(anyPosts, (posts) => {
      for (const [one, other] of Map.groupBy(place(posts).placed, ({ position }) => Math.ceil(position / 2)).values()) {
        if (one === undefined || other === undefined) continue;
        expect(one.format).toBe(other.format);
        const weeks = [one, other].map(({ day }) => Math.floor((Date.parse(day) - Date.parse(MONDAY)) / (7 * 86_400_000)));
        expect(weeks[0]).toBe(weeks[1]);
      }
    }));
  });
});
