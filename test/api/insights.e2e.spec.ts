import type { Channel, ChannelFormats, ChannelPassedOn, ChannelTiming, ComparedChannel } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { importFile } from '../support/imports.js';
import { reading, write } from '../support/ledger.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

/** In Brussels already the first of December. */
const NOW = new Date('2026-11-30T23:30:00Z');
const HEADER = ['network', 'post_id', 'published_at', 'format', 'paid', 'followers', 'reach', 'reach_organic', 'likes', 'comments', 'shares', 'clicks', 'text', 'themes', 'channel'] as const;
type Line = Partial<Record<(typeof HEADER)[number], string | number>>;

let portee: TestPortee;
let member: Member;
let count = 0;
const at = (path: string) => `/api/v1/organisations/${member.slug}/${path}`;
const get = <T>(path: string) => member.json<T>('GET', at(path));
const channelOf = async (network: string) => (await get<Channel[]>('channels')).find((one) => one.network === network);

/** Lines of Portée CSV, of a page on Facebook with 1,000 followers unless they say otherwise; what is not told is unknown. */
async function send(lines: readonly Line[]): Promise<void> {
  const rows = lines.map((line) => {
    count += 1;
    const told: Line = { network: 'facebook', channel: 'La page', post_id: `post-${count}`, format: 'photo', paid: 'false', followers: 1000, ...line };
    return HEADER.map((name) => told[name] ?? '').join(',');
  });
  expect(await importFile(member, { name: 'a.csv', bytes: [HEADER.join(','), ...rows].join('\n') })).toMatchObject({ state: 'applied' });
}
/** So many posts a day apart from an instant on, reaching 10, 20, 30 … */
const posts = (number: number, from: string, more: Line = {}): Line[] =>
  Array.from({ length: number }, (_, day) => ({ published_at: new Date(Date.parse(from) + day * 86_400_000).toISOString(), reach: (day + 1) * 10, ...more }));

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  for (const channel of await get<Channel[]>('channels')) await member.delete(at(`channels/${channel.id}`));
});

describe('questions about a span', () => {
  it('have no answer where there is no channel, and an empty one where a channel has no posts', async () => {
    for (const door of ['timing', 'formats', 'passed-on', 'channels']) expect(await get(`insights/${door}`), door).toEqual([]);
    await member.json('POST', at('channels'), { network: 'instagram', name: 'La page' });
    expect(await get('insights/timing')).toMatchObject([{ since: '2024-12-01', until: '2026-12-01', cutAt: null, basis: 'organic', hours: [] }]);
    expect(await get('insights/formats')).toMatchObject([{ formats: [], themes: [] }]);
    expect(await get('insights/passed-on')).toMatchObject([{ whole: { posts: 0, shareRate: null }, mostShared: [] }]);
    expect(await get('insights/channels')).toMatchObject([{ name: 'La page', posts: 0, contacts: null, observedAt: null, usual: { median: null, posts: 0 } }]);
  });

  it('are asked of one channel or of all, and of days in their order', async () => {
    await send([...posts(1, '2026-07-01T10:00:00Z'), ...posts(1, '2026-07-01T10:00:00Z', { network: 'mastodon', channel: 'Le pouet' })]);
    const [page, fediverse] = [await channelOf('facebook'), await channelOf('mastodon')];
    for (const door of ['timing', 'formats', 'passed-on']) {
      expect((await get<{ channelId: string }[]>(`insights/${door}`)).map(({ channelId }) => channelId), door).toEqual([page?.id, fediverse?.id]);
      expect(await get(`insights/${door}?channelId=${fediverse?.id}`), door).toMatchObject([{ channelId: fediverse?.id }]);
      expect(await get(`insights/${door}?from=2026-07-02&to=2026-07-01`), door).toEqual([]);
      expect(await get(`insights/${door}?from=2027-07-02`), door).toEqual([]);
      expect(await member.get(at(`insights/${door}?channelId=01900000-0000-7000-8000-000000000001`)), door).toMatchObject({ status: 404, body: { reason: 'channel-not-found' } });
    }
    expect(await get('insights/channels?from=2026-08&to=2026-07')).toEqual([]);
  });

  it('begin after a change of definition, and say so', async () => {
    await send([...posts(9, '2026-06-01T10:00:00Z', { reach: 900 }), ...posts(5, '2026-06-16T10:00:00Z')]);
    const [timing] = await get<ChannelTiming[]>('insights/timing?from=2026-05-01&to=2026-07-31');
    expect(timing).toMatchObject({ since: '2026-06-15', until: '2026-07-31', cutAt: '2026-06-15', seams: [{ day: '2026-06-15', measure: 'reach', comparable: false }] });
    expect(timing?.bands.find(({ band }) => band === 'midday')?.organic).toMatchObject({ median: 0.03, posts: 5 });
    expect((await get<ChannelTiming[]>('insights/timing?from=2026-05-01&to=2026-06-14'))[0]).toMatchObject({ cutAt: null, holidays: { outside: { median: 0.9, posts: 9 } } });
    expect((await get<ComparedChannel[]>('insights/channels?to=2026-07'))[0]).toMatchObject({ usual: { median: 0.03, posts: 5 }, usualMonths: 3, posts: 14 });
  });

  it('leave deleted posts and stories out, and young ones out of medians', async () => {
    await send([...posts(5, '2026-07-06T10:00:00Z', { likes: 10, shares: 3 }), ...posts(3, '2026-07-06T11:00:00Z', { format: 'story', likes: 900, shares: 900 })]);
    const page = await channelOf('facebook');
    const { id: organisationId } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(member.slug);
    await portee.running.app.get(TenantTransaction, { strict: false }).run(organisationId, (manager) => write(manager, organisationId, {
      channel: { id: page?.id ?? '', network: 'facebook', timeZone: 'Europe/Brussels' }, observedAt: '2026-11-30T10:00:00Z', source: 'api',
      posts: [
        reading('gone', '2026-07-07T10:00:00Z', { deletedAt: new Date('2026-08-01T00:00:00Z'), figures: { reach: 900, followers: 1000, likes: 900, shares: 900 } }),
        reading('young', '2026-11-29T10:00:00Z', { figures: { reach: 900, followers: 1000, likes: 10, shares: 9 } }),
      ],
    }));
    expect((await get<ChannelFormats[]>('insights/formats'))[0]?.formats).toMatchObject([{ format: 'photo', posts: 6, organic: { median: 0.03, posts: 5 }, sharing: { likes: 60, shares: 24 } }]);
    const [passed] = await get<ChannelPassedOn[]>('insights/passed-on');
    expect(passed?.mostShared.map(({ externalId, localTime, sharesPerLike }) => [externalId, localTime, sharesPerLike?.toFixed(3)])[0]).toEqual(['young', '11:00', (9.5 / 10.5).toFixed(3)]);
    expect(passed?.mostShared).toHaveLength(6);
  });

  it('take posts of which nobody knows whether they were pushed, until somebody says', async () => {
    await send(posts(6, '2026-07-06T10:00:00Z', { paid: '' }));
    const page = await channelOf('facebook');
    expect(await get('insights/timing')).toMatchObject([{ basis: 'organic-and-unknown', weekdays: [{ organic: { posts: 1 }, unknown: 1 }, {}, {}, {}, {}, {}, {}] }]);
    expect(await get('insights/formats')).toMatchObject([{ basis: 'organic-and-unknown', formats: [{ organic: { median: 0.035, posts: 6 }, paid: 0, unknown: 6 }] }]);
    await member.json('POST', at(`channels/${page?.id}/unpaid-periods`), { from: '2026-07-01', to: '2026-07-31' });
    expect(await get('insights/formats')).toMatchObject([{ basis: 'organic', formats: [{ organic: { posts: 6 }, unknown: 0 }] }]);
  });
});

describe('timing', () => {
  it('is that of the channel’s clocks, those of the day', async () => {
    // 17:30 in Greenwich: 19:30 in Brussels in summer, 18:30 in winter; and 02:30 of the night when clocks are set back, twice
    await send([...posts(2, '2026-07-06T17:30:00Z'), ...posts(3, '2026-11-02T17:30:00Z'), { published_at: '2026-10-25T00:30:00Z', reach: 50 }, { published_at: '2026-10-25T01:30:00Z', reach: 60 }]);
    const page = await channelOf('facebook');
    const hours = async () => (await get<ChannelTiming[]>('insights/timing'))[0]?.hours.map(({ weekday, hour, organic }) => `${weekday} ${hour}: ${organic.posts}`);
    expect(await hours()).toEqual(['mon 18: 1', 'mon 19: 1', 'tue 18: 1', 'tue 19: 1', 'wed 18: 1', 'sun 2: 2']);
    await member.json('PATCH', at(`channels/${page?.id}`), { timeZone: 'America/Los_Angeles' });
    expect(await hours()).toEqual(['mon 9: 1', 'mon 10: 1', 'tue 9: 1', 'tue 10: 1', 'wed 9: 1', 'sat 17: 1', 'sat 18: 1']);
  });

  it('sets school holidays apart', async () => {
    await send([...posts(6, '2026-07-06T10:00:00Z'), ...posts(5, '2026-09-07T10:00:00Z', { reach: 200 })]);
    expect(await get('insights/timing')).toMatchObject([{ holidays: { within: { median: 0.035, posts: 6 }, outside: { median: 0.2, posts: 5 } } }]);
  });
});

describe('formats and what is passed on', () => {
  it('take the organic part of the reach where it is split, and never that of a pushed post', async () => {
    await send([...posts(5, '2026-07-06T10:00:00Z', { format: 'video', reach: 500, reach_organic: 80 }), ...posts(5, '2026-08-03T10:00:00Z', { format: 'video', reach: 5000, reach_organic: 70, paid: 'true' })]);
    expect(await get('insights/formats')).toMatchObject([{ formats: [{ format: 'video', posts: 10, organic: { median: 0.08, posts: 5 }, paid: 5 }] }]);
  });

  it('know themes, calls to share and appointments, and divide sums', async () => {
    await send([
      ...posts(6, '2026-07-06T10:00:00Z', { text: 'Merci de partager', likes: 5, comments: 1, shares: 4, themes: 'Cirque' }),
      ...Array.from({ length: 6 }, (_, week) => ({ published_at: new Date(Date.UTC(2026, 8, 7 + 7 * week, 16)).toISOString(), text: '#Lundi au centre', reach: 100, likes: 10, comments: 0, shares: 1, clicks: 9 })),
    ]);
    const [formats] = await get<ChannelFormats[]>('insights/formats');
    expect(formats?.themes).toMatchObject([{ theme: 'Cirque', posts: 6 }, { theme: null, posts: 6 }]);
    // by hand: reaches 10 to 60 make 210, and six times 100; clicks are told by the second six alone: 6 × 20 / 600
    expect(formats?.formats[0]).toMatchObject({ sharing: { likes: 90, shares: 30, sharesPerLike: 1 / 3 }, shareRate: 30 / 810, engagement: { withoutClicks: 126 / 810, withClicks: 0.2 } });
    const [passed] = await get<ChannelPassedOn[]>('insights/passed-on?from=2026-07-01&to=2026-09-30');
    expect(passed).toMatchObject({ called: { posts: 6, sharing: { sharesPerLike: 0.8 }, shareRate: 24 / 210 }, notCalled: { posts: 4, shareRate: 0.01 } });
    expect(passed?.months.map(({ month, posts: number, shareRate }) => [month, number, shareRate])).toEqual([['2026-07', 6, 24 / 210], ['2026-08', 0, null], ['2026-09', 4, 0.01]]);
    expect((await get<ChannelPassedOn[]>('insights/passed-on'))[0]?.series).toMatchObject([{ name: '#Lundi', weekday: 'mon', everyDays: 7, posts: 6, shareRate: 0.01 }]);
  });

  it('tell of a network that counts no people what it counts', async () => {
    await send(posts(5, '2026-07-06T10:00:00Z', { network: 'mastodon', channel: 'Le pouet', reach: '', likes: 8, comments: 2, shares: 10 }));
    expect(await get('insights/formats')).toMatchObject([{ formats: [{ posts: 5, organic: { median: null, posts: 0 }, sharing: { sharesPerLike: 1.25 }, shareRate: null, engagement: { withoutClicks: null } }] }]);
    expect(await get('insights/channels?to=2026-07')).toMatchObject([{ givesReach: false, networkLabel: 'Mastodon', usual: { median: null }, standIn: { median: 0.02, posts: 5 }, standInMonths: 1, contacts: null, interactions: 100 }]);
  });
});

describe('channels side by side', () => {
  it('are those of the twelve months that end with the organisation’s, with what they brought and cost', async () => {
    await send([...posts(5, '2026-11-02T10:00:00Z', { likes: 5, comments: 3, shares: 2 }), ...posts(2, '2026-10-05T10:00:00Z', { reach: 500 }), ...posts(1, '2025-12-05T10:00:00Z', { reach: 40 })]);
    const page = await channelOf('facebook');
    await member.json('PUT', at(`channels/${page?.id}/effort/2026-11`), { hours: 2.5, euros: 0.1 });
    await member.json('PUT', at(`channels/${page?.id}/effort/2026-10`), { hours: 1.25, euros: 0.2 });
    const [line] = await get<ComparedChannel[]>('insights/channels');
    expect(line?.months.map(({ month, posts: number }) => [month, number])).toEqual([['2026-01', 0], ['2026-02', 0], ['2026-03', 0], ['2026-04', 0], ['2026-05', 0], ['2026-06', 0], ['2026-07', 0], ['2026-08', 0], ['2026-09', 0], ['2026-10', 2], ['2026-11', 5], ['2026-12', 0]]);
    expect(line).toMatchObject({ followers: { count: 1000, day: '2026-11-06' }, usual: { posts: 7 }, usualMonths: 3, posts: 7, contacts: 1150, interactions: 50, hours: 3.75, euros: 0.3 });
    // by hand: 10 + 20 + 30 + 40 + 50 people in November and twice 500 in October, for 3.75 hours and 0.30 euro; 50 interactions of November for its 2.5 hours
    expect(line).toMatchObject({ contactsPerHour: { ratio: 1150 / 3.75, months: 2 }, contactsPerEuro: { ratio: 1150 / 0.3, cost: 0.3 }, interactionsPerHour: { ratio: 20, cost: 2.5, gain: 50, months: 1 } });
    expect((await get<ComparedChannel[]>('insights/channels?from=2025-12&to=2026-11'))[0]).toMatchObject({ usual: { median: 0.03, posts: 5 }, usualMonths: 1, posts: 8, contacts: 1190 });
  });
});
