import type { Post } from '@portee/shared';

/** How many are shown. */
const SHOWN = 3;

/** Of posts, the latest first: the latest, whatever is known of it, and the latest of those that can be judged; where these are few, the next ones. */
export function chosenPosts<Known extends Pick<Post, 'id' | 'ineligible'>>(posts: readonly Known[]): Known[] {
  const [latest, ...older] = posts;
  if (latest === undefined) return [];
  const judged = older.filter(({ ineligible }) => ineligible === null);
  const chosen = new Set([latest, ...judged, ...older].map(({ id }) => id).filter((id, place, all) => all.indexOf(id) === place).slice(0, SHOWN));
  return posts.filter(({ id }) => chosen.has(id));
}
