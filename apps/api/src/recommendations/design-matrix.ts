import { monthOf } from '@portee/shared';
import { inOrder, logRate, type ModelPost } from './model-post.js';

/** Choices whose levels are pulled towards each other: how much they matter at all is learnt from the channel. */
export const groupNames = ['band', 'weekday', 'format', 'author', 'month'] as const;
export type GroupName = (typeof groupNames)[number];
/** Columns that stand alone. */
export type SingleName = 'intercept' | 'time' | 'paid' | 'series' | 'holiday' | 'share';

/** A column that is asked for once in so many posts on each side says nothing. */
const FEWEST = 3;
/** Months of a calendar that make a group. */
const FEWEST_MONTHS = 3;
/** Authors make a group where so many of them have so many posts each. */
const AUTHORS = { fewest: 2, posts: 8 };

/** A group's levels, in the order of their columns. */
export interface Group {
  name: GroupName;
  levels: readonly string[];
  /** Column of the first level; the others follow. */
  first: number;
}

export interface Design {
  /** In the order of the rows. */
  posts: readonly ModelPost[];
  /** Logarithm of each post's reach rate. */
  y: Float64Array;
  /** Of each row the columns that are not 0, with their values. */
  rows: readonly (readonly (readonly [column: number, value: number])[])[];
  /** Columns that stand alone; absent: too few posts for it. */
  singles: ReadonlyMap<SingleName, number>;
  groups: readonly Group[];
  columns: number;
}

/** Steps 1 of the method: which columns a channel has, and what each post has in them. Pushed posts stay only where there are enough of them to tell them apart. */
export function buildDesign(eligible: readonly ModelPost[]): Design {
  const pushed = eligible.filter(({ paid }) => paid === true).length;
  const posts = inOrder(pushed >= FEWEST ? eligible : eligible.filter(({ paid }) => paid !== true));
  const chosen = singlesOf(posts);
  const singles = new Map(chosen.map(({ name }, column) => [name, column]));
  const groups = groupsOf(posts, chosen.length);
  const last = groups.at(-1);
  return {
    posts, y: Float64Array.from(posts, logRate), singles, groups, columns: last ? last.first + last.levels.length : chosen.length,
    rows: posts.map((post) => [
      ...chosen.flatMap(({ valueOf }, column): [number, number][] => (valueOf(post) === 0 ? [] : [[column, valueOf(post)]])),
      ...groups.flatMap(({ name, levels, first }): [number, number][] => {
        const level = levels.indexOf(levelOf(post, name) ?? '');
        return level < 0 ? [] : [[first + level, 1]];
      }),
    ]),
  };
}

/** The level of a post in a group; null: unknown. */
export function levelOf(post: ModelPost, name: GroupName): string | null {
  return name === 'month' ? monthOf(post.localDay) : post[name];
}

interface Single {
  name: SingleName;
  valueOf: (post: ModelPost) => number;
}

function singlesOf(posts: readonly ModelPost[]): Single[] {
  const [from, to] = [posts[0]?.publishedAt.getTime() ?? 0, posts.at(-1)?.publishedAt.getTime() ?? 0];
  const inTime = (post: ModelPost): number => (to === from ? 0 : (post.publishedAt.getTime() - from) / (to - from) - 0.5);
  const flags: { name: SingleName; has: (post: ModelPost) => boolean; fewest: number }[] = [
    { name: 'paid', has: ({ paid }) => paid === true, fewest: FEWEST },
    { name: 'series', has: ({ isInSeries }) => isInSeries, fewest: 1 },
    { name: 'holiday', has: ({ isInHolidays }) => isInHolidays, fewest: FEWEST },
    { name: 'share', has: ({ isShareOriented }) => isShareOriented, fewest: FEWEST },
  ];
  const told = flags.filter(({ has, fewest }) => {
    const count = posts.filter(has).length;
    return count >= fewest && posts.length - count >= fewest;
  });
  return [{ name: 'intercept', valueOf: () => 1 }, { name: 'time', valueOf: inTime }, ...told.map(({ name, has }): Single => ({ name, valueOf: (post) => Number(has(post)) }))];
}

function groupsOf(posts: readonly ModelPost[], from: number): Group[] {
  let first = from;
  const groups: Group[] = [];
  for (const name of groupNames) {
    const levels = [...new Set(posts.flatMap((post) => levelOf(post, name) ?? []))].toSorted();
    if (!isTold(name, levels, posts)) continue;
    groups.push({ name, levels, first });
    first += levels.length;
  }
  return groups;
}

function isTold(name: GroupName, levels: readonly string[], posts: readonly ModelPost[]): boolean {
  if (name === 'month') return levels.length >= FEWEST_MONTHS;
  if (name === 'author') return levels.filter((role) => posts.filter(({ author }) => author === role).length >= AUTHORS.posts).length >= AUTHORS.fewest;
  return levels.length > 0;
}
