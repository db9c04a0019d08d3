import { commentsUnder } from './commenters.js';
import { badParameter, missingPermission, notOneOf, unknownPath } from './graph-errors.js';
import { type NodeFields, parseFields, renderNode } from './graph-fields.js';
import { addressOf, cursorPage } from './graph-paging.js';
import { type GraphAsk, graphTime, readInstant, readList } from './graph-request.js';
import { accountMetric, checkAccountMetrics } from './instagram-account-insights.js';
import { findMedia, followersOfAccount, type FoundMedia, type InstagramAccess, type InstagramAccount, type InstagramWorld, livingMedia, livingStories, mediaId } from './instagram-accounts.js';
import { demographics, DEMOGRAPHICS } from './instagram-demographics.js';
import { mediaFields, mediaInsights, orGone } from './instagram-media.js';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 730;
const FOLLOWER_COUNT_DAYS = 30;

/** The account a path starts with, its media included: whose calls are counted. null when the path is not of Instagram. */
export function accountOfPath(world: InstagramWorld, path: readonly string[]): InstagramAccount | null {
  const id = path[0] ?? '';
  return world.accounts.find((account) => account.id === id) ?? findMedia(world, id)?.account ?? null;
}

/** The answer to a path that starts with an account or a media. @throws GraphError */
export function answerInstagram(world: InstagramWorld, ask: GraphAsk, access: InstagramAccess): unknown {
  const [id = '', edge, ...beyond] = ask.path;
  if (beyond.length > 0) throw unknownPath(ask.path.join('/'));
  const account = world.accounts.find((one) => one.id === id);
  const media = account ? null : orGone(findMedia(world, id), id);
  access.requireBasic();
  const owner = account ?? orGone(media, id).account;
  if (!access.canRead(owner)) throw missingPermission('instagram_basic', 10);
  return account ? answerAccount(world, ask, { account, edge, access }) : answerMedia(world, ask, { media: orGone(media, id), edge, access });
}

function answerAccount(world: InstagramWorld, ask: GraphAsk, { account, edge, access }: { account: InstagramAccount; edge: string | undefined; access: InstagramAccess }): unknown {
  switch (edge) {
    case undefined: return renderNode('IGUser', accountFields(world, account), parseFields(ask.params.get('fields') ?? 'id'));
    case 'insights': return accountInsights(world, ask, { account, access });
    case 'media': return listMedia(world, ask, { items: since(livingMedia(world, account), ask.params), access });
    case 'stories': return listMedia(world, ask, { items: livingStories(world, account), access });
    default: throw unknownPath(`${account.id}/${edge}`);
  }
}

function answerMedia(world: InstagramWorld, ask: GraphAsk, { media, edge, access }: { media: FoundMedia; edge: string | undefined; access: InstagramAccess }): unknown {
  switch (edge) {
    case undefined: return renderNode('IGMedia', mediaFields(world, media, access), parseFields(ask.params.get('fields') ?? 'id'));
    case 'insights':
      access.requireInsights();
      return { data: mediaInsights(world, media, { metrics: readList(ask.params.get('metric')), breakdowns: readList(ask.params.get('breakdown')) }) };
    case 'comments': return { data: commentsUnder(media.post, 3).map(({ index, handle, said, at }) => ({ id: `17${media.post.number}${index}`, username: handle, text: said, timestamp: graphTime(at) })) };
    default: throw unknownPath(`${mediaId(media)}/${edge}`);
  }
}

/** What may be asked of an account; `user_id` and `account_type` only where one signs in with Instagram. */
function accountFields(world: InstagramWorld, account: InstagramAccount): NodeFields {
  return {
    id: () => account.id,
    ...(world.door === 'instagram' ? { user_id: () => account.id, account_type: () => 'BUSINESS' } : { ig_id: () => account.id.slice(-10) }),
    username: () => account.username,
    name: () => account.name,
    biography: () => 'Spectacles, ateliers, expositions.',
    followers_count: () => followersOfAccount(account, world.now()),
    follows_count: () => 310,
    media_count: () => livingMedia(world, account).length,
    profile_picture_url: () => 'https://cdn.example/account.jpg',
    website: () => 'https://centre.example/',
  };
}

function since(items: FoundMedia[], params: URLSearchParams): FoundMedia[] {
  const [from, to] = [readInstant(params, 'since'), readInstant(params, 'until')];
  return items.filter(({ post }) => (!from || post.publishedAt >= from) && (!to || post.publishedAt < to));
}

/** One bad metric in the expansion of one media, and the whole list is refused. */
function listMedia(world: InstagramWorld, ask: GraphAsk, { items, access }: { items: FoundMedia[]; access: InstagramAccess }): unknown {
  const fields = parseFields(ask.params.get('fields') ?? 'id');
  const shown = world.quirks.showsNames ? [...fields, ...parseFields('comments')] : fields;
  return cursorPage(ask, { items, idOf: mediaId, render: (media) => renderNode('IGMedia', mediaFields(world, media, access), shown), url: world.url() });
}

function accountInsights(world: InstagramWorld, ask: GraphAsk, { account, access }: { account: InstagramAccount; access: InstagramAccess }): unknown {
  access.requireInsights();
  const { params } = ask;
  const metrics = checkAccountMetrics(world, ask);
  const [demographic] = metrics;
  if (demographic !== undefined && DEMOGRAPHICS.includes(demographic)) return { data: demographics(account, world.now(), { name: demographic, params }) };
  const period = params.get('period') ?? '';
  if (!['day', 'lifetime', 'month', 'total_over_range', 'days_28', 'week'].includes(period)) throw notOneOf('period', ['day', 'days_28', 'lifetime', 'month', 'total_over_range', 'week']);
  if (period !== 'day') throw badParameter(`(${metrics.join(', ')}) metric is not available for period ${period}`);
  const window = readAccountWindow(world, params, metrics);
  const about = { period, metricType: params.get('metric_type') ?? 'default', breakdowns: readList(params.get('breakdown')), ...window };
  const data = metrics.flatMap((name) => accountMetric(world, account, { ...about, name }) ?? []);
  return { data, ...(about.metricType === 'total_value' ? {} : { paging: neighbours(world, ask, window) }) };
}

/** The last 24 hours when nothing is said. @throws GraphError beyond two years, and beyond thirty days for follower_count */
function readAccountWindow(world: InstagramWorld, params: URLSearchParams, metrics: readonly string[]): { since: Date; until: Date } {
  const now = world.now();
  const until = readInstant(params, 'until') ?? now;
  const from = readInstant(params, 'since') ?? new Date(until.getTime() - DAY_MS);
  if (from >= until) throw badParameter('The parameter since must be before until');
  const ageDays = (now.getTime() - from.getTime()) / DAY_MS;
  if (ageDays > KEPT_DAYS + 1) throw badParameter('The parameter since is not valid: data is available for the last 2 years only');
  if (metrics.includes('follower_count') && ageDays > FOLLOWER_COUNT_DAYS + 1) throw badParameter('(follower_count) metric only supports querying data for the last 30 days excluding the current day');
  return { since: from, until };
}

/** They always exist. */
function neighbours(world: InstagramWorld, ask: GraphAsk, { since: from, until }: { since: Date; until: Date }): unknown {
  const span = until.getTime() - from.getTime();
  const at = (instant: number) => String(Math.floor(instant / 1000));
  return {
    previous: addressOf(ask, world.url(), { since: at(from.getTime() - span), until: at(from.getTime()) }),
    next: addressOf(ask, world.url(), { since: at(until.getTime()), until: at(until.getTime() + span) }),
  };
}
