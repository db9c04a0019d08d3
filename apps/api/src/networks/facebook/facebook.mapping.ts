import { localDay, type PostFormat } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import { type DayWindow, metaDayEnding } from '../core/meta-day.js';
import { type ChannelReading, NO_CHANNEL_FIGURES, NO_FIGURES, type PostFigures, type PostReading } from '../core/readings.js';
import type { FacebookInsights, FacebookPage, FacebookPost } from './facebook.answers.js';
import { pageMetrics } from './facebook.metrics.js';

const VIDEO_FORMATS: readonly (PostFormat | null)[] = ['video', 'short_video', 'live'];

/** What was asked about one post, beside what its list says. */
export interface PostParts {
  post: FacebookPost;
  /** Its views parted by advertising; null: not asked, or refused. */
  byAds: FacebookInsights | null;
  /** Its views parted by followers; null: not asked, or refused. */
  byFollowers: FacebookInsights | null;
}

/**
 * The identifier under which Portée keeps a post: what stands behind the underscore. Files downloaded by people print that alone,
 * and what stands before it is not the same in all of them for one page.
 */
export function postIdOf(graphId: string): string {
  return graphId.slice(graphId.indexOf('_') + 1);
}

/** What stands before the underscore; null: nothing does. */
export function prefixOf(graphId: string): string | null {
  const end = graphId.indexOf('_');
  return end > 0 ? graphId.slice(0, end) : null;
}

/** Followers today; null when the page does not tell them. */
export function toToday(page: FacebookPage, draft: AnswerDraft, timeZone: string): ChannelReading | null {
  const followers = draft.count(page.followers_count, null);
  return followers === null ? null : { ...NO_CHANNEL_FIGURES, day: localDay(draft.observedAt, timeZone), observedAt: draft.observedAt, followers };
}

/** The days of a window, oldest first; days without any figure are left out. */
export function toDays(insights: FacebookInsights, draft: AnswerDraft, window: DayWindow): ChannelReading[] {
  const days = new Map<string, ChannelReading>();
  for (const { day, measure, value } of insights.data.flatMap((insight) => dailyValues(insight, draft))) {
    const count = day >= window.since && day < window.until ? draft.count(value, null) : null;
    if (count !== null) days.set(day, { ...(days.get(day) ?? { ...NO_CHANNEL_FIGURES, day, observedAt: draft.observedAt }), [measure]: count });
  }
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

interface DailyValue {
  day: string;
  measure: (typeof pageMetrics)[keyof typeof pageMetrics];
  value: unknown;
}

function dailyValues({ name, values }: FacebookInsights['data'][number], draft: AnswerDraft): DailyValue[] {
  const measure = dayMeasures.get(name);
  if (measure === undefined) return [];
  return (values ?? []).flatMap(({ value, end_time: end }) => {
    const day = typeof end === 'string' ? metaDayEnding(end) : null;
    if (day === null) draft.remark('date-unreadable', null);
    return day === null ? [] : [{ day, measure, value }];
  });
}

const dayMeasures = new Map<string, DailyValue['measure']>(Object.entries(pageMetrics));

/** Null: published at no believable instant. */
export function toPost({ post, byAds, byFollowers }: PostParts, draft: AnswerDraft): PostReading | null {
  const externalId = postIdOf(post.id);
  const publishedAt = draft.publishedAt(post.created_time, externalId);
  if (publishedAt === null) return null;
  const format = formatOf(post);
  const views = { ads: partOf(byAds, 'is_from_ads', '1'), organic: partOf(byAds, 'is_from_ads', '0'), followers: partOf(byFollowers, 'is_from_followers', '1') };
  const viewsPaid = draft.count(views.ads, externalId);
  const figures: PostFigures = {
    ...toFigures(post, draft, format),
    viewsPaid, viewsOrganic: draft.count(views.organic, externalId), viewsFollowers: draft.count(views.followers, externalId),
  };
  return {
    externalId, publishedAt, format, figures,
    text: draft.text(post.message), url: draft.url(post.permalink_url),
    // An answered 0 says that no advertisement showed it; silence says nothing.
    paid: viewsPaid === null ? null : viewsPaid > 0,
    isShare: isShareOfOthers(post), authorRole: null, themes: [], deletedAt: null, observedAt: draft.observedAt,
  };
}

function toFigures(post: FacebookPost, draft: AnswerDraft, format: PostFormat | null): PostFigures {
  const id = postIdOf(post.id);
  const metric = (name: string) => valueOf(post.insights ?? null, name);
  const totals = { reactions: post.reactions?.summary?.total_count, comments: post.comments?.summary?.total_count };
  const isVideo = VIDEO_FORMATS.includes(format);
  return {
    ...NO_FIGURES,
    reach: draft.count(metric('post_total_media_view_unique'), id),
    views: draft.count(metric('post_media_view'), id),
    likes: draft.count(totals.reactions, id) ?? kindsOf(metric('post_reactions_by_type_total'), (kinds) => draft.sum(Object.values(kinds), id)),
    comments: draft.count(totals.comments, id) ?? kindsOf(metric('post_activity_by_action_type'), (kinds) => draft.count(kinds['comment'] ?? 0, id)),
    // The only figure whose absence means 0.
    shares: draft.count(post.shares ? post.shares.count : 0, id),
    clicks: draft.count(metric('post_clicks'), id),
    // A photograph has no plays: 0 there is no measurement.
    videoViews: isVideo ? draft.count(metric('post_video_views'), id) : null,
    watchTimeSeconds: isVideo ? draft.count(seconds(metric('post_video_view_time')), id) : null,
  };
}

/** The value of a metric over the life of a post; undefined: not answered. */
function valueOf(insights: FacebookInsights | null, name: string): unknown {
  return insights?.data.find((insight) => insight.name === name)?.values?.[0]?.value;
}

/** One part of the views; undefined: not answered. Parts stand side by side, each with its value of the breakdown as text. */
function partOf(insights: FacebookInsights | null, breakdown: 'is_from_ads' | 'is_from_followers', part: '0' | '1'): unknown {
  const values = insights?.data.find(({ name }) => name === 'post_media_view')?.values ?? [];
  return values.find((value) => value[breakdown] === part)?.value;
}

/** A figure told by kinds: kinds that nobody used are left out. Null: not answered, or no such thing. */
function kindsOf(value: unknown, total: (kinds: Readonly<Record<string, unknown>>) => number | null): number | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const kinds: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  return Object.keys(kinds).length === 0 ? 0 : total(kinds);
}

/** Milliseconds as whole seconds; anything else as it is, for the draft to doubt. */
function seconds(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value / 1000) : value;
}

/** A share of a post of somebody else, whose figures are not ours. */
function isShareOfOthers(post: FacebookPost): boolean {
  if (post.parent_id === null || post.parent_id === undefined) return false;
  return prefixOf(post.parent_id) !== prefixOf(post.id);
}

const formatsByMedia = new Map<string, PostFormat>(Object.entries({
  photo: 'photo', album: 'album', video: 'video', link: 'link', event: 'event', live_video: 'live', video_live: 'live', live: 'live', reel: 'short_video',
}));
const formatsByStatus = new Map<string, PostFormat>(Object.entries({
  added_photos: 'photo', added_video: 'video', shared_story: 'link', created_event: 'event', mobile_status_update: 'text', wall_post: 'text',
}));

/** Format by the address (reels), by what is attached, or else by how it was published. Null: nothing tells it. */
export function formatOf(post: FacebookPost): PostFormat | null {
  const attached = post.attachments?.data[0];
  if ([post.permalink_url, attached?.url].some((url) => url?.toLowerCase().includes('/reel/'))) return 'short_video';
  const kinds = [attached?.type, attached?.media_type].filter((kind) => kind !== null && kind !== undefined);
  if (kinds.some((kind) => /live/i.test(kind))) return 'live';
  const known = kinds.map((kind) => formatsByMedia.get(kind.toLowerCase())).find((format) => format !== undefined);
  const byStatus = formatsByStatus.get(post.status_type?.toLowerCase() ?? '');
  if (known !== undefined) return known;
  if (kinds.length > 0) return byStatus ?? 'other';
  if (byStatus !== undefined) return byStatus;
  return post.message ? 'text' : null;
}
