import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEVER_STORED } from './commenters.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from './facebook.stand-in.js';
import { inventPosts } from './invented-posts.js';
import { listAt, numberAt, textAt, valueAt } from './json-path.js';
import { askNetwork, type NetworkAnswer } from './network-answer.js';

const SINCE = new Date('2024-01-01T00:00:00Z');
const PAGE = '100000000000001';
const EMPTY = ['100000000000002', '100000000000003'];
const { id: APP, secret: SECRET } = FACEBOOK_APPLICATION;
const REDIRECT = FACEBOOK_APPLICATION.redirectUris[0] ?? '';
const posts = inventPosts({ seed: 4, from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-11-20T00:00:00Z'), postsPerWeek: 4, followers: 4000 });
const newest = posts.at(-1)?.number ?? 0;

let now = new Date('2026-11-23T11:00:00Z');
let facebook: FacebookStandIn;
let token = '';

const get = (path: string, values: Record<string, string> = {}, version = '/v26.0'): Promise<NetworkAnswer> => askNetwork(`${facebook.url}${version}/${path}?${new URLSearchParams(values).toString()}`);
const asPage = (path: string, values: Record<string, string> = {}) => get(path, { access_token: token, ...values });
const codesOf = ({ json }: NetworkAnswer) => [valueAt(json, 'error.code'), valueAt(json, 'error.error_subcode')];
const list = (values: Record<string, string>) => asPage(`${PAGE}/published_posts`, values);
const daily = (values: Record<string, string>) => asPage(`${PAGE}/insights`, { metric: 'page_media_view', period: 'day', since: '2026-10-28', until: '2026-11-04', ...values });

beforeEach(async () => {
  now = new Date('2026-11-23T11:00:00Z');
  const centre = { id: PAGE, name: 'Centre culturel', followers: 4000, since: SINCE, posts };
  facebook = await startFacebookStandIn({ now: () => now, pages: [centre, ...EMPTY.map((id) => ({ id, name: id, followers: 400, since: SINCE, posts: [] }))] });
  token = facebook.pageToken(PAGE);
});
afterEach(() => facebook.close());

describe('signing in to a Facebook that is played', () => {
  const dialog = (values: Record<string, string> = {}) => get('dialog/oauth', { client_id: APP, redirect_uri: REDIRECT, state: 's 1', scope: 'pages_show_list,pages_read_engagement,read_insights', response_type: 'code', ...values });
  const exchanged = (values: Record<string, string>) => get('oauth/access_token', { client_id: APP, client_secret: SECRET, ...values });

  it('leads from the dialogue to a Page token that never ends, while its ninety days of data run', async () => {
    const back = new URL((await dialog()).headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s 1');
    const code = back.searchParams.get('code') ?? '';
    const short = await exchanged({ redirect_uri: REDIRECT, code });
    expect(codesOf(await exchanged({ redirect_uri: REDIRECT, code }))).toEqual([100, 36_009]);
    const long = await exchanged({ grant_type: 'fb_exchange_token', fb_exchange_token: textAt(short.json, 'access_token') });
    expect(long.json).toMatchObject({ token_type: 'bearer', expires_in: 5_183_944 });
    const accounts = await get('me/accounts', { access_token: textAt(long.json, 'access_token'), fields: 'id,access_token,tasks', limit: '1' });
    const known = await get('debug_token', { input_token: textAt(accounts.json, 'data.0.access_token'), access_token: `${APP}|${SECRET}` });
    expect(known.json).toMatchObject({ data: { is_valid: true, expires_at: 0, profile_id: PAGE, data_access_expires_at: now.getTime() / 1000 + 90 * 86_400 } });
  });

  it('says no, shows a page to those who ask from elsewhere, and asks when told to', async () => {
    facebook.setApprove(false);
    expect((await dialog()).headers.get('location')).toContain('error=access_denied');
    expect(await dialog({ redirect_uri: 'https://elsewhere.example/' })).toMatchObject({ status: 400, json: undefined });
    facebook.setApprove('ask');
    expect((await dialog()).text).toContain('decision=yes');
  });

  it('lists Pages page by page, without those unticked, and none without the permission', async () => {
    const user = facebook.userToken();
    facebook.untickPage(EMPTY[1] ?? '');
    const first = await get('me/accounts', { access_token: user, fields: 'id', limit: '1' });
    const second = await askNetwork(textAt(first.json, 'paging.next'));
    expect([textAt(first.json, 'data.0.id'), textAt(second.json, 'data.0.id')]).toEqual([PAGE, EMPTY[0]]);
    expect(valueAt(second.json, 'paging.next')).toBeUndefined();
    facebook.removePermission('pages_show_list');
    expect((await get('me/accounts', { access_token: user })).json).toEqual({ data: [] });
  });

  it('ends tokens: expired, revoked, unproved, unknown, and after ninety days for figures only', async () => {
    const short = facebook.userToken({ isLong: false });
    const proof = createHmac('sha256', SECRET).update(token).digest('hex');
    expect((await asPage(PAGE, { appsecret_proof: proof })).status).toBe(200);
    expect(codesOf(await asPage(PAGE, { appsecret_proof: 'wrong' }))).toEqual([100, undefined]);
    now = new Date(now.getTime() + 91 * 86_400_000);
    expect(codesOf(await get('me', { access_token: short }))).toEqual([190, 463]);
    expect((await asPage(PAGE)).status).toBe(200);
    expect(codesOf(await daily({ since: '2027-01-01', until: '2027-01-03' }))).toEqual([190, 493]);
    facebook.revokeToken(token);
    expect(codesOf(await asPage(PAGE))).toEqual([190, 460]);
    expect(codesOf(await get(PAGE, { access_token: 'none of ours' }))).toEqual([190, undefined]);
  });
});

describe('the figures of a played Page', () => {
  it('ends days at midnight in California, in summer and in winter', async () => {
    const { json } = await daily({});
    const ends = listAt(json, 'data.0.values').map((value) => textAt(value, 'end_time'));
    expect(ends).toEqual(['29T07', '30T07', '31T07'].map((at) => `2026-10-${at}:00:00+0000`).concat('2026-11-01T07:00:00+0000', '2026-11-02T08:00:00+0000', '2026-11-03T08:00:00+0000', '2026-11-04T08:00:00+0000'));
    expect(textAt(json, 'paging.next')).toContain(facebook.url);
  });

  it('lays a breakdown flat, with texts for keys, and the parts are the whole', async () => {
    const whole = listAt((await daily({})).json, 'data.0.values');
    const parts = listAt((await daily({ breakdown: 'is_from_ads' })).json, 'data.0.values');
    expect(parts.map((part) => textAt(part, 'is_from_ads')).slice(0, 4)).toEqual(['0', '1', '0', '1']);
    expect(numberAt(parts[0], 'value') + numberAt(parts[1], 'value')).toBe(numberAt(whole[0], 'value'));
  });

  it.each([
    { rule: 'more than 90 days', values: { since: '2026-07-01' }, codes: [100, undefined] },
    { rule: 'one bad name among good ones', values: { metric: 'page_media_view,page_fans' }, codes: [100, undefined] },
    { rule: 'no name', values: { metric: '' }, codes: [3001, 1_504_028] },
    { rule: 'a breakdown of people', values: { metric: 'page_total_media_view_unique', breakdown: 'is_from_ads' }, codes: [100, undefined] },
  ])('refuses $rule', async ({ values, codes }) => {
    expect(codesOf(await daily(values))).toEqual(codes);
  });

  it('answers nothing under 100 likes, refuses who lacks the task, a person instead of the Page, and a Page that is gone', async () => {
    expect(codesOf(await daily({ access_token: facebook.userToken() }))).toEqual([190, 2_069_032]);
    facebook.under100Likes(PAGE);
    expect(valueAt((await daily({})).json, 'data')).toEqual([]);
    facebook.takeTask(PAGE, 'ANALYZE');
    expect(codesOf(await daily({}))).toEqual([200, undefined]);
    facebook.deletePage(PAGE);
    expect(codesOf(await daily({}))).toEqual([100, 33]);
  });

  it('keeps to versions that live', async () => {
    expect((await get(PAGE, { access_token: token }, '/v21.0')).status).toBe(200);
    expect(codesOf(await get(PAGE, { access_token: token }, '/v20.0'))).toEqual([2635, undefined]);
    expect(codesOf(await get(PAGE, { access_token: token }, ''))).toEqual([2500, undefined]);
    facebook.retireVersion('v26.0');
    expect(codesOf(await asPage(PAGE))).toEqual([2635, undefined]);
  });
});

describe('the posts of a played Page', () => {
  const WITH_ALL = 'id,created_time,shares,comments.limit(0).summary(true),reactions.limit(0).summary(total_count),insights.metric(post_total_media_view_unique,post_clicks_by_type)';

  it('come newest first, each once, with their figures, and without those deleted', async () => {
    facebook.deletePost(facebook.postIdOf(PAGE, newest));
    const ids: string[] = [];
    for (let answer = await list({ fields: WITH_ALL }); ; answer = await askNetwork(textAt(answer.json, 'paging.next'))) {
      ids.push(...listAt(answer.json, 'data').map((post) => textAt(post, 'id')));
      if (valueAt(answer.json, 'paging.next') === undefined) break;
    }
    expect(ids).toEqual(facebook.postIds(PAGE));
    expect(ids).toHaveLength(posts.length - 1);
    expect(codesOf(await asPage(`${facebook.postIdOf(PAGE, newest)}/insights`, { metric: 'post_media_view' }))).toEqual([100, 33]);
  });

  it.each([
    { rule: 'a bad name in the expansion', spoil: () => facebook.withdrawMetric('post_clicks_by_type'), values: {}, codes: [100, undefined] },
    { rule: 'no read_insights', spoil: () => facebook.removePermission('read_insights', 200), values: {}, codes: [200, undefined] },
    { rule: 'no pages_read_user_content', spoil: () => facebook.removePermission('pages_read_user_content'), values: {}, codes: [10, undefined] },
    { rule: 'more than 25 with figures', spoil: () => {}, values: { limit: '50' }, codes: [1, undefined] },
    { rule: 'more than 100', spoil: () => {}, values: { limit: '101', fields: 'id' }, codes: [100, undefined] },
  ])('are all refused for $rule', async ({ spoil, values, codes }) => {
    spoil();
    expect(codesOf(await list({ fields: WITH_ALL, ...values }))).toEqual(codes);
  });

  it('lose reach as they age, unless told otherwise', async () => {
    const reach = async () => numberAt((await asPage(`${facebook.postIdOf(PAGE, 2)}/insights`, { metric: 'post_total_media_view_unique' })).json, 'data.0.values.0.value');
    const faded = await reach();
    facebook.quirks.reachFades = false;
    expect(await reach()).toBe(posts[1]?.final.reach);
    expect(faded).toBeLessThan(await reach());
  });

  it('leave shares out where there are none, and split views where the edge can', async () => {
    const { json } = await list({ fields: 'shares', limit: '100' });
    expect(listAt(json, 'data').some((post) => valueAt(post, 'shares') === undefined)).toBe(true);
    const split = () => asPage(`${facebook.postIdOf(PAGE, 2)}/insights`, { metric: 'post_media_view', breakdown: 'is_from_ads' });
    expect(listAt((await split()).json, 'data.0.values').map((value) => textAt(value, 'is_from_ads'))).toEqual(['0', '1']);
    facebook.quirks.splitsPosts = false;
    expect(codesOf(await split())).toEqual([100, undefined]);
  });

  it('show commenters to who asks for them, and to nobody else', async () => {
    const shown = (text: string) => NEVER_STORED.some((name) => text.includes(name));
    expect(shown((await list({ fields: WITH_ALL })).text)).toBe(false);
    expect(shown((await list({ fields: 'comments' })).text)).toBe(true);
    facebook.quirks.showsNames = true;
    expect(shown((await list({ fields: WITH_ALL })).text)).toBe(true);
  });

  it('answer in batches of 50, each in a text of its own, null where too late', async () => {
    const operation = (number: number) => ({ method: 'GET', relative_url: `${facebook.postIdOf(PAGE, number)}/insights?metric=post_media_view` });
    const batch = (operations: unknown[]) => askNetwork(`${facebook.url}/v26.0/`, { form: { access_token: token, batch: JSON.stringify(operations) } });
    facebook.quirks.lateInBatch = 1;
    const { json } = await batch([operation(1), operation(2), { method: 'GET', relative_url: 'no-such-post/insights' }]);
    expect(json).toMatchObject([null, { code: 200 }, { code: 400 }]);
    const body: unknown = JSON.parse(textAt(json, '1.body'));
    expect(numberAt(body, 'data.0.values.0.value')).toBe(posts[1]?.final.views);
    expect(codesOf(await batch(Array.from({ length: 51 }, () => operation(1))))).toEqual([100, undefined]);
  });

  it('stop at a limit, and say so before where only the header does', async () => {
    const until = new Date(now.getTime() + 30 * 60_000);
    facebook.limitUntil(until, 'header');
    const warned = await list({ fields: 'id' });
    expect(JSON.parse(warned.headers.get('x-business-use-case-usage') ?? '{}')).toMatchObject({ [PAGE]: [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 30 }] });
    facebook.limitUntil(until, '80001');
    expect(codesOf(await list({ fields: 'id' }))).toEqual([80_001, undefined]);
    now = until;
    expect((await list({ fields: 'id' })).status).toBe(200);
  });
});
