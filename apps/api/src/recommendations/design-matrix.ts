import { monthOf } from '@portee/shared';
import { inOrder, logRate, type ModelPost } from './model-post.js';
import type { SparseRow } from './sparse-row.js';

/** Choices whose levels are pulled towards each other: how much they matter at all is learnt from the channel. */
export const groupNames = ['band', 'weekday', 'format', 'author', 'month'] as const;
export type GroupName = (typeof groupNames)[number];
/** Columns that stand alone. */
export type SingleName = 'intercept' | 'time' | 'paid' | 'series' | 'holiday' | 'share';

/** A column that is asked for once in so many posts on each side says nothing. */
const FEWEST = 3;
/** Months of a calendar that make a group. */
const FEWEST_MONTHS = 3;
/** Authors make a group where so many of them have so many posts each; no team has more of them, and every column has its price. */
const AUTHORS = { fewest: 2, most: 20, posts: 8 };

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
  rows: readonly SparseRow[];
  /** When each post came out, from −0.5, the first, to 0.5, the last. */
  times: readonly number[];
  /** Columns that stand alone; absent: too few posts for it. */
  singles: ReadonlyMap<SingleName, number>;
  groups: readonly Group[];
  columns: number;
}

/** Pushed posts stay only where there are enough of them to tell what the push did. */
export function withoutFewPushed<Post extends Pick<ModelPost, 'paid'>>(posts: readonly Post[]): readonly Post[] {
  return posts.filter(({ paid }) => paid === true).length >= FEWEST ? posts : posts.filter(({ paid }) => paid !== true);
}

/** Step 1 of the method: which columns a channel has, and what each post has in them. */
export function buildDesign(eligible: readonly ModelPost[]): Design {
  const posts = inOrder(withoutFewPushed(eligible));
  const times = timesOf(posts);
  const flags = flagsOf(posts);
  const groups = groupsOf(posts, flags.length + 2);
  const last = groups.at(-1);
  return {
    posts, times, groups, y: Float64Array.from(posts, logRate), columns: last ? last.first + last.levels.length : flags.length + 2,
    singles: new Map<SingleName, number>([['intercept', 0], ['time', 1], ...flags.map(({ name }, index) => [name, index + 2] as const)]),
    rows: rowsOf(posts, { times, flags, groups }),
  };
}

/** How many posts have something in each column. */
export function columnCounts({ rows, columns }: Design): number[] {
  const counts = Array.from({ length: columns }, () => 0);
  for (const row of rows) {
    for (const column of row.columns) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

/** The level of a post in a group; null: unknown. */
export function levelOf(post: ModelPost, name: GroupName): string | null {
  return name === 'month' ? monthOf(post.localDay) : post[name];
}

interface Flag {
  name: SingleName;
  has: (post: ModelPost) => boolean;
  fewest: number;
}

const FLAGS: readonly Flag[] = [
  { name: 'paid', has: ({ paid }) => paid === true, fewest: FEWEST },
  { name: 'series', has: ({ isInSeries }) => isInSeries, fewest: 1 },
  { name: 'holiday', has: ({ isInHolidays }) => isInHolidays, fewest: FEWEST },
  { name: 'share', has: ({ isShareOriented }) => isShareOriented, fewest: FEWEST },
];

function flagsOf(posts: readonly ModelPost[]): Flag[] {
  return FLAGS.filter(({ has, fewest }) => {
    const count = posts.filter(has).length;
    return count >= fewest && posts.length - count >= fewest;
  });
}

function timesOf(posts: readonly ModelPost[]): number[] {
  const [from, to] = [posts[0]?.publishedAt.getTime() ?? 0, posts.at(-1)?.publishedAt.getTime() ?? 0];
  return posts.map(({ publishedAt }) => (to === from ? 0 : (publishedAt.getTime() - from) / (to - from) - 0.5));
}

function rowsOf(posts: readonly ModelPost[], { times, flags, groups }: { times: readonly number[]; flags: readonly Flag[]; groups: readonly Group[] }): SparseRow[] {
  const placed = groups.map(({ name, levels, first }) => ({ name, columns: new Map(levels.map((level, index) => [level, first + index])) }));
  return posts.map((post, index) => {
    const time = times[index] ?? 0;
    const columns = time === 0 ? [0] : [0, 1];
    for (const [at, { has }] of flags.entries()) if (has(post)) columns.push(at + 2);
    for (const { name, columns: ofLevels } of placed) {
      const column = ofLevels.get(levelOf(post, name) ?? '');
      if (column !== undefined) columns.push(column);
    }
    return { columns, values: columns.map((column) => (column === 1 ? time : 1)) };
  });
}

function groupsOf(posts: readonly ModelPost[], from: number): Group[] {
  let first = from;
  const groups: Group[] = [];
  for (const name of groupNames) {
    const levels = levelsOfGroup(posts, name);
    if (levels.length === 0) continue;
    groups.push({ name, levels, first });
    first += levels.length;
  }
  return groups;
}

/** None: the group is not in the model. */
function levelsOfGroup(posts: readonly ModelPost[], name: GroupName): string[] {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const level = levelOf(post, name);
    if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const levels = [...counts.keys()].toSorted();
  if (name === 'month') return levels.length < FEWEST_MONTHS ? [] : levels;
  if (name !== 'author') return levels;
  const roles = levels.filter((role) => (counts.get(role) ?? 0) >= AUTHORS.posts).toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return roles.length < AUTHORS.fewest ? [] : roles.slice(0, AUTHORS.most).toSorted();
}
