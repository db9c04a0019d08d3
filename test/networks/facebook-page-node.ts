import { requireInsights } from './facebook-access.js';
import { BREAKDOWNS, isPageMetric, type PageSeriesAsk, pageSeries, PERIODS, splitsPage } from './facebook-page-insights.js';
import { type FacebookWorld, fansAt, pageFollowersAt, type PlayedPage } from './facebook-pages.js';
import { badParameter, noMetric, notOneOf, unknownInsightsMetric } from './graph-errors.js';
import { type NodeFields, pickFields } from './graph-fields.js';
import { addressOf } from './graph-paging.js';
import { type GraphAsk, graphTime, readList } from './graph-request.js';
import { type AskedWindow, readWindow } from './graph-window.js';
import { followersOfAccount } from './instagram-accounts.js';
import type { MetaToken } from './meta-tokens.js';
import { endOfPacificDay, pacificDaysWithin } from './pacific-days.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 90;
const KEPT_DAYS = 730;

/** What may be asked of a Page; in a person's list of Pages also its tasks. */
export function pageFields(world: FacebookWorld, page: PlayedPage, token: MetaToken): NodeFields {
  const now = world.now();
  return {
    id: () => page.id,
    name: () => page.name,
    username: () => page.username,
    link: () => `https://www.facebook.com/${page.username ?? page.id}`,
    fan_count: () => fansAt(page, now),
    followers_count: () => pageFollowersAt(page, now),
    new_like_count: () => 2,
    talking_about_count: () => 61,
    were_here_count: () => 940,
    rating_count: () => 12,
    overall_star_rating: () => 4.6,
    category: () => 'Cultural Center',
    category_list: () => [{ id: '2606', name: 'Cultural Center' }],
    about: () => 'Spectacles, ateliers, expositions.',
    website: () => 'https://centre.example/',
    location: () => ({ city: 'Exempleville', country: 'Belgium', zip: '5000' }),
    picture: () => ({ data: { height: 50, width: 50, is_silhouette: false, url: 'https://cdn.example/page.jpg' } }),
    has_transitioned_to_new_page_experience: () => true,
    verification_status: () => 'not_verified',
    instagram_business_account: ({ fields }) => linkedAccount(world, page, fields.length > 0 ? fields.map(({ name }) => name) : ['id']),
    connected_instagram_account: ({ fields }) => linkedAccount(world, page, fields.length > 0 ? fields.map(({ name }) => name) : ['id']),
    access_token: () => (token.kind === 'page' ? token.value : world.tokens.pageToken(token, page.id).value),
    tasks: () => page.tasks,
  };
}

function linkedAccount(world: FacebookWorld, page: PlayedPage, names: readonly string[]): unknown {
  const linked = world.instagram.accounts.find(({ id }) => id === page.instagram?.id);
  if (!linked) return undefined;
  const { id, username, name } = linked;
  const account = { id, username, name, followers_count: followersOfAccount(linked, world.now()) };
  return pickFields(account, ['id', ...names].map((field) => ({ name: field, modifiers: new Map(), fields: [] })));
}

/** The insights edge of a Page. @throws GraphError, and then no metric is answered */
export function pageInsights(world: FacebookWorld, ask: GraphAsk, access: { token: MetaToken; page: PlayedPage }): unknown {
  const { params } = ask;
  requireInsights(world, access.token, access.page);
  const metrics = readList(params.get('metric'));
  if (metrics.length === 0) throw noMetric();
  if (metrics.some((name) => !isPageMetric(name) || world.withdrawn.has(name))) throw unknownInsightsMetric();
  const period = params.get('period') ?? 'day';
  if (!PERIODS.some((known) => known === period)) throw notOneOf('period', PERIODS);
  const breakdowns = readList(params.get('breakdown'));
  checkBreakdowns(metrics, breakdowns);
  const window = readWindow(params, world.now(), { mostDays: MOST_DAYS, unsaidDays: 2 });
  const series = { period, breakdowns, days: measuredDays(world, access.page, window) };
  const data = fansAt(access.page, world.now()) < 100 ? [] : metrics.toSorted().flatMap((metric) => entryOf(world, access.page, { ...series, metric }));
  return { data, paging: pagingOf(world, ask, window) };
}

function checkBreakdowns(metrics: readonly string[], breakdowns: readonly string[]): void {
  const stranger = breakdowns.find((name) => !BREAKDOWNS.includes(name));
  if (stranger !== undefined) throw notOneOf('breakdown', BREAKDOWNS);
  const unsplit = breakdowns.length > 0 ? metrics.find((name) => !splitsPage(name)) : undefined;
  if (unsplit !== undefined) throw badParameter(`The breakdown is not supported for the metric ${unsplit}`);
}

/** Days that ended by now and end inside the window, of the two years that are kept and since the Page opened. */
function measuredDays(world: FacebookWorld, page: PlayedPage, { since, until }: AskedWindow): string[] {
  const now = world.now().getTime();
  const first = Math.max(since.getTime() - 26 * 3_600_000, now - KEPT_DAYS * DAY_MS, page.since.getTime());
  return pacificDaysWithin(new Date(first), new Date(Math.min(until.getTime(), now))).filter((day) => endOfPacificDay(day) > since);
}

function entryOf(world: FacebookWorld, page: PlayedPage, ask: PageSeriesAsk): Record<string, unknown>[] {
  const values = pageSeries(page, world.now(), ask);
  if (values === null || values.length === 0) return [];
  const dated = values.map(({ day, ...row }) => ({ ...row, end_time: graphTime(endOfPacificDay(String(day))) }));
  return [{
    name: ask.metric, period: ask.period, values: dated, title: `Daily ${ask.metric}`, description: `What ${ask.metric} counts`,
    id: `${page.id}/insights/${ask.metric}/${ask.period}`,
  }];
}

/** Both neighbours always exist: following them would never end. */
function pagingOf(world: FacebookWorld, ask: GraphAsk, { since, until }: AskedWindow): unknown {
  const seconds = (instant: number) => String(Math.floor(instant / 1000));
  const span = Math.max(DAY_MS, until.getTime() - since.getTime());
  return {
    previous: addressOf(ask, world.url(), { since: seconds(since.getTime() - span), until: seconds(since.getTime()) }),
    next: addressOf(ask, world.url(), { since: seconds(until.getTime()), until: seconds(until.getTime() + span) }),
  };
}
