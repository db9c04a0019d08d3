import { z } from 'zod';
import { lenientList } from '../core/lenient-list.js';

/** Read later, one by one: a figure or date that cannot be read costs itself alone. */
const unchecked = z.unknown().optional();

/** `app.bsky.actor.getProfile`; the DID stays when the handle changes. */
export const blueskyProfile = z.object({
  did: z.string().startsWith('did:'), handle: z.string(), displayName: z.string().nullish().catch(null), followersCount: unchecked,
});
export type BlueskyProfile = z.infer<typeof blueskyProfile>;

const embed = z.object({ $type: z.string(), images: z.array(z.unknown()).optional().catch(undefined), media: z.object({ $type: z.string(), images: z.array(z.unknown()).optional().catch(undefined) }).optional().catch(undefined) });
export type BlueskyEmbed = z.infer<typeof embed>;

/** `app.bsky.feed.defs#postView`; `bookmarkCount` is absent on older AppViews. */
export const blueskyPost = z.object({
  uri: z.string().startsWith('at://').max(500), author: z.object({ did: z.string() }), indexedAt: unchecked,
  record: z.object({ text: z.string().catch(''), createdAt: unchecked }),
  embed: embed.optional().catch({ $type: 'unreadable' }),
  likeCount: unchecked, replyCount: unchecked, repostCount: unchecked, quoteCount: unchecked, bookmarkCount: unchecked,
});
export type BlueskyPost = z.infer<typeof blueskyPost>;

/** A line of a feed: a post, and why it stands there where it is not simply its author's. */
const feedItem = z.object({ post: blueskyPost, reason: z.object({ $type: z.string(), uri: z.string().optional() }).optional() });
export type BlueskyFeedItem = z.infer<typeof feedItem>;

/** `app.bsky.feed.getAuthorFeed`; without a cursor there is no more. */
export const blueskyFeed = z.object({ feed: lenientList(feedItem), cursor: z.string().min(1).nullish() });
export type BlueskyFeed = z.infer<typeof blueskyFeed>;

/** `app.bsky.feed.getPosts`: those that exist, in any order. */
export const blueskyPosts = z.object({ posts: lenientList(blueskyPost) });

export const blueskyProblem = z.object({ error: z.string(), message: z.string().catch('') });
