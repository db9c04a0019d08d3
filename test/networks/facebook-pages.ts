import { gone } from './graph-errors.js';
import type { GraphLimits } from './graph-limits.js';
import type { InstagramAccount, InstagramWorld } from './instagram-accounts.js';
import { type InventedPost, followersAt } from './invented-posts.js';
import type { MetaTokens } from './meta-tokens.js';

/** A Page of the invented Facebook. */
export interface FacebookPage {
  /** Digits, as text. */
  id: string;
  name: string;
  username?: string;
  /** Followers at `since`, which is also when the Page opened. */
  followers: number;
  since: Date;
  perDay?: number;
  /** Likes of the Page; 94 % of the followers when absent. Under 100 there are no insights. */
  fans?: number;
  posts: readonly InventedPost[];
  /** Tasks of the connected person; without ANALYZE no insights. */
  tasks?: readonly string[];
  /** The professional account that is linked to it. */
  instagram?: InstagramAccount;
}

/** How the invented Facebook differs from one day to the next, or from one Page to another: each can be switched while it runs. */
export interface FacebookQuirks {
  /** The reach of a post goes down as it ages. */
  reachFades: boolean;
  /** `limit` above 25 with insights in the expansion answers "Please reduce the amount of data". */
  refusesLargeAnswers: boolean;
  /** Summaries of comments and reactions need pages_read_user_content. */
  summariesNeedUserContent: boolean;
  /** The insights edge of a post knows `breakdown`. */
  splitsPosts: boolean;
  /** Calls without appsecret_proof are refused. */
  demandsProof: boolean;
  /** Names of commenters come even where `limit(0)` asked for none. */
  showsNames: boolean;
  /** Every fifth photo is listed under its bare id. */
  hasBareIds: boolean;
  /** Answers to this many operations of the next batches come too late: null. */
  lateInBatch: number;
}

export interface PlayedPage extends FacebookPage {
  isDeleted: boolean;
  /** Whether the person ticked it in the dialogue; without, it is missing from their list and out of reach. */
  isTicked: boolean;
  tasks: readonly string[];
}

/** Everything the invented Facebook knows. */
export interface FacebookWorld {
  now(this: void): Date;
  /** The stand-in's own address. */
  url(this: void): string;
  person: { id: string; name: string };
  pages: PlayedPage[];
  tokens: MetaTokens;
  limits: GraphLimits;
  quirks: FacebookQuirks;
  withdrawn: Set<string>;
  deletedPosts: Set<string>;
  instagram: InstagramWorld;
}

const ALL_TASKS = ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'];
const VIDEO_PREFIX = 7_000_000;

export function playPage(page: FacebookPage): PlayedPage {
  return { ...page, tasks: page.tasks ?? ALL_TASKS, isDeleted: false, isTicked: true };
}

export function pageFollowersAt(page: PlayedPage, at: Date): number {
  return followersAt({ followers: page.followers, since: page.since, perDay: page.perDay ?? 0.5 }, at);
}

export function fansAt(page: PlayedPage, at: Date): number {
  return page.fans ?? Math.floor(pageFollowersAt(page, at) * 0.94);
}

/** @throws GraphError code 100 subcode 33 */
export function requirePage(world: FacebookWorld, id: string): PlayedPage {
  const page = world.pages.find((one) => one.id === id);
  if (!page || page.isDeleted) throw gone(id);
  return page;
}

/** "<page id>_<object id>" */
export function postId(page: PlayedPage, post: InventedPost): string {
  return `${page.id}_${bareId(page, post)}`;
}

/** The photo, the video or the text itself. */
export function bareId(page: PlayedPage, post: InventedPost): string {
  return `9${page.id.slice(-6).padStart(6, '0')}${String(post.number).padStart(8, '0')}`;
}

/** The video node of a post that is one. */
export function videoId(page: PlayedPage, post: InventedPost): string {
  return `${VIDEO_PREFIX + post.number}${page.id.slice(-6).padStart(6, '0')}`;
}

/** Newest first: published, and not deleted. */
export function livingPosts(world: FacebookWorld, page: PlayedPage): InventedPost[] {
  const now = world.now();
  return page.posts.filter((post) => post.publishedAt <= now && !(post.deletedAt && post.deletedAt <= now) && !world.deletedPosts.has(postId(page, post)))
    .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.number - one.number);
}

export interface FoundPost {
  page: PlayedPage;
  post: InventedPost;
  /** Which of its identifiers was asked for. */
  as: 'post' | 'bare' | 'video';
}

/** A post by its identifier, that of its photo or that of its video; null when there is none. */
export function findPost(world: FacebookWorld, id: string): FoundPost | null {
  for (const page of world.pages.filter(({ isDeleted }) => !isDeleted)) {
    const post = livingPosts(world, page).find((one) => [postId(page, one), bareId(page, one), videoId(page, one)].includes(id));
    if (post) return { page, post, as: id === postId(page, post) ? 'post' : id === bareId(page, post) ? 'bare' : 'video' };
  }
  return null;
}
