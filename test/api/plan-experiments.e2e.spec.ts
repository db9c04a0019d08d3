import { addDays, type Channel, type Experiment, type ExperimentProposal, hourBand, MAX_PLAN_DAYS, type MonthlyReport, type PlacedPost, type PlanCalendar, type PlannedPost, type PostLink, type Recommendation, type RecommendationDecision, type TestedRecommendation, weekdayOf } from '@portee/shared';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { ExperimentsSweep } from '../../apps/api/src/plan/experiments.sweep.js';
import { askDatabase, withClient } from '../support/database-client.js';
import { EveningCentre, reachOf } from '../support/evening-centre.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const STRANGER = '019aa000-0000-7000-8000-000000000000';
const START = '2026-11-20T09:00:00Z';
/** A Monday. */
const FIRST = '2026-11-23';
/** Backends of the running program that wait for somebody else's lock. */
const WAITING = 'SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND a.usename = current_user AND NOT l.granted';

const clock = { at: new Date(START) };
let portee: TestPortee;
let member: Member;
const centre = new EveningCentre(() => member);
const at = (path: string) => centre.at(path);
const get = <T>(path: string) => centre.get<T>(path);
const post = <T>(path: string, body: unknown) => centre.post<T>(path, body);
const tryPost = (path: string, body: unknown) => centre.tryPost(path, body);
const wanted = (rest?: object) => centre.wanted(rest);
const start = (rest?: object) => centre.start(rest);
const one = (id: string) => centre.experiment(id);
const place = (id: string, day: string, format?: string) => centre.place(id, day, format);
const placeAll = (id: string) => centre.placeAll(id);
const publish = (placed: readonly PlacedPost[]) => centre.publish(placed);
/** What the database holds of the draw: no answer tells it before a post is placed. */
const drawnArms = () => withClient(portee.database.ownerUrl, async (owner) => {
  await owner.query(`SELECT set_config('app.organisation_id', (SELECT organisation_id::text FROM experiment LIMIT 1), false)`);
  return (await owner.query<{ block: number; arm: string }>('SELECT block, arm FROM experiment_slot ORDER BY experiment_id, position')).rows;
});

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => clock.at });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  clock.at = new Date(START);
  await centre.begin();
});

describe('the proposal of an experiment', () => {
  it('says what is tried against what, how many posts it takes, and until when', async () => {
    const proposal = await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}&sees=2`);
    expect(proposal).toMatchObject({ channelId: centre.channel.id, recommendationId: centre.evening.id, dimension: 'hour_band', level: 'evening', against: 'morning', sees: 2, eachArm: 10, isTooSmall: false, startsDay: '2026-11-20', underWayId: null });
    // Twenty posts at some thirty a month: three weeks, and a quarter more.
    expect(proposal.months).toBeGreaterThan(0.5);
    expect(proposal.months).toBeLessThan(1.5);
    expect(proposal.lastDay).toBe(addDays('2026-11-20', Math.ceil((proposal.months ?? 0) * (365.25 / 12) * 1.25)));
  });

  it('is as large as the effect that the figures show, unless another is asked for', async () => {
    expect((await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}`)).sees).toBe(centre.evening.effect);
  });

  it('says when the channel is too small to know, and then nothing can be started', async () => {
    expect(await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}&sees=0.05`)).toMatchObject({ isTooSmall: true, lastDay: null });
    expect(await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}&sees=0`)).toMatchObject({ isTooSmall: true, eachArm: null, months: null });
    for (const sees of [0.00000001, 0.001]) expect(await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}&sees=${String(sees)}`)).toMatchObject({ isTooSmall: true, eachArm: null, months: null });
    expect(await tryPost('plan/experiments', wanted({ sees: 0.05 }))).toMatchObject({ status: 422, body: { reason: 'experiment-too-small' } });
    expect(await get<Experiment[]>('plan/experiments')).toEqual([]);
  });

  it('is not made of what lots cannot decide', async () => {
    const trend = (await get<Recommendation[]>('recommendations')).find(({ dimension }) => dimension === 'trend');
    expect(await tryPost('plan/experiments', wanted({ recommendationId: trend?.id }))).toMatchObject({ status: 422, body: { reason: 'experiment-not-possible' } });
    expect(await tryPost('plan/experiments', wanted({ recommendationId: STRANGER }))).toMatchObject({ status: 404, body: { reason: 'recommendation-not-found' } });
  });
});

describe('an experiment that starts', () => {
  it('is drawn whole and stored before its first post: arms, size, last day, measure', async () => {
    const begun = await start();
    expect(begun).toMatchObject({ channelId: centre.channel.id, dimension: 'hour_band', level: 'evening', against: 'morning', eachArm: 10, metric: 'reach-rate', lastDay: '2027-01-31', state: 'under_way', startedBy: 'owner', result: null, version: 1, blocksMissing: 0, progress: { done: 0, planned: 20 } });
    expect(begun.slots.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const arms = await drawnArms();
    expect(arms).toHaveLength(20);
    for (const block of Map.groupBy(arms, (slot) => slot.block).values()) expect(block.map(({ arm }) => arm).toSorted()).toEqual(['against', 'level']);
    // Whoever knew what comes next could choose the post that gets it.
    expect(begun.slots.map(({ state, arm, drawn }) => [state, arm, drawn])).toEqual(Array.from({ length: 20 }, () => ['free', null, null]));
    expect((await one(begun.id)).slots).toEqual(begun.slots);
  });

  it('is the only one of its channel, of two people who start at once as well', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => tryPost('plan/experiments', wanted())));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { reason: 'experiment-under-way' } });
    const [begun] = await get<[Experiment]>('plan/experiments');
    expect(begun.slots).toHaveLength(20);
    expect(await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}`)).toMatchObject({ underWayId: begun.id });
  });

  it('cannot be drawn anew, by the program itself neither', async () => {
    const { id } = await start();
    const transaction = portee.running.app.get(TenantTransaction, { strict: false });
    const { id: organisationId } = await member.json<{ id: string }>('GET', `/api/v1/organisations/${member.slug}`);
    for (const change of ['experiment SET seed = 1', 'experiment SET each_arm = 12', 'experiment SET last_day = \'2028-01-01\'', 'experiment_slot SET arm = \'level\'', 'experiment_slot SET position = position + 100']) {
      await expect(transaction.run(organisationId, (manager) => manager.query(`UPDATE ${change}`)), change).rejects.toThrow('permission denied');
    }
    for (const table of ['experiment', 'experiment_slot']) await expect(transaction.run(organisationId, (manager) => manager.query(`DELETE FROM ${table}`))).rejects.toThrow('permission denied');
    expect((await one(id)).slots).toHaveLength(20);
  });

  it('may last as long as a calendar shows, on a channel with appointments', async () => {
    await post('plan/appointments', { channelId: centre.channel.id, title: 'Le jeudi', weekday: 4, time: '18:30', fromDay: '2026-11-01' });
    const { id } = await start({ lastDay: addDays('2026-11-20', MAX_PLAN_DAYS - 1) });
    expect((await get<Experiment[]>('plan/experiments')).map((each) => each.id)).toEqual([id]);
    expect(await get<TestedRecommendation[]>('plan/tested')).toEqual([]);
    expect(await post<Experiment>(`plan/experiments/${id}/giving-up`, { version: 1 })).toMatchObject({ state: 'given_up' });
  });

  it('that cannot be looked at hides none of the others', async () => {
    const first = await start();
    await post(`plan/experiments/${first.id}/giving-up`, { version: 1 });
    const second = await start();
    await withClient(portee.database.ownerUrl, async (owner: Client) => {
      await owner.query(`UPDATE channel SET time_zone = 'Nowhere'`);
      expect((await get<Experiment[]>('plan/experiments')).map(({ id, state, progress }) => [id, state, progress])).toEqual([[second.id, 'under_way', null], [first.id, 'given_up', null]]);
      expect(await get<TestedRecommendation[]>('plan/tested')).toEqual([]);
      await owner.query(`UPDATE channel SET time_zone = 'Europe/Brussels'`);
    });
    expect((await get<Experiment[]>('plan/experiments'))[0]).toMatchObject({ id: second.id, progress: { done: 0 } });
  });

  it('is refused what it cannot be', async () => {
    for (const body of [wanted({ lastDay: '2026-11-20' }), wanted({ lastDay: '2028-01-01' }), wanted({ sees: 10 }), wanted({ sees: -1 }), wanted({ sees: 'deux' }), wanted({ startsDay: '2026-02-30' }), wanted({ recommendationId: 'x' }), {}]) {
      expect((await tryPost('plan/experiments', body)).status, JSON.stringify(body)).toBe(422);
    }
    expect(await tryPost('plan/experiments', wanted({ startsDay: '2026-11-19' }))).toMatchObject({ status: 422, body: { reason: 'experiment-start-past' } });
    expect(await get<Experiment[]>('plan/experiments')).toEqual([]);
  });
});

describe('a post that is planned for it', () => {
  it('gets the next slot of its week and format, and stands in the calendar as it was drawn', async () => {
    const begun = await start();
    const first = await place(begun.id, '2026-11-23');
    const other = await place(begun.id, '2026-11-24', 'video');
    const second = await place(begun.id, '2026-11-25');
    expect([first, other, second].map(({ slot }) => slot.position)).toEqual([1, 3, 2]);
    const arms = await drawnArms();
    for (const { slot, post: planned } of [first, other, second]) {
      expect(slot.arm).toBe(arms[slot.position - 1]?.arm);
      expect(slot).toMatchObject({ drawn: slot.arm === 'level' ? 'evening' : 'morning', state: 'placed', plannedPostId: planned.id, postId: null });
      expect(hourBand(planned.time)).toBe(slot.drawn);
    }
    const { entries } = await get<PlanCalendar>('plan/calendar?from=2026-11-23&to=2026-11-25');
    expect(entries.map(({ postId, time }) => [postId, time])).toEqual([first, other, second].map(({ post: { id, time } }) => [id, time]));
  });

  it('of the calendar is told its arm and changed; asked again, it keeps it', async () => {
    const { id } = await start();
    const own = await post<PlannedPost>('plan/posts', { channelId: centre.channel.id, title: 'Vernissage', day: '2026-11-26', time: '23:15', note: 'Une minute' });
    const placed = await post<PlacedPost>(`plan/experiments/${id}/posts`, { from: 'calendar', plannedPostId: own.id, version: 1 });
    expect(placed.post).toEqual({ ...own, time: placed.post.time, version: 2 });
    expect(['09:00', '18:30']).toContain(placed.post.time);
    expect(await post<PlacedPost>(`plan/experiments/${id}/posts`, { from: 'calendar', plannedPostId: own.id, version: 1 })).toEqual(placed);
  });

  it('changed by somebody else meanwhile is left, and shown as it stands', async () => {
    const { id } = await start();
    const { id: plannedPostId, ...own } = await post<PlannedPost>('plan/posts', { channelId: centre.channel.id, title: 'Vernissage', day: '2026-11-26', time: '10:00' });
    await member.json('PUT', at(`plan/posts/${plannedPostId}`), { ...own, title: 'Vernissage reporté' });
    expect(await tryPost(`plan/experiments/${id}/posts`, { from: 'calendar', plannedPostId, version: 1 })).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { title: 'Vernissage reporté', version: 2 } } });
    expect((await one(id)).slots.every(({ state }) => state === 'free')).toBe(true);
  });

  it('by several people at once gets a slot of its own each', async () => {
    const { id } = await start();
    const placed = await Promise.all([0, 1, 2, 3, 4, 5].map((later) => place(id, addDays(FIRST, later))));
    expect(placed.map(({ slot }) => slot.position).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is refused on days that chance cannot choose, of another channel, and beyond the last slot', async () => {
    const { id } = await start({ lastDay: '2026-12-10' });
    for (const day of ['2026-11-19', '2026-11-20', '2026-12-11']) {
      expect(await tryPost(`plan/experiments/${id}/posts`, { from: 'new', title: 'x', day, time: '10:00' }), day).toMatchObject({ status: 422, body: { reason: 'experiment-day-wrong' } });
    }
    const { id: elsewhere } = await post<Channel>('channels', { network: 'instagram', name: 'Ailleurs' });
    const foreign = await post<PlannedPost>('plan/posts', { channelId: elsewhere, title: 'x', day: '2026-11-26', time: '10:00' });
    expect(await tryPost(`plan/experiments/${id}/posts`, { from: 'calendar', plannedPostId: foreign.id, version: 1 })).toMatchObject({ status: 404, body: { reason: 'planned-post-not-found' } });
    for (let index = 0; index < 20; index += 1) await place(id, '2026-11-26');
    expect(await tryPost(`plan/experiments/${id}/posts`, { from: 'new', title: 'x', day: '2026-11-26', time: '10:00', format: 'photo' })).toMatchObject({ status: 409, body: { reason: 'experiment-full' } });
    expect((await get<PlannedPost[]>(`plan/posts?from=2026-11-20&to=2026-12-31&channelId=${centre.channel.id}`))).toHaveLength(20);
  });

  it('where weekdays are tried is refused on any day of a week in which one of the two is past, and moved to the one that was drawn', async () => {
    const record = (await get<Recommendation[]>('recommendations')).find(({ dimension, level }) => dimension === 'weekday' && level === 'wed');
    const { id, against } = await start({ recommendationId: record?.id });
    // A Sunday: of its week all days but the last two are past.
    expect(await tryPost(`plan/experiments/${id}/posts`, { from: 'new', title: 'x', day: '2026-11-22', time: '10:00' })).toMatchObject({ status: 422, body: { reason: 'experiment-day-wrong', detail: expect.stringContaining('entre le 2026-11-21 et le 2027-01-31') } });
    const { slot, post: planned } = await place(id, '2026-11-27');
    expect([slot.drawn, planned.day]).toEqual([weekdayOf(planned.day), slot.drawn === 'wed' ? '2026-11-25' : expect.stringMatching(/^2026-11-2[3-9]$/)]);
    expect(['wed', against]).toContain(slot.drawn);
  });
});

describe('an experiment under way', () => {
  it('says how many posts are done, and nothing at all of an effect', async () => {
    const { id } = await start();
    const placed = await placeAll(id);
    clock.at = new Date('2027-01-12T09:00:00Z');
    await publish(placed.slice(0, 12));
    const seen = await one(id);
    expect(seen).toMatchObject({ state: 'under_way', result: null, progress: { done: 12, planned: 20 } });
    expect(seen.slots.filter(({ state }) => state === 'published')).toHaveLength(12);
    expect(JSON.stringify(seen)).not.toMatch(/"(effect|low|high|verdict)"/);
    expect(await get<TestedRecommendation[]>('plan/tested')).toEqual([]);
  });

  it('keeps a post whose plan was taken out of the calendar once it was published, when that plan is gone for good as well', async () => {
    const { id } = await start({ lastDay: '2027-06-30' });
    const [first, second] = [await place(id, '2026-11-23'), await place(id, '2026-11-24')];
    clock.at = new Date('2026-12-12T09:00:00Z');
    await centre.tell([{ post: first.post, reach: reachOf(first), observedAt: '2026-12-11T12:00:00Z' }]);
    expect((await one(id)).progress?.done).toBe(1);
    await member.delete(at(`plan/posts/${first.post.id}`));
    clock.at = new Date('2027-01-15T09:00:00Z');
    await member.delete(at(`plan/posts/${second.post.id}`));
    const { progress, slots } = await one(id);
    expect([progress?.done, slots[0]]).toEqual([1, expect.objectContaining({ state: 'published', plannedPostId: null })]);
  });

  it('draws more blocks for posts that were lost, and nothing of what was drawn changes', async () => {
    const { id } = await start();
    const arms = await drawnArms();
    const { post: planned } = await place(id, '2026-11-26');
    expect(await tryPost(`plan/experiments/${id}/extension`, { version: 1 })).toMatchObject({ status: 409, body: { reason: 'experiment-complete' } });
    await member.delete(at(`plan/posts/${planned.id}`));
    expect(await one(id)).toMatchObject({ blocksMissing: 1, slots: expect.arrayContaining([expect.objectContaining({ position: 1, state: 'given-up' })]) });
    const longer = await post<Experiment>(`plan/experiments/${id}/extension`, { version: 1 });
    expect(longer).toMatchObject({ version: 2, eachArm: 10, blocksMissing: 0 });
    expect((await drawnArms()).slice(0, 20)).toEqual(arms);
    expect(longer.slots.slice(20).map(({ position, block }) => [position, block])).toEqual([[21, 11], [22, 11]]);
    expect(await tryPost(`plan/experiments/${id}/giving-up`, { version: 1 })).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { id, version: 2 } } });
  });

  it('given up is kept and never read, and makes room for another', async () => {
    const { id } = await start();
    const placed = await placeAll(id);
    expect(await post<Experiment>(`plan/experiments/${id}/giving-up`, { version: 1 })).toMatchObject({ state: 'given_up', progress: null, result: null, version: 2 });
    clock.at = new Date('2027-01-12T09:00:00Z');
    await publish(placed);
    expect(await one(id)).toMatchObject({ state: 'given_up', progress: null, result: null });
    expect(await get<TestedRecommendation[]>('plan/tested')).toEqual([]);
    for (const [path, body] of [['posts', { from: 'new', title: 'x', day: '2027-01-20', time: '10:00' }], ['extension', { version: 2 }], ['giving-up', { version: 2 }]] as const) {
      expect(await tryPost(`plan/experiments/${id}/${path}`, body), path).toMatchObject({ status: 409, body: { reason: 'experiment-ended' } });
    }
    const other = await start({ startsDay: '2027-01-12', lastDay: '2027-03-01' });
    expect(other).toMatchObject({ state: 'under_way', givenUpBefore: 1 });
    expect((await get<Experiment[]>('plan/experiments')).map(({ id: each, givenUpBefore }) => [each, givenUpBefore])).toEqual([[other.id, 1], [id, 0]]);
    expect(await get<ExperimentProposal>(`plan/experiments/proposal?recommendationId=${centre.evening.id}`)).toMatchObject({ givenUpBefore: 1 });
  });
});

describe('an experiment that has come to its size', () => {
  let id: string;
  let placed: PlacedPost[];
  beforeEach(async () => {
    ({ id } = await start());
    placed = await placeAll(id);
    clock.at = new Date('2027-01-12T09:00:00Z');
  });

  it('is read once, and « testé chez vous » with it; later figures change nothing', async () => {
    await publish(placed);
    const read = await one(id);
    expect(read).toMatchObject({ state: 'read', endedAt: '2027-01-12T09:00:00.000Z', version: 2, progress: { done: 20, planned: 20 }, result: { state: 'tested', verdict: 'do_more', isShort: false } });
    if (read.result?.state !== 'tested') throw new Error('not tested');
    // The logarithms of each block differ by ln 3, whatever they scatter.
    expect(read.result.effect).toBeCloseTo(2, 10);
    const { verdict, effect, low, high, isShort } = read.result;
    expect(await get<TestedRecommendation[]>('plan/tested')).toEqual([{ recommendationId: centre.evening.id, channelId: centre.channel.id, experimentId: id, dimension: 'hour_band', level: 'evening', against: 'morning', verdict, effect, low, high, posts: 20, isShort, givenUpBefore: 0, readAt: '2027-01-12T09:00:00.000Z' }]);
    clock.at = new Date('2027-02-20T09:00:00Z');
    await centre.tell(placed.map(({ post: planned }) => ({ post: planned, reach: 50, observedAt: '2027-02-19T12:00:00Z' })));
    expect(await one(id)).toEqual(read);
  });

  it('takes the place of the estimate in the report of its month, and is what is decided upon', async () => {
    const told = async () => (await get<MonthlyReport>('reports/2027-01')).advice?.outlooks.flatMap(({ records }) => records).find(({ id: recommendationId }) => recommendationId === centre.evening.id);
    await publish(placed.slice(0, 19));
    expect((await told())?.tested).toBeUndefined();
    await publish(placed);
    // Whoever asks for the report has it read.
    expect(await told()).toMatchObject({ verdict: 'do_more', tested: { against: 'morning', posts: 20, isShort: false, givenUpBefore: 0, day: '2027-01-12' } });
    expect((await told())?.effect).toBeCloseTo(2, 10);
    const said = await post<RecommendationDecision>(`recommendations/${centre.evening.id}/decision`, { decision: 'refused', reason: 'Personne le soir' });
    expect(said.said).toMatchObject({ verdict: 'do_more', posts: 20 });
    expect(said.said.effect).toBeCloseTo(2, 10);
  });

  it('is read by the sweep, whether somebody looks or not', async () => {
    await publish(placed);
    await portee.running.app.get(ExperimentsSweep, { strict: false }).sweep();
    expect(await askDatabase(portee.database.ownerUrl, `SELECT state, reading ->> 'state' AS said FROM experiment`)).toEqual([{ state: 'read', said: 'tested' }]);
    clock.at = new Date('2027-01-13T09:00:00Z');
    expect(await one(id)).toMatchObject({ state: 'read', endedAt: '2027-01-12T09:00:00.000Z' });
  });

  it('counts a post in the arm that was drawn, wherever it was published, and one that was taken out after its time', async () => {
    const [first] = placed;
    if (!first) throw new Error('nothing placed');
    await member.delete(at(`plan/posts/${first.post.id}`));
    const elsewhere = (planned: PlannedPost) => ({ ...planned, time: hourBand(planned.time) === 'evening' ? '11:00' : '19:00' });
    await centre.tell(placed.map((one, index) => ({ post: index < 3 ? elsewhere(one.post) : one.post, reach: reachOf(one) })));
    const { state, progress } = await one(id);
    expect(state).toBe('read');
    expect([progress?.done, (progress?.arms.level.otherwise ?? 0) + (progress?.arms.against.otherwise ?? 0)]).toEqual([20, 3]);
  });

  it('counts what somebody says was published for it, on another day altogether, and not what is said to be nothing of it', async () => {
    const [first, second] = placed;
    if (!first || !second) throw new Error('nothing placed');
    await publish(placed.slice(1));
    await centre.tell([{ post: { ...first.post, day: '2026-12-31' }, reach: reachOf(first) }]);
    expect((await one(id)).progress?.done).toBe(19);
    const said = await get<PostLink[]>('plan/links?from=2026-11-23&to=2026-12-31');
    const [late, other] = [said.find(({ localDay }) => localDay === '2026-12-31'), said.find(({ entry }) => entry === second.post.id)];
    await member.json('PUT', at(`plan/links/${other?.postId ?? ''}`), { plan: null, version: null });
    await member.json('PUT', at(`plan/links/${late?.postId ?? ''}`), { plan: { plannedPostId: first.post.id }, version: null });
    expect(await one(id)).toMatchObject({ state: 'under_way', progress: { done: 19 }, slots: expect.arrayContaining([expect.objectContaining({ position: first.slot.position, postId: late?.postId })]) });
    await member.delete(at(`plan/links/${other?.postId ?? ''}?version=1`));
    expect(await one(id)).toMatchObject({ state: 'read', progress: { done: 20 } });
  });

  it('ends short once its channel was read after its last day, and says so; with under ten in an arm it has no figure', async () => {
    await publish(placed.slice(0, 19));
    expect(await one(id)).toMatchObject({ state: 'under_way', progress: { done: 19 } });
    clock.at = new Date('2027-02-20T09:00:00Z');
    // Nobody has read the channel since: the last post may be there.
    expect(await one(id)).toMatchObject({ state: 'under_way', progress: { done: 19 } });
    await withClient(portee.database.ownerUrl, (owner: Client) => owner.query(`UPDATE channel SET collected_at = '2027-02-08T08:00:00Z'`));
    expect(await one(id)).toMatchObject({ state: 'read', progress: { done: 19, planned: 20 }, result: { state: 'not_enough_data' } });
    expect(await get<TestedRecommendation[]>('plan/tested')).toEqual([]);
  });

  it('ends sixty days after its last day where nobody reads its channel any more', async () => {
    await publish(placed.slice(0, 19));
    clock.at = new Date('2027-04-01T09:00:00Z');
    expect((await one(id)).state).toBe('under_way');
    clock.at = new Date('2027-04-02T09:00:00Z');
    expect(await one(id)).toMatchObject({ state: 'read', result: { state: 'not_enough_data' } });
  });

  it('is read by whoever looks next where whoever read it was killed in the middle', async () => {
    await publish(placed);
    await withClient(portee.database.ownerUrl, async (holder: Client) => {
      await holder.query('BEGIN');
      // The last thing that is written waits for this.
      await holder.query('LOCK TABLE experiment IN SHARE MODE');
      const answers: number[] = [];
      const looking = member.ask('GET', at(`plan/experiments/${id}`)).then(({ status }) => answers.push(status));
      await vi.waitFor(async () => {
        // The sweep may be looking as well: whoever waits is killed.
        await askDatabase(portee.database.applicationUrl, `SELECT pg_terminate_backend(pid) FROM (${WAITING}) w`);
        expect(answers).toHaveLength(1);
      }, { timeout: 20_000 });
      await looking;
      expect(answers[0]).toBeGreaterThanOrEqual(500);
      expect(await askDatabase(portee.database.ownerUrl, 'SELECT state, reading FROM experiment')).toEqual([{ state: 'under_way', reading: null }]);
      await holder.query('ROLLBACK');
    });
    expect(await one(id)).toMatchObject({ state: 'read', result: { state: 'tested' } });
  });

  it('goes with its channel', async () => {
    await publish(placed);
    await one(id);
    await member.delete(at(`channels/${centre.channel.id}`));
    expect([await get<Experiment[]>('plan/experiments'), await get<TestedRecommendation[]>('plan/tested')]).toEqual([[], []]);
    expect(await tryPost(`plan/experiments/${id}/giving-up`, { version: 2 })).toMatchObject({ status: 404, body: { reason: 'experiment-not-found' } });
  });
});
