import { createHash } from 'node:crypto';
import { type InventedPost, followersAt } from './invented-posts.js';

/** A channel of the invented YouTube: every post is a video, whatever its kind. */
export interface YoutubeChannel {
  /** "UC…"; its uploads are "UU…". */
  id: string;
  title: string;
  /** Subscribers at `since`, when the channel opened. */
  subscribers: number;
  since: Date;
  perDay?: number;
  posts: readonly InventedPost[];
  hidesSubscribers?: boolean;
  /** Videos, by number, that hide their likes or take no comments: the counter is then absent. */
  withoutLikes?: readonly number[];
  withoutComments?: readonly number[];
}

/** How the invented YouTube differs from one day to the next: each can be switched while it runs. */
export interface YoutubeQuirks {
  /** Days of Analytics are missing for so long after their end: 48 to 72 hours. */
  analyticsDelayHours: number;
  /** Columns of a report come in another order than asked for. */
  shufflesColumns: boolean;
  /** Names of commenters come where nobody asked. */
  showsNames: boolean;
}

export interface PlayedChannel extends YoutubeChannel {
  isDeleted: boolean;
  /** Whether the person who signed in owns it; a manager may not read Analytics. */
  isOwned: boolean;
}

export interface ReportingJob {
  id: string;
  channelId: string;
  reportTypeId: string;
  name: string;
  createdAt: Date;
}

/** Everything the invented YouTube knows. */
export interface YoutubeWorld {
  now: () => Date;
  url: () => string;
  channels: PlayedChannel[];
  quirks: YoutubeQuirks;
  deletedVideos: Set<string>;
  withdrawn: Set<string>;
  jobs: ReportingJob[];
}

/** 11 signs; one in ten starts with "-", as some of YouTube's do. */
export function videoId(channel: YoutubeChannel, post: { number: number }): string {
  const id = createHash('sha256').update(`${channel.id} ${post.number}`).digest('base64url').slice(0, 11);
  return post.number % 10 === 0 ? `-${id.slice(1)}` : id;
}

export function uploadsOf(channel: YoutubeChannel): string {
  return `UU${channel.id.slice(2)}`;
}

/** Newest first: published, and not deleted. */
export function livingVideos(world: YoutubeWorld, channel: YoutubeChannel): InventedPost[] {
  const now = world.now();
  return channel.posts.filter((post) => post.publishedAt <= now && !(post.deletedAt && post.deletedAt <= now) && !world.deletedVideos.has(videoId(channel, post)))
    .toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.number - one.number);
}

export function subscribersAt(channel: YoutubeChannel, at: Date): number {
  return followersAt({ followers: channel.subscribers, since: channel.since, perDay: channel.perDay ?? 0.3 }, at);
}

/** What the public is told: three digits from a thousand on. */
export function shownSubscribers(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 3);
  return Math.floor(count / step) * step;
}

export function livingChannel(world: YoutubeWorld, id: string): PlayedChannel | null {
  return world.channels.find((channel) => channel.id === id && !channel.isDeleted) ?? null;
}
