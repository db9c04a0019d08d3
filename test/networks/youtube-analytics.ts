import { badRequest, forbidden, missingScope, unsupportedQuery } from './google-errors.js';
import { advertisedPart, type InventedPost } from './invented-posts.js';
import { addDays, endOfPacificDay, pacificDaysWithin, startOfPacificDay } from './pacific-days.js';
import { type Facts, factsOf } from './youtube-analytics-facts.js';
import { type AnalyticsQuery, CORE_METRICS, readQuery } from './youtube-analytics-query.js';
import { livingChannel, type PlayedChannel, videoId, type YoutubeWorld } from './youtube-channels.js';
import type { Grant } from './google-sign-in.js';

const HOUR_MS = 3_600_000;
/** Under so many views, YouTube does not say who they are. */
const FEWEST_VIEWS = 50;

/** Parts of a channel's views, by dimension; they add up to all of it, but for cities. Sources: of the views that no advertisement brought. */
const SPLITS: Record<string, Record<string, number>> = {
  subscribedStatus: { SUBSCRIBED: 0.34, UNSUBSCRIBED: 0.66 },
  insightTrafficSourceType: { YT_SEARCH: 0.32, EXT_URL: 0.24, RELATED_VIDEO: 0.22, NO_LINK_OTHER: 0.22 },
  country: { BE: 0.88, FR: 0.1, NL: 0.02 },
  city: { Namur: 0.4, Liège: 0.15 },
  ageGroup: { 'age18-24': 0.12, 'age25-34': 0.3, 'age35-44': 0.33, 'age45-54': 0.25 },
  gender: { female: 0.6, male: 0.4 },
  liveOrOnDemand: { LIVE: 0.04, ON_DEMAND: 0.96 },
};
const WATCHED = ['views', 'engagedViews', 'estimatedMinutesWatched', 'averageViewDuration', 'averageViewPercentage'];

/** Which metrics may be asked together with which dimensions. */
const SUPPORTED: Record<string, readonly string[]> = {
  '': CORE_METRICS, day: CORE_METRICS, month: CORE_METRICS, video: CORE_METRICS, country: CORE_METRICS, city: WATCHED,
  subscribedStatus: WATCHED, 'day,subscribedStatus': WATCHED, insightTrafficSourceType: WATCHED.slice(0, 3), 'day,insightTrafficSourceType': WATCHED.slice(0, 3),
  liveOrOnDemand: WATCHED, 'day,liveOrOnDemand': WATCHED, ageGroup: ['viewerPercentage'], gender: ['viewerPercentage'], 'ageGroup,gender': ['viewerPercentage'],
};

type Row = Facts | Record<string, string | number>;

/** youtubeanalytics v2/reports. @throws GoogleError: 400 what is not supported, 403 who does not own the channel */
export function analyticsReport(world: YoutubeWorld, params: URLSearchParams, grant: Grant): unknown {
  const query = readQuery(params, world.withdrawn);
  const channel = ownedChannel(world, query.ids, grant);
  checkSupport(query);
  const rows = sorted(rowsOf(world, channel, query), query).slice(query.startIndex - 1, query.maxResults === null ? undefined : query.startIndex - 1 + query.maxResults);
  const asked = [...query.dimensions, ...query.metrics];
  const columns = world.quirks.shufflesColumns ? asked.toReversed() : asked;
  const columnHeaders = columns.map((name) => ({ name, columnType: query.dimensions.includes(name) ? 'DIMENSION' : 'METRIC', dataType: typeOf(name, query) }));
  return { kind: 'youtubeAnalytics#resultTable', columnHeaders, ...(rows.length > 0 ? { rows: rows.map((row) => columns.map((name) => row[name])) } : {}) };
}

function ownedChannel(world: YoutubeWorld, ids: string, grant: Grant): PlayedChannel {
  if (!grant.scopes.some((scope) => scope.endsWith('/yt-analytics.readonly'))) throw missingScope();
  const channel = livingChannel(world, grant.channelId);
  if (!channel?.isOwned || (ids !== 'channel==MINE' && ids !== `channel==${channel.id}`)) throw forbidden();
  return channel;
}

function checkSupport(query: AnalyticsQuery): void {
  const { dimensions, metrics, sort, maxResults } = query;
  const allowed = SUPPORTED[dimensions.toSorted().join()];
  if (!allowed || metrics.some((name) => !allowed.includes(name))) throw unsupportedQuery();
  // Top videos: only sorted downwards, and never all of them.
  if (dimensions.includes('video') && (!sort[0]?.startsWith('-') || maxResults === null || maxResults > 200)) throw unsupportedQuery();
}

function typeOf(name: string, query: AnalyticsQuery): string {
  if (query.dimensions.includes(name)) return 'STRING';
  return name.endsWith('Percentage') ? 'FLOAT' : 'INTEGER';
}

function rowsOf(world: YoutubeWorld, channel: PlayedChannel, query: AnalyticsQuery): Row[] {
  const chosen = query.filters['video'];
  const posts = channel.posts.filter((post) => !chosen || chosen.includes(videoId(channel, post)));
  const part = Object.entries(query.filters).reduce((product, [name, values]) => product * (name === 'video' ? 1 : values.reduce((sum, value) => sum + (splitOf(name, posts)[value] ?? 0), 0)), 1);
  const spans = spansOf(world, channel, query);
  const about = { channel, now: world.now(), isOfVideos: chosen !== undefined || query.dimensions.includes('video') };
  const cuts = cutsOf(query.dimensions, posts);
  const isCounted = query.dimensions.every((name) => ['day', 'month'].includes(name));
  const rows = spans.flatMap(({ keys, from, to }) => (query.dimensions.includes('video')
    ? posts.map((post) => ({ ...factsOf({ ...about, posts: [post], from, to, part }), ...keys, video: videoId(channel, post) }))
    : cuts.map((cut) => ({ ...factsOf({ ...about, posts, from, to, part: part * cut.part }), ...keys, ...cut.keys }))));
  if (query.metrics.includes('viewerPercentage')) return spans.some(({ from, to }) => (factsOf({ ...about, posts, from, to, part })['views'] ?? 0) >= FEWEST_VIEWS) ? rows : [];
  return isCounted ? rows : rows.filter(({ views }) => Number(views) > 0);
}

interface Span {
  keys: Record<string, string>;
  from: Date;
  to: Date;
}

/** Days that were processed by now, one by one, by month or all together. */
function spansOf(world: YoutubeWorld, channel: PlayedChannel, { startDate, endDate, dimensions }: AnalyticsQuery): Span[] {
  const processed = new Date(world.now().getTime() - world.quirks.analyticsDelayHours * HOUR_MS);
  const until = new Date(Math.min(endOfPacificDay(endDate).getTime(), processed.getTime()));
  const days = pacificDaysWithin(new Date(Math.max(startOfPacificDay(startDate).getTime(), channel.since.getTime())), until);
  if (dimensions.includes('day')) return days.map((day) => ({ keys: { day }, from: startOfPacificDay(day), to: endOfPacificDay(day) }));
  if (!dimensions.includes('month')) return joined(days, {});
  return [...new Set(days.map((day) => day.slice(0, 7)))].flatMap((month) => joined(days.filter((day) => day.startsWith(month)), { month }));
}

function joined(days: readonly string[], keys: Record<string, string>): Span[] {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : [{ keys, from: startOfPacificDay(first), to: startOfPacificDay(addDays(last, 1)) }];
}

/** Only pushed videos have views by advertisements: a channel that never paid has no such row. */
function splitOf(dimension: string, posts: readonly InventedPost[]): Record<string, number> {
  const split = SPLITS[dimension] ?? {};
  if (dimension !== 'insightTrafficSourceType') return split;
  const viewsOf = (weight: (post: InventedPost) => number) => posts.reduce((sum, post) => sum + weight(post) * post.final.views, 0);
  const advertised = viewsOf(advertisedPart) / Math.max(1, viewsOf(() => 1));
  return { ADVERTISING: advertised, ...Object.fromEntries(Object.entries(split).map(([source, part]) => [source, part * (1 - advertised)])) };
}

/** Every combination of the values of dimensions that split. */
function cutsOf(dimensions: readonly string[], posts: readonly InventedPost[]): { keys: Record<string, string>; part: number }[] {
  return dimensions.filter((name) => SPLITS[name] !== undefined).reduce<{ keys: Record<string, string>; part: number }[]>((cuts, name) => (
    cuts.flatMap((cut) => Object.entries(splitOf(name, posts)).map(([value, part]) => ({ keys: { ...cut.keys, [name]: value }, part: cut.part * part })))
  ), [{ keys: {}, part: 1 }]);
}

function sorted(rows: Row[], { sort, dimensions, metrics }: AnalyticsQuery): Row[] {
  const stranger = sort.map((name) => name.replace(/^-/, '')).find((name) => ![...dimensions, ...metrics].includes(name));
  if (stranger !== undefined) throw badRequest(`Unknown identifier (${stranger}) given in field parameters.sort.`);
  return rows.toSorted((one, other) => sort.reduce((order, name) => order || compared(one, other, name), 0));
}

function compared(one: Row, other: Row, by: string): number {
  const name = by.replace(/^-/, '');
  const [first, second] = [one[name] ?? 0, other[name] ?? 0];
  const order = first < second ? -1 : first > second ? 1 : 0;
  return by.startsWith('-') ? -order : order;
}
