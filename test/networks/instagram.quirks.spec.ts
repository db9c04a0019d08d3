import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import type { AccessSecret, ChannelAccess, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import { NetworkError } from '../../apps/api/src/networks/core/network-error.js';
import { InstagramConnector } from '../../apps/api/src/networks/instagram/instagram.connector.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from './facebook.stand-in.js';
import { INSTAGRAM_APPLICATION, type InstagramStandIn, startInstagramStandIn } from './instagram.stand-in.js';
import { type InventedPost, inventPosts } from './invented-posts.js';
import { askNetwork } from './network-answer.js';

const ACCOUNT = '17841400000000001';
const PAGE = '100000000000001';
const SINCE = new Date('2024-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
const posts = inventPosts({ seed: 4, from: new Date('2026-10-27T00:00:00Z'), to: new Date('2026-11-20T00:00:00Z'), postsPerWeek: 9, followers: 4000 });

let now = new Date('2026-11-23T11:00:00Z');
let instagram: InstagramStandIn;
let facebook: FacebookStandIn;
let http: HttpClient;
let connector: InstagramConnector;

const story = (number: number, final: Partial<InventedPost['final']>): InventedPost => ({
  number, publishedAt: new Date('2026-11-22T15:00:00Z'), text: '', kind: 'photo', tauDays: 0.2, deletedAt: null,
  final: { reach: 300, views: 400, likes: 0, comments: 0, shares: 9, saves: 0, clicks: 90, ...final },
});
const account = { id: ACCOUNT, username: 'cc_exempleville', name: 'Centre culturel', followers: 1200, since: SINCE, posts, stories: [story(1, {}), story(2, { reach: 2 })] };

const secretOf = (accessToken: string): AccessSecret => ({ accessToken, refreshToken: null, renewAt: null, expiresAt: null, scopes: [] });
const byItself = (changed: Partial<ChannelAccess> = {}): ChannelAccess => ({
  externalId: ACCOUNT, timeZone: 'Europe/Brussels', settings: { door: 'instagram' }, memory: null, application: null, secret: secretOf(instagram.token(ACCOUNT)), ...changed,
});
const byPage = (): ChannelAccess => byItself({
  settings: { door: 'facebook' }, application: { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret }, secret: secretOf(facebook.pageToken(PAGE)),
});

async function collect(pages: AsyncGenerator<ReadingPage>): Promise<ReadingPage[]> {
  const all: ReadingPage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
const readDays = (sinceDay: string, as = byItself()) => collect(connector.readChannel(as, { sinceDay, cursor: null }));
const listPosts = async (as = byItself()) => (await collect(connector.listPosts(as, { since: SINCE, isDue: () => true, cursor: null }))).flatMap((page) => page.posts);
const errorOf = (run: Promise<unknown>): Promise<unknown> => run.then(() => null, (error: unknown) => error);

beforeEach(async () => {
  now = new Date('2026-11-23T11:00:00Z');
  instagram = await startInstagramStandIn({ now: () => now, accounts: [account] });
  facebook = await startFacebookStandIn({ now: () => now, pages: [{ id: PAGE, name: 'Centre culturel', followers: 4000, since: SINCE, posts: [], instagram: account }] });
  http = new HttpClient({ now: () => now, networkUrls: { facebook: facebook.url, instagram: instagram.url }, allowPrivateAddresses: false });
  connector = new InstagramConnector(http);
});
afterEach(async () => {
  await http.close();
  await Promise.all([instagram.close(), facebook.close()]);
});

describe.each([{ door: 'by itself', open: () => byItself() }, { door: 'by its page', open: byPage }])('an account read $door', ({ open }) => {
  it('tells the followers it reached in 28 days, at each end of a month of the last year and of late', async () => {
    const days = (await readDays('2020-01-01', open())).flatMap((page) => page.days);
    const ends = days.filter(({ followersReached28Days }) => followersReached28Days !== null).map(({ day }) => day).toSorted();
    expect(ends).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-20']);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    expect(days.filter(({ reach }) => reach !== null).length).toBeGreaterThan(700);
  });

  it('never asks for a window of one day where people are told apart, nor for one beyond a year', async () => {
    await readDays('2020-01-01', open());
    const spans = [instagram, facebook].flatMap(({ standIn }) => standIn.asked).filter(({ url }) => url.searchParams.get('breakdown') === 'follow_type')
      .map(({ url }) => Math.round((Number(url.searchParams.get('until')) - Number(url.searchParams.get('since'))) / 86_400));
    expect(new Set(spans)).toEqual(new Set([28]));
  });

  it('reads stories while they live; one that few people saw has no figures', async () => {
    const stories = (await listPosts(open())).filter(({ format }) => format === 'story');
    expect(stories.map(({ figures }) => [figures.reach === null, figures.saves])).toEqual([[true, null], [false, null]]);
    expect(stories).toHaveLength(2);
  });

  it('does not take a story that has vanished for one that was deleted', async () => {
    const as = open();
    const [first] = (await listPosts(as)).filter(({ format }) => format === 'story');
    now = new Date(now.getTime() + DAY_MS);
    const again = await collect(connector.readPosts(as, [{ externalId: first?.externalId ?? '', publishedAt: now, format: 'story' }]));
    expect(again.flatMap(({ absent, posts: found }) => [...absent, ...found])).toEqual([]);
  });

  it('tells the seconds that reels were watched', async () => {
    const reels = (await listPosts(open())).filter(({ format }) => format === 'short_video');
    expect(reels.length).toBeGreaterThan(0);
    for (const { figures } of reels) expect(figures.watchTimeSeconds).toBe(Math.round(((figures.views ?? 0) * 6400) / 1000));
  });

  it('loses a figure alone when media have no field of it any more', async () => {
    const whole = await listPosts(open());
    const refusal = { error: { message: '(#100) Tried accessing nonexisting field (like_count) on node type (IGMedia)', type: 'OAuthException', code: 100 } };
    for (const { standIn } of [instagram, facebook]) standIn.break(({ url }) => Boolean(url.searchParams.get('fields')?.includes('like_count')), { kind: 'reply', status: 400, json: refusal });
    const less = whole.map((post) => ({ ...post, figures: { ...post.figures, likes: null } }));
    expect(await listPosts(open())).toEqual(less);
    const again = await collect(connector.readPosts(byItself(), whole));
    expect(again.flatMap((page) => page.posts)).toEqual(less.filter(({ format }) => format !== 'story'));
    expect(again[0]?.refused).toEqual([{ measure: 'likes', name: 'like_count', reason: 'withdrawn' }]);
  });

  it('has figures where one metric fails for one kind of media', async () => {
    const whole = await listPosts(open());
    const refusal = { error: { message: '(#100) The Media Insights API does not support the saved metric for this media product type.', type: 'OAuthException', code: 100 } };
    for (const { standIn } of [instagram, facebook]) standIn.break(({ url }) => url.pathname.endsWith('/media'), { kind: 'reply', status: 400, json: refusal }, 1);
    expect(await listPosts(open())).toEqual(whole);
  });
});

describe('an account of Instagram', () => {
  it('has clicks on stories by its page alone', async () => {
    const clicks = (all: Awaited<ReturnType<typeof listPosts>>) => all.filter(({ format }) => format === 'story').map(({ figures }) => figures.clicks);
    expect(clicks(await listPosts(byItself()))).toEqual([null, null]);
    expect(clicks(await listPosts(byPage()))).toContainEqual(expect.any(Number));
  });

  it.each([
    { trouble: 'insights may not be read', reason: 'permission-missing', make: () => instagram.removePermission('instagram_business_manage_insights') },
    { trouble: 'the account is deleted', reason: 'not-found', make: () => instagram.deleteAccount(ACCOUNT) },
    { trouble: 'the version is retired', reason: 'version-retired', make: () => instagram.retireVersion('v26.0') },
  ])('fails with $reason when $trouble', async ({ reason, make }) => {
    const as = byItself();
    make();
    const error = await errorOf(collect(connector.readChannel(as, { sinceDay: '2026-11-20', cursor: null })));
    expect(error instanceof NetworkError && error.reason).toBe(reason);
  });

  it('reads its name anew, and nothing with the token of another', async () => {
    instagram.renameAccount(ACCOUNT, 'centre_nouveau');
    expect((await readDays('2026-11-20'))[0]?.name).toBe('centre_nouveau');
    expect(await errorOf(readDays('2026-11-20', byItself({ externalId: '17841400000000009' })))).toMatchObject({ reason: 'not-found' });
  });
});

describe('connecting an account of Instagram', () => {
  const through = async (door: 'instagram' | 'facebook') => {
    const { id, secret, redirectUris } = door === 'facebook' ? FACEBOOK_APPLICATION : INSTAGRAM_APPLICATION;
    const known = { application: { clientId: id, clientSecret: secret }, settings: { door }, redirectUri: redirectUris[0] ?? '' };
    const dialogue = await connector.connecting.authorise({ ...known, state: 's', challenge: 'c' });
    const code = /[?&]code=([^&]+)/.exec((await askNetwork(dialogue.href)).headers.get('location') ?? '')?.[1] ?? '';
    return connector.connecting.exchange({ ...known, code, verifier: 'v' });
  };

  it.each([{ isWrapped: false }, { isWrapped: true }])('by itself: one account, a token of sixty days to be renewed weekly; wrapped $isWrapped', async ({ isWrapped }) => {
    instagram.wrapToken(isWrapped);
    const [choice, ...others] = await through('instagram');
    expect(others).toEqual([]);
    expect(choice).toMatchObject({ externalId: ACCOUNT, name: 'cc_exempleville', kind: 'account', settings: { door: 'instagram' }, followers: expect.any(Number) });
    expect(choice?.secret).toMatchObject({ renewAt: new Date(now.getTime() + 7 * DAY_MS).toISOString(), expiresAt: new Date(now.getTime() + 5_183_944_000).toISOString() });
    now = new Date(now.getTime() + 8 * DAY_MS);
    const renewed = await connector.renew(byItself({ secret: choice?.secret ?? null }));
    expect(renewed.accessToken).not.toBe(choice?.secret?.accessToken);
    expect(renewed.renewAt).toBe(new Date(now.getTime() + 7 * DAY_MS).toISOString());
    now = new Date(now.getTime() + 70 * DAY_MS);
    expect(await errorOf(connector.renew(byItself({ secret: renewed })))).toMatchObject({ reason: 'access-revoked' });
  });

  it('by a page: the accounts linked to it, with its token', async () => {
    const [choice] = await through('facebook');
    expect(choice).toMatchObject({ externalId: ACCOUNT, name: 'cc_exempleville', settings: { door: 'facebook' }, secret: { renewAt: null, expiresAt: expect.any(String) } });
    expect((await listPosts({ ...byPage(), secret: choice?.secret ?? null })).length).toBe(posts.length + 2);
  });

  it('refuses a code that is none, in a sentence of its own', async () => {
    const { id, secret, redirectUris } = INSTAGRAM_APPLICATION;
    const request = { application: { clientId: id, clientSecret: secret }, settings: { door: 'instagram' }, redirectUri: redirectUris[0] ?? '', code: 'none#_', verifier: 'v' };
    expect(await errorOf(connector.connecting.exchange(request))).toMatchObject({ reason: 'access-revoked', message: 'Invalid authorization code' });
  });
});
