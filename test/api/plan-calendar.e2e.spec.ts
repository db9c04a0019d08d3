import type { Appointment, Channel, DecidedOccurrence, NewPlanFeed, OwnTheme, PlanCalendar, PlannedPost } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const STRANGER = '019aa000-0000-7000-8000-000000000000';

let portee: TestPortee;
let us: Member;
let them: Member;
let channelId: string;
let now = new Date('2026-03-02T09:00:00Z');

const at = (path: string, member = us) => `/api/v1/organisations/${member.slug}/plan/${path}`;
const ask = (method: string, path: string, body?: unknown, member = us) => member.ask(method, at(path, member), { body });
const act = <T>(method: string, path: string, body?: unknown) => us.json<T>(method, at(path), body);
const addChannel = (name: string, timeZone = 'Europe/Brussels', member = us) => member.json<Channel>('POST', `/api/v1/organisations/${member.slug}/channels`, { network: 'facebook', name, timeZone });
const addTheme = (name: string, member = us) => member.json<OwnTheme>('POST', `/api/v1/organisations/${member.slug}/themes`, { name });
/** Every Thursday at half past six; 2026-03-05 is one. */
const thursdays = (rest: object = {}) => ({ channelId, title: 'Le jeudi des ateliers', weekday: 4, time: '18:30', fromDay: '2026-03-05', ...rest });
const addAppointment = (rest: object = {}) => act<Appointment>('POST', 'appointments', thursdays(rest));
const addPost = (rest: object = {}) => act<PlannedPost>('POST', 'posts', { channelId, title: 'Vernissage', day: '2026-03-06', time: '12:00', ...rest });
const calendar = (from: string, to: string, rest = '') => act<PlanCalendar>('GET', `calendar?from=${from}&to=${to}${rest}`);
const told = ({ entries }: PlanCalendar) => entries.map(({ day, time, title }) => `${day} ${time} ${title}`);
/** What an update sends back: the whole of it, less what never changes. */
const draft = ({ id: _id, channelId: _channel, exceptions: _exceptions, ...rest }: Appointment, changes: object = {}) => ({ ...rest, ...changes });
const postDraft = ({ id: _id, ...rest }: PlannedPost, changes: object = {}) => ({ ...rest, ...changes });

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => now });
  us = await firstMember(portee.url);
  const { id, slug } = await portee.running.app.get(OrganisationsService, { strict: false }).create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
  const { token } = await portee.running.app.get(ApiTokens, { strict: false }).create(id, { name: 'tout', role: 'owner' });
  them = Object.assign(new Visitor(portee.url, { authorization: `Bearer ${token}` }), { slug });
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = new Date('2026-03-02T09:00:00Z');
  for (const member of [us, them]) {
    for (const { id } of await member.json<Channel[]>('GET', `/api/v1/organisations/${member.slug}/channels`)) await member.delete(`/api/v1/organisations/${member.slug}/channels/${id}`);
  }
  for (const { id } of (await us.json<OwnTheme[]>('GET', `/api/v1/organisations/${us.slug}/themes`))) await us.delete(`/api/v1/organisations/${us.slug}/themes/${id}`);
  channelId = (await addChannel('La page')).id;
});

describe('the calendar', () => {
  it('holds appointments and posts in the order of time, each in the zone of its channel', async () => {
    const far = await addChannel('Montréal', 'America/Toronto');
    const theme = await addTheme('Ateliers');
    const weekly = await addAppointment({ format: 'video', themeId: theme.id, role: 'chargée de com’', note: 'Une minute' });
    const there = await addPost({ channelId: far.id, day: '2026-03-05', time: '12:00', title: 'Midi là-bas' });
    await addPost({ title: 'Hors de vue', day: '2026-03-20' });
    const answer = await calendar('2026-03-02', '2026-03-15');
    expect(answer.entries).toEqual([
      {
        key: there.id, kind: 'post', channelId: far.id, day: '2026-03-05', time: '12:00', instant: '2026-03-05T17:00:00.000Z', clock: 'plain', title: 'Midi là-bas', format: null, theme: null, role: null, note: null,
        isHoliday: false, isMoved: false, appointmentId: null, appointmentDay: null, postId: there.id, version: 1,
      },
      {
        key: `${weekly.id}/2026-03-05`, kind: 'appointment', channelId, day: '2026-03-05', time: '18:30', instant: '2026-03-05T17:30:00.000Z', clock: 'plain', title: 'Le jeudi des ateliers', format: 'video',
        theme: { id: theme.id, name: 'Ateliers' }, role: 'chargée de com’', note: 'Une minute', isHoliday: false, isMoved: false, appointmentId: weekly.id, appointmentDay: '2026-03-05', postId: null, version: null,
      },
      expect.objectContaining({ key: `${weekly.id}/2026-03-12`, day: '2026-03-12' }),
    ]);
    expect(told(await calendar('2026-03-02', '2026-03-15', `&channelId=${far.id}`))).toEqual(['2026-03-05 12:00 Midi là-bas']);
  });

  it('lets a post stand instead of the occurrence whose place it takes, wherever it stands itself', async () => {
    const { id } = await addAppointment();
    const post = await addPost({ title: 'L’atelier gravure', day: '2026-03-17', time: '10:00', appointmentId: id, appointmentDay: '2026-03-12' });
    expect(told(await calendar('2026-03-09', '2026-03-15'))).toEqual([]);
    expect(told(await calendar('2026-03-09', '2026-03-22'))).toEqual(['2026-03-17 10:00 L’atelier gravure', '2026-03-19 18:30 Le jeudi des ateliers']);
    const { version } = await act<DecidedOccurrence>('PUT', `appointments/${id}/exceptions/2026-03-12`, { kind: 'moved', movedToDay: '2026-05-05', version: null });
    expect(told(await calendar('2026-05-05', '2026-05-05'))).toEqual([]);
    await us.delete(at(`appointments/${id}/exceptions/2026-03-12?version=${version}`));
    await us.delete(at(`posts/${post.id}`));
    expect(told(await calendar('2026-03-09', '2026-03-15'))).toEqual(['2026-03-12 18:30 Le jeudi des ateliers']);
    await act('POST', `posts/${post.id}/restore`);
    expect(told(await calendar('2026-03-09', '2026-03-15'))).toEqual([]);
  });

  it('moves and skips single occurrences, and puts them back', async () => {
    const { id } = await addAppointment();
    const moved = await act<DecidedOccurrence>('PUT', `appointments/${id}/exceptions/2026-03-12`, { kind: 'moved', movedToDay: '2026-04-01', movedToTime: '09:15', note: 'grève', version: null });
    const skipped = await act<DecidedOccurrence>('PUT', `appointments/${id}/exceptions/2026-03-19`, { kind: 'skipped', version: null });
    const march = await calendar('2026-03-09', '2026-03-22');
    expect([told(march), march.leftOut.map(({ day, reason }) => [day, reason])]).toEqual([[], [['2026-03-19', 'skipped']]]);
    expect((await calendar('2026-04-01', '2026-04-01')).entries).toMatchObject([{ day: '2026-04-01', time: '09:15', isMoved: true, appointmentDay: '2026-03-12', version: moved.version }]);
    for (const { day, version } of [moved, skipped]) expect((await ask('DELETE', `appointments/${id}/exceptions/${day}?version=${version}`)).status).toBe(204);
    expect(told(await calendar('2026-03-09', '2026-03-22'))).toHaveLength(2);
    expect(told(await calendar('2026-04-01', '2026-04-01'))).toEqual([]);
  });

  it('leaves out what falls in the organisation’s holidays and lists it, and marks what stands in them', async () => {
    await us.json('PUT', `/api/v1/organisations/${us.slug}/insights/settings`, { holidays: [{ name: 'Carnaval', from: '2026-03-09', to: '2026-03-22' }] });
    const { id } = await addAppointment({ skipsHolidays: true });
    const post = await addPost({ day: '2026-03-10' });
    const answer = await calendar('2026-03-02', '2026-03-29');
    expect(told(answer)).toEqual(['2026-03-05 18:30 Le jeudi des ateliers', '2026-03-10 12:00 Vernissage', '2026-03-26 18:30 Le jeudi des ateliers']);
    expect(answer.leftOut.map(({ appointmentId, day, reason }) => [appointmentId, day, reason])).toEqual([[id, '2026-03-12', 'holiday'], [id, '2026-03-19', 'holiday']]);
    expect(answer.collisions).toEqual([{ code: 'on-holiday', channelId, day: '2026-03-10', entries: [post.id] }]);
    await us.json('PUT', `/api/v1/organisations/${us.slug}/insights/settings`, { holidays: null });
  });

  it('tells gently what may have escaped the team', async () => {
    const { id } = await addAppointment({ toDay: '2026-03-31' });
    const post = await addPost({ day: '2026-03-05', time: '17:00' });
    await act('PUT', `appointments/${id}/exceptions/2026-03-12`, { kind: 'skipped', version: null });
    expect((await calendar('2026-03-01', '2026-04-30')).collisions).toEqual([
      { code: 'close-together', channelId, day: '2026-03-05', entries: [post.id, `${id}/2026-03-05`] }, { code: 'quiet-week', channelId, day: '2026-03-09', entries: [] },
      { code: 'quiet-week', channelId, day: '2026-03-30', entries: [] }, // it ends on that Tuesday
    ]);
  });

  it('carries three hundred appointments over the longest span, and refuses one more', async () => {
    const limit = 300;
    for (let count = 0; count < limit; count += 1) await addAppointment({ title: `Rendez-vous ${count}`, weekday: (count % 7) + 1, time: `${String(count % 24).padStart(2, '0')}:15` });
    expect((await calendar('2026-03-05', '2027-04-08')).entries.length).toBeGreaterThan(limit * 56);
    expect(await ask('POST', 'appointments', thursdays())).toMatchObject({ status: 409, body: { reason: 'appointment-limit' } });
    const [first] = await act<Appointment[]>('GET', 'appointments');
    await us.delete(at(`appointments/${first?.id}`));
    await addAppointment();
    expect(await ask('POST', `appointments/${first?.id}/restore`)).toMatchObject({ status: 409, body: { reason: 'appointment-limit' } });
  });
});

describe('posts that are planned', () => {
  const fill = (days: number, each: number) => portee.running.app.get(TenantTransaction, { strict: false }).run(organisationId, (manager) => manager.query(
    `INSERT INTO planned_post (organisation_id, id, channel_id, title, day, time, version) SELECT $1, gen_random_uuid(), $2, 'x', date '2026-03-06' + d, '12:00', 1 FROM generate_series(0, $3::int - 1) d, generate_series(1, $4::int)`,
    [organisationId, channelId, days, each],
  ));
  let organisationId: string;
  beforeEach(async () => {
    ({ id: organisationId } = await us.json<{ id: string }>('GET', `/api/v1/organisations/${us.slug}`));
  });

  it('are fifty a day on a channel, whether planned, moved there or brought back', async () => {
    await fill(1, 49);
    const last = await addPost();
    expect(await ask('POST', 'posts', { channelId, title: 'De trop', day: '2026-03-06', time: '12:00' })).toMatchObject({ status: 409, body: { reason: 'planned-day-full', detail: expect.stringContaining('50') } });
    const other = await addPost({ day: '2026-03-07' });
    expect(await ask('PUT', `posts/${other.id}`, postDraft(other, { day: '2026-03-06' }))).toMatchObject({ status: 409, body: { reason: 'planned-day-full' } });
    expect(await ask('PUT', `posts/${last.id}`, postDraft(last, { title: 'Autre titre' }))).toMatchObject({ status: 200 });
    await ask('DELETE', `posts/${last.id}`);
    await addPost();
    expect(await ask('POST', `posts/${last.id}/restore`)).toMatchObject({ status: 409, body: { reason: 'planned-day-full' } });
    await addPost({ channelId: (await addChannel('Une autre')).id });
  });

  it('are two thousand to come, and as many as there were before', async () => {
    await fill(50, 40);
    expect(await ask('POST', 'posts', { channelId, title: 'De trop', day: '2026-06-01', time: '12:00' })).toMatchObject({ status: 409, body: { reason: 'planned-post-limit', detail: expect.stringContaining('2000') } });
    now = new Date('2026-03-20T09:00:00Z');
    await addPost({ day: '2026-06-01' });
  });
});

describe('what people type', () => {
  it('is kept with its emojis, its other scripts and its right-to-left order, on one line', async () => {
    const title = '🎭\u200D👩🏽 مهرجان — «Fête»\n№ 1';
    const { title: kept } = await addAppointment({ title, note: 'ligne 1\nligne 2 🎉', role: ' com ' });
    expect(kept).toBe('🎭\u200D👩🏽 مهرجان — «Fête» № 1');
    expect(await act<Appointment[]>('GET', 'appointments')).toMatchObject([{ note: 'ligne 1\nligne 2 🎉', role: 'com' }]);
    await addPost({ title: 'é'.repeat(120), note: '🎉'.repeat(500) });
    expect(await ask('POST', 'posts', { channelId, title: 'a\u0000b', day: '2026-03-06', time: '12:00', note: 'x\u0000' })).toMatchObject({ status: 422, body: { reason: 'text-unreadable' } });
  });

  it.each([
    ['a time of day that no clock shows', { time: '30:00' }, 'time'], ['24:00', { time: '24:00' }, 'time'], ['a day that does not exist', { fromDay: '2026-02-29' }, 'fromDay'],
    ['an end before the beginning', { toDay: '2026-03-04' }, 'toDay'], ['an eighth weekday', { weekday: 8 }, 'weekday'], ['every fifth week', { everyWeeks: 5 }, 'everyWeeks'], ['no title', { title: ' \n ' }, 'title'],
    ['too long a title', { title: 'x'.repeat(121) }, 'title'], ['too long a note', { note: 'x'.repeat(1001) }, 'note'], ['too long a role', { role: 'x'.repeat(61) }, 'role'], ['an unknown format', { format: 'poster' }, 'format'],
    ['a century that nobody plans for', { fromDay: '0001-01-01' }, 'fromDay'],
  ])('is refused where it is %s, and nothing is kept', async (_name, change, path) => {
    expect(await ask('POST', 'appointments', thursdays(change))).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path }] } });
    expect(await act<Appointment[]>('GET', 'appointments')).toEqual([]);
  });

  it('may be 29 February where there is one', async () => {
    await addAppointment({ weekday: 2, fromDay: '2028-02-29', toDay: '2028-03-07' });
    expect(told(await calendar('2028-02-01', '2028-12-31'))).toEqual(['2028-02-29 18:30 Le jeudi des ateliers', '2028-03-07 18:30 Le jeudi des ateliers']);
  });

  it('may overlap another without end: both stand, a century later too, and it is said', async () => {
    await addAppointment({ title: 'Ateliers' });
    await addAppointment({ title: 'Coulisses', everyWeeks: 2, fromDay: '2026-03-12' });
    const { entries, collisions } = await calendar('2100-12-20', '2100-12-31');
    // Sundays in 2100 are the 19th and the 26th: Thursdays the 23rd and the 30th, 3,902 weeks after 12 March 2026 the first of them.
    expect(entries.map(({ day, title }) => `${day} ${title}`)).toEqual(['2100-12-23 Ateliers', '2100-12-23 Coulisses', '2100-12-30 Ateliers']);
    expect(collisions.map(({ code, day }) => `${code} ${day}`)).toEqual(['close-together 2100-12-23', 'on-holiday 2100-12-30']);
    expect((await calendar('2099-12-20', '2100-12-31')).entries.length).toBeLessThanOrEqual(54 + 27);
  });

  it('in the hour that March skips comes an hour later, in the one that October repeats once, and says so', async () => {
    await addAppointment({ weekday: 7, time: '02:30', fromDay: '2026-03-01' });
    await addPost({ title: 'De nuit', day: '2026-03-29', time: '02:59' });
    const clocks = async (from: string, to: string) => (await calendar(from, to)).entries.map(({ title, day, time, clock, instant }) => `${title} ${day} ${time} ${clock} ${instant.slice(11, 16)}`);
    expect(await clocks('2026-03-28', '2026-04-05')).toEqual(['Le jeudi des ateliers 2026-03-29 03:30 skipped 01:30', 'De nuit 2026-03-29 03:59 skipped 01:59', 'Le jeudi des ateliers 2026-04-05 02:30 plain 00:30']);
    expect(await clocks('2026-10-24', '2026-10-26')).toEqual(['Le jeudi des ateliers 2026-10-25 02:30 repeated 00:30']);
  });

  it('asks for a span that goes forwards and is no longer than 400 days', async () => {
    expect(await ask('GET', 'calendar?from=2026-03-02&to=2026-03-01')).toMatchObject({ status: 422, body: { fields: [{ path: 'to', message: 'La fin vient avant le début.' }] } });
    expect(await ask('GET', 'calendar?from=2026-01-01&to=2027-02-05')).toMatchObject({ status: 422, body: { fields: [{ path: 'to', message: expect.stringMatching(/^Au plus 400\sjours à la fois.$/) }] } });
    expect((await ask('GET', 'calendar?from=2026-01-01&to=2027-02-04')).status).toBe(200);
    for (const query of ['', '?from=2026-01-01', '?from=x&to=y']) expect((await ask('GET', `calendar${query}`)).status).toBe(422);
  });

  it('names an occurrence that the rule knows, of the same channel, and one post each', async () => {
    const { id } = await addAppointment();
    expect(await ask('PUT', `appointments/${id}/exceptions/2026-03-13`, { kind: 'skipped', version: null })).toMatchObject({ status: 422, body: { reason: 'appointment-day-wrong' } });
    const wanted = { channelId, title: 'x', day: '2026-03-12', time: '18:30', appointmentId: id, appointmentDay: '2026-03-12' };
    expect(await ask('POST', 'posts', { ...wanted, appointmentDay: '2026-03-13' })).toMatchObject({ status: 422, body: { reason: 'appointment-day-wrong' } });
    expect(await ask('POST', 'posts', { ...wanted, channelId: (await addChannel('Autre')).id })).toMatchObject({ status: 422, body: { reason: 'appointment-day-wrong' } });
    expect(await ask('POST', 'posts', { ...wanted, appointmentDay: null })).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path: 'appointmentDay' }] } });
    const first = await act<PlannedPost>('POST', 'posts', wanted);
    expect(await ask('POST', 'posts', wanted)).toMatchObject({ status: 409, body: { reason: 'occurrence-filled' } });
    await us.delete(at(`posts/${first.id}`));
    await act('POST', 'posts', wanted);
    expect(await ask('POST', `posts/${first.id}/restore`)).toMatchObject({ status: 409, body: { reason: 'occurrence-filled' } });
  });
});

describe('two people who edit one thing', () => {
  it('are told: the second gets what stands, and nothing is overwritten', async () => {
    const before = await addAppointment();
    const first = await act<Appointment>('PUT', `appointments/${before.id}`, draft(before, { title: 'Le jeudi, plus tard', time: '20:00' }));
    expect(first.version).toBe(2);
    const second = await ask('PUT', `appointments/${before.id}`, draft(before, { title: 'Le jeudi, plus tôt' }));
    expect(second).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: first } });
    expect(await act('GET', `appointments/${before.id}`)).toEqual(first);

    const post = await addPost();
    const moved = await act<PlannedPost>('PUT', `posts/${post.id}`, postDraft(post, { day: '2026-03-07' }));
    expect(await ask('PUT', `posts/${post.id}`, postDraft(post, { day: '2026-03-08' }))).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: moved } });
    expect(await act('GET', `posts/${post.id}`)).toEqual(moved);
  });

  it('of whom several have read the same and write at the same instant: one does, the others are told', async () => {
    const post = await addPost();
    const { id } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(us.slug);
    const transaction = portee.running.app.get(TenantTransaction, { strict: false });
    // A transaction sees others as they were when it first looked: another one counts them.
    const waiting = () => transaction.lookUp((manager) => manager.query(`SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`));
    // Held until all of them have read it and are about to write.
    const { asked } = await transaction.run(id, async (manager) => {
      await manager.query('SELECT 1 FROM planned_post WHERE id = $1 FOR UPDATE', [post.id]);
      const all = ['un', 'deux', 'trois', 'quatre'].map((title) => ask('PUT', `posts/${post.id}`, postDraft(post, { title })));
      await expect.poll(waiting, { timeout: 30_000 }).toEqual([{ count: all.length }]);
      return { asked: all };
    });
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect((await act<PlannedPost>('GET', `posts/${post.id}`)).version).toBe(2);
  });

  it('decide of an occurrence one after the other, even where the first took hers back meanwhile', async () => {
    const { id } = await addAppointment();
    const path = `appointments/${id}/exceptions/2026-03-12`;
    const first = await act<DecidedOccurrence>('PUT', path, { kind: 'skipped', version: null });
    expect(await ask('PUT', path, { kind: 'moved', movedToDay: '2026-03-13', version: null })).toMatchObject({ status: 409, body: { present: first } });
    expect((await ask('DELETE', `${path}?version=${first.version}`)).status).toBe(204);
    expect(await ask('PUT', path, { kind: 'moved', movedToDay: '2026-03-13', version: first.version })).toMatchObject({ status: 409, body: { present: null } });
    expect(await ask('DELETE', `${path}?version=${first.version}`)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: null } });
    await act('PUT', path, { kind: 'skipped', version: null, note: 'à nouveau' });
    for (const version of ['', '?version=', '?version=0', '?version=x']) expect((await ask('DELETE', path + version)).status, version).toBe(422);
    expect(await ask('DELETE', `${path}?version=${first.version}`)).toMatchObject({ status: 409, body: { present: { note: 'à nouveau' } } });
    expect(await ask('PUT', path, { kind: 'moved', movedToDay: '2026-03-13', version: first.version })).toMatchObject({ status: 409, body: { present: { note: 'à nouveau' } } });
  });
});

describe('what is deleted', () => {
  it('comes back whole for thirty days, and then is gone for good', async () => {
    const { id } = await addAppointment();
    await act('PUT', `appointments/${id}/exceptions/2026-03-12`, { kind: 'skipped', version: null });
    const before = await act('GET', `appointments/${id}`);
    await us.delete(at(`appointments/${id}`));
    expect(await ask('GET', `appointments/${id}`)).toMatchObject({ status: 404, body: { reason: 'appointment-not-found' } });
    expect(await ask('DELETE', `appointments/${id}`)).toMatchObject({ status: 404 });
    expect(told(await calendar('2026-03-01', '2026-03-31'))).toEqual([]);
    expect(await act('POST', `appointments/${id}/restore`)).toEqual(before);
    expect(await act('POST', `appointments/${id}/restore`)).toEqual(before);
    await us.delete(at(`appointments/${id}`));
    now = new Date('2026-04-02T09:00:00Z');
    await us.delete(at(`appointments/${(await addAppointment()).id}`));
    expect(await ask('POST', `appointments/${id}/restore`)).toMatchObject({ status: 404, body: { reason: 'appointment-not-found' } });
  });

  it('leaves posts that took its place, as posts of their own, that can still be changed', async () => {
    const { id } = await addAppointment();
    const post = await addPost({ day: '2026-03-12', appointmentId: id, appointmentDay: '2026-03-12' });
    await us.delete(at(`appointments/${id}`));
    expect((await calendar('2026-03-01', '2026-03-31')).entries).toMatchObject([{ kind: 'post', appointmentId: null }]);
    expect((await act<PlannedPost>('PUT', `posts/${post.id}`, postDraft(post, { title: 'Seul' }))).title).toBe('Seul');
    now = new Date('2026-04-02T09:00:00Z');
    await us.delete(at(`appointments/${(await addAppointment()).id}`));
    expect(await act('GET', `posts/${post.id}`)).toMatchObject({ title: 'Seul', appointmentId: null, appointmentDay: null });
  });

  it('with its channel is gone; with its theme only the theme', async () => {
    const theme = await addTheme('Ateliers');
    const weekly = await addAppointment({ themeId: theme.id });
    const post = await addPost({ themeId: theme.id });
    await us.delete(`/api/v1/organisations/${us.slug}/themes/${theme.id}`);
    expect(await act('GET', `appointments/${weekly.id}`)).toEqual({ ...weekly, themeId: null });
    expect(await act('GET', `posts/${post.id}`)).toEqual({ ...post, themeId: null });
    await us.delete(`/api/v1/organisations/${us.slug}/channels/${channelId}`);
    for (const path of [`appointments/${weekly.id}`, `posts/${post.id}`]) expect((await ask('GET', path)).status).toBe(404);
    expect(await ask('POST', `posts/${post.id}/restore`)).toMatchObject({ status: 404 });
  });
});

describe('another organisation', () => {
  it('is shown, and can change, nothing of ours by our identifiers', async () => {
    const [weekly, post, theme] = [await addAppointment(), await addPost(), await addTheme('À nous')];
    const feed = await act<NewPlanFeed>('POST', 'feeds', {});
    const theirs = (await addChannel('À eux', 'Europe/Brussels', them)).id;
    const before = await Promise.all([act('GET', 'appointments'), act('GET', `posts/${post.id}`), act('GET', 'feeds')]);
    const requests: [string, string, unknown?][] = [
      ['GET', `appointments/${weekly.id}`], ['PUT', `appointments/${weekly.id}`, draft(weekly)], ['DELETE', `appointments/${weekly.id}`], ['POST', `appointments/${weekly.id}/restore`],
      ['PUT', `appointments/${weekly.id}/exceptions/2026-03-12`, { kind: 'skipped', version: null }], ['DELETE', `appointments/${weekly.id}/exceptions/2026-03-12?version=1`],
      ['GET', `posts/${post.id}`], ['PUT', `posts/${post.id}`, postDraft(post, { channelId: theirs })], ['DELETE', `posts/${post.id}`], ['POST', `posts/${post.id}/restore`],
      ['POST', 'appointments', thursdays()], ['POST', 'appointments', thursdays({ channelId: theirs, themeId: theme.id })], ['POST', 'posts', { channelId: theirs, title: 'x', day: '2026-03-12', time: '10:00', appointmentId: weekly.id, appointmentDay: '2026-03-12' }],
      ['GET', `calendar?from=2026-03-01&to=2026-03-31&channelId=${channelId}`], ['POST', `feeds/${feed.id}/renew`], ['DELETE', `feeds/${feed.id}`],
    ];
    for (const [method, path, body] of requests) expect({ method, path, status: (await ask(method, path, body, them)).status }).toEqual({ method, path, status: 404 });
    expect(await ask('GET', 'calendar?from=2026-03-01&to=2026-03-31', undefined, them)).toMatchObject({ body: { entries: [], leftOut: [], collisions: [] } });
    expect(await Promise.all([act('GET', 'appointments'), act('GET', `posts/${post.id}`), act('GET', 'feeds')])).toEqual(before);
  });

  it('looks like a channel or a theme that does not exist', async () => {
    expect(await ask('POST', 'appointments', thursdays({ channelId: STRANGER }))).toMatchObject({ status: 404, body: { reason: 'channel-not-found' } });
    expect(await ask('POST', 'posts', { channelId, title: 'x', day: '2026-03-12', time: '10:00', themeId: STRANGER })).toMatchObject({ status: 404, body: { reason: 'theme-not-found' } });
  });

  it('is kept out by the database itself, whatever a query asks', async () => {
    const weekly = await addAppointment();
    const { id } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(them.slug);
    const transaction = portee.running.app.get(TenantTransaction, { strict: false });
    expect(await transaction.run(id, (manager) => manager.query('SELECT * FROM appointment'))).toEqual([]);
    expect((await transaction.run(id, (manager) => manager.query(`UPDATE appointment SET title = 'x' WHERE id = $1`, [weekly.id])))[1]).toBe(0);
  });
});

describe('a contributor', () => {
  it('plans posts and moves occurrences, and leaves rules and addresses to a coordinator', async () => {
    const { id: organisationId } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(us.slug);
    const { token } = await portee.running.app.get(ApiTokens, { strict: false }).create(organisationId, { name: 'plume', role: 'contributor' });
    const contributor: Member = Object.assign(new Visitor(portee.url, { authorization: `Bearer ${token}` }), { slug: us.slug });
    const { id } = await addAppointment();
    expect((await ask('POST', 'posts', { channelId, title: 'x', day: '2026-03-12', time: '10:00' }, contributor)).status).toBe(201);
    expect((await ask('PUT', `appointments/${id}/exceptions/2026-03-12`, { kind: 'skipped', version: null }, contributor)).status).toBe(200);
    for (const [method, path] of [['POST', 'appointments'], ['DELETE', `appointments/${id}`], ['GET', 'feeds'], ['POST', 'feeds']] as const) {
      expect(await ask(method, path, undefined, contributor)).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    }
  });
});
