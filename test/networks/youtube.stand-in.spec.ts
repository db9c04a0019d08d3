import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEVER_STORED } from './commenters.js';
import { advertisedPart, inventPosts } from './invented-posts.js';
import { listAt, numberAt, textAt, valueAt } from './json-path.js';
import { askNetwork, type NetworkAnswer } from './network-answer.js';
import type { YoutubeChannel } from './youtube-channels.js';
import { YOUTUBE_SCOPES } from './youtube-levers.js';
import { GOOGLE_CLIENT, startYoutubeStandIn, type YoutubeStandIn } from './youtube.stand-in.js';

const CHANNEL = 'UCexempleCentreCulturel01';
const { id: CLIENT, secret: SECRET } = GOOGLE_CLIENT;
const REDIRECT = GOOGLE_CLIENT.redirectUris[0] ?? '';
const posts = inventPosts({ seed: 6, from: new Date('2026-06-01T00:00:00Z'), to: new Date('2026-11-20T00:00:00Z'), postsPerWeek: 5, followers: 3000 });
const channel: YoutubeChannel = { id: CHANNEL, title: 'Centre culturel', subscribers: 1234, since: new Date('2025-01-01T00:00:00Z'), posts };
const other: YoutubeChannel = { id: 'UCunAutreCentreCulturel02', title: 'Autre', subscribers: 12, since: new Date('2025-01-01T00:00:00Z'), posts: [] };

let now = new Date('2026-11-23T11:00:00Z');
let youtube: YoutubeStandIn;
let token = '';

const get = (path: string, values: Record<string, string>) => askNetwork(`${youtube.url}${path}?${new URLSearchParams(values).toString()}`, values['key'] ? {} : { token });
const data = (list: string, values: Record<string, string>) => get(`/youtube/v3/${list}`, { part: 'snippet,contentDetails,statistics', ...values });
const report = (values: Record<string, string>) => get('/v2/reports', { ids: 'channel==MINE', startDate: '2026-11-10', endDate: '2026-11-23', metrics: 'views,engagedViews', ...values });
const refusalOf = ({ status, json }: NetworkAnswer) => [status, valueAt(json, 'error.errors.0.reason')];

/** Rows by the names of their columns. */
function rowsOf({ json }: NetworkAnswer): Record<string, unknown>[] {
  const names = listAt(json, 'columnHeaders').map((column) => textAt(column, 'name'));
  return listAt(json, 'rows').map((row) => Object.fromEntries(names.map((name, place) => [name, valueAt(row, String(place))])));
}

beforeEach(async () => {
  now = new Date('2026-11-23T11:00:00Z');
  youtube = await startYoutubeStandIn({ now: () => now, channels: [channel, other] });
  token = youtube.tokens(CHANNEL).accessToken;
});
afterEach(() => youtube.close());

describe('signing in to a Google that is played', () => {
  const auth = (values: Record<string, string> = {}) => get('/o/oauth2/v2/auth', { client_id: CLIENT, redirect_uri: REDIRECT, response_type: 'code', scope: YOUTUBE_SCOPES.join(' '), state: 's', access_type: 'offline', prompt: 'consent', ...values });
  const tokenOf = (form: Record<string, string>) => askNetwork(`${youtube.url}/token`, { form: { client_id: CLIENT, client_secret: SECRET, ...form } });
  const codeOf = async (values: Record<string, string> = {}) => new URL((await auth(values)).headers.get('location') ?? '').searchParams.get('code') ?? '';
  const signIn = async (values: Record<string, string> = {}) => tokenOf({ grant_type: 'authorization_code', redirect_uri: REDIRECT, code: await codeOf(values) });
  const refresh = (refreshToken: string) => tokenOf({ grant_type: 'refresh_token', refresh_token: refreshToken });

  it('gives an hour, what renews it, and the channel that was picked', async () => {
    youtube.chooseChannel(other.id);
    const { json } = await signIn();
    token = textAt(json, 'access_token');
    expect(textAt((await data('channels', { mine: 'true' })).json, 'items.0.id')).toBe(other.id);
    now = new Date(now.getTime() + 3_600_000);
    expect(refusalOf(await data('channels', { mine: 'true' }))).toEqual([401, 'authError']);
    expect((await refresh(textAt(json, 'refresh_token'))).json).toMatchObject({ expires_in: 3599, token_type: 'Bearer' });
  });

  it('gives what renews only to those who ask for it offline, and at a second time only with consent', async () => {
    expect(valueAt((await signIn({ access_type: 'online' })).json, 'refresh_token')).toBeUndefined();
    expect(valueAt((await signIn({ prompt: 'none' })).json, 'refresh_token')).toBeUndefined();
    expect(textAt((await signIn()).json, 'refresh_token')).not.toBe('');
  });

  it('ends it: a week in Testing, half a year unused, or revoked', async () => {
    const { refreshToken } = youtube.tokens(CHANNEL);
    now = new Date(now.getTime() + 7 * 86_400_000);
    expect((await refresh(refreshToken)).status).toBe(200);
    youtube.setTesting(true);
    expect(await refresh(refreshToken)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    youtube.setTesting(false);
    expect((await askNetwork(`${youtube.url}/revoke`, { form: { token: refreshToken } })).status).toBe(200);
    expect((await refresh(refreshToken)).json).toMatchObject({ error: 'invalid_grant' });
    const unused = youtube.tokens(CHANNEL).refreshToken;
    now = new Date(now.getTime() + 190 * 86_400_000);
    expect((await refresh(unused)).json).toMatchObject({ error: 'invalid_grant' });
  });

  it('says no, and shows a page to those who ask from elsewhere', async () => {
    expect(await auth({ redirect_uri: 'https://elsewhere.example/' })).toMatchObject({ status: 400, json: undefined });
    youtube.setApprove(false);
    expect((await auth()).headers.get('location')).toBe(`${REDIRECT}?error=access_denied&state=s`);
  });
});

describe('the public side of a played YouTube', () => {
  it('rounds subscribers, writes counters as texts, and hides what is hidden', async () => {
    expect((await data('channels', { mine: 'true' })).json).toMatchObject({ items: [{ statistics: { subscriberCount: '1440', hiddenSubscriberCount: false } }] });
    const id = youtube.videoIdOf(CHANNEL, 2);
    youtube.hide(CHANNEL, 'subscribers');
    youtube.hide(CHANNEL, { likesOf: 2 });
    expect(valueAt((await data('channels', { mine: 'true' })).json, 'items.0.statistics')).not.toHaveProperty('subscriberCount');
    const { json } = await data('videos', { id: `${id},no-such-one` });
    expect(listAt(json, 'items')).toHaveLength(1);
    expect(valueAt(json, 'items.0.statistics')).toMatchObject({ viewCount: String(posts[1]?.final.views), commentCount: expect.any(String) });
    expect(valueAt(json, 'items.0.statistics')).not.toHaveProperty('likeCount');
  });

  it('lists uploads page by page, newest first, to anybody with a key', async () => {
    const ids: string[] = [];
    for (let pageToken = ''; ;) {
      const { json } = await data('playlistItems', { key: 'a-google-key', part: 'contentDetails', playlistId: `UU${CHANNEL.slice(2)}`, maxResults: '50', pageToken });
      ids.push(...listAt(json, 'items').map((item) => textAt(item, 'contentDetails.videoId')));
      pageToken = textAt(json, 'nextPageToken');
      if (pageToken === '') break;
    }
    expect(ids).toEqual(youtube.videoIds(CHANNEL));
    expect(ids).toHaveLength(posts.length);
  });

  it.each([
    { rule: '51 videos at once', ask: () => data('videos', { id: Array.from({ length: 51 }, (_, index) => `v${index}`).join(',') }), refusal: [400, 'invalidFilters'] },
    { rule: 'a page of 51', ask: () => data('playlistItems', { part: 'contentDetails', playlistId: `UU${CHANNEL.slice(2)}`, maxResults: '51' }), refusal: [400, 'invalidParameter'] },
    { rule: 'a playlist that is none', ask: () => data('playlistItems', { part: 'contentDetails', playlistId: 'UUnone' }), refusal: [404, 'playlistNotFound'] },
    { rule: 'one’s own channel by key', ask: () => data('channels', { key: 'a-google-key', mine: 'true' }), refusal: [401, 'authorizationRequired'] },
  ])('refuses $rule, and counts the unit', async ({ ask, refusal }) => {
    expect(refusalOf(await ask())).toEqual(refusal);
    expect(youtube.quotaLeft()).toBe(9999);
  });

  it('ends at the quota of the project, until midnight in California', async () => {
    youtube.spendQuota(9999);
    expect((await data('channels', { mine: 'true' })).status).toBe(200);
    expect(refusalOf(await data('channels', { mine: 'true' }))).toEqual([403, 'quotaExceeded']);
    expect((await report({})).status).toBe(200);
    now = new Date('2026-11-24T07:59:59Z');
    token = youtube.tokens(CHANNEL).accessToken;
    expect((await data('channels', { mine: 'true' })).status).toBe(403);
    now = new Date('2026-11-24T08:00:00Z');
    expect((await data('channels', { mine: 'true' })).status).toBe(200);
  });

  it('shows who comments to those who ask, and otherwise only when told to', async () => {
    const shown = ({ text }: NetworkAnswer) => NEVER_STORED.some((name) => text.includes(name));
    const id = youtube.videoIdOf(CHANNEL, 2);
    expect([shown(await data('commentThreads', { videoId: id })), shown(await data('videos', { id }))]).toEqual([true, false]);
    youtube.quirks.showsNames = true;
    expect(shown(await data('videos', { id }))).toBe(true);
  });
});

describe('the figures of a played YouTube', () => {
  it('comes a day a row, in an order of its own, without the latest days', async () => {
    const answer = await report({ dimensions: 'day', sort: 'day' });
    expect(listAt(answer.json, 'columnHeaders').map((column) => textAt(column, 'name'))).toEqual(['engagedViews', 'views', 'day']);
    expect(rowsOf(answer).map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, index) => `2026-11-${10 + index}`)); // the 20th ended 51 hours ago
    expect(numberAt(rowsOf(answer).at(0), 'views')).toBeGreaterThan(numberAt(rowsOf(answer).at(0), 'engagedViews'));
    expect((await report({ dimensions: 'day', startDate: '2026-11-22' })).json).not.toHaveProperty('rows');
  });

  it('counts views as engaged views before the meaning changed', async () => {
    const [before] = rowsOf(await report({ startDate: '2026-07-01', endDate: '2026-08-26' }));
    expect(numberAt(before, 'views')).toBe(numberAt(before, 'engagedViews'));
  });

  it('knows advertisements of the videos that were pushed alone', async () => {
    const sourcesOf = async (filters: Record<string, string>) => rowsOf(await report({ dimensions: 'insightTrafficSourceType', ...filters })).map((row) => row['insightTrafficSourceType']);
    const ofVideos = (isPushed: boolean) => ({ filters: `video==${posts.filter((post) => advertisedPart(post) > 0 === isPushed).map(({ number }) => youtube.videoIdOf(CHANNEL, number)).join()}` });
    expect(await sourcesOf({})).toContain('ADVERTISING');
    expect(await sourcesOf(ofVideos(true))).toContain('ADVERTISING');
    expect(await sourcesOf(ofVideos(false))).toEqual(['YT_SEARCH', 'EXT_URL', 'RELATED_VIDEO', 'NO_LINK_OTHER']);
  });

  it('splits subscribers from others, and ranks videos', async () => {
    expect(rowsOf(await report({ dimensions: 'subscribedStatus' })).map((row) => row['subscribedStatus'])).toEqual(['SUBSCRIBED', 'UNSUBSCRIBED']);
    const top = rowsOf(await report({ dimensions: 'video', sort: '-views', maxResults: '3' }));
    expect(top).toHaveLength(3);
    const [one] = rowsOf(await report({ filters: `video==${String(top[0]?.['video'])}` }));
    expect(one?.['views']).toBe(top[0]?.['views']);
  });

  it.each([
    { rule: 'days of videos', values: { dimensions: 'day,video' }, refusal: [400, 'badRequest'] },
    { rule: 'shares among subscribers', values: { dimensions: 'subscribedStatus', metrics: 'views,shares' }, refusal: [400, 'badRequest'] },
    { rule: 'all videos unsorted', values: { dimensions: 'video' }, refusal: [400, 'badRequest'] },
    { rule: 'a metric that is none', values: { metrics: 'uniqueViewers' }, refusal: [400, 'badRequest'] },
    { rule: 'money', values: { metrics: 'estimatedRevenue' }, refusal: [403, 'insufficientPermissions'] },
    { rule: 'the channel of somebody else', values: { ids: `channel==${other.id}` }, refusal: [403, 'forbidden'] },
  ])('refuses $rule', async ({ values, refusal }) => {
    expect(refusalOf(await report(values))).toEqual(refusal);
  });

  it('is for owners, with the right scope', async () => {
    youtube.loseOwnership(CHANNEL);
    expect(refusalOf(await report({}))).toEqual([403, 'forbidden']);
    token = youtube.tokens(other.id, YOUTUBE_SCOPES.slice(0, 1)).accessToken;
    expect(refusalOf(await report({}))).toEqual([403, 'insufficientPermissions']);
  });

  it('writes thumbnail files from two days after the job on, thirty days back', async () => {
    const create = () => fetch(`${youtube.url}/v1/jobs`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ reportTypeId: 'channel_reach_basic_a1', name: 'portee-reach' }) });
    expect(await (await create()).json()).toMatchObject({ id: 'job1' });
    expect((await create()).status).toBe(409);
    expect((await get('/v1/jobs/job1/reports', {})).json).toEqual({});
    now = new Date(now.getTime() + 48 * 3_600_000);
    token = youtube.tokens(CHANNEL).accessToken;
    const { json } = await get('/v1/jobs/job1/reports', {});
    expect(textAt(json, 'reports.0.startTime')).toBe('2026-10-24T07:00:00.000Z');
    const file = await askNetwork(textAt(json, 'reports.0.downloadUrl'), { token });
    expect(file.text.split('\n')[1]).toMatch(/^20261024,UC/);
  });
});
