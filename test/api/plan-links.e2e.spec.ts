import { addDays, type Appointment, type Channel, type HandLink, type KeptAppointment, MAX_PLAN_DAYS, type PlanFate, type PlannedPost, type PostLink } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const STRANGER = '019aa000-0000-7000-8000-000000000000';
const SPAN = 'from=2026-03-01&to=2026-03-31';

let portee: TestPortee;
let member: Member;
let channelId: string;
let count = 0;
let now = new Date('2026-03-27T09:00:00Z');

const at = (path: string) => `/api/v1/organisations/${member.slug}/${path}`;
const get = <T>(path: string) => member.json<T>('GET', at(path));
const say = (postId: string, body: unknown) => member.json<HandLink>('PUT', at(`plan/links/${postId}`), body);
const tryToSay = (postId: string, body: unknown) => member.ask('PUT', at(`plan/links/${postId}`), { body });
const takeBack = (postId: string, version: number) => member.ask('DELETE', at(`plan/links/${postId}?version=${String(version)}`));
const fates = async (span = SPAN) => (await get<PlanFate[]>(`plan/fates?${span}`)).map(({ entry, state, how, version }) => [entry, state, how, version]);
const links = () => get<PostLink[]>(`plan/links?${SPAN}`);
const kept = async () => (await get<KeptAppointment[]>(`plan/kept?${SPAN}`)).map(({ title, past, kept: done, missed, keptLikely, until }) => ({ title, past, kept: done, missed, keptLikely, until }));
/** « instant format words » of each post; read on the 26th. */
const publish = (...posts: string[]) => importFile(member, {
  name: 'portee.csv',
  bytes: ['channel,network,post_id,published_at,format,followers,reach,text,observed_at', ...posts.map((post, index) => {
    const [instant, format, ...words] = post.split(' ');
    return `La lettre ${String(count)},newsletter,p${String(index)},${String(instant)},${String(format)},1000,60,${words.join(' ')},2026-03-26T20:00:00Z`;
  })].join('\n'),
});
const channelOf = async () => (await get<Channel[]>('channels'))[0]?.id ?? '';
/** Every Thursday at half past six: the 5th, 12th, 19th and 26th. */
const thursdays = (rest: object = {}) => member.json<Appointment>('POST', at('plan/appointments'), { channelId, title: 'Le jeudi des ateliers', weekday: 4, time: '18:30', fromDay: '2026-03-02', format: 'video', ...rest });
const plan = (rest: object = {}) => member.json<PlannedPost>('POST', at('plan/posts'), { channelId, title: 'Vernissage', day: '2026-03-10', time: '12:00', format: 'photo', ...rest });

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => now });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = new Date('2026-03-27T09:00:00Z');
  for (const { id } of await get<Channel[]>('channels')) await member.delete(at(`channels/${id}`));
  count += 1;
});

describe('posts that were published', () => {
  beforeEach(async () => {
    // 18:35 of Thursday the 5th in Brussels; 20:00 of the 12th; a Tuesday noon; a Sunday.
    await publish('2026-03-05T17:35:00Z video Atelier', '2026-03-12T19:00:00Z photo Atelier', '2026-03-10T11:05:00Z photo Ouvert', '2026-03-15T10:00:00Z photo Rien');
    channelId = await channelOf();
  });

  it('are linked to what was planned for them: certain, likely, or to nothing', async () => {
    const { id } = await thursdays();
    const { id: post } = await plan();
    expect((await links()).map(({ localDay, how, entry, version }) => [localDay, how, entry, version])).toEqual([
      ['2026-03-05', 'certain', `${id}/2026-03-05`, null], ['2026-03-10', 'certain', post, null], ['2026-03-12', 'likely', `${id}/2026-03-12`, null], ['2026-03-15', null, null, null],
    ]);
  });

  it('keep an appointment as often as they fill it, until the day the channel was last read', async () => {
    await thursdays();
    expect(await kept()).toEqual([{ title: 'Le jeudi des ateliers', past: 3, kept: 2, missed: 1, keptLikely: 1, until: '2026-03-26' }]);
    now = new Date('2026-03-12T09:00:00Z');
    expect(await kept()).toEqual([{ title: 'Le jeudi des ateliers', past: 1, kept: 1, missed: 0, keptLikely: 0, until: '2026-03-12' }]);
  });

  it('are told date by date of an appointment, beside how many fill nothing', async () => {
    await thursdays();
    const [told] = await get<KeptAppointment[]>(`plan/kept?${SPAN}`);
    expect(told).toMatchObject({ unplanned: 2, dates: [
      { day: '2026-03-05', state: 'filled', how: 'certain' }, { day: '2026-03-12', state: 'filled', how: 'likely' }, { day: '2026-03-19', state: 'missed', how: null }, { day: '2026-03-26', state: 'awaited', how: null },
    ] });
  });

  it('are told of as many days as a calendar shows', async () => {
    await thursdays();
    const last = addDays('2026-03-01', MAX_PLAN_DAYS - 1);
    expect(await get<PostLink[]>(`plan/links?from=2026-03-01&to=${last}`)).toHaveLength(4);
    expect(await get<KeptAppointment[]>(`plan/kept?from=2026-03-01&to=${last}`)).toMatchObject([{ past: 3, kept: 2 }]);
  });

  it('keep it or not until the last collection, where nothing new was published since', async () => {
    await thursdays();
    await withClient(portee.database.ownerUrl, (owner) => owner.query(`UPDATE channel SET collected_at = '2026-03-27T08:00:00Z'`));
    expect(await kept()).toEqual([{ title: 'Le jeudi des ateliers', past: 4, kept: 2, missed: 2, keptLikely: 1, until: '2026-03-27' }]);
  });

  it('tell of every entry what became of it: filled, missed, or not known yet', async () => {
    const { id } = await thursdays();
    const { id: coming } = await plan({ day: '2026-03-28' });
    const of = (day: string) => `${id}/${day}`;
    expect(await fates()).toEqual([[of('2026-03-05'), 'filled', 'certain', null], [of('2026-03-12'), 'filled', 'likely', null], [of('2026-03-19'), 'missed', null, null], [of('2026-03-26'), 'awaited', null, null], [coming, 'awaited', null, null]]);
    const [first, , , sunday] = await links();
    if (!first || !sunday) throw new Error('no posts');
    await say(sunday.postId, { plan: { appointmentId: id, appointmentDay: '2026-03-19' }, version: null });
    await say(first.postId, { plan: null, version: null });
    expect(await fates()).toEqual([[of('2026-03-05'), 'missed', null, null], [of('2026-03-12'), 'filled', 'likely', null], [of('2026-03-19'), 'filled', 'hand', 1], [of('2026-03-26'), 'awaited', null, null], [coming, 'awaited', null, null]]);
    // Its post was published four days before these.
    expect(await get<PlanFate[]>('plan/fates?from=2026-03-19&to=2026-03-19')).toEqual([{ entry: of('2026-03-19'), channelId, state: 'filled', how: 'hand', postId: sunday.postId, version: 1, until: '2026-03-26' }]);
  });

  it('do not break an appointment that was skipped, and keep one whose place a planned post took', async () => {
    const { id } = await thursdays();
    await member.json('PUT', at(`plan/appointments/${id}/exceptions/2026-03-19`), { kind: 'skipped', version: null });
    await plan({ title: 'Visite', day: '2026-03-12', time: '20:00', appointmentId: id, appointmentDay: '2026-03-12' });
    expect(await kept()).toEqual([{ title: 'Le jeudi des ateliers', past: 2, kept: 2, missed: 0, keptLikely: 0, until: '2026-03-26' }]);
  });

  it('fill what somebody says, which takes the place of what was found, and nothing where somebody says so', async () => {
    const { id } = await thursdays();
    const [first, , , sunday] = await links();
    if (!first || !sunday) throw new Error('no posts');
    expect(await say(sunday.postId, { plan: { appointmentId: id, appointmentDay: '2026-03-19' }, version: null })).toMatchObject({ kind: 'plan', appointmentId: id, appointmentDay: '2026-03-19', plannedPostId: null, linkedBy: 'owner', version: 1 });
    expect((await links())[3]).toMatchObject({ how: 'hand', entry: `${id}/2026-03-19`, version: 1 });
    expect(await kept()).toMatchObject([{ past: 3, kept: 3, keptLikely: 1 }]);
    await say(first.postId, { plan: null, version: null });
    expect((await links())[0]).toMatchObject({ how: 'none', entry: null });
    expect(await kept()).toMatchObject([{ past: 3, kept: 2 }]);
    await takeBack(first.postId, 1);
    expect((await links())[0]).toMatchObject({ how: 'certain', version: 2 });
  });

  it('said to fill an occurrence fill the post that takes its place, before and after', async () => {
    const { id } = await thursdays();
    const [, , , sunday] = await links();
    if (!sunday) throw new Error('no posts');
    await say(sunday.postId, { plan: { appointmentId: id, appointmentDay: '2026-03-19' }, version: null });
    const instead = await plan({ day: '2026-03-20', appointmentId: id, appointmentDay: '2026-03-19' });
    expect((await links())[3]).toMatchObject({ how: 'hand', entry: instead.id });
    expect(await say(sunday.postId, { plan: { appointmentId: id, appointmentDay: '2026-03-19' }, version: 1 })).toMatchObject({ plannedPostId: instead.id, appointmentId: null });
    await member.delete(at(`plan/posts/${instead.id}`));
    expect((await links())[3]).toMatchObject({ how: null, entry: null, version: 2 });
  });

  it('are said by one person at a time: what somebody else said meanwhile is shown and stays', async () => {
    const { id } = await plan();
    const [first, second] = await links();
    if (!first || !second) throw new Error('no posts');
    await say(first.postId, { plan: { plannedPostId: id }, version: null });
    expect(await tryToSay(first.postId, { plan: null, version: null })).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { plannedPostId: id, version: 1 } } });
    expect(await tryToSay(second.postId, { plan: { plannedPostId: id }, version: null })).toMatchObject({ status: 409, body: { reason: 'plan-filled' } });
    expect((await takeBack(first.postId, 1)).status).toBe(204);
    expect(await tryToSay(first.postId, { plan: null, version: 1 })).toMatchObject({ status: 409, body: { present: { kind: 'found', version: 2 } } });
    const atOnce = await Promise.all([1, 2, 3].map(() => tryToSay(second.postId, { plan: { plannedPostId: id }, version: null })));
    expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('are taken back by who knows what was said last: asked twice or late, what somebody else said stays', async () => {
    const { id } = await plan();
    const [first] = await links();
    if (!first) throw new Error('no posts');
    expect(await takeBack(first.postId, 1)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile' } });
    await say(first.postId, { plan: null, version: null });
    await say(first.postId, { plan: { plannedPostId: id }, version: 1 });
    expect(await takeBack(first.postId, 1)).toMatchObject({ status: 409, body: { present: { plannedPostId: id, version: 2 } } });
    expect((await member.ask('DELETE', at(`plan/links/${first.postId}`))).status).toBe(422);
    expect((await links())[0]).toMatchObject({ how: 'hand', version: 2 });
  });

  it('keep count of what was said when the plan goes for good: what was read before overwrites nothing', async () => {
    const [first, second] = await links();
    if (!first || !second) throw new Error('no posts');
    const [post, appointment] = [await plan(), await thursdays()];
    await say(first.postId, { plan: { plannedPostId: post.id }, version: null });
    await say(second.postId, { plan: { appointmentId: appointment.id, appointmentDay: '2026-03-19' }, version: null });
    for (const path of [`posts/${post.id}`, `appointments/${appointment.id}`]) await member.delete(at(`plan/${path}`));
    const [laterPost, laterAppointment] = [await plan(), await thursdays()];
    now = new Date('2026-05-01T09:00:00Z');
    for (const path of [`posts/${laterPost.id}`, `appointments/${laterAppointment.id}`]) await member.delete(at(`plan/${path}`));
    expect((await member.ask('POST', at(`plan/posts/${post.id}/restore`))).status).toBe(404);
    for (const { postId } of [first, second]) {
      expect(await tryToSay(postId, { plan: null, version: null })).toMatchObject({ status: 409, body: { present: { kind: 'found', version: 2 } } });
      expect((await tryToSay(postId, { plan: null, version: 1 })).status).toBe(409);
    }
  });

  it('are not said to fill what they cannot', async () => {
    const { id } = await thursdays();
    const [first] = await links();
    if (!first) throw new Error('no posts');
    const { id: elsewhere } = await member.json<Channel>('POST', at('channels'), { network: 'instagram', name: 'Ailleurs' });
    const foreign = await plan({ channelId: elsewhere });
    const answers = [
      [{ plan: { appointmentId: id, appointmentDay: '2026-03-06' }, version: null }, 422, 'appointment-day-wrong'],
      [{ plan: { plannedPostId: foreign.id }, version: null }, 404, 'planned-post-not-found'],
      [{ plan: { plannedPostId: STRANGER }, version: null }, 404, 'planned-post-not-found'],
      [{ plan: { appointmentId: STRANGER, appointmentDay: '2026-03-05' }, version: null }, 404, 'appointment-not-found'],
      [{ plan: { appointmentId: id }, version: null }, 422, 'invalid-input'], [{ plan: { plannedPostId: foreign.id, appointmentId: id, appointmentDay: '2026-03-05' }, version: null }, 422, 'invalid-input'],
      [{ plan: null }, 422, 'invalid-input'], [{ plan: 'x', version: null }, 422, 'invalid-input'],
    ] as const;
    for (const [body, status, reason] of answers) expect(await tryToSay(first.postId, body), JSON.stringify(body)).toMatchObject({ status, body: { reason } });
    expect(await tryToSay(STRANGER, { plan: null, version: null })).toMatchObject({ status: 404, body: { reason: 'post-not-found' } });
    expect((await takeBack(STRANGER, 1)).status).toBe(404);
    expect((await links()).map(({ version }) => version)).toEqual([null, null, null, null]);
    expect((await member.get(at('plan/kept?from=2026-03-01&to=2028-03-01'))).status).toBe(422);
    expect((await member.get(at(`plan/links?${SPAN}&channelId=${STRANGER}`))).status).toBe(404);
  });
});

describe('posts of an appointment that people know', () => {
  it('are known by it in a span too short to show that they recur', async () => {
    // Two letters are no word to know a post by.
    await publish(...Array.from({ length: 9 }, (_, week) => `${addDays('2026-01-15', 7 * week)}T17:35:00Z video #JJ Venez jouer`));
    channelId = await channelOf();
    const { id } = await thursdays({ title: '#JJ', format: null });
    const told = await get<PostLink[]>('plan/links?from=2026-03-09&to=2026-03-15');
    expect(told.map(({ localDay, how, entry }) => [localDay, how, entry])).toEqual([['2026-03-12', 'certain', `${id}/2026-03-12`]]);
  });
});

describe('a channel that was never read', () => {
  it('is told nothing of: its appointments are neither kept nor missed', async () => {
    ({ id: channelId } = await member.json<Channel>('POST', at('channels'), { network: 'instagram', name: 'Neuve' }));
    await thursdays();
    expect([await kept(), await links()]).toEqual([[{ title: 'Le jeudi des ateliers', past: 0, kept: 0, missed: 0, keptLikely: 0, until: null }], []]);
  });
});
