import type { IneligibleReason } from '../contract/post.contract.js';
import { MIN_FOLLOWERS } from './reach-rate.js';

interface JudgedPost {
  readonly isDeleted: boolean;
  readonly isStory: boolean;
  /** A share of somebody else's post. */
  readonly isShare: boolean;
  readonly isFinal: boolean;
  readonly readLate: boolean;
  readonly reach: number | null;
  /** On the day of publication. */
  readonly followers: number | null;
}

/**
 * Why a post stays out of medians, tests and trends; null when it counts. Of several reasons the one is given
 * that no further reading could lift comes first.
 */
export function ineligibleReason(post: JudgedPost): IneligibleReason | null {
  if (post.isDeleted) return 'deleted';
  if (post.isStory) return 'story';
  if (post.isShare && post.reach === null) return 'shared-post';
  if (!post.isFinal) return 'growing';
  if (post.readLate) return 'read-late';
  if (post.reach === null) return 'no-reach';
  if (post.followers === null) return 'no-followers';
  return post.followers < MIN_FOLLOWERS ? 'few-followers' : null;
}
