import { commentsUnder } from './commenters.js';
import { badParameter, GraphError, gone, noMetric, notOneOf } from './graph-errors.js';
import { type AskedField, type NodeFields, pickFields } from './graph-fields.js';
import { graphTime, readList } from './graph-request.js';
import { type FoundMedia, type InstagramAccess, type InstagramWorld, mediaId, mediaType, type ProductType } from './instagram-accounts.js';
import { type InventedFigures, figuresAt } from './invented-posts.js';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 730;
const FEWEST_VIEWERS = 5;

/** The names that Meta's own refusal lists; one of them may still be refused for a kind of media. */
const LISTED = [
  'clips_replays_count', 'comments', 'content_views', 'crossposted_views', 'facebook_views', 'follows', 'ig_reels_aggregated_all_plays_count', 'ig_reels_avg_watch_time',
  'ig_reels_video_view_total_time', 'impressions', 'likes', 'navigation', 'plays', 'profile_activity', 'profile_visits', 'reach', 'reels_skip_rate', 'replies', 'reposts', 'saved',
  'shares', 'total_comments', 'total_interactions', 'total_likes', 'total_views', 'video_views', 'views',
];
const BOTH = ['reach', 'views', 'likes', 'comments', 'saved', 'shares', 'total_interactions', 'reposts'];
const ALLOWED: Record<ProductType, readonly string[]> = {
  FEED: [...BOTH, 'profile_visits', 'follows', 'profile_activity'],
  REELS: [...BOTH, 'ig_reels_avg_watch_time', 'ig_reels_video_view_total_time', 'reels_skip_rate', 'crossposted_views', 'facebook_views'],
  STORY: ['reach', 'views', 'replies', 'shares', 'navigation', 'total_interactions', 'profile_visits', 'profile_activity', 'follows', 'reposts'],
};
/** Only through the door of Facebook. */
const BOOSTED = ['total_views', 'total_likes', 'total_comments'];
const NAVIGATION: Record<string, number> = { TAP_FORWARD: 0.5, TAP_BACK: 0.1, TAP_EXIT: 0.25, SWIPE_FORWARD: 0.15 };

const VALUES: Record<string, (figures: InventedFigures) => number> = {
  reach: ({ reach }) => reach,
  views: ({ views }) => views,
  likes: ({ likes }) => likes,
  comments: ({ comments }) => comments,
  saved: ({ saves }) => saves,
  shares: ({ shares }) => shares,
  reposts: ({ shares }) => Math.floor(shares / 6),
  total_interactions: ({ likes, comments, saves, shares }) => likes + comments + saves + shares,
  profile_visits: ({ clicks }) => clicks,
  profile_activity: ({ clicks }) => Math.floor(clicks / 4),
  follows: ({ clicks }) => Math.floor(clicks / 9),
  ig_reels_avg_watch_time: () => 6400,
  ig_reels_video_view_total_time: ({ views }) => views * 6400,
  reels_skip_rate: () => 38.5,
  crossposted_views: ({ views }) => views,
  facebook_views: () => 0,
  total_views: ({ views }) => Math.floor(views * 1.2),
  total_likes: ({ likes }) => likes,
  total_comments: ({ comments }) => comments,
  navigation: ({ views }) => views,
  link_clicks: ({ clicks }) => Math.floor(clicks / 8),
  // Accounts in Europe are never told.
  replies: () => 0,
};

/** What may be asked of a media; through the door of Facebook a little more. */
export function mediaFields(world: InstagramWorld, media: FoundMedia, access: InstagramAccess): NodeFields {
  const { account, post } = media;
  const figures = figuresAt(post, world.now());
  const isStory = media.productType === 'STORY';
  const comments = () => ({ data: commentsUnder(post, 3).map(({ index, handle, said, at }) => ({ id: `17${post.number}${index}`, username: handle, text: said, timestamp: graphTime(at) })) });
  return {
    id: () => mediaId(media),
    caption: () => (post.text === '' || isStory ? undefined : post.text),
    media_type: () => mediaType(media),
    media_product_type: () => media.productType,
    permalink: () => `https://www.instagram.com/${isStory ? `stories/${account.username}` : media.productType === 'REELS' ? 'reel' : 'p'}/I${post.number}x/`,
    shortcode: () => `I${post.number}x`,
    timestamp: () => graphTime(post.publishedAt),
    username: () => account.username,
    owner: () => ({ id: account.id }),
    media_url: () => `https://cdn.example/${post.number}.jpg`,
    thumbnail_url: () => (post.kind === 'video' ? `https://cdn.example/${post.number}.jpg` : undefined),
    is_shared_to_feed: () => (media.productType === 'REELS' ? true : undefined),
    is_comment_enabled: () => true,
    like_count: () => figures.likes,
    comments_count: () => figures.comments,
    total_like_count: () => figures.likes,
    total_comments_count: () => figures.comments,
    total_views_count: () => Math.floor(figures.views * 1.2),
    saved_count: () => figures.saves,
    shares_count: () => figures.shares,
    reposts_count: () => Math.floor(figures.shares / 6),
    comments,
    children: ({ fields }) => (mediaType(media) === 'CAROUSEL_ALBUM' ? { data: ['1', '2'].map((place) => pickFields({ id: `${mediaId(media)}${place}` }, fields)) } : undefined),
    view_count: () => { throw new GraphError({ code: 36_104, message: '(#36104) This field is only available through Business Discovery' }); },
    insights: (asked) => expanded(world, media, { asked, access }),
  };
}

function expanded(world: InstagramWorld, media: FoundMedia, { asked, access }: { asked: AskedField; access: InstagramAccess }): unknown {
  access.requireInsights();
  return { data: mediaInsights(world, media, { metrics: readList(asked.modifiers.get('metric')), breakdowns: readList(asked.modifiers.get('breakdown')) }) };
}

/**
 * A media's insights, an entry per metric.
 * @throws GraphError: one name that this kind of media does not know, and nothing is answered; code 10 for a story of too few viewers
 */
export function mediaInsights(world: InstagramWorld, media: FoundMedia, ask: { metrics: readonly string[]; breakdowns: readonly string[] }): Record<string, unknown>[] {
  checkMetrics(world, media.productType, ask.metrics);
  checkBreakdowns(ask);
  const figures = figuresAt(media.post, world.now());
  const isTooOld = world.now().getTime() - media.post.publishedAt.getTime() > KEPT_DAYS * DAY_MS;
  if (isTooOld) return [];
  if (media.productType === 'STORY' && figures.reach < FEWEST_VIEWERS) throw new GraphError({ code: 10, subcode: 2_207_027, message: '(#10) Not enough viewers for the media to show insights' });
  return ask.metrics.map((name) => {
    const value = VALUES[name]?.(figures) ?? 0;
    const about = { name, period: 'lifetime', title: name, description: `What ${name} counts`, id: `${mediaId(media)}/insights/${name}/lifetime` };
    return ask.breakdowns.length === 0 ? { ...about, values: [{ value }] } : { ...about, total_value: { value, breakdowns: [navigation(value)] } };
  });
}

function checkMetrics(world: InstagramWorld, productType: ProductType, metrics: readonly string[]): void {
  if (metrics.length === 0) throw noMetric();
  const listed = [...LISTED, ...(world.door === 'facebook' ? ['link_clicks'] : [])].filter((name) => !world.withdrawn.has(name));
  const strange = metrics.findIndex((name) => !listed.includes(name));
  if (strange !== -1) throw notOneOf(`metric[${strange}]`, listed);
  const onlyThere = world.door === 'facebook' ? [...(productType === 'STORY' ? ['link_clicks'] : BOOSTED)] : [];
  const refused = metrics.find((name) => ![...ALLOWED[productType], ...onlyThere].includes(name));
  if (refused !== undefined) throw badParameter(`The Media Insights API does not support the ${refused} metric for this media product type.`);
}

function checkBreakdowns({ metrics, breakdowns }: { metrics: readonly string[]; breakdowns: readonly string[] }): void {
  const known = ['action_type', 'follow_type', 'story_navigation_action_type', 'surface_type'];
  const stranger = breakdowns.findIndex((name) => !known.includes(name));
  if (stranger !== -1) throw notOneOf(`breakdown[${stranger}]`, known);
  if (breakdowns.length > 0 && (metrics.join() !== 'navigation' || breakdowns.join() !== 'story_navigation_action_type')) throw new GraphError({ code: 1, status: 500, message: 'An unknown error has occurred.' });
}

function navigation(value: number): unknown {
  const results = Object.entries(NAVIGATION).map(([dimension, part]) => ({ dimension_values: [dimension], value: Math.floor(value * part) }));
  return { dimension_keys: ['story_navigation_action_type'], results };
}

/** @throws GraphError code 100 subcode 33 */
export function orGone<T>(found: T | null, id: string): T {
  if (found === null) throw gone(id);
  return found;
}
