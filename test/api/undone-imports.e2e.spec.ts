import type { Appointment, Channel, PlannedPost, PostPage } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goesWithChannels, heldByChannels } from '../../apps/api/src/imports/undo-import.js';
import { askDatabase } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const FILE = 'channel,network,post_id,published_at,paid,followers,reach\nLa lettre,newsletter,a,2026-03-05T17:35:00Z,false,1000,60';

let portee: TestPortee;
let member: Member;
let channelId: string;
let importId: string;
const at = (path: string) => `/api/v1/organisations/${member.slug}/${path}`;
const act = <T>(method: string, path: string, body?: unknown) => member.json<T>(method, at(path), body);
const channels = async () => (await act<Channel[]>('GET', 'channels')).map(({ id }) => id);
const slot = { title: 'Le jeudi', weekday: 4, time: '18:30', fromDay: '2026-03-05' };
const draft = { title: 'Vernissage', day: '2026-03-10', time: '12:00' };

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => new Date('2026-03-27T09:00:00Z') });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  for (const id of await channels()) await member.delete(at(`channels/${id}`));
  importId = (await importFile(member, { name: 'a.csv', bytes: FILE })).id;
  channelId = (await channels())[0] ?? '';
});

describe('an import that is undone', () => {
  it('takes along a channel of which nothing else is known', async () => {
    await act('DELETE', `imports/${importId}`);
    expect(await channels()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['an appointment', () => act('POST', 'plan/appointments', { channelId, ...slot })],
    ['a planned post', () => act('POST', 'plan/posts', { channelId, ...draft })],
    ['a line of the plan', () => act('POST', 'plan/lines', { channelId, kind: 'other', title: 'Répondre', fromDay: '2026-03-05' })],
    ['an objective', () => act('POST', 'plan/objectives', { channelId, quarter: '2026-Q2', measure: 'posts', target: 12 })],
    ['hours of work', () => act('PUT', `channels/${channelId}/effort/2026-03`, { hours: 3 })],
    ['euros', () => act('PUT', `channels/${channelId}/effort/2026-03`, { euros: 3 })],
    ['days without a push', () => act('POST', `channels/${channelId}/unpaid-periods`, { from: '2026-03-01', to: '2026-03-31' })],
  ])('leaves a channel of which somebody said something: %s', async (_, say) => {
    await say();
    await act('DELETE', `imports/${importId}`);
    expect(await channels()).toEqual([channelId]);
    expect((await act<PostPage>('GET', 'posts')).items).toEqual([]);
  });

  it('leaves a channel of which something was taken out that can still be brought back', async () => {
    const { id: appointment } = await act<Appointment>('POST', 'plan/appointments', { channelId, ...slot });
    const { id: post } = await act<PlannedPost>('POST', 'plan/posts', { channelId, ...draft });
    for (const path of [`appointments/${appointment}`, `posts/${post}`]) await member.delete(at(`plan/${path}`));
    await act('DELETE', `imports/${importId}`);
    expect(await act('POST', `plan/appointments/${appointment}/restore`)).toMatchObject({ channelId });
    expect(await act('POST', `plan/posts/${post}/restore`)).toMatchObject({ channelId });
  });

  it('knows of every table that holds something of a channel whether that goes with it', async () => {
    const tables = await askDatabase<{ name: string }>(
      portee.database.ownerUrl, `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'channel'::regclass AND conparentid = 0`,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(['channel', ...heldByChannels, ...goesWithChannels].toSorted());
  });
});
