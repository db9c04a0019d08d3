import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import type { ChannelAccess, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import { YoutubeConnector } from '../../apps/api/src/networks/youtube/youtube.connector.js';
import { describeConnector } from './connector-contract.js';
import { failureOf, NOW } from './connector-play.js';
import type { InventedPost } from './invented-posts.js';
import { advertisedPart, inventPosts } from './invented-posts.js';
import { isObject, listAt, objectAt, setField } from './json-edit.js';
import type { Ask } from './stand-in.js';
import { GOOGLE_CLIENT, startYoutubeStandIn, type YoutubeStandIn, type YoutubeStandInSettings } from './youtube.stand-in.js';

const CHANNEL = 'UCexempleCentreCulturel01';
const DAY_MS = 86_400_000;
const APPLICATION = { clientId: GOOGLE_CLIENT.id, clientSecret: GOOGLE_CLIENT.secret };
const REDIRECT = GOOGLE_CLIENT.redirectUris[0] ?? '';

function accessOf(youtube: YoutubeStandIn, scopes?: readonly string[]): ChannelAccess {
  const secret = { ...youtube.tokens(CHANNEL, scopes), renewAt: null, expiresAt: null, scopes: [] };
  return { externalId: CHANNEL, timeZone: 'Europe/Brussels', settings: {}, secret, application: APPLICATION, memory: null };
}

const channelWith = (posts: readonly InventedPost[]) => ({ id: CHANNEL, title: 'Centre culturel', subscribers: 412, since: new Date('2024-01-01T00:00:00Z'), perDay: 0, posts });
const isData = (resource: string) => ({ url }: Ask) => url.pathname === `/youtube/v3/${resource}`;
const isReport = ({ url }: Ask) => url.pathname === '/v2/reports';
const firstItem = (json: unknown, name: string) => {
  const [first] = listAt(json, 'items');
  return isObject(first) ? objectAt(first, name) : {};
};
const refusal = (status: number, reason: string) => ({ kind: 'reply' as const, status, json: { error: { code: status, message: reason, errors: [{ message: reason, domain: 'global', reason }] } } });

describeConnector('YouTube', {
  connector: YoutubeConnector,
  async start({ now, posts }) {
    const youtube = await startYoutubeStandIn({ now, channels: [channelWith(posts)] });
    return {
      standIn: youtube.standIn, networkUrls: { youtube: youtube.url }, access: accessOf(youtube), close: () => youtube.close(),
      externalIdOf: (number) => youtube.videoIdOf(CHANNEL, number),
      deletePost: (number) => youtube.deleteVideo(youtube.videoIdOf(CHANNEL, number)),
      deleteChannel: () => youtube.deleteChannel(CHANNEL),
      revoke: () => youtube.revoke(CHANNEL),
      withdraw: { measure: 'shares', perform: () => youtube.withdrawMetric('shares') },
    };
  },
  postCount: 108,
  isListing: isData('playlistItems'),
  itemsOf: (json) => listAt(json, 'items'),
  publishedAt: { matches: isData('videos'), set: (json, value) => setField(firstItem(json, 'snippet'), 'publishedAt', value), write: (at) => at.toISOString() },
  figure: { matches: isData('videos'), set: (json, value) => setField(firstItem(json, 'statistics'), 'likeCount', value), measure: 'likes', kept: 'views' },
  followers: { matches: isData('channels'), set: (json, value) => setField(firstItem(json, 'statistics'), 'subscriberCount', value) },
  identifier: null,
  permissionMissing: refusal(403, 'insufficientPermissions'),
  limitedUntil: (until) => ({ ...refusal(429, 'rateLimitExceeded'), headers: { 'retry-after': String((until.getTime() - NOW.getTime()) / 1000) } }),
  limited: refusal(403, 'quotaExceeded'),
  endlessPage: (_ask, page) => ({ json: { nextPageToken: `page-${page + 1}`, items: Array.from({ length: 50 }, (_, index) => ({ contentDetails: { videoId: `endless-${page}-${index}`, videoPublishedAt: '2026-11-01T10:00:00Z' } })) } }),
});

describe('a YouTube channel', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => { await Promise.all(open.splice(0).map((one) => one.close())); });

  const posts = inventPosts({ seed: 11, from: new Date('2026-10-01T00:00:00Z'), to: new Date('2026-11-23T00:00:00Z'), postsPerWeek: 2, followers: 3000 });
  const everything = { since: new Date('2020-01-01T00:00:00Z'), isDue: () => true, cursor: null };

  async function play(settings: Partial<YoutubeStandInSettings> = {}) {
    const clock = { now: NOW };
    const youtube = await startYoutubeStandIn({ now: () => clock.now, channels: [channelWith(posts)], ...settings });
    const http = new HttpClient({ now: () => clock.now, networkUrls: { youtube: youtube.url }, allowPrivateAddresses: false });
    open.push(youtube, http);
    return { clock, youtube, connector: new YoutubeConnector(http) };
  }

  async function all(pages: AsyncGenerator<ReadingPage>): Promise<ReadingPage[]> {
    const read: ReadingPage[] = [];
    for await (const page of pages) read.push(page);
    return read;
  }

  it('tells no people, and completes public counters with what reports say, whatever the order of their columns', async () => {
    const { youtube, connector } = await play();
    const read = (await all(connector.listPosts(accessOf(youtube), everything))).flatMap((page) => page.posts);
    const old = read.at(-1);
    expect(old?.externalId).toBe(youtube.videoIdOf(CHANNEL, posts[0]?.number ?? 0));
    const { views, videoViews, viewsOrganic, viewsFollowers, watchTimeSeconds, shares, saves, reach } = old?.figures ?? {};
    for (const figure of [views, videoViews, viewsOrganic, viewsFollowers, watchTimeSeconds]) expect(figure).toBeGreaterThan(0);
    expect([shares, saves, reach]).toEqual([expect.any(Number), expect.any(Number), null]);
    expect(videoViews).toBeLessThan(views ?? 0);
    expect(viewsFollowers).toBeLessThan(viewsOrganic ?? 0);
    expect(read.filter(({ format }) => format === 'live').length).toBe(posts.filter(({ number }) => number % 12 === 0).length);
  });

  it('knows as pushed what an advertisement brought views to, and nothing else', async () => {
    const { youtube, connector } = await play();
    const read = (await all(connector.listPosts(accessOf(youtube), everything))).flatMap((page) => page.posts).toReversed();
    const states = read.map(({ paid }) => paid);
    expect(states).toEqual(posts.map((post, place) => (states[place] === null ? null : advertisedPart(post) > 0)));
    expect([states.filter((paid) => paid === true).length, states.filter((paid) => paid === null).length]).toEqual([2, 1]); // the youngest has no report yet
    for (const { paid, figures: { views, viewsOrganic, viewsPaid } } of read.filter((post) => post.paid !== null)) {
      expect((viewsPaid ?? 0) > 0).toBe(paid);
      expect((viewsOrganic ?? 0) + (viewsPaid ?? 0)).toBeLessThanOrEqual(views ?? 0);
    }
  });

  it('asks no report about a video that is too young to have one', async () => {
    const { youtube, connector, clock } = await play();
    clock.now = new Date((posts.at(-1)?.publishedAt.getTime() ?? 0) + 6 * 3_600_000);
    const youngest = youtube.videoIdOf(CHANNEL, posts.at(-1)?.number ?? 0);
    const [page] = await all(connector.listPosts(accessOf(youtube), { ...everything, isDue: ({ externalId }) => externalId === youngest }));
    expect(page?.posts).toMatchObject([{ externalId: youngest, paid: null, figures: { views: expect.any(Number), shares: null, viewsPaid: null } }]);
    expect(youtube.standIn.asked.filter((ask) => isReport(ask))).toEqual([]);
  });

  it('leaves hidden likes, comments and subscribers unknown', async () => {
    const { youtube, connector } = await play();
    const number = posts[3]?.number ?? 0;
    youtube.hide(CHANNEL, 'subscribers');
    youtube.hide(CHANNEL, { likesOf: number });
    youtube.hide(CHANNEL, { commentsOf: number });
    const [page] = await all(connector.readPosts(accessOf(youtube), [{ externalId: youtube.videoIdOf(CHANNEL, number), publishedAt: NOW }]));
    expect(page?.posts[0]?.figures).toMatchObject({ likes: null, comments: null, views: expect.any(Number) });
    const days = (await all(connector.readChannel(accessOf(youtube), { sinceDay: '2026-11-20', cursor: null }))).flatMap((one) => one.days);
    expect(days.filter(({ followers }) => followers !== null)).toEqual([]);
  });

  it('spends one unit for the uploads of 50 videos and one for their counters', async () => {
    const { youtube, connector } = await play({ channels: [channelWith(inventPosts({ seed: 3, from: new Date('2025-10-01T00:00:00Z'), to: NOW, postsPerWeek: 2, followers: 900 }))] });
    const access = { ...accessOf(youtube), memory: { uploads: 'UUexempleCentreCulturel01' } };
    const before = youtube.quotaLeft();
    expect((await all(connector.listPosts(access, everything))).flatMap((page) => page.posts)).toHaveLength(120);
    expect(before - youtube.quotaLeft()).toBe(3 + 3);
  });

  it('waits for midnight in California when the units of the day are spent', async () => {
    const { youtube, connector } = await play();
    youtube.spendQuota(10_000);
    const error = await failureOf(all(connector.listPosts(accessOf(youtube), everything)));
    expect([error.reason, error.waits, error.retryAt?.toISOString(), error.code]).toEqual(['rate-limited', 'all', '2026-11-24T08:00:00.000Z', 'quotaExceeded']);
  });

  it('goes on with counters where reports are not for whoever signed in', async () => {
    const { youtube, connector } = await play();
    youtube.loseOwnership(CHANNEL);
    const pages = await all(connector.listPosts(accessOf(youtube), everything));
    expect(pages.flatMap((page) => page.posts).every(({ figures }) => figures.views !== null && figures.shares === null)).toBe(true);
    const refused = pages[0]?.refused.map(({ measure, reason }) => `${measure} ${reason}`);
    expect(refused).toEqual(['videoViews', 'watchTimeSeconds', 'shares', 'saves', 'viewsOrganic', 'viewsPaid', 'viewsFollowers'].map((measure) => `${measure} permission-missing`));
    expect(youtube.standIn.asked.filter((ask) => isReport(ask))).toHaveLength(3);
    const channel = await all(connector.readChannel(accessOf(youtube), { sinceDay: '2026-11-01', cursor: null }));
    expect(channel.flatMap(({ days }) => days.map(({ followers }) => followers))).toEqual([412]);
    expect(channel.at(-1)).toMatchObject({ refused: [{ measure: 'views', name: 'views by day', reason: 'permission-missing' }], cursor: null });
  });

  it('reads the last ten days again, without those that are late or not over', async () => {
    const { youtube, connector } = await play();
    const pages = await all(connector.readChannel(accessOf(youtube), { sinceDay: '2026-11-22', cursor: null }));
    const days = pages.flatMap((page) => page.days).filter(({ views }) => views !== null).map(({ day }) => day);
    expect(days).toEqual(['2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19']);
  });

  it('reads two years in windows, newest first, and resumes after any of them', async () => {
    const { youtube, connector } = await play();
    const pages = await all(connector.readChannel(accessOf(youtube), { sinceDay: '2019-01-01', cursor: null }));
    const windows = pages.slice(1).map((page) => page.days.map(({ day }) => day));
    expect(windows).toHaveLength(8);
    expect([windows[0]?.at(-1), windows.at(-1)?.[0]]).toEqual(['2026-11-19', '2024-11-23']);
    expect(new Set(windows.flat()).size).toBe(windows.flat().length);
    const rest = await all(connector.readChannel(accessOf(youtube), { sinceDay: '2019-01-01', cursor: pages[3]?.cursor ?? null }));
    expect(rest).toEqual(pages.slice(4));
  });

  it('renews once the token has ended, and knows a dead one', async () => {
    const { clock, youtube, connector } = await play();
    const access = accessOf(youtube);
    clock.now = new Date(NOW.getTime() + DAY_MS);
    expect((await failureOf(all(connector.listPosts(access, everything)))).reason).toBe('access-expired');
    const secret = await connector.renew(access);
    expect(secret).toMatchObject({ refreshToken: access.secret?.refreshToken, renewAt: new Date(clock.now.getTime() + (3599 - 300) * 1000).toISOString(), expiresAt: null });
    expect((await all(connector.listPosts({ ...access, secret }, everything))).length).toBeGreaterThan(0);
    youtube.revoke(CHANNEL);
    expect(await failureOf(connector.renew(access))).toMatchObject({ reason: 'access-revoked', code: 'invalid_grant' });
    expect(await failureOf(connector.renew({ ...access, application: { ...APPLICATION, clientSecret: 'other' } }))).toMatchObject({ reason: 'unexpected-answer', code: 'invalid_client' });
  });

  it('dies after a week where the application is still in test', async () => {
    const { clock, youtube, connector } = await play({ isTesting: true });
    const access = accessOf(youtube);
    clock.now = new Date(NOW.getTime() + 7 * DAY_MS);
    expect((await failureOf(connector.renew(access))).reason).toBe('access-revoked');
  });

  it('opens a channel on the page of Google', async () => {
    const { youtube, connector } = await play();
    const verifier = 'a-verifier-of-more-than-forty-three-characters-1234';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const page = await connector.connecting.authorise?.({ application: APPLICATION, settings: {}, redirectUri: REDIRECT, state: 'the-state', challenge });
    const back = await fetch(page ?? '', { redirect: 'manual' });
    const landed = new URL(back.headers.get('location') ?? '');
    expect(landed.searchParams.get('state')).toBe('the-state');
    const exchange = { application: APPLICATION, settings: {}, redirectUri: REDIRECT, code: landed.searchParams.get('code') ?? '', verifier };
    const choices = await connector.connecting.exchange?.(exchange);
    expect(choices).toEqual([{
      externalId: CHANNEL, name: 'Centre culturel', kind: 'account', followers: 412, settings: {},
      secret: { accessToken: expect.any(String), refreshToken: expect.any(String), renewAt: expect.any(String), expiresAt: null, scopes: ['https://www.googleapis.com/auth/youtube.readonly', 'https://www.googleapis.com/auth/yt-analytics.readonly'] },
    }]);
    expect((await failureOf(Promise.resolve(connector.connecting.exchange?.(exchange)))).reason).toBe('access-revoked');
    expect(youtube.standIn.asked.filter(isData('channels'))).toHaveLength(1);
  });

  it('says so where another channel answers than the one that was connected', async () => {
    const { youtube, connector } = await play();
    const access = { ...accessOf(youtube), externalId: 'UCanotherOne' };
    expect((await failureOf(all(connector.readChannel(access, { sinceDay: '2026-11-20', cursor: null })))).reason).toBe('not-found');
  });
});
