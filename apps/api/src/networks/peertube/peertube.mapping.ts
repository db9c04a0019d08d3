import { localDay } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import { type ChannelReading, NO_CHANNEL_FIGURES, NO_FIGURES, type PostFigures, type PostReading } from '../core/readings.js';
import type { PeertubeChannel, PeertubeComments, PeertubeStatistics, PeertubeVideo } from './peertube.answers.js';

const DAY_MS = 86_400_000;
/** Figures of a day come in late: it is read when 24 hours have passed since it ended. */
const LATE_MS = DAY_MS;
/** Days read once more, whatever was read before. */
const READ_AGAIN_DAYS = 3;

/** What was asked about one video, beside the list it stands in; null: not asked, or refused. */
export interface VideoFigures {
  statistics: PeertubeStatistics | null;
  comments: PeertubeComments | null;
}

/** A video with the figures that everybody sees; null where it has no date to believe. */
export function toPost(video: PeertubeVideo, draft: AnswerDraft): PostReading | null {
  const publishedAt = draft.publishedAt(video.publishedAt, video.uuid);
  if (publishedAt === null) return null;
  return {
    externalId: video.uuid, publishedAt, format: video.isLive === true ? 'live' : 'video', text: draft.text(video.name), url: draft.url(video.url),
    // A free network: nobody can pay to be seen.
    paid: false, isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: draft.observedAt,
    figures: { ...NO_FIGURES, views: draft.count(video.views, video.uuid), likes: draft.count(video.likes, video.uuid) },
  };
}

/** Adds what was asked about the video itself. Reach is its unique viewers: sessions of a browser, not persons. */
export function withFigures(post: PostReading, { statistics, comments }: VideoFigures, draft: AnswerDraft): PostReading {
  const figures: PostFigures = {
    ...post.figures,
    reach: draft.count(statistics?.totalViewers, post.externalId),
    watchTimeSeconds: draft.count(wholeSeconds(statistics?.totalWatchTime), post.externalId),
    comments: draft.count(comments?.totalNotDeletedComments, post.externalId),
  };
  return { ...post, figures };
}

/** Followers as they are now, on today's day of the channel. */
export function toFollowersToday(channel: PeertubeChannel, draft: AnswerDraft, timeZone: string): ChannelReading {
  return { ...NO_CHANNEL_FIGURES, day: localDay(draft.observedAt, timeZone), observedAt: draft.observedAt, followers: draft.count(channel.followersCount, null) };
}

/** Views of the days from `sinceDay` on, and of the last three in any case; the days are those of the server, UTC. Days not final yet are left for later. */
export function toDays(channel: PeertubeChannel, draft: AnswerDraft, sinceDay: string): ChannelReading[] {
  const now = draft.observedAt.getTime();
  const first = [sinceDay, utcDay(now - READ_AGAIN_DAYS * DAY_MS - LATE_MS)].toSorted()[0] ?? sinceDay;
  const lastFinal = utcDay(now - LATE_MS - DAY_MS);
  return (channel.viewsPerDay ?? []).flatMap(({ date, views }) => {
    const day = dayOf(date);
    if (day === null) draft.remark('date-unreadable', null);
    const count = draft.count(views, null);
    if (day === null || count === null || day < first || day > lastFinal) return [];
    return [{ ...NO_CHANNEL_FIGURES, day, observedAt: draft.observedAt, views: count }];
  });
}

function dayOf(date: string): string | null {
  const day = date.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(date) && !Number.isNaN(at) && utcDay(at) === day ? day : null;
}

function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Watch time is kept in whole seconds. */
function wholeSeconds(seconds: unknown): unknown {
  return typeof seconds === 'number' ? Math.round(seconds) : seconds;
}
