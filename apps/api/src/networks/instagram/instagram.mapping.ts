import { localDay, type PostFormat } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import { type DayWindow, metaDayEnding } from '../core/meta-day.js';
import { type ChannelReading, NO_CHANNEL_FIGURES, NO_FIGURES, type PostFigures, type PostReading } from '../core/readings.js';
import type { InstagramAccount, InstagramInsights, InstagramMedia } from './instagram.answers.js';
import { WATCH_TIME } from './instagram.metrics.js';

/** Followers today; null when the account does not tell them. */
export function toToday(account: InstagramAccount, draft: AnswerDraft, timeZone: string): ChannelReading | null {
  const followers = draft.count(account.followers_count, null);
  return followers === null ? null : { ...NO_CHANNEL_FIGURES, day: localDay(draft.observedAt, timeZone), observedAt: draft.observedAt, followers };
}

/** People reached on each day of a window, oldest first; days without a figure are left out. */
export function toReachedDays(insights: InstagramInsights, draft: AnswerDraft, window: DayWindow): ChannelReading[] {
  const values = insights.data.find(({ name }) => name === 'reach')?.values ?? [];
  const days = new Map<string, ChannelReading>();
  for (const { value, end_time: end } of values) {
    const day = typeof end === 'string' ? metaDayEnding(end) : null;
    if (day === null) draft.remark('date-unreadable', null);
    const reach = day !== null && day >= window.since && day < window.until ? draft.count(value, null) : null;
    if (day !== null && reach !== null) days.set(day, { ...NO_CHANNEL_FIGURES, day, observedAt: draft.observedAt, reach });
  }
  return [...days.values()].toSorted(byDay);
}

/** Followers among the people reached over a span that ends on a day; null where the answer does not part them. */
export function toFollowersReached(insights: InstagramInsights, draft: AnswerDraft, lastDay: string): ChannelReading | null {
  const parted = insights.data.find(({ name }) => name === 'reach')?.total_value?.breakdowns?.find(({ dimension_keys: keys }) => keys.includes('follow_type'));
  const followers = parted?.results?.find(({ dimension_values: values }) => values.includes('FOLLOWER'));
  const count = draft.count(followers?.value, null);
  return count === null ? null : { ...NO_CHANNEL_FIGURES, day: lastDay, observedAt: draft.observedAt, followersReached28Days: count };
}

/** One reading a day: the figures of a day that are told apart are told together. */
export function joinDays(days: readonly ChannelReading[], ends: readonly ChannelReading[]): ChannelReading[] {
  const joined = new Map(days.map((reading) => [reading.day, reading]));
  for (const end of ends) {
    const { followersReached28Days } = end;
    joined.set(end.day, { ...(joined.get(end.day) ?? end), followersReached28Days });
  }
  return [...joined.values()].toSorted(byDay);
}

function byDay(one: ChannelReading, other: ChannelReading): number {
  return one.day < other.day ? -1 : 1;
}

/** Null: published at no believable instant. `more`: what was asked about this media beside its list. */
export function toPost(media: InstagramMedia, more: InstagramInsights | null, draft: AnswerDraft): PostReading | null {
  const { id: externalId } = media;
  const publishedAt = draft.publishedAt(media.timestamp, externalId);
  if (publishedAt === null) return null;
  return {
    externalId, publishedAt, format: formatOf(media), text: draft.text(media.caption), url: draft.url(media.permalink),
    // Instagram tells of no money in any figure of a post.
    paid: null,
    isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: draft.observedAt,
    figures: toFigures(media, more, draft),
  };
}

function toFigures(media: InstagramMedia, more: InstagramInsights | null, draft: AnswerDraft): PostFigures {
  const count = (value: unknown) => draft.count(value, media.id);
  const metric = (name: string) => valueOf(media.insights, name) ?? valueOf(more, name);
  return {
    ...NO_FIGURES,
    reach: count(metric('reach')), views: count(metric('views')),
    likes: count(media.like_count), comments: count(media.comments_count), shares: count(metric('shares')), saves: count(metric('saved')),
    clicks: count(metric('link_clicks')), watchTimeSeconds: count(seconds(metric(WATCH_TIME))),
  };
}

/** The value of a metric over the life of a media; undefined: not answered. */
function valueOf(insights: InstagramInsights | null | undefined, name: string): unknown {
  return insights?.data.find((insight) => insight.name === name)?.values?.[0]?.value;
}

/** Milliseconds as whole seconds; anything else as it is, for the draft to doubt. */
function seconds(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value / 1000) : value;
}

const formats = new Map<string, PostFormat>(Object.entries({ IMAGE: 'photo', CAROUSEL_ALBUM: 'album', VIDEO: 'video' }));

/** Null: nothing tells it; `other`: a word that we do not know. */
export function formatOf({ media_type: type, media_product_type: product }: Pick<InstagramMedia, 'media_type' | 'media_product_type'>): PostFormat | null {
  if (product === 'STORY') return 'story';
  if (product === 'REELS') return 'short_video';
  if (!type) return null;
  return formats.get(type) ?? 'other';
}
