import type { ChangedDimension } from '@portee/shared';
import type { ModelPost } from './model-post.js';

export type ToldApart = Pick<ModelPost, 'band' | 'weekday' | 'format' | 'isShareOriented' | 'isInSeries'>;

/** Whether a post is of a kind that people choose; null: the post says nothing of it. */
export function isOfKind(post: ToldApart, { dimension, level }: { dimension: ChangedDimension; level: string | null }): boolean | null {
  switch (dimension) {
    case 'hour_band': return post.band === level;
    case 'weekday': return post.weekday === level;
    case 'format': return post.format === null ? null : post.format === level;
    case 'share_oriented': return post.isShareOriented;
    case 'rendezvous': return post.isInSeries;
  }
}
