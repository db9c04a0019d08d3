import { growthBetween } from './day-growth.js';
import { badParameter, notOneOf, unknownFailure } from './graph-errors.js';
import { graphTime, readList } from './graph-request.js';
import { followersOfAccount, type InstagramAccount, type InstagramWorld } from './instagram-accounts.js';
import type { InventedFigures } from './invented-posts.js';
import { endOfPacificDay, pacificDaysWithin, startOfPacificDay } from './pacific-days.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Beyond it the split by follow type says the same for ever. */
const FROZEN_DAYS = 366;

/** The names that Meta's own refusal lists. */
export const ACCOUNT_METRICS = [
  'accounts_engaged', 'comments', 'content_views', 'engaged_audience_demographics', 'follower_count', 'follower_demographics', 'follows_and_unfollows', 'likes',
  'online_followers', 'profile_links_taps', 'profile_views', 'quotes', 'reach', 'reached_audience_demographics', 'replies', 'reposts', 'saves', 'shares', 'threads_clicks',
  'threads_follower_demographics', 'threads_followers', 'threads_likes', 'threads_replies', 'threads_reposts', 'threads_views', 'total_interactions', 'views', 'website_clicks',
];
const BREAKDOWNS = ['age', 'city', 'contact_button_type', 'country', 'follow_type', 'gender', 'media_product_type'];

interface AccountSpan extends InventedFigures {
  account: InstagramAccount;
  from: Date;
  to: Date;
  /** Until when days have arrived. */
  measured: Date;
  /** Reach of each day, added: a person of two days counts twice. */
  daysReach: number;
}

const byProduct = (value: number): Record<string, number> => ({ POST: Math.floor(value * 0.6), REEL: value - Math.floor(value * 0.6) });
const counted = (of: (span: AccountSpan) => number) => ({ total: of, splits: { media_product_type: (span: AccountSpan) => byProduct(of(span)) } });

interface TotalMetric {
  total(span: AccountSpan): number;
  splits: Record<string, (span: AccountSpan) => Record<string, number>>;
}

/** Metrics of `total_value`; those of the list that are not here answer nothing. */
const TOTALS: Record<string, TotalMetric> = {
  reach: { total: (span) => Math.max(0, sumOf(reached(span)) - (span.daysReach > 50 ? 1 : 0)), splits: { follow_type: (span) => reached(frozen(span)), media_product_type: (span) => byProduct(sumOf(reached(span))) } },
  views: { total: ({ views }) => views, splits: { follow_type: ({ views }) => ({ FOLLOWER: views - Math.floor(views * 0.53), NON_FOLLOWER: Math.floor(views * 0.53) }), media_product_type: ({ views }) => byProduct(views) } },
  likes: counted(({ likes }) => likes),
  comments: counted(({ comments }) => comments),
  shares: counted(({ shares }) => shares),
  saves: counted(({ saves }) => saves),
  total_interactions: counted(({ likes, comments, shares, saves }) => likes + comments + shares + saves),
  reposts: { total: ({ shares }) => Math.floor(shares / 6), splits: {} },
  replies: { total: () => 0, splits: {} },
  accounts_engaged: { total: ({ likes, comments }) => Math.floor((likes + comments) * 0.8), splits: {} },
  profile_views: { total: ({ clicks }) => clicks * 2, splits: {} },
  website_clicks: { total: ({ clicks }) => Math.floor(clicks / 5), splits: {} },
  profile_links_taps: { total: ({ clicks }) => Math.floor(clicks / 6), splits: { contact_button_type: ({ clicks }) => ({ EMAIL: Math.floor(clicks / 6) }) } },
  follows_and_unfollows: { total: (span) => followed(span).FOLLOWER, splits: { follow_type: followed } },
};

const withEnough = (name: string, account: InstagramAccount, at: Date) => name !== 'follows_and_unfollows' || followersOfAccount(account, at) >= 100;

/** An entry of `data` for a metric of an account over a window; null where there is nothing to say. @throws GraphError */
export function accountMetric(world: InstagramWorld, account: InstagramAccount, ask: AccountMetricAsk): Record<string, unknown> | null {
  const isSeries = ask.metricType === 'time_series' || (ask.metricType === 'default' && ['reach', 'follower_count'].includes(ask.name));
  const about = { name: ask.name, period: ask.period, title: ask.name, description: `What ${ask.name} counts`, id: `${account.id}/insights/${ask.name}/${ask.period}` };
  if (isSeries) return { ...about, values: dailyValues(world, account, ask) };
  const metric = TOTALS[ask.name];
  if (!metric || !withEnough(ask.name, account, world.now())) return null;
  return { ...about, total_value: totalValue(metric, spanOf(world, account, ask), ask.breakdowns) };
}

export interface AccountMetricAsk {
  name: string;
  period: string;
  metricType: string;
  breakdowns: readonly string[];
  since: Date;
  until: Date;
}

/** @throws GraphError: a name that is none, a metric without a curve, a breakdown that is none or that a metric has not */
export function checkAccountMetrics(world: InstagramWorld, { params }: { params: URLSearchParams }): string[] {
  const metrics = readList(params.get('metric'));
  const living = ACCOUNT_METRICS.filter((name) => !world.withdrawn.has(name));
  const strange = metrics.findIndex((name) => !living.includes(name));
  if (metrics.length === 0) throw badParameter('The parameter metric is required');
  if (strange !== -1) throw notOneOf(`metric[${strange}]`, living);
  const metricType = params.get('metric_type') ?? 'default';
  if (!['default', 'time_series', 'total_value'].includes(metricType)) throw notOneOf('metric_type', ['default', 'time_series', 'total_value']);
  const curveless = metrics.filter((name) => !['reach', 'follower_count', 'online_followers', 'follower_demographics', 'engaged_audience_demographics'].includes(name));
  if (metricType !== 'total_value' && curveless.length > 0) throw badParameter(`The following metrics (${curveless.join(', ')}) should be specified with parameter metric_type=total_value`);
  const breakdowns = readList(params.get('breakdown'));
  const stranger = breakdowns.findIndex((name) => !BREAKDOWNS.includes(name));
  if (stranger !== -1) throw notOneOf(`breakdown[${stranger}]`, BREAKDOWNS);
  const isUnsplit = (name: string) => TOTALS[name] !== undefined && breakdowns.some((breakdown) => !TOTALS[name]?.splits[breakdown]);
  if (metricType === 'total_value' && metrics.some(isUnsplit)) throw unknownFailure();
  return metrics;
}

/** A window of one day answers 0, and no breakdown: a true answer, and a wrong one. */
function totalValue(metric: TotalMetric, span: AccountSpan, breakdowns: readonly string[]): Record<string, unknown> {
  if (span.to.getTime() - span.from.getTime() <= DAY_MS + HOUR_MS) return { value: 0 };
  const rows = breakdowns.map((name) => ({
    dimension_keys: [name],
    results: Object.entries(metric.splits[name]?.(span) ?? {}).map(([dimension, value]) => ({ dimension_values: [dimension], value })),
  }));
  return { value: metric.total(span), ...(rows.length > 0 ? { breakdowns: rows } : {}) };
}

function dailyValues(world: InstagramWorld, account: InstagramAccount, { name, since, until }: AccountMetricAsk): Record<string, unknown>[] {
  const latest = Math.min(until.getTime(), world.now().getTime() - world.quirks.insightsDelayHours * HOUR_MS);
  const days = pacificDaysWithin(new Date(Math.max(since.getTime() - 26 * HOUR_MS, account.since.getTime())), new Date(latest)).filter((day) => endOfPacificDay(day) > since);
  return days.map((day) => {
    const [from, to] = [startOfPacificDay(day), endOfPacificDay(day)];
    const value = name === 'reach' ? dayReach(account, from, to) : Math.max(0, followersOfAccount(account, to) - followersOfAccount(account, from));
    return { value, end_time: graphTime(to) };
  });
}

function dayReach(account: InstagramAccount, from: Date, to: Date): number {
  return growthBetween(account.posts, from, to).reach + Math.floor(followersOfAccount(account, to) * 0.004);
}

function spanOf(world: InstagramWorld, account: InstagramAccount, { since, until }: AccountMetricAsk): AccountSpan {
  const counted = Math.min(until.getTime(), world.now().getTime() - world.quirks.insightsDelayHours * HOUR_MS);
  const measured = new Date(Math.max(since.getTime(), counted));
  return { account, from: since, to: until, measured, ...growthBetween(account.posts, since, measured), daysReach: reachOfDays(account, since, measured) };
}

function reachOfDays(account: InstagramAccount, from: Date, to: Date): number {
  return growthBetween(account.posts, from, to).reach + Math.floor((followersOfAccount(account, to) * 0.004 * (to.getTime() - from.getTime())) / DAY_MS);
}

/** People, each counted once in the window: never more followers than there are. */
function reached({ account, to, daysReach }: AccountSpan): { FOLLOWER: number; NON_FOLLOWER: number } {
  const followers = followersOfAccount(account, to);
  return { FOLLOWER: Math.floor(followers * (1 - Math.exp((-0.6 * daysReach) / Math.max(1, followers)))), NON_FOLLOWER: Math.floor(daysReach * 0.3) };
}

/** The same window, cut to the days beyond which Instagram's split no longer moves. */
function frozen(span: AccountSpan): AccountSpan {
  const from = new Date(Math.max(span.from.getTime(), span.to.getTime() - FROZEN_DAYS * DAY_MS));
  return from.getTime() === span.from.getTime() ? span : { ...span, from, daysReach: reachOfDays(span.account, from, span.measured) };
}

function followed({ account, from, to }: AccountSpan): { FOLLOWER: number; NON_FOLLOWER: number } {
  const net = followersOfAccount(account, to) - followersOfAccount(account, from);
  const lost = Math.floor((to.getTime() - from.getTime()) / (3 * DAY_MS));
  return { FOLLOWER: Math.max(0, net + lost), NON_FOLLOWER: lost };
}

function sumOf(values: Record<string, number>): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}
