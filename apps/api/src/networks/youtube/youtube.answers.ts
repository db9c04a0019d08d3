import { z } from 'zod';
import { lenientList } from '../core/lenient-list.js';

/** A figure is looked at where it is read: one of a wrong type costs that figure, not the answer. Counters come as text. */
const figure = z.unknown().optional();

export const youtubeChannel = z.object({
  id: z.string().min(1),
  snippet: z.object({ title: z.string().nullish() }).nullish(),
  contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string().nullish() }).nullish() }).nullish(),
  statistics: z.object({ subscriberCount: figure, hiddenSubscriberCount: z.boolean().nullish() }).nullish(),
});
export type YoutubeChannel = z.infer<typeof youtubeChannel>;
/** `items` is absent where there is none. */
export const youtubeChannels = z.object({ kind: z.string(), items: lenientList(youtubeChannel).optional() });

export const youtubeUpload = z.object({
  contentDetails: z.object({
    videoId: z.string().min(1),
    /** Absent: not published, only its owner sees it. */
    videoPublishedAt: z.unknown().optional(),
  }),
});
export const youtubeUploads = z.object({ items: lenientList(youtubeUpload), nextPageToken: z.string().min(1).nullish() });
export type YoutubeUploads = z.infer<typeof youtubeUploads>;

export const youtubeVideo = z.object({
  id: z.string().min(1),
  snippet: z.object({ title: z.string().nullish(), publishedAt: z.unknown().optional(), liveBroadcastContent: z.string().nullish() }),
  status: z.object({ privacyStatus: z.string().nullish() }).nullish(),
  /** Likes and comments are absent, not 0, where the channel hides them. */
  statistics: z.object({ viewCount: figure, likeCount: figure, commentCount: figure }).nullish(),
  liveStreamingDetails: z.object({}).nullish(),
});
export type YoutubeVideo = z.infer<typeof youtubeVideo>;
export const youtubeVideos = z.object({ items: lenientList(youtubeVideo) });

/** A report: read by the names of its columns, whose order is not promised; without any row where there is nothing. */
export const youtubeReport = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })),
  rows: z.array(z.array(z.unknown())).nullish(),
  /** Some errors come in a good answer. */
  errors: z.unknown().optional(),
});
export type YoutubeReport = z.infer<typeof youtubeReport>;

export const googleToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().nonnegative(),
  /** Given with the first consent only. */
  refresh_token: z.string().min(1).nullish(),
  /** Given where the refresh token dies by itself: an application in test, or a permission for a time. */
  refresh_token_expires_in: z.number().nonnegative().nullish(),
  scope: z.string().nullish(),
});
export type GoogleToken = z.infer<typeof googleToken>;

export const googleProblem = z.object({
  error: z.object({ message: z.string().nullish(), errors: z.array(z.object({ reason: z.string().nullish() })).nullish(), status: z.string().nullish() }),
});
export const googleTokenProblem = z.object({ error: z.string() });
