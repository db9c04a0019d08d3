import { ineligibleReason, ineligibleReasons } from '@portee/shared';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { withoutFewPushed } from './design-matrix.js';
import { inOrder, type ModelPost } from './model-post.js';

/** Why a post of the window is in no model: it does not count, nobody knows whether it was pushed, or too few were pushed to tell what that did. */
const leftReasons = [...ineligibleReasons, 'unknown-paid', 'few-pushed'] as const;
type LeftReason = (typeof leftReasons)[number];

export interface SelectedPosts {
  /** Those that count, by instant then id; pushed ones that are too few for the model included. */
  posts: ModelPost[];
  /** Nothing is known of any push: all posts are in. */
  isPaidUnknown: boolean;
  /** Posts of the window that the model does not see, by reason; reasons without posts are absent. */
  left: { reason: LeftReason; posts: number }[];
}

/** A channel's posts, each given once, as the model sees them. */
export function selectPosts(posts: readonly AnalysedPost[]): SelectedPosts {
  const known = posts.map((post) => ({ post, reason: whyNot(post) }));
  const eligible = known.flatMap(({ post, reason }) => (reason === null ? [post] : []));
  const isPaidUnknown = eligible.length > 0 && eligible.every(({ paid }) => paid === null);
  const selected = eligible.filter(({ paid }) => paid !== null || isPaidUnknown).flatMap(toModelPost);
  const left: LeftReason[] = [
    ...known.flatMap(({ reason }) => reason ?? []),
    ...Array.from({ length: eligible.length - selected.length }, () => 'unknown-paid' as const),
    ...Array.from({ length: selected.length - withoutFewPushed(selected).length }, () => 'few-pushed' as const),
  ];
  return { posts: inOrder(selected), isPaidUnknown, left: leftReasons.map((reason) => ({ reason, posts: left.filter((one) => one === reason).length })).filter((one) => one.posts > 0) };
}

/** One of each identifier: what was read of it last. Two readings of one instant are told apart by what they say, so that their order does not matter. */
export function eachOnce(posts: readonly AnalysedPost[]): readonly AnalysedPost[] {
  if (new Set(posts.map(({ id }) => id)).size === posts.length) return posts;
  return [...Map.groupBy(posts, ({ id }) => id).values()].flatMap((same) => {
    if (same.length < 2) return same;
    const [last] = same.toSorted((a, b) => b.observedAt.getTime() - a.observedAt.getTime() || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return last ?? [];
  });
}

function whyNot({ ineligible, reach, followers }: AnalysedPost): LeftReason | null {
  return ineligible ?? ineligibleReason({ isDeleted: false, isStory: false, isShare: false, isFinal: true, readLate: false, reach, followers });
}

/** An organic post counts its organic part; a pushed one the whole of its reach, and so does one of which nothing is known. */
function toModelPost(post: AnalysedPost): ModelPost[] {
  const { id, publishedAt, localDay, band, weekday, format, authorRole, reach, reachOrganic, followers, paid, isShareOriented, series, isInHolidays } = post;
  if (reach === null || followers === null) return [];
  return [{
    id, publishedAt, localDay, band, weekday, format, author: authorRole, reach: paid === false ? (reachOrganic ?? reach) : reach, followers, paid,
    isShareOriented, isInSeries: series !== null, isInHolidays,
  }];
}
