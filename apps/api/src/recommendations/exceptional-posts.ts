import type { ChannelOutlook } from '@portee/shared';
import type { ChannelModel } from './advise.js';

/** So many σ from what the model expects, a post is an exception. */
const EXCEPTIONAL = 3;

/** Posts that reached far more or far fewer than everything known of them lets expect, the furthest first. They stay in every figure. */
export function exceptionalPosts({ design, fit, residuals }: ChannelModel): ChannelOutlook['exceptional'] {
  const sigma = Math.sqrt(fit.variance);
  return design.posts
    .map((post, index) => ({ postId: post.id, distance: residuals.raw[index] ?? 0 }))
    .filter(({ distance }) => Math.abs(distance) > EXCEPTIONAL * sigma)
    .toSorted((a, b) => Math.abs(b.distance) - Math.abs(a.distance))
    .map(({ postId, distance }) => ({ postId, times: Math.exp(distance) }));
}
