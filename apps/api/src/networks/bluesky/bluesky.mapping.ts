import { localDay, type PostFormat } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import { type ChannelReading, NO_CHANNEL_FIGURES, NO_FIGURES, type PostReading } from '../core/readings.js';
import type { BlueskyEmbed, BlueskyFeedItem, BlueskyPost, BlueskyProfile } from './bluesky.answers.js';

const REPOST = 'app.bsky.feed.defs#reasonRepost';
const URI = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/;
const FORMATS: Readonly<Record<string, PostFormat>> = {
  'app.bsky.embed.images#view': 'photo', 'app.bsky.embed.video#view': 'video', 'app.bsky.embed.external#view': 'link', 'app.bsky.embed.record#view': 'text',
};

/** Whether a line of the feed is the channel's own post, in its own place. */
export function isOwnPost({ post, reason }: BlueskyFeedItem, did: string): boolean {
  return reason?.$type !== REPOST && post.author.did === did;
}

/** Whether this is an identifier of a post that the network can be asked for. */
export function isPostUri(externalId: string): boolean {
  return URI.test(externalId);
}

/** A post with its figures; null when its date cannot be believed. Nothing on Bluesky counts who looks, so there is never a reach. */
export function toPostReading(post: BlueskyPost, draft: AnswerDraft): PostReading | null {
  const { uri, record } = post;
  const publishedAt = draft.publishedAt(earlierOf(record.createdAt, post.indexedAt), uri);
  if (publishedAt === null) return null;
  return {
    externalId: uri, publishedAt, format: formatOf(post.embed), text: draft.text(record.text), url: pageOf(uri),
    paid: false, isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: draft.observedAt,
    figures: {
      ...NO_FIGURES,
      likes: draft.count(post.likeCount, uri), comments: draft.count(post.replyCount, uri),
      shares: draft.countWith(post.repostCount, post.quoteCount, uri), saves: draft.count(post.bookmarkCount, uri),
    },
  };
}

/** The channel on the day it was read. */
export function toChannelReading(profile: BlueskyProfile, draft: AnswerDraft, timeZone: string): ChannelReading {
  return { ...NO_CHANNEL_FIGURES, day: localDay(draft.observedAt, timeZone), observedAt: draft.observedAt, followers: draft.count(profile.followersCount, null) };
}

/** What people call the account: its display name, else its handle. */
export function profileName({ displayName, handle }: BlueskyProfile, draft: AnswerDraft): string {
  return draft.text(displayName) ?? handle;
}

/** Whoever writes a record dates it, and may lie; the AppView notes when it saw it. The earlier one that can be read. */
function earlierOf(createdAt: unknown, indexedAt: unknown): unknown {
  const dates = [createdAt, indexedAt].filter((date) => typeof date === 'string' && isLikely(date));
  return dates.toSorted((one, other) => Date.parse(String(one)) - Date.parse(String(other)))[0] ?? createdAt;
}

/** A record that claims to be older than the network's protocol was imported from elsewhere, or jokes. */
function isLikely(date: string): boolean {
  return Date.parse(date) >= Date.UTC(2004, 0, 1);
}

/** By the account's identifier: the address stays good when the handle changes. */
function pageOf(uri: string): string | null {
  const [, did, key] = URI.exec(uri) ?? [];
  return did === undefined || key === undefined ? null : `https://bsky.app/profile/${did}/post/${encodeURIComponent(key)}`;
}

/** null: something that did not exist when this was written. */
function formatOf(embed: BlueskyEmbed | undefined): PostFormat | null {
  if (embed === undefined) return 'text';
  const shown = embed.media ?? embed;
  return (shown.images?.length ?? 0) > 1 ? 'album' : (FORMATS[shown.$type] ?? null);
}
