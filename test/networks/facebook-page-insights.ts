import { growthBetween } from './day-growth.js';
import { type PlayedPage, pageFollowersAt } from './facebook-pages.js';
import type { InventedFigures } from './invented-posts.js';
import { addDays, endOfPacificDay, startOfPacificDay } from './pacific-days.js';

const DAY_MS = 86_400_000;
/** Share of a Page's views that advertisements bring, and that followers bring. */
/** Of views, the part that ads brought, and the part of followers. */
export const SHARES: Record<string, number> = { is_from_ads: 0.12, is_from_followers: 0.62 };
export const BREAKDOWNS = Object.keys(SHARES);
export const PERIODS = ['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range'] as const;
const DAYS_OF: Record<string, number> = { day: 1, week: 7, days_28: 28, lifetime: 1 };
/** A day's figures still move for three days. */
const SETTLED = [0.9, 0.96, 0.99];

/** What happened on a Page in a span of days. */
interface PageSpan extends InventedFigures {
  videoViews: number;
  /** At its end. */
  followers: number;
  gained: number;
  lost: number;
}

interface PageMetric {
  periods: readonly string[];
  /** People counted once: weeks and months are less than their days together. */
  isUnique?: boolean;
  isSplit?: boolean;
  of(span: PageSpan): number | Record<string, number>;
}

const SPANS = ['day', 'week', 'days_28'];
const byType = ({ likes }: InventedFigures) => objectOf({ like: likes - Math.floor(likes * 0.2), love: Math.floor(likes * 0.15), haha: Math.floor(likes * 0.2) - Math.floor(likes * 0.15) });
const plain = (of: PageMetric['of']): PageMetric => ({ periods: SPANS, of });
const people = (of: PageMetric['of']): PageMetric => ({ periods: SPANS, isUnique: true, of });

/** Metrics that answer in late 2026; every other name is refused. */
const METRICS: Record<string, PageMetric> = {
  page_media_view: { periods: SPANS, isSplit: true, of: ({ views, followers }) => views + Math.floor(followers * 0.006) },
  page_total_media_view_unique: people(({ reach, followers }) => reach + Math.floor(followers * 0.004)),
  page_follows: { periods: ['day'], of: ({ followers }) => followers },
  page_daily_follows: { periods: ['day'], of: ({ gained }) => gained },
  page_daily_follows_unique: people(({ gained }) => gained),
  page_daily_unfollows_unique: people(({ lost }) => lost),
  page_post_engagements: plain(({ likes, comments, shares, clicks }) => likes + comments + shares + clicks),
  page_views_total: plain(({ clicks, followers }) => clicks + Math.floor(followers * 0.002)),
  page_total_actions: plain(({ clicks }) => Math.floor(clicks / 4)),
  page_video_views: plain(({ videoViews }) => videoViews),
  page_video_views_organic: plain(({ videoViews }) => videoViews - Math.floor(videoViews * 0.12)),
  page_video_views_paid: plain(({ videoViews }) => Math.floor(videoViews * 0.12)),
  page_video_view_time: plain(({ videoViews }) => videoViews * 8400),
  page_actions_post_reactions_total: { periods: ['day'], of: byType },
  page_actions_post_reactions_like_total: plain((span) => byType(span)['like'] ?? 0),
  page_actions_post_reactions_love_total: plain((span) => byType(span)['love'] ?? 0),
  page_lifetime_engaged_followers_unique: { periods: ['lifetime', 'day'], of: ({ followers }) => Math.floor(followers * 0.18) },
  page_fan_adds_by_paid_non_paid_unique: { periods: ['day'], of: ({ gained }) => objectOf({ total: gained, paid: 0, unpaid: gained }) },
  page_follows_country: { periods: ['day', 'lifetime'], of: ({ followers }) => objectOf({ BE: Math.floor(followers * 0.9), FR: Math.floor(followers * 0.06) }) },
  page_follows_city: { periods: ['day', 'lifetime'], of: ({ followers }) => objectOf({ 'Namur, Walloon Region': Math.floor(followers * 0.5) }) },
};

/** Disputed in the fact sheet: refused until a test says otherwise. */
export const DISPUTED_METRICS = ['page_follows_country', 'page_follows_city'];

export function isPageMetric(name: string): boolean {
  return Object.hasOwn(METRICS, name);
}

export function splitsPage(name: string): boolean {
  return METRICS[name]?.isSplit === true;
}

export interface PageSeriesAsk {
  metric: string;
  period: string;
  breakdowns: readonly string[];
  days: readonly string[];
}

/** A metric's values, a day each; flat, once per value of the breakdown; null where the metric knows no such period. */
export function pageSeries(page: PlayedPage, now: Date, ask: PageSeriesAsk): Record<string, unknown>[] | null {
  const metric = METRICS[ask.metric];
  if (!metric?.periods.includes(ask.period)) return null;
  return ask.days.flatMap((day) => splitFlat(valueOf(page, { metric, period: ask.period, day }, now), ask.breakdowns).map((row) => ({ ...row, day })));
}

function valueOf(page: PlayedPage, { metric, period, day }: { metric: PageMetric; period: string; day: string }, now: Date): number | Record<string, number> {
  const days = DAYS_OF[period] ?? 1;
  const value = metric.of(spanOf(page, { day, days }, now));
  return metric.isUnique && days > 1 && typeof value === 'number' ? Math.floor(value * 0.8) : value;
}

function spanOf(page: PlayedPage, { day, days }: { day: string; days: number }, now: Date): PageSpan {
  const [from, to] = [startOfPacificDay(addDays(day, 1 - days)), endOfPacificDay(day)];
  const settled = SETTLED[Math.floor((now.getTime() - to.getTime()) / DAY_MS)] ?? 1;
  const grown = growthBetween(page.posts, from, to);
  const { views } = growthBetween(page.posts.filter(({ kind }) => kind === 'video'), from, to);
  const moving = (figure: number) => Math.floor(figure * settled);
  const followers = pageFollowersAt(page, to);
  const lost = Math.floor((followers * days) / 4000) + (to.getUTCDate() % 3 === 0 ? 1 : 0);
  return {
    reach: moving(grown.reach), views: moving(grown.views), likes: moving(grown.likes), comments: moving(grown.comments), shares: moving(grown.shares),
    saves: 0, clicks: moving(grown.clicks), videoViews: moving(views), followers, lost, gained: Math.max(0, followers - pageFollowersAt(page, from) + lost),
  };
}

/** A number once per value of each breakdown, told apart by sibling keys "0" and "1": together they are the number. */
export function splitFlat(value: number | Record<string, number>, breakdowns: readonly string[], shares = SHARES): Record<string, unknown>[] {
  if (typeof value !== 'number') return [{ value }];
  return breakdowns.reduce<{ value: number; [dimension: string]: unknown }[]>((rows, name) => rows.flatMap((row) => {
    const part = Math.floor(row.value * (shares[name] ?? 0));
    return [{ ...row, value: row.value - part, [name]: '0' }, { ...row, value: part, [name]: '1' }];
  }), [{ value }]);
}

/** By type: what is zero has no key. */
export function objectOf(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, count]) => count > 0));
}
