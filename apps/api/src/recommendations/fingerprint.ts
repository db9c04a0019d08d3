import { createHash } from 'node:crypto';
import type { AnalysedSpan } from '../insights/analysed-post.js';
import type { ModelPost } from './model-post.js';

/** Grows with every change of what is concluded from the same posts. */
export const ADVICE_METHOD_VERSION = 1;

/** SHA-256 of all that the records rest on: method, and posts as the model sees them; not of the day or for whom they were looked at. */
export function fingerprintOf({ cutAt }: Pick<AnalysedSpan, 'cutAt'>, posts: readonly ModelPost[]): string {
  const seen = posts.map((post) => [
    post.id, post.publishedAt.getTime(), post.localDay, post.band, post.weekday, post.format, post.reach, post.followers, post.paid,
    post.isShareOriented, post.isInSeries, post.isInHolidays, post.author,
  ]);
  return createHash('sha256').update(JSON.stringify([ADVICE_METHOD_VERSION, cutAt, seen])).digest('hex');
}
