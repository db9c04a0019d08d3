import { z } from 'zod';
import { lenientList } from '../core/lenient-list.js';

/** A figure is looked at where it is read: one of a wrong type costs that figure, not the answer. */
const figure = z.unknown().optional();

export const peertubeChannel = z.object({
  name: z.string().min(1),
  displayName: z.string().nullish(),
  followersCount: figure,
  ownerAccount: z.object({ name: z.string() }).nullish(),
  /** Last 30 days, for the owner, where it is asked for. */
  viewsPerDay: z.array(z.object({ date: z.string(), views: figure })).nullish(),
});
export type PeertubeChannel = z.infer<typeof peertubeChannel>;
export const peertubeChannels = z.object({ data: lenientList(peertubeChannel) });

/** Its `viewers` are those who watch now: not read. */
export const peertubeVideo = z.object({
  uuid: z.string().min(1),
  name: z.string().nullish(),
  url: z.string().nullish(),
  publishedAt: z.unknown().optional(),
  isLive: z.boolean().nullish(),
  views: figure,
  likes: figure,
});
export type PeertubeVideo = z.infer<typeof peertubeVideo>;
export const peertubeVideos = z.object({ total: z.number().nullish(), data: lenientList(peertubeVideo) });
export type PeertubeVideos = z.infer<typeof peertubeVideos>;

/** Over the whole life of a video. */
export const peertubeStatistics = z.object({ totalViewers: figure, totalWatchTime: figure });
export type PeertubeStatistics = z.infer<typeof peertubeStatistics>;

/** Threads and answers to them; what people wrote is not read. */
export const peertubeComments = z.object({ totalNotDeletedComments: figure });
export type PeertubeComments = z.infer<typeof peertubeComments>;

export const peertubeClient = z.object({ client_id: z.string(), client_secret: z.string() });
export const peertubeToken = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number().nonnegative() });
export type PeertubeToken = z.infer<typeof peertubeToken>;
export const peertubeMe = z.object({ account: z.object({ name: z.string() }) });

/** RFC 7807, and the names older versions used. */
export const peertubeProblem = z.object({ code: z.string().nullish(), error: z.string().nullish() });
