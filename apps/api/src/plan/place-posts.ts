import { addDays, type PostFormat, weekdayOf, weekdays } from '@portee/shared';
import type { Arm, Draw, TriedLevels } from './draw-arms.js';

/** A post that the team plans for an experiment. */
export interface PostToPlace {
  id: string;
  /** Local to the channel, `YYYY-MM-DD`. */
  day: string;
  /** null: not decided; it then shares a block with others of which it is not. */
  format: PostFormat | null;
}

/** Stored as it is: a post keeps its arm. One that is taken back keeps its slot too, given up: another try at it would be another draw. */
export interface PlacedPost extends PostToPlace {
  position: number;
}

/** A block whose week is over with one post in it: what its arm lacks is drawn anew by extendDraw. */
export interface HalfFilledBlock {
  block: number;
  /** Its Monday. */
  week: string;
  format: PostFormat | null;
  missing: Arm;
}

export interface Placement {
  /** Stored ones first, as they were. */
  placed: readonly PlacedPost[];
  /** Ids of posts for which the draw has no block left. */
  unplaced: readonly string[];
  halfFilled: readonly HalfFilledBlock[];
}

/** What is known when posts are placed. */
export interface PlacementInput {
  draw: Draw;
  dimension: TriedLevels['dimension'];
  /** As an earlier call gave them. */
  placed: readonly PlacedPost[];
  /** In any order; those placed already are left alone. */
  posts: readonly PostToPlace[];
  /** Local to the channel. */
  today: string;
}

/**
 * Gives each post the slot that the draw has for it: beside a post of the same format and week where a block waits for its second,
 * otherwise the first slot of the next block. Where the format itself is tried, the two of a block differ in it by design, and share their week alone.
 */
export function placePosts({ draw, dimension, placed, posts, today }: PlacementInput): Placement {
  const keyOf = ({ day, format }: PostToPlace): string => `${mondayOf(day)} ${dimension === 'format' ? '' : format}`;
  const known = new Set(placed.map(({ id }) => id));
  const blocks = Map.groupBy(placed, ({ position }) => blockOf(position));
  const unplaced: string[] = [];
  for (const post of posts.filter(({ id }) => !known.has(id)).toSorted(byDayThenId)) {
    const block = openBlock([...blocks], keyOf, keyOf(post)) ?? 1 + Math.max(0, ...blocks.keys());
    const position = freePosition(block, blocks.get(block) ?? []);
    if (position > draw.slots.length) unplaced.push(post.id);
    else blocks.set(block, [...(blocks.get(block) ?? []), { ...post, position }]);
  }
  const all = [...blocks.values()].flat();
  const added = all.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.position - b.position);
  return { placed: [...placed, ...added], unplaced, halfFilled: halfFilledOf(draw, [...blocks], today) };
}

/** The first block in which one post of this kind waits for a second. */
function openBlock(blocks: readonly (readonly [number, readonly PlacedPost[]])[], keyOf: (post: PostToPlace) => string, key: string): number | undefined {
  const open = blocks.filter(([, [first, second]]) => first !== undefined && second === undefined && keyOf(first) === key);
  return open.length === 0 ? undefined : Math.min(...open.map(([block]) => block));
}

function halfFilledOf(draw: Draw, blocks: readonly (readonly [number, readonly PlacedPost[]])[], today: string): HalfFilledBlock[] {
  return blocks.toSorted(([one], [other]) => one - other).flatMap(([block, [first, second]]) => {
    if (first === undefined || second !== undefined || mondayOf(first.day) >= mondayOf(today)) return [];
    const slot = draw.slots[freePosition(block, [first]) - 1];
    return slot === undefined ? [] : [{ block, week: mondayOf(first.day), format: first.format, missing: slot.arm }];
  });
}

function blockOf(position: number): number {
  return Math.ceil(position / 2);
}

/** The first of the block's two that no post has. */
function freePosition(block: number, posts: readonly PlacedPost[]): number {
  return posts.some(({ position }) => position === 2 * block - 1) ? 2 * block : 2 * block - 1;
}

function mondayOf(day: string): string {
  return addDays(day, -weekdays.indexOf(weekdayOf(day)));
}

function byDayThenId(one: PostToPlace, other: PostToPlace): number {
  return one.day < other.day || (one.day === other.day && one.id < other.id) ? -1 : 1;
}
