import { SHARES, objectOf, splitFlat } from './facebook-page-insights.js';
import { type FacebookWorld, type PlayedPage, fansAt } from './facebook-pages.js';
import { badParameter, noMetric, unknownInsightsMetric } from './graph-errors.js';
import { advertisedPart, type InventedFigures, type InventedPost, figuresAt } from './invented-posts.js';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 730;
/** Until then the reach of a post stands; then it goes. */
const FADES_AFTER_DAYS = 14;

type PostValue = number | Record<string, unknown>;
interface PostState extends InventedFigures {
  isVideo: boolean;
  /** Part of the views that ads brought. */
  advertised: number;
}

const reactions = ({ likes }: InventedFigures) => objectOf({ like: likes - Math.floor(likes * 0.2), love: Math.floor(likes * 0.2) });
const video = ({ isVideo, views }: PostState) => (isVideo ? Math.floor(views * 0.6) : 0);
const onVideo = (state: PostState, value: PostValue) => (state.isVideo ? value : null);

/** Metrics of posts that answer in late 2026; null: nothing for this post. */
const METRICS: Record<string, (state: PostState) => PostValue | null> = {
  post_media_view: ({ views }) => views,
  post_total_media_view_unique: ({ reach }) => reach,
  post_clicks: ({ clicks }) => clicks,
  post_clicks_by_type: ({ clicks, isVideo }) => objectOf({ [isVideo ? 'video play' : 'photo view']: Math.floor(clicks / 2), 'link clicks': Math.floor(clicks / 4), 'other clicks': clicks - Math.floor(clicks / 2) - Math.floor(clicks / 4) }),
  post_reactions_by_type_total: reactions,
  post_reactions_like_total: (state) => reactions(state)['like'] ?? 0,
  post_reactions_love_total: (state) => reactions(state)['love'] ?? 0,
  post_reactions_wow_total: () => 0,
  post_reactions_haha_total: () => 0,
  post_reactions_sorry_total: () => 0,
  post_reactions_anger_total: () => 0,
  post_activity_by_action_type: ({ likes, comments, shares }) => objectOf({ like: likes, comment: comments, share: shares }),
  post_video_views: video,
  post_video_views_organic: (state) => video(state) - Math.floor(video(state) * state.advertised),
  post_video_views_paid: (state) => Math.floor(video(state) * state.advertised),
  post_video_views_unique: (state) => Math.floor(video(state) * 0.8),
  post_video_view_time: (state) => onVideo(state, video(state) * 9300),
  post_video_avg_time_watched: (state) => onVideo(state, 9300),
  post_video_retention_graph: (state) => onVideo(state, { 0: 1, 1: 0.82, 2: 0.7 }),
};

const VIDEO_METRICS: Record<string, (state: PostState) => PostValue> = {
  total_video_views: video,
  total_video_views_unique: (state) => Math.floor(video(state) * 0.8),
  total_video_avg_time_watched: () => 9300,
  total_video_view_total_time: (state) => video(state) * 9300,
  total_video_impressions: ({ views }) => views,
  post_video_avg_time_watched: () => 9300,
  post_video_view_time: (state) => video(state) * 9300,
  blue_reels_play_count: ({ views }) => views,
  fb_reels_total_plays: ({ views }) => views,
};

export interface PostInsightsAsk {
  metrics: readonly string[];
  breakdowns: readonly string[];
  period: string | null;
  /** The insights of the post, or those of its video. */
  of: 'post' | 'video';
}

/**
 * What a post's insights answer, an entry per metric that has something to say.
 * @throws GraphError: no metric at all, or one that is none, and then nothing is answered
 */
export function postInsights(world: FacebookWorld, found: { page: PlayedPage; post: InventedPost; id: string }, ask: PostInsightsAsk): Record<string, unknown>[] {
  const known = ask.of === 'post' ? METRICS : VIDEO_METRICS;
  if (ask.metrics.length === 0) throw noMetric();
  if (ask.metrics.some((name) => !Object.hasOwn(known, name) || world.withdrawn.has(name))) throw unknownInsightsMetric();
  checkBreakdowns(world, ask);
  const { page, post } = found;
  const isTooOld = world.now().getTime() - post.publishedAt.getTime() > KEPT_DAYS * DAY_MS;
  if (isTooOld || fansAt(page, world.now()) < 100 || (ask.period !== null && ask.period !== 'lifetime')) return [];
  const state = stateOf(world, post);
  return ask.metrics.toSorted().flatMap((name) => {
    const value = known[name]?.(state) ?? null;
    return value === null ? [] : [entryOf(found.id, name, valuesOf(value, ask.breakdowns, state))];
  });
}

function checkBreakdowns(world: FacebookWorld, { metrics, breakdowns }: PostInsightsAsk): void {
  if (breakdowns.length === 0) return;
  const isKnown = world.quirks.splitsPosts && breakdowns.every((name) => ['is_from_ads', 'is_from_followers'].includes(name));
  if (!isKnown || metrics.some((name) => name !== 'post_media_view')) throw badParameter('The breakdown is not supported for the metric');
}

function stateOf(world: FacebookWorld, post: InventedPost): PostState {
  const figures = figuresAt(post, world.now());
  const ageDays = (world.now().getTime() - post.publishedAt.getTime()) / DAY_MS;
  const left = world.quirks.reachFades && ageDays > FADES_AFTER_DAYS ? Math.max(0.1, Math.exp((FADES_AFTER_DAYS - ageDays) / 60)) : 1;
  return { ...figures, reach: Math.floor(figures.reach * left), isVideo: post.kind === 'video', advertised: advertisedPart(post) };
}

function valuesOf(value: PostValue, breakdowns: readonly string[], { advertised }: PostState): Record<string, unknown>[] {
  return typeof value === 'number' ? splitFlat(value, breakdowns, { ...SHARES, is_from_ads: advertised }) : [{ value }];
}

function entryOf(id: string, name: string, values: Record<string, unknown>[]): Record<string, unknown> {
  return { name, period: 'lifetime', values, title: `Lifetime ${name}`, description: `What ${name} counts`, id: `${id}/insights/${name}/lifetime` };
}
