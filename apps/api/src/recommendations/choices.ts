import { type Design, type GroupName, groupNames, levelOf } from './design-matrix.js';
import type { ModelPost } from './model-post.js';

/** Something a team can choose, about which advice can be given. */
export type Dimension = 'hour_band' | 'weekday' | 'format' | 'share_oriented' | 'rendezvous' | 'paid';

/** One level of a dimension against the channel's other posts, all else equal. */
export interface Choice {
  dimension: Dimension;
  level: string;
  /** The group whose spread is learnt; null: a column that stands alone. */
  group: GroupName | null;
  /** Weights of the coefficients: the level, less the average of the other posts. */
  weights: Float64Array;
  /** Organic eligible posts of the level, and the others. */
  posts: number;
  others: number;
}

const DIMENSIONS: Partial<Record<GroupName, Dimension>> = { band: 'hour_band', weekday: 'weekday', format: 'format' };

/** What a team chooses in a group; null: months and authors are held equal, and are nobody's choice. */
export function dimensionOf(name: GroupName): Dimension | null {
  return DIMENSIONS[name] ?? null;
}

/** Step 4 of the method: the contrasts of all levels of a channel. */
export function choicesOf(design: Design): Choice[] {
  const organic = design.posts.filter(({ paid }) => paid !== true);
  return [
    ...groupNames.flatMap((name) => groupChoices(design, organic, name)),
    ...flagChoice(design, { single: 'share', dimension: 'share_oriented', has: ({ isShareOriented }) => isShareOriented, among: organic }),
    ...seriesChoice(design, organic),
    ...flagChoice(design, { single: 'paid', dimension: 'paid', has: ({ paid }) => paid === true, among: design.posts }),
  ];
}

function groupChoices(design: Design, organic: readonly ModelPost[], name: GroupName): Choice[] {
  const dimension = dimensionOf(name);
  const group = design.groups.find((one) => one.name === name);
  if (!dimension || !group) return [];
  const counts = group.levels.map((level) => organic.filter((post) => levelOf(post, name) === level).length);
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return group.levels.map((level, index) => {
    const posts = counts[index] ?? 0;
    const others = whole - posts;
    const weights = new Float64Array(design.columns);
    for (const [other, count] of counts.entries()) weights[group.first + other] = other === index ? 1 : -count / Math.max(1, others);
    return { dimension, level, group: name, weights, posts, others };
  });
}

interface Flag {
  single: 'share' | 'paid';
  dimension: Dimension;
  has: (post: ModelPost) => boolean;
  among: readonly ModelPost[];
}

function flagChoice(design: Design, { single, dimension, has, among }: Flag): Choice[] {
  const column = design.singles.get(single);
  if (column === undefined) return [];
  const weights = new Float64Array(design.columns);
  weights[column] = 1;
  const posts = among.filter(has).length;
  return [{ dimension, level: 'yes', group: null, weights, posts, others: among.length - posts }];
}

/** The mean post of the appointment less the mean other post, in the appointment itself and its slot: the two cannot be told apart. */
function seriesChoice(design: Design, organic: readonly ModelPost[]): Choice[] {
  const column = design.singles.get('series');
  if (column === undefined) return [];
  const inSeries = organic.filter(({ isInSeries }) => isInSeries);
  const others = organic.filter(({ isInSeries }) => !isInSeries);
  const weights = new Float64Array(design.columns);
  weights[column] = 1;
  for (const { name, levels, first } of design.groups) {
    if (name !== 'band' && name !== 'weekday') continue;
    for (const [index, level] of levels.entries()) {
      const share = (posts: readonly ModelPost[]): number => posts.filter((post) => levelOf(post, name) === level).length / Math.max(1, posts.length);
      weights[first + index] = share(inSeries) - share(others);
    }
  }
  return [{ dimension: 'rendezvous', level: 'yes', group: null, weights, posts: inSeries.length, others: others.length }];
}
