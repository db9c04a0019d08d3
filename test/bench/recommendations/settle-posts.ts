import { ineligibleReason, isShareOriented } from '@portee/shared';
import type { ModelPost } from '../../../apps/api/src/recommendations/model-post.js';
import { isInHolidays } from './choose-posts.js';
import type { InventedPost } from './invent-channel.js';
import { ageDays, localSlot, readInstant } from './written-instant.js';

const FINAL_AGE_DAYS = 7;

/** The posts that count, as the method is given them: days and hours are read from the instant as it is written. */
export function settlePosts(posts: readonly InventedPost[]): ModelPost[] {
  return posts.flatMap(({ id, publishedAt, format, reach, followers, paid, text }) => {
    const at = readInstant(publishedAt);
    const isFinal = ageDays(at) >= FINAL_AGE_DAYS;
    if (ineligibleReason({ isDeleted: false, isStory: false, isShare: false, isFinal, readLate: false, reach, followers }) !== null) return [];
    const slot = localSlot(at);
    return [{
      id, publishedAt: at, ...slot, format, author: null, reach, followers, paid,
      isShareOriented: isShareOriented(text) === true, isInSeries: text.startsWith('#'), isInHolidays: isInHolidays(slot.localDay),
    }];
  });
}
