import { type InventedFigures, type InventedPost, figuresAt } from './invented-posts.js';

/** After four weeks a post of invented-posts.ts no longer grows. */
const GROWS_MS = 29 * 86_400_000;

/** What posts gained together between two instants: the day, the week or the month of a channel. */
export function growthBetween(posts: readonly InventedPost[], from: Date, to: Date): InventedFigures {
  const sum: InventedFigures = { reach: 0, views: 0, likes: 0, comments: 0, shares: 0, saves: 0, clicks: 0 };
  for (const post of posts) {
    if (post.publishedAt >= to || post.publishedAt.getTime() < from.getTime() - GROWS_MS) continue;
    addGrowth(sum, figuresAt(post, from), figuresAt(post, to));
  }
  return sum;
}

function addGrowth(sum: InventedFigures, before: InventedFigures, after: InventedFigures): void {
  sum.reach += after.reach - before.reach;
  sum.views += after.views - before.views;
  sum.likes += after.likes - before.likes;
  sum.comments += after.comments - before.comments;
  sum.shares += after.shares - before.shares;
  sum.saves += after.saves - before.saves;
  sum.clicks += after.clicks - before.clicks;
}
