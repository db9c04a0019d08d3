import type { IneligibleReason } from '../contract/post.contract.js';
import { MIN_FOLLOWERS } from './reach-rate.js';

interface AnsweredPost {
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
}

interface FollowedPost extends AnsweredPost {
  /** Followers on the day of publication. */
  readonly followers: number | null;
}

/**
 * Stand-in where the network does not count people: likes, comments and shares of a post per follower, as a
 * fraction. It counts actions, so it is no reach and is never shown as one.
 * @returns null when any of the four is unknown, or under MIN_FOLLOWERS followers
 */
export function interactionsPerFollower(post: FollowedPost): number | null {
  const done = interactions(post);
  if (done === null || post.followers === null || post.followers < MIN_FOLLOWERS) return null;
  return done / post.followers;
}

/** Likes, comments and shares of a post; null when any of them is unknown: a network that hides its shares cannot be set beside one that shows them. */
export function interactions({ likes, comments, shares }: AnsweredPost): number | null {
  return likes === null || comments === null || shares === null ? null : likes + comments + shares;
}

/** Whether a post counts in the stand-in: as for reach, except that an unknown reach does not keep it out. */
export function countsInStandIn(ineligible: IneligibleReason | null): boolean {
  return ineligible === null || ineligible === 'no-reach';
}
