import { addDays, type PostDetail } from '@portee/shared';

/** How a post stands against its channel's usual one. */
export type PostStanding =
  | { kind: 'growing'; rate: number | null; day: string }
  | { kind: 'above' | 'below' | 'usual'; rate: number; median: number; low: number; high: number }
  | { kind: 'alone'; rate: number }
  /** The network gives people, but no rate can be made. */
  | { kind: 'reach'; reach: number }
  /** Nothing is known of the people. `day`: until then its other figures grow; null: they are final. */
  | { kind: 'unknown'; day: string | null };

/**
 * A post counts as above or below when its rate leaves the interval in which the channel's usual rate probably lies; a young one
 * is not judged at all. `day`: from then on it is.
 */
export function postStanding({ post, usual: { median, low, high }, finalAgeDays }: PostDetail): PostStanding {
  const { reachRate: rate, reach } = post;
  const day = addDays(post.localDay, finalAgeDays);
  if (reach === null) return { kind: 'unknown', day: post.ineligible === 'growing' ? day : null };
  if (post.ineligible === 'growing') return { kind: 'growing', rate, day };
  if (rate === null) return { kind: 'reach', reach };
  if (median === null || low === null || high === null) return { kind: 'alone', rate };
  const kind = rate > high ? 'above' : rate < low ? 'below' : 'usual';
  return { kind, rate, median, low, high };
}
