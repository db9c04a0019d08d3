import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FacebookStandIn, startFacebookStandIn } from './facebook.stand-in.js';
import type { InstagramAccount } from './instagram-accounts.js';
import { INSTAGRAM_APPLICATION, type InstagramStandIn, startInstagramStandIn } from './instagram.stand-in.js';
import { inventPosts } from './invented-posts.js';
import { listAt, numberAt, textAt, valueAt } from './json-path.js';
import { askNetwork, type NetworkAnswer } from './network-answer.js';

const DAY_MS = 86_400_000;
const SINCE = new Date('2024-01-01T00:00:00Z');
const { id: APP, secret: SECRET } = INSTAGRAM_APPLICATION;
const REDIRECT = INSTAGRAM_APPLICATION.redirectUris[0] ?? '';
const [story] = inventPosts({ seed: 9, from: new Date('2026-11-23T02:00:00Z'), to: new Date('2026-11-23T03:00:00Z'), postsPerWeek: 168, followers: 4000 });
const account: InstagramAccount = {
  id: '17841400000000001', username: 'cc_exempleville', name: 'Centre culturel', followers: 1290, since: SINCE, stories: story ? [story] : [],
  posts: inventPosts({ seed: 5, from: new Date('2025-01-01T00:00:00Z'), to: new Date('2026-11-20T00:00:00Z'), postsPerWeek: 2, followers: 1290 }),
};

let now = new Date('2026-11-23T11:00:00Z');
let instagram: InstagramStandIn;
let token = '';

const address = (path: string, values: Record<string, string>) => `${instagram.url}/${path}?${new URLSearchParams(values).toString()}`;
const get = (path: string, values: Record<string, string> = {}) => askNetwork(address(`v26.0/${path}`, { access_token: token, ...values }));
const messageOf = ({ json }: NetworkAnswer) => textAt(json, 'error.message');
const codesOf = ({ json }: NetworkAnswer) => [valueAt(json, 'error.code'), valueAt(json, 'error.error_subcode')];
const daysAgo = (days: number) => String(Math.floor((now.getTime() - days * DAY_MS) / 1000));
const insights = (values: Record<string, string>) => get(`${account.id}/insights`, { metric: 'reach', period: 'day', metric_type: 'total_value', breakdown: 'follow_type', ...values });

beforeEach(async () => {
  now = new Date('2026-11-23T11:00:00Z');
  instagram = await startInstagramStandIn({ now: () => now, accounts: [account] });
  token = instagram.token(account.id);
});
afterEach(() => instagram.close());

describe('signing in to an Instagram that is played', () => {
  it('leads from the dialogue to sixty days, and to sixty more from the next day on', async () => {
    const scope = 'instagram_business_basic,instagram_business_manage_insights';
    const dialog = await askNetwork(address('oauth/authorize', { client_id: APP, redirect_uri: REDIRECT, response_type: 'code', scope, state: 's' }));
    const location = dialog.headers.get('location') ?? '';
    expect(location.endsWith('#_')).toBe(true);
    const form = { client_id: APP, client_secret: SECRET, grant_type: 'authorization_code', redirect_uri: REDIRECT, code: new URL(location).searchParams.get('code') ?? '' };
    const short = await askNetwork(`${instagram.url}/oauth/access_token`, { form });
    expect((await askNetwork(`${instagram.url}/oauth/access_token`, { form })).json).toMatchObject({ error_type: 'OAuthException', code: 400 });
    const long = await askNetwork(address('access_token', { grant_type: 'ig_exchange_token', client_secret: SECRET, access_token: textAt(short.json, 'access_token') }));
    expect(long.json).toMatchObject({ token_type: 'bearer', expires_in: 5_183_944 });
    const refresh = () => askNetwork(address('refresh_access_token', { grant_type: 'ig_refresh_token', access_token: textAt(long.json, 'access_token') }));
    expect(codesOf(await refresh())).toEqual([100, undefined]);
    now = new Date(now.getTime() + DAY_MS);
    expect((await refresh()).json).toMatchObject({ expires_in: 5_183_944 });
    now = new Date(now.getTime() + 60 * DAY_MS);
    expect(codesOf(await refresh())).toEqual([190, 463]);
  });

  it('answers who one is, and refuses what was not agreed to', async () => {
    expect((await get('me', { fields: 'user_id,username,account_type,followers_count' })).json).toMatchObject({ user_id: account.id, account_type: 'BUSINESS' });
    instagram.removePermission('instagram_business_manage_insights');
    expect(codesOf(await insights({}))).toEqual([10, undefined]);
  });
});

describe('the figures of a played account', () => {
  const split = async (days: number) => listAt((await insights({ since: daysAgo(days) })).json, 'data.0.total_value.breakdowns.0.results').map((row) => numberAt(row, 'value'));

  it('splits people by following, over a window of more than a day', async () => {
    const { json } = await insights({ since: daysAgo(28), until: daysAgo(0) });
    expect(valueAt(json, 'data.0.total_value.breakdowns.0.results.0.dimension_values')).toEqual(['FOLLOWER']);
    const [followers = 0, others = 0] = await split(28);
    expect(followers + others - numberAt(json, 'data.0.total_value.value')).toBe(1);
    expect(valueAt((await insights({ since: daysAgo(1) })).json, 'data.0.total_value')).toEqual({ value: 0 });
  });

  it('freezes that split beyond 366 days, and says nothing', async () => {
    expect(await split(366)).toEqual(await split(600));
    expect(await split(300)).not.toEqual(await split(366));
    expect(numberAt((await insights({ since: daysAgo(600) })).json, 'data.0.total_value.value')).toBeGreaterThan(numberAt((await insights({ since: daysAgo(366) })).json, 'data.0.total_value.value'));
  });

  it('draws a curve of reach without its split, and without the latest two days', async () => {
    const values = listAt((await insights({ metric_type: 'time_series', since: daysAgo(7) })).json, 'data.0.values');
    expect(Object.keys(values.at(-1) ?? {})).toEqual(['value', 'end_time']);
    expect(textAt(values.at(-1), 'end_time')).toBe('2026-11-21T08:00:00+0000');
  });

  it.each([
    { rule: 'a name that is none, and lists those that are', values: { metric: 'reach,impressions' }, code: 100, says: 'metric[1] must be one of the following values: accounts_engaged, comments,' },
    { rule: 'a breakdown of what has none', values: { metric: 'accounts_engaged' }, code: 1, says: 'An unknown error has occurred' },
    { rule: 'the breakdown as the documentation spells it', values: { metric: 'views', breakdown: 'follower_type' }, code: 100, says: 'breakdown[0] must be one of' },
    { rule: 'a curve of anything else', values: { metric: 'views', metric_type: 'time_series' }, code: 100, says: 'metric_type=total_value' },
    { rule: 'three years', values: { since: '1700000000' }, code: 100, says: '2 years' },
  ])('refuses $rule', async ({ values, code, says }) => {
    const answer = await insights(values);
    expect(codesOf(answer)).toEqual([code, undefined]);
    expect(messageOf(answer)).toContain(says);
  });

  it('tells where followers live, one dimension a call', async () => {
    const asked = { metric: 'follower_demographics', period: 'lifetime', timeframe: 'this_month' };
    expect(valueAt((await insights({ ...asked, breakdown: 'city' })).json, 'data.0.total_value.breakdowns.0.results.0.dimension_values')).toEqual(['THIS_MONTH', 'Namur, Walloon Region']);
    expect(codesOf(await insights({ ...asked, breakdown: 'city,age' }))).toEqual([100, undefined]);
  });
});

describe('the media of a played account', () => {
  const media = (metrics: string, values: Record<string, string> = {}) => get(`${account.id}/media`, { fields: `id,media_product_type,timestamp,insights.metric(${metrics})`, limit: '100', ...values });

  it('come with the figures that all kinds have, and are refused together for one that some have not', async () => {
    const { json } = await media('reach,views,likes,comments,saved,shares,total_interactions');
    expect(new Set(listAt(json, 'data').map((one) => textAt(one, 'media_product_type')))).toEqual(new Set(['FEED', 'REELS']));
    expect(textAt(json, 'paging.next')).toContain(instagram.url);
    expect(codesOf(await media('reach,profile_visits'))).toEqual([100, undefined]);
    expect(messageOf(await media('reach,profile_visits'))).toContain('does not support the profile_visits metric');
    instagram.withdrawMetric('saved');
    expect(messageOf(await media('reach,saved'))).toContain('metric[1] must be one of');
  });

  it('are gone when deleted, and keep some fields for Business Discovery', async () => {
    const id = instagram.mediaIdOf(account.id, 3);
    expect(codesOf(await get(id, { fields: 'view_count' }))).toEqual([36_104, undefined]);
    instagram.deleteMedia(id);
    expect(codesOf(await get(id))).toEqual([100, 33]);
  });

  it('show stories for a day, and their figures from five viewers on', async () => {
    const stories = () => get(`${account.id}/stories`, { fields: 'id,timestamp,insights.metric(reach,views,replies,navigation)' });
    expect(valueAt((await stories()).json, 'data.0.insights.data.2')).toMatchObject({ name: 'replies', values: [{ value: 0 }] });
    now = story ? new Date(story.publishedAt.getTime() + 1000) : now;
    expect(codesOf(await stories()).at(0)).toBe(10);
    now = new Date(now.getTime() + DAY_MS);
    expect((await stories()).json).toEqual({ data: [] });
  });
});

describe('a played Instagram behind a Page', () => {
  let facebook: FacebookStandIn;
  beforeEach(async () => {
    facebook = await startFacebookStandIn({ now: () => now, pages: [{ id: '100000000000001', name: 'Centre', followers: 900, since: SINCE, posts: [], instagram: account }] });
  });
  afterEach(() => facebook.close());

  const behind = (path: string, values: Record<string, string>) => askNetwork(`${facebook.url}/v26.0/${path}?${new URLSearchParams({ access_token: facebook.pageToken('100000000000001'), ...values }).toString()}`);

  it('is found from its Page, and counts boosted likes too', async () => {
    const page = await behind('100000000000001', { fields: 'instagram_business_account{id,username}' });
    expect(page.json).toMatchObject({ instagram_business_account: { id: account.id, username: account.username } });
    const answer = await behind(`${account.id}/media`, { fields: 'id,insights.metric(reach,total_views)', limit: '2' });
    expect(answer.status).toBe(200);
    expect(codesOf(await get(`${account.id}/media`, { fields: 'id,insights.metric(total_views)' }))).toEqual([100, undefined]);
    facebook.limitUntil(new Date(now.getTime() + 1), '80002');
    expect(codesOf(await behind(account.id, {}))).toEqual([80_002, undefined]);
  });
});
