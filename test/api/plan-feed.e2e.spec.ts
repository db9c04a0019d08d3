import { createHash } from 'node:crypto';
import type { Appointment, Channel, NewPlanFeed, OwnTheme, PlanFeed, PlannedPost } from '@portee/shared';
import ical, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

/** In Brussels already the second of March. */
const NOW = new Date('2026-03-01T23:30:00Z');

let portee: TestPortee;
let us: Member;
/** A calendar program: it has the address and nothing else. */
let program: Visitor;
let channelId: string;

const at = (path: string) => `/api/v1/organisations/${us.slug}/plan/${path}`;
const act = <T>(method: string, path: string, body?: unknown) => us.json<T>(method, at(path), body);
const addAppointment = (rest: object = {}) => act<Appointment>('POST', 'appointments', { channelId, title: 'Le jeudi', weekday: 4, time: '18:30', fromDay: '2026-03-05', toDay: '2026-03-26', ...rest });
const addPost = (rest: object = {}) => act<PlannedPost>('POST', 'posts', { channelId, title: 'Vernissage', day: '2026-03-06', time: '12:00', ...rest });
const subscribe = (role: string | null = null) => act<NewPlanFeed>('POST', 'feeds', { role });
const read = async ({ address }: { address: string }) => {
  const answer = await program.send('GET', address);
  expect(answer.status).toBe(200);
  return answer.text();
};

/** The events of a feed as another library understands them, in the order of time. */
async function events(feed: { address: string }): Promise<VEvent[]> {
  const parts = Object.values(ical.sync.parseICS(await read(feed)));
  return parts.flatMap((part) => (part?.type === 'VEVENT' ? [part] : [])).toSorted((a, b) => a.start.getTime() - b.start.getTime());
}
/** A text that came without parameters is told as it is. */
const textOf = (value: VEvent['summary']) => (typeof value === 'string' ? value : value.val);
const begins = async (feed: { address: string }) => (await events(feed)).map(({ start, summary }) => `${start.toISOString().slice(0, 16)} ${textOf(summary)}`);

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  us = await firstMember(portee.url, 'Le Cerisier ; culture, "vivante"');
  program = new Visitor(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  const channels = await us.json<Channel[]>('GET', `/api/v1/organisations/${us.slug}/channels`);
  for (const { id } of channels) await us.delete(`/api/v1/organisations/${us.slug}/channels/${id}`);
  for (const { id } of await act<PlanFeed[]>('GET', 'feeds')) await us.delete(at(`feeds/${id}`));
  channelId = (await us.json<Channel>('POST', `/api/v1/organisations/${us.slug}/channels`, { network: 'facebook', name: 'La page' })).id;
});

describe('the plan in a calendar program', () => {
  it('shows each thing at its instant, where clocks change and where they are others', async () => {
    const far = await us.json<Channel>('POST', `/api/v1/organisations/${us.slug}/channels`, { network: 'facebook', name: 'Saint-Jean', timeZone: 'America/St_Johns' });
    await addAppointment({ title: 'été', fromDay: '2026-03-26', toDay: '2026-04-02' });
    await addAppointment({ title: 'nuit', weekday: 7, time: '02:30', fromDay: '2026-03-29', toDay: '2026-03-29' });
    await addAppointment({ title: 'double', weekday: 7, time: '02:30', fromDay: '2026-10-25', toDay: '2026-10-25' });
    await addPost({ channelId: far.id, title: 'là-bas', day: '2026-03-08', time: '00:15' }); // the day on which clocks there go forward, before they do: half past three behind
    expect(await begins(await subscribe())).toEqual([
      '2026-03-08T03:45 là-bas', '2026-03-26T17:30 été', '2026-03-29T01:30 nuit', '2026-04-02T16:30 été', '2026-10-25T00:30 double',
    ]);
  });

  it('says what it is, for whom, and whose, whatever signs stand in it', async () => {
    const theme = await us.json<OwnTheme>('POST', `/api/v1/organisations/${us.slug}/themes`, { name: 'Arts, lettres' });
    const title = `${'🎭 مهرجان; «Fête», \\ '.repeat(5)}fin`; // this reader takes a backslash before an n for a new line, even one that was escaped
    const post = await addPost({ title, role: 'Chargée, com;', note: 'Une\r\nNEWLINE:\u0007 BEGIN:VEVENT\nhttps://exemple.be/?a=1;b', themeId: theme.id });
    const feed = await subscribe();
    const [event, ...others] = await events(feed);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ uid: `${post.id}@portee`, summary: title, transparency: 'TRANSPARENT', categories: ['Arts, lettres'], end: new Date('2026-03-06T11:15:00Z') });
    expect(event?.description).toBe('La page\nChargée, com;\nUne\nNEWLINE:  BEGIN:VEVENT\nhttps://exemple.be/?a=1;b');
    const text = await read(feed);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75); // RFC 5545 3.1
    expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(ical.sync.parseICS(text)['vcalendar']).toMatchObject({ method: 'PUBLISH', 'WR-CALNAME': 'Le Cerisier ; culture, "vivante"' });
    await us.delete(`/api/v1/organisations/${us.slug}/themes/${theme.id}`);
  });

  it('keeps the name of an occurrence when it is moved, and when a post takes its place; what is skipped is not there', async () => {
    const { id } = await addAppointment();
    const feed = await subscribe();
    const names = async () => (await events(feed)).map(({ uid }) => uid).toSorted();
    const before = await names();
    expect(before).toHaveLength(4);
    await act('PUT', `appointments/${id}/exceptions/2026-03-12`, { kind: 'moved', movedToDay: '2026-05-01', movedToTime: '08:00', version: null });
    await addPost({ day: '2026-03-20', title: 'à sa place', appointmentId: id, appointmentDay: '2026-03-19' });
    expect(await names()).toEqual(before);
    expect(await begins(feed)).toEqual(['2026-03-05T17:30 Le jeudi', '2026-03-20T11:00 à sa place', '2026-03-26T17:30 Le jeudi', '2026-05-01T06:00 Le jeudi']);
    await act('PUT', `appointments/${id}/exceptions/2026-03-26`, { kind: 'skipped', version: null });
    expect(await names()).toEqual(before.slice(0, 3));
  });

  it('reaches from 90 days ago to a year from today, days of the organisation, each thing once', async () => {
    for (const day of ['2025-12-01', '2025-12-02', '2026-03-01', '2026-03-02', '2027-03-02', '2027-03-03']) await addPost({ day, title: day });
    expect((await events(await subscribe())).map(({ summary }) => summary)).toEqual(['2025-12-02', '2026-03-01', '2026-03-02', '2027-03-02']);
  });

  it('shows one role its own, however it is written', async () => {
    await addPost({ role: 'Chargée de com’', title: 'à elle' });
    await addPost({ role: 'animateur', title: 'à lui' });
    await addPost({ title: 'à personne' });
    expect((await events(await subscribe('CHARGEE de com’'))).map(({ summary }) => summary)).toEqual(['à elle']);
    expect(await events(await subscribe())).toHaveLength(3);
  });

  it('carries a year of three hundred weekly appointments', async () => {
    for (let count = 0; count < 300; count += 1) await addAppointment({ title: `n° ${count}`, weekday: (count % 7) + 1, fromDay: '2025-11-01', toDay: null });
    const feed = await subscribe();
    expect((await events(feed)).length).toBeGreaterThan(300 * 64);
  });
});

describe('the address of a feed', () => {
  it('is told once, and remembers when it was last read', async () => {
    const feed = await subscribe('com');
    expect(feed.address).toMatch(/^http:\/\/.+\/api\/v1\/plan\.ics\?token=[\w-]{43}$/);
    expect(await act('GET', 'feeds')).toEqual([{ id: feed.id, role: 'com', createdAt: NOW.toISOString(), lastUsedAt: null }]);
    await read(feed);
    expect(await act('GET', 'feeds')).toMatchObject([{ lastUsedAt: NOW.toISOString() }]);
  });

  it('is kept by nobody on the way', async () => {
    const { headers } = await program.send('GET', (await subscribe()).address);
    expect(Object.fromEntries(['content-type', 'cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex',
    });
  });

  it('opens nothing once it is renewed or revoked, and looks then like any address at which there is nothing', async () => {
    const first = await subscribe();
    const second = await act<NewPlanFeed>('POST', `feeds/${first.id}/renew`);
    expect(second.id).toBe(first.id);
    await read(second);
    const nothing = [first.address, '/api/v1/plan.ics', '/api/v1/plan.ics?token=', `/api/v1/plan.ics?token=${'x'.repeat(43)}`, `/api/v1/plan.ics?token=${'é'.repeat(900)}`, '/api/v1/plan.ics?token=a&token=b'];
    await us.delete(at(`feeds/${first.id}`));
    for (const address of [...nothing, second.address]) {
      expect(await program.ask('GET', address)).toMatchObject({ status: 404, body: { reason: 'not-found' } });
    }
    expect(await act('GET', 'feeds')).toEqual([]);
    for (const [method, path] of [['POST', `feeds/${first.id}/renew`], ['DELETE', `feeds/${first.id}`]] as const) expect(await us.ask(method, at(path))).toMatchObject({ status: 404, body: { reason: 'feed-not-found' } });
  });

  it('is found before an organisation is known by a look-up that tells identifiers alone', async () => {
    const { id, address } = await subscribe('com');
    const hash = createHash('sha256').update(address.split('token=')[1] ?? '').digest();
    const look = () => portee.running.app.get(TenantTransaction, { strict: false }).lookUp((manager) => manager.query<object[]>('SELECT * FROM calendar_feed_by_hash($1)', [hash]));
    expect(await look()).toEqual([{ organisation_id: expect.stringMatching(/^[\da-f-]{36}$/), feed_id: id }]);
    await us.delete(at(`feeds/${id}`));
    expect(await look()).toEqual([]);
  });

  it('is one of fifty at most', async () => {
    for (let count = 0; count < 50; count += 1) await subscribe();
    expect(await us.ask('POST', at('feeds'), { body: {} })).toMatchObject({ status: 409, body: { reason: 'feed-limit' } });
  });
});
