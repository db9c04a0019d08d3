import { type InventedPost, followersAt } from './invented-posts.js';

const STORY_LIVES_MS = 24 * 3_600_000;

/** A professional account of the invented Instagram. */
export interface InstagramAccount {
  /** 17 digits, as text. */
  id: string;
  username: string;
  name: string;
  /** Followers at `since`, when the account opened. */
  followers: number;
  since: Date;
  perDay?: number;
  posts: readonly InventedPost[];
  /** Each lives 24 hours; its figures are reached in a day. */
  stories?: readonly InventedPost[];
}

export type InstagramDoor = 'instagram' | 'facebook';

/** How the invented Instagram differs from one day to the next: each can be switched while it runs. */
export interface InstagramQuirks {
  /** Names of commenters come even where nobody asked. */
  showsNames: boolean;
  /** Days of insights are missing for so long after their end. */
  insightsDelayHours: number;
}

/** Everything the invented Instagram knows. */
export interface InstagramWorld {
  now(this: void): Date;
  url(this: void): string;
  door: InstagramDoor;
  accounts: InstagramAccount[];
  quirks: InstagramQuirks;
  withdrawn: Set<string>;
  deletedMedia: Set<string>;
}

/** What whoever asks may read. */
export interface InstagramAccess {
  canRead(account: InstagramAccount): boolean;
  /** @throws GraphError code 10 */
  requireBasic(): void;
  /** @throws GraphError code 10 */
  requireInsights(): void;
}

export type ProductType = 'FEED' | 'REELS' | 'STORY';

/** A media of an account. */
export interface FoundMedia {
  account: InstagramAccount;
  post: InventedPost;
  productType: ProductType;
}

export function followersOfAccount(account: InstagramAccount, at: Date): number {
  return followersAt({ followers: account.followers, since: account.since, perDay: account.perDay ?? 0.4 }, at);
}

/** 18 digits, and different for a story of the same number. */
export function mediaId({ account, post, productType }: FoundMedia): string {
  return `18${productType === 'STORY' ? '1' : '0'}${account.id.slice(-6)}${String(post.number).padStart(9, '0')}`;
}

export function mediaType({ post }: FoundMedia): 'VIDEO' | 'CAROUSEL_ALBUM' | 'IMAGE' {
  return post.kind === 'video' ? 'VIDEO' : post.kind === 'link' ? 'CAROUSEL_ALBUM' : 'IMAGE';
}

/** Posts and reels, newest first, without what was deleted. */
export function livingMedia(world: InstagramWorld, account: InstagramAccount): FoundMedia[] {
  return living(world, account.posts.map((post) => ({ account, post, productType: post.kind === 'video' ? 'REELS' : 'FEED' })));
}

/** Stories of the last 24 hours, newest first. */
export function livingStories(world: InstagramWorld, account: InstagramAccount): FoundMedia[] {
  const from = world.now().getTime() - STORY_LIVES_MS;
  const stories = (account.stories ?? []).filter(({ publishedAt }) => publishedAt.getTime() > from);
  return living(world, stories.map((post) => ({ account, post, productType: 'STORY' })));
}

function living(world: InstagramWorld, media: FoundMedia[]): FoundMedia[] {
  const now = world.now();
  return media.filter(({ post }) => post.publishedAt <= now && !(post.deletedAt && post.deletedAt <= now))
    .filter((one) => !world.deletedMedia.has(mediaId(one)))
    .toSorted((one, other) => other.post.publishedAt.getTime() - one.post.publishedAt.getTime() || other.post.number - one.post.number);
}

/** A media that lives, by its identifier; null when there is none. */
export function findMedia(world: InstagramWorld, id: string): FoundMedia | null {
  for (const account of world.accounts) {
    const found = [...livingMedia(world, account), ...livingStories(world, account)].find((media) => mediaId(media) === id);
    if (found) return found;
  }
  return null;
}
