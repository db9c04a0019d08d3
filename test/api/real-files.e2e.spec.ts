import { existsSync, readFileSync } from 'node:fs';
import type { Channel, ChannelReach, ChannelSharing, MonthlyReport, PostPage, Recommendation } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.js';
import { importFile } from '../support/imports.js';
import { hasPoppler, pdfText } from '../support/poppler.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const DATA = new URL('../../../shared/data/', import.meta.url);
const isThere = existsSync(DATA);
if (!isThere) process.stdout.write('absent: the real files of ../shared/data\n');

let portee: TestPortee;
let visitor: Member;
const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, DATA)) });
const get = <T>(path: string) => visitor.json<T>('GET', `/api/v1/organisations/${visitor.slug}/${path}`);

beforeAll(async () => {
  portee = await startTestPortee();
  visitor = await firstMember(portee.url);
});
afterAll(() => portee.stop());

describe.runIf(isThere)('the 2014 page, through HTTP', () => {
  it('gives back the figures it is known for', async () => {
    const done = await importFile(visitor, file('uci_page_2014.portee.csv'));
    expect(done).toMatchObject({ state: 'applied', format: 'portee-posts', rows: { read: 500, accepted: 500, rejected: 0 }, outcome: { postsNew: 500, channelsNew: 1 } });
    const [channel] = await get<Channel[]>('channels');
    const [reach] = await get<ChannelReach[]>(`insights/reach?channelId=${channel?.id}`);
    expect(reach?.period.all).toMatchObject({ posts: 500, median: expect.closeTo(0.048636, 6) });
    expect(reach?.period.organic).toMatchObject({ posts: 360, median: expect.closeTo(0.042093, 6) });
    expect(reach?.period.paid).toMatchObject({ posts: 139, median: expect.closeTo(0.067121, 6) });
    expect(reach?.period.unknown.posts).toBe(1);
    expect(reach?.period.followersReached.median).toBeCloseTo(0.030851, 6);
    const [sharing] = await get<ChannelSharing[]>(`insights/sharing?channelId=${channel?.id}`);
    expect(sharing?.period.sharesPerLike).toBeCloseTo(0.152306, 6);
    const over = await get<PostPage>(`posts?channelId=${channel?.id}&sort=-reachRate&limit=10`);
    expect(over.items.filter((post) => (post.reachRate ?? 0) > 1)).toHaveLength(7);
  });

  it.skipIf(!hasPoppler)('says the same in the report of December, and on paper', async () => {
    const { year } = await get<MonthlyReport>('reports/2014-12');
    expect(year).toMatchObject({ since: '2014-01-01', until: '2014-12-31', reach: { all: { posts: 500 }, organic: { posts: 360 }, paid: { posts: 139 }, unknown: { posts: 1 } } });
    expect([year?.reach.all.median, year?.reach.organic.median, year?.reach.paid.median, year?.reach.followersReached.median, year?.sharing.sharesPerLike].map((rate) => rate?.toFixed(6)))
      .toEqual(['0.048636', '0.042093', '0.067121', '0.030851', '0.152306']);
    const pdf = await visitor.send('GET', `/api/v1/organisations/${visitor.slug}/reports/2014-12.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const text = pdfText(Buffer.from(await pdf.arrayBuffer()));
    expect(text).toMatch(/Toutes\s+500\s.*4,9\n.*Non sponsorisées\s+360\s.*4,2\n.*Sponsorisées\s+139\s.*6,7\n/s);
    expect(text).toMatch(/Abonnés touchés seulement\s+500\s.*3,1\n/);
    expect(text).toMatch(/Partages pour 100 j’aime\s?: 15 \(/u);
  });
});

describe.runIf(isThere)('the 2014 page, as of July 2015', () => {
  it('bears nothing of evenings nor of videos: 7 and 3 organic posts, under the 8 that are needed', async () => {
    const { code, out, err } = await runCommand(portee.database, ['recommend', '--organisation', visitor.slug, '--channel', 'Page cosmétique 2014', '--as-of', '2015-07-01T00:00:00Z', '--json'], { now: new Date() });
    expect(code, err).toBe(0);
    const records: Recommendation[] = JSON.parse(out);
    const silent = { effect: null, low: null, high: null, verdict: 'not_enough_data', reason: 'too-few-posts' };
    expect(records.find(({ level }) => level === 'evening')).toMatchObject({ dimension: 'hour_band', posts: 7, ...silent });
    expect(records.find(({ level }) => level === 'video')).toMatchObject({ dimension: 'format', posts: 3, ...silent });
    // Organic posts are 360, and each has a band, a weekday and a format.
    for (const dimension of ['hour_band', 'weekday', 'format']) expect(records.filter((record) => record.dimension === dimension).reduce((sum, { posts }) => sum + posts, 0), dimension).toBe(360);
    expect(records.find(({ dimension }) => dimension === 'paid')).toMatchObject({ posts: 139, verdict: 'no_clear_difference', reason: 'paid-is-chosen' });
  });
});

describe.runIf(isThere)('the files of Meta Business Suite, through HTTP', () => {
  /** Posts and medians of the file itself, computed apart with Python's csv, zoneinfo and statistics. */
  const pages = [
    { name: 'exports/facebook-posts-business-suite.csv', network: 'facebook', followers: 12_000, posts: 48, months: [['2025-03', 17, 28 / 12_000], ['2025-04', 31, 16 / 12_000]] },
    { name: 'exports/instagram-posts-business-suite.csv', network: 'instagram', followers: 3_000, posts: 78, months: [['2025-03', 49, 49 / 3_000], ['2025-04', 29, 49 / 3_000]] },
  ] as const;

  it.each(pages)('gives the months of $name once followers are known', async ({ name, network, followers, posts, months }) => {
    const done = await importFile(visitor, file(name));
    expect(done).toMatchObject({ state: 'applied', fileTimeZone: 'America/Los_Angeles', rows: { read: posts, accepted: posts, rejected: 0 }, asksFollowers: true });
    const channel = (await get<Channel[]>('channels')).find((one) => one.id === done.channelIds[0]);
    expect(channel).toMatchObject({ network, followers: null });
    await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/channels/${channel?.id}/followers`, { readings: [{ day: '2025-03-01', followers }] });
    const [reach] = await get<ChannelReach[]>(`insights/reach?channelId=${channel?.id}&from=2025-03-01&to=2025-04-30`);
    expect(reach?.months.map(({ month, all }) => [month, all.posts, all.median])).toEqual(months.map(([month, n, median]) => [month, n, expect.closeTo(median, 12)]));
  });

  /** 30 March 2025 at 2 h: Brussels goes to summer time, three weeks after California. */
  it.each([
    { id: '18367766032192535', california: '03/28/2025 03:26', local: ['2025-03-28', '11:26'] },
    { id: '18059024786488371', california: '03/30/2025 09:33', local: ['2025-03-30', '18:33'] },
    { id: '969245258628800', california: '03/31/2025 02:05', local: ['2025-03-31', '11:05'] },
  ])('reads $california in California as $local in Brussels', async ({ id, local }) => {
    const page = await get<PostPage>('posts?from=2025-03-28&to=2025-03-31&limit=200');
    const post = page.items.find(({ externalId }) => externalId === id);
    expect([post?.localDay, post?.localTime]).toEqual(local);
  });

  it('refuses the file that a spreadsheet has damaged, and says how to get a sound one', async () => {
    const done = await importFile(visitor, file('exports/facebook-audience-damaged-by-spreadsheet.csv'));
    expect(done).toMatchObject({ state: 'refused', refusal: { reason: 'damaged-by-spreadsheet' }, outcome: null });
    expect(done.refusal?.message).toContain('tableur');
  });

  it('asks for the channel of a per-day file, then adds its days', async () => {
    expect(await importFile(visitor, file('exports/facebook-reach-per-day.utf16.csv'))).toMatchObject({ state: 'refused', refusal: { reason: 'channel-needed' } });
    const page = (await get<Channel[]>('channels')).find((one) => one.externalId === '100066300057039');
    const done = await importFile(visitor, file('exports/facebook-reach-per-day.utf16.csv'), { channelId: page?.id ?? '' });
    expect(done).toMatchObject({ state: 'applied', format: 'meta-per-day' });
    expect(done.outcome?.channelDaysNew).toBeGreaterThan(50);
  });
});
