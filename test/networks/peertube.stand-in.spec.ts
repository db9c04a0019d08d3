import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CENTRE_NOW, inventCentre } from './invented-centre.js';
import { askNetwork, readNetwork } from './network-answer.js';
import { PASSERS_BY } from './passers-by.js';
import { type PeerTubeSettings, type PeerTubeStandIn, startPeerTubeStandIn } from './peertube.stand-in.js';

const video = z.looseObject({ id: z.number(), uuid: z.string(), shortUUID: z.string(), views: z.number() });
const videos = z.object({ total: z.number(), data: z.array(video) });
const tokens = z.looseObject({ access_token: z.string(), refresh_token: z.string() });
const overall = z.looseObject({ totalViewers: z.number(), countries: z.array(z.unknown()) });
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const started: PeerTubeStandIn[] = [];
let now = CENTRE_NOW;

async function start(settings: Partial<PeerTubeSettings> = {}): Promise<PeerTubeStandIn> {
  const network = await startPeerTubeStandIn({ now: () => now, channels: [inventCentre()], ...settings });
  started.push(network);
  return network;
}

const client = { client_id: 'played-client', client_secret: 'played-client-secret' };
const person = { ...client, grant_type: 'password', username: 'regie', password: 'entre-les-rideaux' };
const at = (network: PeerTubeStandIn, path: string) => `${network.url}/api/v1${path}`;
const signIn = (network: PeerTubeStandIn, form: Record<string, string>, headers: Record<string, string> = {}) => askNetwork(at(network, '/users/token'), { form, headers });
const tokenOf = (network: PeerTubeStandIn) => tokens.parse(network.issueToken('regie')).access_token;

afterEach(async () => {
  now = CENTRE_NOW;
  await Promise.all(started.splice(0).map((network) => network.close()));
});

describe('a PeerTube that is played', () => {
  it('shows a channel and its videos a hundred at most, newest first, with who watches now', async () => {
    const network = await start();
    expect((await askNetwork(at(network, `/video-channels/centre@${new URL(network.url).host}`))).json).toMatchObject({ name: 'centre', followersCount: 1389, isLocal: true });
    const first = await readNetwork(videos, at(network, '/video-channels/centre/videos?start=0&count=100&sort=-publishedAt'));
    const rest = await readNetwork(videos, at(network, '/video-channels/centre/videos?start=100&count=100&sort=-publishedAt'));
    expect([first.total, first.data.length, rest.data.length, first.data[0]?.id]).toEqual([120, 100, 20, network.videoIds('centre', 120).id]);
    expect(first.data[2]).toMatchObject({ viewers: 2, privacy: { id: 1 }, channel: { name: 'centre' } });
    const refused = await askNetwork(at(network, '/video-channels/centre/videos?count=101'));
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(refused.json).toMatchObject({ status: 400, 'invalid-params': { count: { msg: 'Should have a number count (max: 100)' } } });
  });

  it('answers by any of three identifiers, and refuses what is none of them', async () => {
    const network = await start();
    const ids = network.videoIds('centre', 5);
    for (const id of [ids.id, ids.uuid, ids.shortUUID]) expect(await readNetwork(video, at(network, `/videos/${id}`))).toMatchObject(ids);
    network.deletePost('centre', 5);
    network.setPrivate('centre', 6, true);
    expect((await askNetwork(at(network, `/videos/${ids.uuid}`))).status).toBe(404);
    expect((await askNetwork(at(network, '/videos/nothing'))).status).toBe(400);
    expect((await askNetwork(at(network, `/videos/${network.videoIds('centre', 6).id}`))).status).toBe(403);
    expect((await readNetwork(videos, at(network, '/users/me/videos'), tokenOf(network))).total).toBe(119);
    expect((await readNetwork(videos, at(network, '/video-channels/centre/videos'))).total).toBe(118);
  });

  it('counts views at once, and viewers an hour later', async () => {
    const network = await start();
    const [published] = inventCentre().posts.slice(-1);
    const id = network.videoIds('centre', 120).uuid;
    const token = tokenOf(network);
    now = new Date((published?.publishedAt.getTime() ?? 0) + 0.9 * HOUR_MS);
    expect((await readNetwork(video, at(network, `/videos/${id}`))).views).toBeGreaterThan(0);
    expect((await readNetwork(overall, at(network, `/videos/${id}/stats/overall`), token)).totalViewers).toBe(0);
    now = new Date(now.getTime() + 12 * HOUR_MS);
    expect((await readNetwork(overall, at(network, `/videos/${id}/stats/overall`), token)).totalViewers).toBeGreaterThan(0);
  });

  it('adds the days of a video up to all its viewers, with countries where it knows them', async () => {
    const network = await start({ hasGeoIp: true });
    const [token, path] = [tokenOf(network), `/videos/${network.videoIds('centre', 10).id}/stats`];
    const whole = await readNetwork(overall, at(network, `${path}/overall`), token);
    const series = z.object({ groupInterval: z.string(), data: z.array(z.object({ value: z.number() })) });
    const days = await readNetwork(series, at(network, `${path}/timeseries/viewers?startDate=2026-07-20T00:00:00Z&endDate=2026-11-23T00:00:00Z`), token);
    expect([days.groupInterval, days.data.length, days.data.reduce((sum, { value }) => sum + value, 0)]).toEqual(['1 day', 126, whole.totalViewers]);
    expect(whole.countries[0]).toMatchObject({ isoCode: 'BE' });
    expect((await readNetwork(overall, at(await start(), `${path}/overall`), token).catch((error: unknown) => String(error)))).toContain('401');
  });

  it('knows downloads, comments and devices since later releases only', async () => {
    const [today, old] = [await start(), await start({ version: '6.3.0' })];
    const statistics = (network: PeerTubeStandIn, what: string) => askNetwork(at(network, `/videos/${network.videoIds('centre', 10).id}/stats/${what}`), { token: tokenOf(network) });
    expect([(await statistics(today, 'user-agent')).status, (await statistics(old, 'user-agent')).status]).toEqual([200, 400]);
    expect([(await statistics(today, 'timeseries/downloads')).status, (await statistics(old, 'timeseries/downloads')).status]).toEqual([200, 400]);
    expect((await readNetwork(videos, at(today, '/video-channels/centre/videos'))).data[0]).toHaveProperty('comments');
    expect((await readNetwork(videos, at(old, '/video-channels/centre/videos'))).data[0]).not.toHaveProperty('comments');
  });

  it('gives its owner thirty days of views by the path of the account, and by that path only', async () => {
    const network = await start();
    const token = tokenOf(network);
    const list = await readNetwork(z.object({ data: z.array(z.looseObject({ viewsPerDay: z.array(z.unknown()) })) }), at(network, '/accounts/regie/video-channels?withStats=true'), token);
    expect(list.data[0]?.viewsPerDay).toHaveLength(30);
    expect((await askNetwork(at(network, '/video-channels/centre?withStats=true'), { token })).json).not.toHaveProperty('viewsPerDay');
  });

  it('counts all comments and lists threads, with who wrote them', async () => {
    const network = await start();
    network.setCounts('centre', 9, { comments: 7 });
    const { json, text } = await askNetwork(at(network, `/videos/${network.videoIds('centre', 9).id}/comment-threads?start=0&count=1`));
    expect(json).toMatchObject({ total: 4, totalNotDeletedComments: 7, data: [{ text: PASSERS_BY[0].said }] });
    expect(text).toContain(PASSERS_BY[0].name);
  });

  it('allows fifty calls in ten seconds, and says when to come back', async () => {
    const network = await start({ callsPerTenSeconds: 1 });
    const first = await askNetwork(at(network, '/config'));
    expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-reset')]).toEqual(['1', String(CENTRE_NOW.getTime() / 1000 + 10)]);
    const second = await askNetwork(at(network, '/config'));
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '10']);
    now = new Date(CENTRE_NOW.getTime() + 10_000);
    expect((await askNetwork(at(network, '/config'))).status).toBe(200);
  });
});

describe('signing in to it', () => {
  it('gives tokens of a day that are renewed for two weeks, the old ones dying', async () => {
    const network = await start();
    expect((await askNetwork(at(network, '/oauth-clients/local'))).json).toEqual(client);
    const given = await signIn(network, person);
    expect(given.json).toMatchObject({ token_type: 'Bearer', expires_in: 86_399, refresh_token_expires_in: 1_209_599 });
    const { access_token: token, refresh_token } = tokens.parse(given.json);
    now = new Date(CENTRE_NOW.getTime() + 1.1 * DAY_MS);
    expect(await askNetwork(at(network, '/users/me'), { token })).toMatchObject({ status: 401, json: { code: 'unauthorized_request', status: 401 } });
    const renewed = await signIn(network, { ...client, grant_type: 'refresh_token', refresh_token });
    const { access_token: next, refresh_token: last } = tokens.parse(renewed.json);
    expect((await askNetwork(at(network, '/users/me'), { token: next })).json).toMatchObject({ username: 'regie', videoChannels: [{ name: 'centre' }] });
    expect(await signIn(network, { ...client, grant_type: 'refresh_token', refresh_token })).toMatchObject({ status: 400, json: { code: 'invalid_grant' } });
    now = new Date(now.getTime() + 14.1 * DAY_MS);
    expect((await signIn(network, { ...client, grant_type: 'refresh_token', refresh_token: last })).status).toBe(400);
  });

  it('refuses a wrong password, asks for the second factor, and revokes', async () => {
    const network = await start({ users: [{ username: 'regie', password: 'entre-les-rideaux', otp: '246810', channels: ['centre'] }] });
    expect(await signIn(network, { ...person, password: 'other' })).toMatchObject({ status: 400, json: { code: 'invalid_grant' } });
    const missing = await signIn(network, person);
    expect([missing.status, missing.headers.get('x-peertube-otp')]).toEqual([401, 'required; app']);
    const { access_token: token } = tokens.parse((await signIn(network, person, { 'x-peertube-otp': '246810' })).json);
    network.revokeToken('regie');
    expect((await askNetwork(at(network, '/users/me'), { token })).status).toBe(401);
  });

  it('shows figures of a video to its owner only', async () => {
    const network = await start({ channels: [inventCentre(), inventCentre({ name: 'voisin', seed: 8 })], users: [{ username: 'regie', password: 'a', channels: ['centre'] }, { username: 'autre', password: 'b', channels: ['voisin'] }] });
    const path = at(network, `/videos/${network.videoIds('voisin', 1).id}/stats/overall`);
    expect((await askNetwork(path)).status).toBe(401);
    expect((await askNetwork(path, { token: tokenOf(network) })).status).toBe(403);
  });
});
