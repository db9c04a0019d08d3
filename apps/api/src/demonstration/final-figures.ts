import type { PostFormat } from '@portee/shared';
import { NO_FIGURES, type PostFigures } from '../networks/core/readings.js';
import type { DemonstrationNetwork } from './centre.js';
import { facebookFigures } from './facebook-figures.js';
import type { PlannedPost } from './planned-post.js';
import type { Random } from './random.js';

/** Figures of a post at its final age, before rounding; `followers` on the day it was published. */
export type FinalFigures = (post: PlannedPost, followers: number, random: Random) => PostFigures;

export const finalFigures: Record<DemonstrationNetwork, FinalFigures> = {
  facebook: facebookFigures,
  instagram: instagramFigures,
  newsletter: newsletterFigures,
  mastodon: mastodonFigures,
  youtube: youtubeFigures,
};

const INSTAGRAM_USUAL = 0.13;
const INSTAGRAM_FORMAT: Partial<Record<PostFormat, number>> = { short_video: 1.35, album: 1.05, video: 1.1, photo: 0.9, story: 0.6 };

function instagramFigures(post: PlannedPost, followers: number, random: Random): PostFigures {
  const viral = random.chance(0.03) ? Math.exp(random.exponential()) : 1;
  const reach = followers * INSTAGRAM_USUAL * (INSTAGRAM_FORMAT[post.format] ?? 1) * (post.isEvening ? 1.15 : 1) * random.factor(0.42) * viral;
  const views = reach * random.between(1.35, 1.9);
  if (post.format === 'story') return { ...NO_FIGURES, reach, views, shares: reach * 0.01, comments: reach * 0.01, clicks: reach * 0.03 * random.factor(0.6) };
  const likes = reach * 0.075 * random.factor(0.35);
  const shares = likes * (post.isShareOriented ? 0.3 : 0.12) * random.factor(0.6);
  const watchTimeSeconds = post.format === 'short_video' ? views * random.between(4, 9) : null;
  return { ...NO_FIGURES, reach, views, likes, shares, comments: likes * 0.06 * random.factor(0.7), saves: likes * 0.07 * random.factor(0.7), watchTimeSeconds };
}

/** Openings over letters delivered: a few addresses always bounce. */
function newsletterFigures(_: PlannedPost, subscribers: number, random: Random): PostFigures {
  const followers = subscribers * random.between(0.978, 0.992);
  const reach = followers * Math.min(0.7, 0.45 * random.factor(0.11));
  return { ...NO_FIGURES, followers, reach, views: reach * random.between(1.35, 1.75), clicks: reach * 0.11 * random.factor(0.4) };
}

/** Mastodon counts nobody's looking: only what people did. */
function mastodonFigures(post: PlannedPost, _: number, random: Random): PostFigures {
  const likes = 4.6 * random.factor(0.6);
  const boosted = post.isShareOriented ? 1.2 : 0.7;
  return { ...NO_FIGURES, likes, shares: likes * boosted * random.factor(0.4), comments: likes * 0.16 * random.factor(0.7) };
}

/** YouTube's API tells views, no people. */
function youtubeFigures(post: PlannedPost, followers: number, random: Random): PostFigures {
  const views = followers * (post.format === 'short_video' ? 1.4 : 0.62) * random.factor(0.75);
  const videoViews = views * random.between(0.6, 0.85);
  const likes = views * 0.045 * random.factor(0.4);
  const seconds = post.format === 'short_video' ? random.between(9, 20) : random.between(55, 160);
  return { ...NO_FIGURES, views, videoViews, likes, comments: likes * 0.15, shares: likes * 0.4 * random.factor(0.5), watchTimeSeconds: videoViews * seconds };
}
