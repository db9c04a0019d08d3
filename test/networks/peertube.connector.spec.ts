import { afterEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../apps/api/src/networks/core/http-client.js';
import type { AccessSecret, ChannelAccess, ReadingPage } from '../../apps/api/src/networks/core/network-connector.js';
import type { NetworkErrorReason } from '../../apps/api/src/networks/core/network-error.js';
import { PeertubeConnector } from '../../apps/api/src/networks/peertube/peertube.connector.js';
import { describeConnector } from './connector-contract.js';
import { failureOf, NOW } from './connector-play.js';
import { inventCentre } from './invented-centre.js';
import type { InventedPost } from './invented-posts.js';
import { isObject, listAt, objectAt, setField } from './json-edit.js';
import { type PeerTubeSettings, type PeerTubeStandIn, startPeerTubeStandIn } from './peertube.stand-in.js';
import type { Ask } from './stand-in.js';

const HOST = 'peertube.example';
const DAY_MS = 86_400_000;

function accessOf(network: PeerTubeStandIn, { isSignedIn = true } = {}): ChannelAccess {
  const token = network.issueToken('regie');
  const secret: AccessSecret = { accessToken: String(token['access_token']), refreshToken: String(token['refresh_token']), renewAt: null, expiresAt: null, scopes: [] };
  return { externalId: `centre@${HOST}`, timeZone: 'Europe/Brussels', settings: { address: `https://${HOST}` }, secret: isSignedIn ? secret : null, application: null, memory: null };
}

const isListing = ({ url }: Ask) => /\/video-channels\/[^/]+\/videos$/.test(url.pathname);
const isStatistics = ({ url }: Ask) => url.pathname.endsWith('/stats/overall');
const centre = (posts: readonly InventedPost[]) => ({ name: 'centre', title: 'Centre culturel inventé', followers: 1200, since: new Date('2026-01-01T00:00:00Z'), followersPerDay: 0, posts });
const setFirst = (name: string) => (json: unknown, value: unknown) => {
  const [first] = listAt(json, 'data');
  if (isObject(first)) setField(first, name, value);
};

describeConnector('PeerTube', {
  connector: PeertubeConnector,
  async start({ now, posts }) {
    const network = await startPeerTubeStandIn({ now, channels: [centre(posts)], callsPerTenSeconds: Number.POSITIVE_INFINITY });
    return {
      standIn: network.standIn, networkUrls: { peertube: network.url }, access: accessOf(network), close: network.close,
      externalIdOf: (number) => network.videoIds('centre', number).uuid,
      deletePost: (number) => network.deletePost('centre', number),
      deleteChannel: () => network.deleteAccount('centre'),
      revoke: () => network.revokeToken('regie'),
      // A server that knows no such statistics: an old one, or one that gave them up.
      withdraw: { measure: 'reach', perform: () => { network.standIn.break(isStatistics, { kind: 'reply', status: 404, json: { status: 404 } }); } },
    };
  },
  postCount: 38,
  isListing,
  itemsOf: (json) => listAt(json, 'data'),
  publishedAt: { matches: isListing, set: setFirst('publishedAt'), write: (at) => at.toISOString() },
  figure: { matches: isListing, set: setFirst('likes'), measure: 'likes', kept: 'views' },
  followers: { matches: ({ url }) => url.pathname.endsWith('/video-channels/centre'), set: (json, value) => setField(objectAt(json), 'followersCount', value) },
  identifier: null,
  permissionMissing: { kind: 'reply', status: 403, json: { status: 403, detail: 'Not for you' } },
  limitedUntil: (until) => ({ kind: 'reply', status: 429, headers: { 'retry-after': String((until.getTime() - NOW.getTime()) / 1000) }, text: 'Too many requests' }),
  limited: { kind: 'reply', status: 429, text: 'Too many requests' },
  endlessPage: (_ask, page) => ({ json: { total: 1_000_000, data: Array.from({ length: 15 }, (_, index) => ({ uuid: `endless-${page}-${index}`, name: 'Sans fin', publishedAt: '2026-11-01T10:00:00.000Z', views: 1, likes: 1 })) } }),
});

describe('a PeerTube channel', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => { await Promise.all(open.splice(0).map((one) => one.close())); });

  async function play(settings: Partial<PeerTubeSettings> = {}) {
    const clock = { now: NOW };
    const network = await startPeerTubeStandIn({ now: () => clock.now, channels: [inventCentre({ postsPerWeek: 2 })], callsPerTenSeconds: Number.POSITIVE_INFINITY, ...settings });
    const http = new HttpClient({ now: () => clock.now, networkUrls: { peertube: network.url }, allowPrivateAddresses: false });
    open.push(network, http);
    return { clock, network, connector: new PeertubeConnector(http) };
  }

  async function all(pages: AsyncGenerator<ReadingPage>): Promise<ReadingPage[]> {
    const read: ReadingPage[] = [];
    for await (const page of pages) read.push(page);
    return read;
  }
  const everything = { since: new Date('2020-01-01T00:00:00Z'), isDue: () => true, cursor: null };

  it('tells unique viewers as reach, later than its views', async () => {
    const { network, connector } = await play({ statisticsDelayMs: 0 });
    const [post] = (await all(connector.listPosts(accessOf(network), everything))).flatMap(({ posts }) => posts);
    const invented = inventCentre({ postsPerWeek: 2 }).posts.at(-1);
    expect(post?.externalId).toBe(network.videoIds('centre', invented?.number ?? 0).uuid);
    expect([post?.figures.reach, post?.figures.watchTimeSeconds]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(post?.figures.reach).toBeLessThanOrEqual(post?.figures.views ?? 0);
    expect(post?.figures.comments).not.toBeNull();
  });

  it('pays requests for posts that are due only, and none for others', async () => {
    const { network, connector } = await play();
    const { posts } = inventCentre({ postsPerWeek: 2 });
    const due = new Set(posts.slice(-3).map(({ number }) => network.videoIds('centre', number).uuid));
    const read = await all(connector.listPosts(accessOf(network), { ...everything, isDue: ({ externalId }) => due.has(externalId) }));
    expect(read.flatMap((page) => page.posts)).toHaveLength(3);
    expect(network.standIn.asked.filter((ask) => isStatistics(ask))).toHaveLength(3);
    expect(network.standIn.asked.filter(({ url }) => url.pathname.endsWith('/comment-threads'))).toHaveLength(3);
  });

  it('has no reach without signing in, and says why', async () => {
    const { network, connector } = await play();
    const access = accessOf(network, { isSignedIn: false });
    const pages = await all(connector.listPosts(access, everything));
    expect(pages.flatMap(({ posts }) => posts).every(({ figures }) => figures.reach === null && figures.views !== null && figures.comments !== null)).toBe(true);
    expect(pages[0]?.refused).toEqual([{ measure: 'reach', name: 'totalViewers', reason: 'permission-missing' }, { measure: 'watchTimeSeconds', name: 'totalWatchTime', reason: 'permission-missing' }]);
    const [channel, ...more] = await all(connector.readChannel(access, { sinceDay: '2026-11-01', cursor: null }));
    expect([channel?.refused, more]).toEqual([[{ measure: 'views', name: 'viewsPerDay', reason: 'permission-missing' }], []]);
  });

  it('loses reach alone where somebody else owns the channel', async () => {
    const { network, connector } = await play({ users: [{ username: 'regie', password: 'x', channels: [] }, { username: 'autre', password: 'y', channels: ['centre'] }] });
    const pages = await all(connector.listPosts(accessOf(network), everything));
    expect(pages.flatMap(({ refused }) => refused)).toContainEqual({ measure: 'reach', name: 'totalViewers', reason: 'permission-missing' });
    expect(pages.flatMap(({ posts }) => posts)).toHaveLength(36);
    const days = await all(connector.readChannel(accessOf(network), { sinceDay: '2026-11-01', cursor: null }));
    expect(days.flatMap(({ refused }) => refused)).toEqual([{ measure: 'views', name: 'viewsPerDay', reason: 'permission-missing' }]);
  });

  it('reads views of days that are final, resuming after the followers', async () => {
    const { network, connector } = await play();
    const [first, second] = await all(connector.readChannel(accessOf(network), { sinceDay: '2026-11-15', cursor: null }));
    expect(first?.name).toBe('Centre culturel inventé');
    expect(second?.days.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, index) => `2026-11-${15 + index}`));
    expect(await all(connector.readChannel(accessOf(network), { sinceDay: '2026-11-15', cursor: first?.cursor ?? null }))).toEqual([second]);
  });

  it('takes a video that was made private for gone', async () => {
    const { network, connector } = await play();
    const { uuid } = network.videoIds('centre', 5);
    network.setPrivate('centre', 5, true);
    const [page] = await all(connector.readPosts(accessOf(network), [{ externalId: uuid, publishedAt: NOW }]));
    expect([page?.absent, page?.posts]).toEqual([[uuid], []]);
  });

  it('pauses before the limit of the server, and goes on after it', async () => {
    const { clock, network, connector } = await play({ callsPerTenSeconds: 50 });
    const pages: ReadingPage[] = [];
    for await (const page of connector.listPosts(accessOf(network), everything)) {
      pages.push(page);
      if (page.pauseUntil) clock.now = page.pauseUntil;
    }
    expect(pages.flatMap(({ posts }) => posts)).toHaveLength(36);
    expect(pages.map(({ pauseUntil }) => pauseUntil !== undefined)).toEqual([true, true, false]);
  });

  it('renews with a refresh token that changes each time', async () => {
    const { clock, network, connector } = await play();
    const access = accessOf(network);
    clock.now = new Date(NOW.getTime() + 2 * DAY_MS);
    expect((await failureOf(all(connector.listPosts(access, everything)))).reason).toBe('access-expired');
    const secret = await connector.renew(access);
    expect(secret.refreshToken).not.toBe(access.secret?.refreshToken);
    expect(secret.renewAt).toBe(new Date(clock.now.getTime() + (86_399 - 600) * 1000).toISOString());
    expect((await all(connector.listPosts({ ...access, secret }, everything))).length).toBeGreaterThan(0);
    expect((await failureOf(connector.renew(access))).reason).toBe('access-revoked');
    clock.now = new Date(clock.now.getTime() + 15 * DAY_MS);
    expect((await failureOf(connector.renew({ ...access, secret }))).reason).toBe('access-revoked');
  });

  it.each(['peertube.example/c/centre', '@centre@peertube.example', 'http://peertube.example/c/centre/videos', 'peertube.example/a/regie/video-channels'])('finds the channel at "%s"', async (address) => {
    const { connector } = await play();
    expect(await connector.connecting.find?.({ address })).toEqual([{ externalId: `centre@${HOST}`, name: 'Centre culturel inventé', kind: 'account', followers: expect.any(Number), settings: { address: `https://${HOST}` }, secret: null }]);
  });

  it.each(['peertube.example/c/nobody', 'peertube.example', '', '@nobody@peertube.example'])('finds nothing at "%s"', async (address) => {
    const { connector } = await play();
    expect((await failureOf(Promise.resolve(connector.connecting.find?.({ address })))).reason).toBe('not-found');
  });

  it.each(['localhost/c/centre', '127.0.0.1/c/centre', '[::1]/c/centre', 'centre@10.0.0.7', '169.254.169.254/c/latest'])('refuses the private address "%s"', async (address) => {
    const http = new HttpClient({ now: () => NOW, networkUrls: {}, allowPrivateAddresses: false, timeLimitMs: 1000 });
    open.push(http);
    expect((await failureOf(Promise.resolve(new PeertubeConnector(http).connecting.find?.({ address })))).reason).toBe('address-refused');
  });

  it('signs in with a name and a password, and keeps neither', async () => {
    const { connector } = await play();
    const [choice, ...others] = (await connector.connecting.signIn?.({ address: HOST, username: 'regie', password: 'entre-les-rideaux' })) ?? [];
    expect(others).toEqual([]);
    expect(choice).toMatchObject({ externalId: `centre@${HOST}`, secret: { accessToken: expect.any(String), refreshToken: expect.any(String), expiresAt: null } });
    expect(JSON.stringify(choice)).not.toContain('rideaux');
  });

  const otp = [{ username: 'regie', password: 'entre-les-rideaux', otp: '123456', channels: ['centre'] }];
  it.each<{ typed: Record<string, string>; reason: NetworkErrorReason; code: string }>([
    { typed: { password: 'wrong' }, reason: 'access-revoked', code: 'invalid_grant' },
    { typed: { password: 'entre-les-rideaux' }, reason: 'access-revoked', code: 'missing_two_factor' },
    { typed: { password: 'entre-les-rideaux', code: '000000' }, reason: 'access-revoked', code: 'invalid_two_factor' },
  ])('says $code where signing in is refused', async ({ typed, reason, code }) => {
    const { connector } = await play({ users: otp });
    const error = await failureOf(Promise.resolve(connector.connecting.signIn?.({ address: HOST, username: 'regie', ...typed })));
    expect([error.reason, error.code]).toEqual([reason, code]);
  });

  it('signs in with the second factor', async () => {
    const { connector } = await play({ users: otp });
    expect(await connector.connecting.signIn?.({ address: `${HOST}/c/centre`, username: 'regie', password: 'entre-les-rideaux', code: '123 456' })).toHaveLength(1);
  });
});
