import type { PostFormat } from '@portee/shared';
import { NO_FIGURES, type PostFigures } from '../networks/core/readings.js';
import type { PlannedPost } from './planned-post.js';
import type { Random } from './random.js';

/** From this day on Facebook says which views came from followers. */
const VIEWS_SINCE = '2025-11-15';
/** From this day on Facebook counts viewers, and splits their views instead of their number. */
const VIEWERS_SINCE = '2026-06-15';
/** Reach rate of a plain photo at noon, before and after that day. */
const USUAL = { before: 0.0475, after: 0.0405 };
const FORMAT: Partial<Record<PostFormat, number>> = { video: 1.5, short_video: 1.6, live: 1.5, link: 0.75, event: 0.85, text: 0.9, story: 0.5 };
const EVENING = 1.3;
const SHARE_ORIENTED = 1.3;
const NOISE = 0.56;
const VIRAL = 0.03;
/** A small centre's greatest success is still a small centre's. */
const MOST_VIRAL = 9;

/** People reached, organic and paid apart, before rounding. The two overlap: their sum exceeds the total. */
interface People {
  total: number;
  organic: number;
  paid: number;
}

/** Figures of a Facebook post at its final age; what Facebook does not say on that day is null. */
export function facebookFigures(post: PlannedPost, followers: number, random: Random): PostFigures {
  const people = peopleReached(post, followers, random);
  const acts = actsOn(post, people.total, random);
  if (post.isShare) return { ...NO_FIGURES, likes: acts.likes, comments: acts.comments, shares: acts.shares };
  const video = ['video', 'short_video', 'live'].includes(post.format);
  const views = viewsOf(post, people, random);
  const videoViews = video ? people.total * random.between(0.45, 0.7) : null;
  return {
    ...NO_FIGURES, ...acts, ...views, videoViews, reach: people.total,
    watchTimeSeconds: videoViews === null ? null : videoViews * random.between(6, 15),
    ...(post.day < VIEWERS_SINCE ? { reachOrganic: people.organic, reachPaid: people.paid, reachFollowers: people.organic * clamp(0.64 + 0.07 * random.normal()) } : {}),
  };
}

function peopleReached(post: PlannedPost, followers: number, random: Random): People {
  const usual = post.day < VIEWERS_SINCE ? USUAL.before : USUAL.after;
  const viral = random.chance(VIRAL) ? Math.min(MOST_VIRAL, Math.exp(0.6 + random.exponential())) : 1;
  const effects = (FORMAT[post.format] ?? 1) * (post.isEvening ? EVENING : 1) * (post.isShareOriented ? SHARE_ORIENTED : 1);
  const organic = followers * usual * effects * random.factor(NOISE) * viral;
  if (!post.isPaid) return { total: organic, organic, paid: 0 };
  const paid = organic * random.between(0.8, 2.2) + followers * 0.03;
  return { total: Math.max(organic, paid, (organic + paid) * 0.93), organic, paid };
}

function actsOn(post: PlannedPost, reach: number, random: Random): Pick<PostFigures, 'likes' | 'comments' | 'shares' | 'clicks'> {
  const likes = reach * 0.034 * random.factor(0.4);
  const passedOn = post.isShareOriented ? 0.6 : post.format === 'event' ? 0.42 : 0.2;
  const clicks = reach * (post.format === 'link' || post.format === 'event' ? 0.045 : 0.018) * random.factor(0.5);
  return { likes, comments: likes * 0.11 * random.factor(0.7), shares: likes * passedOn * random.factor(0.5), clicks };
}

function viewsOf(post: PlannedPost, people: People, random: Random): Partial<PostFigures> {
  const viewsOrganic = people.organic * random.between(1.25, 1.7);
  const viewsPaid = people.paid * random.between(1.3, 1.9);
  const views = viewsOrganic + viewsPaid;
  const viewsFollowers = post.day < VIEWS_SINCE ? null : viewsOrganic * clamp(0.66 + 0.08 * random.normal()) + viewsPaid * 0.4;
  return { views, viewsFollowers, ...(post.day < VIEWERS_SINCE ? {} : { viewsOrganic, viewsPaid }) };
}

function clamp(share: number): number {
  return Math.min(0.95, Math.max(0.15, share));
}
