import { localDay } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import { type ChannelReading, NO_CHANNEL_FIGURES, NO_FIGURES, type PostReading } from '../core/readings.js';
import type { YoutubeChannel, YoutubeReport, YoutubeVideo } from './youtube.answers.js';
import { pacificDay } from './pacific-days.js';

/** What reports tell of one video since it was published; null is unknown: late, too few, or refused. */
export interface VideoFacts {
  engagedViews: number | null;
  minutesWatched: number | null;
  shares: number | null;
  saves: number | null;
  viewsOrganic: number | null;
  viewsPaid: number | null;
  viewsFollowers: number | null;
}

export const NO_FACTS: VideoFacts = { engagedViews: null, minutesWatched: null, shares: null, saves: null, viewsOrganic: null, viewsPaid: null, viewsFollowers: null };

/** A row of a report, by the names of its columns. */
export type ReportRow = Readonly<Record<string, unknown>>;

/** Whether everybody with its address may see the video. */
export function isPublished({ status, snippet }: YoutubeVideo): boolean {
  return status?.privacyStatus !== 'private' && snippet.liveBroadcastContent !== 'upcoming';
}

/** A video with its public counters; null where it has no date to believe. */
export function toPost(video: YoutubeVideo, draft: AnswerDraft): PostReading | null {
  const { id, snippet, statistics } = video;
  const publishedAt = draft.publishedAt(snippet.publishedAt, id);
  if (publishedAt === null) return null;
  return {
    externalId: id, publishedAt, text: draft.text(snippet.title), url: `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`,
    // Neither its length nor its shape tells a short video from another: YouTube does not say which one it shows as a Short.
    format: video.liveStreamingDetails ? 'live' : 'video',
    paid: null, isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: draft.observedAt,
    figures: { ...NO_FIGURES, views: draft.count(statistics?.viewCount, id), likes: draft.count(statistics?.likeCount, id), comments: draft.count(statistics?.commentCount, id) },
  };
}

export function withFacts(post: PostReading, facts: VideoFacts): PostReading {
  const { engagedViews, minutesWatched, shares, saves, viewsOrganic, viewsPaid, viewsFollowers } = facts;
  return {
    ...post,
    paid: viewsPaid === null ? null : viewsPaid > 0,
    figures: { ...post.figures, videoViews: engagedViews, watchTimeSeconds: minutesWatched === null ? null : minutesWatched * 60, shares, saves, viewsOrganic, viewsPaid, viewsFollowers },
  };
}

/** Subscribers as shown now, on today's day of the channel; rounded above a thousand, absent where the channel hides them. */
export function toSubscribers({ statistics }: YoutubeChannel, draft: AnswerDraft): number | null {
  return statistics?.hiddenSubscriberCount === true ? null : draft.count(statistics?.subscriberCount, null);
}

export function toFollowersToday(channel: YoutubeChannel, draft: AnswerDraft, timeZone: string): ChannelReading[] {
  const followers = toSubscribers(channel, draft);
  return followers === null ? [] : [{ ...NO_CHANNEL_FIGURES, day: localDay(draft.observedAt, timeZone), observedAt: draft.observedAt, followers }];
}

/** The rows of a report, by the names of their columns. */
export function rowsOf({ columnHeaders, rows }: YoutubeReport): ReportRow[] {
  return (rows ?? []).map((cells) => Object.fromEntries(columnHeaders.map(({ name }, position) => [name, cells[position]])));
}

/** Views of the channel's days, which are Pacific days; today's is not over, and days that are late have no row. */
export function toDays(rows: readonly ReportRow[], draft: AnswerDraft): ChannelReading[] {
  const today = pacificDay(draft.observedAt);
  return rows.flatMap((row) => {
    const { day } = row;
    if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isOnCalendar(day)) {
      draft.remark('date-unreadable', null);
      return [];
    }
    const views = draft.count(row['views'], null);
    return views === null || day >= today ? [] : [{ ...NO_CHANNEL_FIGURES, day, observedAt: draft.observedAt, views }];
  });
}

/** Views by where they came from, parted: pushed with money or not. Without rows nothing is known. */
export function toPaidSplit(rows: readonly ReportRow[], draft: AnswerDraft, videoId: string): Pick<VideoFacts, 'viewsOrganic' | 'viewsPaid'> {
  const isPaid = ({ insightTrafficSourceType }: ReportRow) => insightTrafficSourceType === 'ADVERTISING';
  return { viewsOrganic: partOf(rows, (row) => !isPaid(row), { draft, videoId }), viewsPaid: partOf(rows, isPaid, { draft, videoId }) };
}

/** Views by people who had subscribed. */
export function toFollowersSplit(rows: readonly ReportRow[], draft: AnswerDraft, videoId: string): Pick<VideoFacts, 'viewsFollowers'> {
  return { viewsFollowers: partOf(rows, ({ subscribedStatus }) => subscribedStatus === 'SUBSCRIBED', { draft, videoId }) };
}

/** A part that has no row beside others is measured as none; a count that is not believed makes its part unknown. */
function partOf(rows: readonly ReportRow[], belongs: (row: ReportRow) => boolean, { draft, videoId }: { draft: AnswerDraft; videoId: string }): number | null {
  if (rows.length === 0) return null;
  const counts = rows.filter(belongs).map((row) => draft.count(row['views'], videoId));
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

function isOnCalendar(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
