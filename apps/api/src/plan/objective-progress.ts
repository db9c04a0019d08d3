import { daysOfQuarter, localDay, type Objective as ObjectiveView, usualFigure } from '@portee/shared';
import { basisOf, shownPosts } from '../insights/group-figures.js';
import type { PostStatRow } from '../posts/post-stat-row.js';
import type { Objective } from './objective.entity.js';

type Progress = Pick<ObjectiveView, 'rate' | 'published' | 'isReached' | 'isOver'>;

/**
 * How far a channel is with an objective. A median moves both ways, so a reach rate is reached or not when its quarter is over; posts are counted, and reached once they are enough.
 * @param posts  of the whole quarter
 * @param alike  of them, those whose reach is counted in one way
 * @param zone   of the channel
 */
export function progressOf({ quarter, measure, target }: Pick<Objective, 'quarter' | 'measure' | 'target'>, { posts, alike, zone, at }: { posts: readonly PostStatRow[]; alike: readonly PostStatRow[]; zone: string; at: Date }): Progress {
  const published = shownPosts(posts).length;
  const counted = shownPosts(alike).filter(({ ineligible }) => ineligible === null);
  const rate = usualFigure(counted, basisOf(counted));
  const isOver = localDay(at, zone) > daysOfQuarter(quarter).to;
  const known = measure === 'posts' ? published : rate.median;
  const isFinal = isOver || (measure === 'posts' && published >= target);
  return { rate, published, isOver, isReached: known === null || !isFinal ? null : known >= target };
}
