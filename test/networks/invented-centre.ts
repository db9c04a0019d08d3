import { inventPosts } from './invented-posts.js';
import type { InventedAccount } from './played-account.js';

/** The Monday on which plays of the invented centre begin. */
export const CENTRE_NOW = new Date('2026-11-23T11:00:00Z');
const SINCE = new Date('2026-07-20T08:00:00Z');

/** A small centre on any network: 120 posts since July unless said, the same for the same seed. */
export function inventCentre({ name = 'centre', seed = 7, postsPerWeek = 20 / 3, followers = 1200 } = {}): InventedAccount {
  return { name, title: 'Centre culturel inventé', followers, since: SINCE, followersPerDay: 1.5, posts: inventPosts({ seed, from: SINCE, to: CENTRE_NOW, postsPerWeek, followers }) };
}
