import { existsSync, readFileSync } from 'node:fs';
import type { Channel, ChannelReach, ChannelSharing, MonthlyReport, PostPage } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee, Visitor } from '../support/portee.js';

const DATA = new URL('../../../shared/data/', import.meta.url);
const isThere = existsSync(DATA);
if (!isThere) console.info('absent: the real files of ../shared/data');

let portee: TestPortee;
let visitor: Visitor & { slug: string };
const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, DATA)) });
const get = <T>(path: string) => visitor.json<T>('GET', `/api/v1/organisations/${visitor.slug}/${path}`);

beforeAll(async () => {
  portee = await startTestPortee();
  visitor = await Visitor.first(portee.url);
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
    const report = await get<MonthlyReport>('reports/2014-10');
    expect(report.channels).toHaveLength(1);
    const pdf = await visitor.send('GET', `/api/v1/organisations/${visitor.slug}/reports/2014-10.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
