import { type Channel, MAX_OBJECTIVES, type Objective } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const NOBODY = '01900000-0000-7000-8000-000000000001';
/** In Brussels already the last quarter of the year. */
const START = new Date('2026-09-30T22:30:00Z');
let now = START;
let portee: TestPortee;
let member: Member;
let channelId: string;
const at = (path = '') => `/api/v1/organisations/${member.slug}/plan/objectives${path}`;
const list = () => member.json<Objective[]>('GET', at());
const wanted = (body: object) => ({ channelId, quarter: '2026-Q4', measure: 'reach-rate', target: 0.06, ...body });
const create = (body: object) => member.ask('POST', at(), { body: wanted(body) });
const made = (body: object = {}) => member.json<Objective>('POST', at(), wanted(body));
const file = (days: readonly string[], reach: number) => ['channel,network,post_id,published_at,paid,followers,reach', ...days.map((day) => `La lettre,newsletter,p${day},${day}T10:00:00Z,false,1000,${reach}`)].join('\n');

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => now });
  member = await firstMember(portee.url);
  await importFile(member, { name: 'a.csv', bytes: file(['2026-09-28', '2026-09-29', '2026-09-30'], 900) });
  channelId = (await member.json<Channel[]>('GET', `/api/v1/organisations/${member.slug}/channels`))[0]?.id ?? '';
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = START;
  for (const { id } of await list()) await member.delete(at(`/${id}`));
});

describe('an objective', () => {
  it('is told with what is known of its own quarter alone, and judged when that is over', async () => {
    await made();
    await made({ measure: 'posts', target: 6 });
    const told = async () => (await list()).toSorted((a, b) => a.measure.localeCompare(b.measure)).map(({ measure, rate, published, isReached, isOver }) => [measure, rate.median, published, isReached, isOver]);
    expect(await told()).toEqual([['posts', null, 0, null, false], ['reach-rate', null, 0, null, false]]);
    now = new Date('2026-12-20T12:00:00Z');
    await importFile(member, { name: 'b.csv', bytes: file(['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22', '2026-10-29'], 70) });
    expect(await told()).toEqual([['posts', 0.07, 5, null, false], ['reach-rate', 0.07, 5, null, false]]);
    await importFile(member, { name: 'c.csv', bytes: file(['2026-11-05'], 10) });
    // Posts are reached once they are enough; a median may still move.
    expect(await told()).toEqual([['posts', 0.07, 6, true, false], ['reach-rate', 0.07, 6, null, false]]);
    now = new Date('2027-01-02T12:00:00Z');
    expect(await told()).toEqual([['posts', 0.07, 6, true, true], ['reach-rate', 0.07, 6, true, true]]);
  });

  it('is one a channel, quarter and measure; changed from the version read; taken out and brought back', async () => {
    const first = await made();
    expect(await create({ target: 0.08 })).toMatchObject({ status: 409, body: { reason: 'objective-taken' } });
    const change = (version: number) => member.ask('PUT', at(`/${first.id}`), { body: { target: 0.08, version } });
    expect(await change(1)).toMatchObject({ status: 200, body: { target: 0.08, version: 2 } });
    expect(await change(1)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { target: 0.08 } } });
    await member.delete(at(`/${first.id}`));
    expect([(await change(2)).status, await list()]).toEqual([404, []]);
    const second = await made();
    expect((await member.ask('POST', at(`/${first.id}/restore`))).body).toMatchObject({ reason: 'objective-taken' });
    await member.delete(at(`/${second.id}`));
    expect(await member.json('POST', at(`/${first.id}/restore`))).toMatchObject({ target: 0.08 });
  });

  it('keeps what it measures, and a target that it can be measured by', async () => {
    const { id } = await made({ measure: 'posts', target: 12 });
    for (const body of [{ measure: 'reach-rate', target: 0.08 }, { target: 2.5 }, { target: 5_001 }, { target: 0 }]) {
      expect(await member.ask('PUT', at(`/${id}`), { body: { ...body, version: 1 } }), JSON.stringify(body)).toMatchObject({ status: 422, body: { reason: 'invalid-input' } });
    }
    expect(await list()).toMatchObject([{ measure: 'posts', target: 12, version: 1 }]);
  });

  it('stays as it was once its quarter is over: nobody chooses among aims that were set before', async () => {
    now = new Date('2026-12-20T12:00:00Z');
    const easy = await made({ target: 0.01 });
    await member.delete(at(`/${easy.id}`));
    const hard = await made({ target: 0.9 });
    now = new Date('2026-12-31T23:30:00Z');
    expect(await member.ask('PUT', at(`/${hard.id}`), { body: { target: 0.01, version: 1 } })).toMatchObject({ status: 422, body: { reason: 'objective-past' } });
    await member.delete(at(`/${hard.id}`));
    expect(await member.ask('POST', at(`/${easy.id}/restore`))).toMatchObject({ status: 422, body: { reason: 'objective-past' } });
    expect(await member.json('POST', at(`/${hard.id}/restore`))).toMatchObject({ target: 0.9, isOver: true });
  });

  it('counts the posts of its whole quarter, and rates on this side of a change of what reach means', async () => {
    now = new Date('2024-07-02T10:00:00Z');
    const { id } = await member.json<Channel>('POST', `/api/v1/organisations/${member.slug}/channels`, { network: 'instagram', name: 'En images' });
    for (const [measure, target] of [['posts', 8], ['reach-rate', 0.05]] as const) await made({ channelId: id, quarter: '2024-Q3', measure, target });
    now = START;
    // Reach was counted anew from the first of September 2024 on.
    const post = (day: string, reach: number) => `En images,instagram,${day},${day}T10:00:00Z,1000,${String(reach)},${day.slice(0, 8)}28T10:00:00Z`;
    const days = ['2024-08-01', '2024-08-02', '2024-08-03', '2024-08-04'].map((day) => post(day, 900)).concat(['2024-09-01', '2024-09-02', '2024-09-03', '2024-09-04', '2024-09-05'].map((day) => post(day, 60)));
    await importFile(member, { name: 'd.csv', bytes: ['channel,network,post_id,published_at,followers,reach,observed_at', ...days].join('\n') }, { channelId: id });
    expect((await list()).map(({ measure, published, rate, isReached }) => [measure, published, rate.median, rate.posts, isReached])).toEqual([['posts', 9, 0.06, 5, true], ['reach-rate', 9, 0.06, 5, true]]);
  });

  it('is one of so many', async () => {
    const { id: spare } = await made();
    await member.delete(at(`/${spare}`));
    const { id: organisationId } = await member.json<{ id: string }>('GET', `/api/v1/organisations/${member.slug}`);
    const asOwner = (sql: string) => withClient(portee.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
      await client.query(sql);
    });
    await asOwner(`INSERT INTO objective (organisation_id, id, channel_id, quarter, measure, target) SELECT '${organisationId}', gen_random_uuid(), '${channelId}', (2030 + n / 4)::text || '-Q' || (n % 4 + 1)::text, 'posts', 12 FROM generate_series(0, ${String(MAX_OBJECTIVES - 1)}) n`);
    for (const answer of [await create({}), await member.ask('POST', at(`/${spare}/restore`))]) expect(answer).toMatchObject({ status: 422, body: { reason: 'objective-limit' } });
    await asOwner('DELETE FROM objective');
  });

  it('is refused where it cannot be', async () => {
    expect(await create({ quarter: '2026-Q3' })).toMatchObject({ status: 422, body: { reason: 'objective-past', detail: expect.stringContaining('passé') } });
    expect((await create({ channelId: NOBODY })).status).toBe(404);
    for (const body of [{ target: 0 }, { target: -1 }, { target: 11 }, { measure: 'posts', target: 2.5 }, { measure: 'posts', target: 5_001 }, { measure: 'likes' }, { quarter: '2026-Q5' }, { quarter: '1999-Q4' }, { quarter: '2026-12' }]) {
      expect((await create(body)).status, JSON.stringify(body)).toBe(422);
    }
    expect(await list()).toEqual([]);
  });
});
