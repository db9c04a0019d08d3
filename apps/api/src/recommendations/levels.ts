import { hourBands, postFormats, weekdays } from '@portee/shared';
import { type Dimension, dimensionOf } from './choices.js';
import { type GroupName, groupNames, levelOf, withoutFewPushed } from './design-matrix.js';
import type { ModelPost } from './model-post.js';

/** A level that a channel has posts of, whether or not anything can be said of it. */
export interface Level {
  dimension: Dimension;
  level: string;
  /** Organic posts of the level; of `paid` the pushed ones. */
  posts: number;
}

const LEVELS: Partial<Record<GroupName, readonly string[]>> = { band: hourBands.map(({ band }) => band), weekday: weekdays, format: postFormats };
const FLAGS: readonly { dimension: Dimension; has: (post: ModelPost) => boolean }[] = [
  { dimension: 'share_oriented', has: ({ isShareOriented, paid }) => isShareOriented && paid !== true },
  { dimension: 'rendezvous', has: ({ isInSeries, paid }) => isInSeries && paid !== true },
  { dimension: 'paid', has: ({ paid }) => paid === true },
];

/** In the order in which they are told: from morning to night, from Monday to Sunday, formats as in the contract, then what a post is or is not. */
export function levelsOf(eligible: readonly ModelPost[]): Level[] {
  const posts = withoutFewPushed(eligible);
  return [
    ...groupNames.flatMap((name) => groupLevels(posts, name)),
    ...FLAGS.flatMap(({ dimension, has }) => {
      const count = eligible.filter(has).length;
      return count === 0 ? [] : [{ dimension, level: 'yes', posts: count }];
    }),
  ];
}

function groupLevels(posts: readonly ModelPost[], name: GroupName): Level[] {
  const dimension = dimensionOf(name);
  if (dimension === null) return [];
  const byLevel = Map.groupBy(posts, (post) => levelOf(post, name));
  return (LEVELS[name] ?? []).flatMap((level) => {
    const ofLevel = byLevel.get(level);
    return ofLevel === undefined ? [] : [{ dimension, level, posts: ofLevel.filter(({ paid }) => paid !== true).length }];
  });
}
