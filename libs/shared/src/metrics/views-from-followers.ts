interface ViewedPost {
  /** Displays, plays or openings, as the network's definition says. */
  readonly views: number | null;
  /** Those among them that came from followers. */
  readonly viewsFollowers: number | null;
}

/**
 * Share of views that came from followers, as a fraction, over the posts where the network tells both: the
 * sum of one divided by the sum of the other, so that a post hardly seen weighs little.
 * @returns null when no post tells both, or none was viewed
 */
export function viewsFromFollowers(posts: readonly ViewedPost[]): { share: number; posts: number } | null {
  const split = posts.flatMap(({ views, viewsFollowers }) => (views === null || viewsFollowers === null ? [] : [{ views, viewsFollowers }]));
  const views = split.reduce((sum, post) => sum + post.views, 0);
  if (views === 0) return null;
  return { share: split.reduce((sum, post) => sum + post.viewsFollowers, 0) / views, posts: split.length };
}
