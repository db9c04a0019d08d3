import type { Channel, ChannelEffort, EffortMonth, PostPage } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

/** In Brussels already the first of December, in Greenwich still November. */
const NOW = new Date('2026-11-30T23:30:00Z');
const FILE = [
  'channel,network,post_id,published_at,paid,followers,reach',
  'La page,facebook,a,2026-10-31T23:30:00Z,true,1000,80', // the first of November in Brussels
  'La page,facebook,b,2026-11-05T10:00:00Z,true,1000,90',
].join('\n');

let portee: TestPortee;
let member: Member;
let channelId: string;
let posts: Record<string, string>;
const at = (path: string) => `/api/v1/organisations/${member.slug}/${path}`;
const put = <T = EffortMonth>(path: string, body: unknown) => member.json<T>('PUT', at(path), body);
const months = (query = '') => member.json<EffortMonth[]>('GET', at(`channels/${channelId}/effort${query}`));

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  if (channelId !== undefined) await member.delete(at(`channels/${channelId}`));
  await importFile(member, { name: 'a.csv', bytes: FILE });
  channelId = (await member.json<Channel[]>('GET', at('channels')))[0]?.id ?? '';
  posts = Object.fromEntries((await member.json<PostPage>('GET', at('posts'))).items.map(({ externalId, id }) => [externalId, id]));
});

describe('hours and euros of a channel', () => {
  it('are those of the twelve months that end with the present one of the channel, unknown until somebody says', async () => {
    const told = await months();
    expect(told.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12']);
    expect(told.every(({ hours, euros, eurosOfPosts }) => hours === null && euros === null && eurosOfPosts.length === 0)).toBe(true);
    expect((await months('?from=2026-11&to=2026-12')).length).toBe(2);
    expect(await months('?from=2026-12&to=2026-11')).toEqual([]);
  });

  it('are told of three years at once, and no more', async () => {
    expect((await months('?from=2024-01&to=2026-12')).length).toBe(36);
    for (const span of ['?from=2023-12&to=2026-12', '?from=2000-01&to=2100-12', '?from=2000-01']) {
      for (const path of ['effort', `channels/${channelId}/effort`]) expect(await member.get(at(path + span)), path + span).toMatchObject({ status: 422, body: { reason: 'span-too-long', detail: expect.stringContaining('36') } });
    }
  });

  it('change only where something is said, and go when they are taken back', async () => {
    const path = `channels/${channelId}/effort/2026-11`;
    expect(await put(path, { hours: 7.25, euros: 40 })).toMatchObject({ month: '2026-11', hours: 7.25, euros: 40, eurosOfChannel: 40 });
    expect(await put(path, { hours: 0 })).toMatchObject({ hours: 0, euros: 40 });
    expect(await put(path, {})).toMatchObject({ hours: 0, euros: 40 });
    expect(await put(path, { hours: null })).toMatchObject({ hours: null, euros: 40 });
    expect(await put(path, { euros: null })).toEqual({ month: '2026-11', hours: null, euros: null, eurosOfChannel: null, eurosOfPosts: [] });
  });

  it('add those of single posts to the channel’s own, exact to the cent, in the month that the post has where the channel is', async () => {
    await put(`channels/${channelId}/effort/2026-11`, { euros: 0.1 });
    await put(`posts/${posts['a']}/spend`, { euros: 0.2 });
    for (const _ of [1, 2]) await put(`posts/${posts['b']}/spend`, { euros: 999_999.99 });
    const [october, november] = await months('?from=2026-10&to=2026-11');
    expect(october?.euros).toBeNull();
    expect(november).toMatchObject({ euros: 1_000_000.29, eurosOfChannel: 0.1 });
    expect(Object.fromEntries(november?.eurosOfPosts.map(({ postId, euros }) => [postId, euros]) ?? [])).toEqual({ [posts['a'] ?? '']: 0.2, [posts['b'] ?? '']: 999_999.99 });
    expect(await put(`posts/${posts['b']}/spend`, { euros: null })).toMatchObject({ euros: 0.3, eurosOfPosts: [{ postId: posts['a'], euros: 0.2 }] });
  });

  it('keep one figure a post when its month moves with the zone of its channel', async () => {
    await put(`posts/${posts['a']}/spend`, { euros: 5 });
    await member.json('PATCH', at(`channels/${channelId}`), { timeZone: 'America/Los_Angeles' });
    await put(`posts/${posts['a']}/spend`, { euros: 6 });
    expect((await months('?from=2026-10&to=2026-11')).map(({ month, euros }) => [month, euros])).toEqual([['2026-10', 6], ['2026-11', null]]);
  });

  it('wait for the month to begin where the channel is', async () => {
    expect((await put(`channels/${channelId}/effort/2026-12`, { hours: 1 })).hours).toBe(1);
    expect(await member.ask('PUT', at(`channels/${channelId}/effort/2027-01`), { body: { hours: 1 } })).toMatchObject({ status: 422, body: { reason: 'month-in-future', detail: expect.stringContaining('pas encore commencé') } });
  });

  it('refuse what is no amount of time or money', async () => {
    for (const body of [{ hours: -1 }, { hours: 2_000.01 }, { hours: 0.001 }, { hours: '3' }, { euros: 1_000_000.01 }, { euros: 0.005 }]) {
      expect((await member.ask('PUT', at(`channels/${channelId}/effort/2026-11`), { body })).status, JSON.stringify(body)).toBe(422);
    }
    expect((await months('?from=2026-11&to=2026-11'))[0]).toMatchObject({ hours: null, euros: null });
  });

  it('belong to a channel and a post that exist', async () => {
    const nobody = '01900000-0000-7000-8000-000000000001';
    for (const [method, path, body] of [['GET', `channels/${nobody}/effort`], ['PUT', `channels/${nobody}/effort/2026-11`, { hours: 1 }], ['PUT', `posts/${nobody}/spend`, { euros: 1 }]] as const) {
      expect((await member.ask(method, at(path), { body })).status, path).toBe(404);
    }
  });
});

describe('the month of all channels', () => {
  const second = () => member.json<Channel>('POST', at('channels'), { network: 'instagram', name: 'Notre compte' });

  it('is entered in one go, and told with those of which nobody said anything', async () => {
    const { id } = await second();
    const entered = await put<ChannelEffort[]>('effort/2026-11', { channels: [{ channelId, hours: 6.5, euros: 40 }, { channelId: id, hours: 0 }] });
    expect(new Map(entered.map((one) => [one.channelId, one.months]))).toEqual(new Map([
      [channelId, [{ month: '2026-11', hours: 6.5, euros: 40, eurosOfChannel: 40, eurosOfPosts: [] }]],
      [id, [{ month: '2026-11', hours: 0, euros: null, eurosOfChannel: null, eurosOfPosts: [] }]],
    ]));
    await put('effort/2026-11', { channels: [{ channelId, euros: null }] });
    const told = await member.json<ChannelEffort[]>('GET', at('effort?from=2026-10&to=2026-11'));
    expect(told.find((one) => one.channelId === channelId)?.months.map(({ hours, euros }) => [hours, euros])).toEqual([[null, null], [6.5, null]]);
    await member.delete(at(`channels/${id}`));
  });

  it('covers the twelve months that end with the present one of the organisation', async () => {
    const [told] = await member.json<ChannelEffort[]>('GET', at('effort'));
    expect([told?.months.length, told?.months.at(0)?.month, told?.months.at(-1)?.month]).toEqual([12, '2026-01', '2026-12']);
  });

  it('is entered whole or not at all', async () => {
    const nobody = '01900000-0000-7000-8000-000000000001';
    const ask = (month: string, channels: unknown) => member.ask('PUT', at(`effort/${month}`), { body: { channels } });
    const refused = [
      await ask('2026-11', [{ channelId, hours: 3 }, { channelId: nobody, hours: 1 }]), await ask('2027-01', [{ channelId, hours: 3 }]),
      await ask('2026-11', [{ channelId, hours: 3 }, { channelId, hours: 4 }]), await ask('2026-11', []), await ask('2026-11', [{ channelId, hours: 'trois' }]), await ask('novembre', [{ channelId, hours: 3 }]),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 422, 422, 422, 422, 422]);
    expect((await months('?from=2026-11&to=2026-11'))[0]?.hours).toBeNull();
  });
});
