import type { Channel, Experiment, HandLink, PlannedPost, PostLink } from '@portee/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EveningCentre } from '../support/evening-centre.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const START = '2026-11-20T09:00:00Z';

const clock = { at: new Date(START) };
let portee: TestPortee;
let member: Member;
const centre = new EveningCentre(() => member);
const at = (path: string) => centre.at(path);
const get = <T>(path: string) => centre.get<T>(path);
const post = <T>(path: string, body: unknown) => centre.post<T>(path, body);
const tryPost = (path: string, body: unknown) => centre.tryPost(path, body);
const start = () => centre.start();
const one = (id: string) => centre.experiment(id);
const place = (id: string, day: string) => centre.place(id, day);
const change = ({ id, ...planned }: PlannedPost, rest: Partial<PlannedPost>) => member.ask('PUT', at(`plan/posts/${id}`), { body: { ...planned, ...rest } });
/** Publishes what was planned when it was planned; final when it is read. */
const publish = (...planned: PlannedPost[]) => centre.tell(planned.map((each) => ({ post: each, reach: 90, observedAt: '2026-12-15T12:00:00Z' })));
const links = () => get<PostLink[]>('plan/links?from=2026-11-01&to=2026-12-31');
const say = (postId: string, body: unknown) => member.json<HandLink>('PUT', at(`plan/links/${postId}`), body);
const lost = ({ progress }: Experiment) => (['level', 'against'] as const).reduce((sum, arm) => sum + (progress?.arms[arm].lost['not-counted'] ?? 0), 0);

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => clock.at });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  clock.at = new Date(START);
  await centre.begin();
});

describe('the draw of an experiment', () => {
  it('is not drawn again for a post of one that was given up', async () => {
    const { id } = await start();
    const { post: planned } = await place(id, '2026-11-26');
    await post(`plan/experiments/${id}/giving-up`, { version: 1 });
    const other = await start();
    expect(await tryPost(`plan/experiments/${other.id}/posts`, { from: 'calendar', plannedPostId: planned.id, version: planned.version })).toMatchObject({ status: 409, body: { reason: 'experiment-post-drawn' } });
    expect((await one(other.id)).slots.every(({ state }) => state === 'free')).toBe(true);
  });

  it('is never taken where it says anything else than it may', async () => {
    const { id } = await start();
    await fc.assert(fc.asyncProperty(fc.anything({ withBigInt: false, maxDepth: 2 }), async (body) => {
      const { status } = await tryPost(`plan/experiments/${id}/posts`, { from: 'new', ...(typeof body === 'object' ? body : { title: body }) });
      expect([400, 422]).toContain(status);
    }), { numRuns: 40 });
    expect((await one(id)).slots.every(({ state }) => state === 'free')).toBe(true);
  });
});

describe('a figure that pleases nobody', () => {
  let id: string;
  let first: PlannedPost;
  let second: PlannedPost;
  beforeEach(async () => {
    ({ id } = await start());
    [{ post: first }, { post: second }] = [await place(id, '2026-11-26'), await place(id, '2026-11-27')];
    clock.at = new Date('2026-12-16T09:00:00Z');
  });

  it('is not dropped by moving what was planned, once its time is past, nor by another channel at any time', async () => {
    const { id: elsewhere } = await post<Channel>('channels', { network: 'instagram', name: 'Ailleurs' });
    for (const rest of [{ day: '2026-12-28' }, { time: '23:55' }, { format: 'video' as const }, { title: 'Autre' }, { channelId: elsewhere }]) {
      expect(await change(first, rest), JSON.stringify(rest)).toMatchObject({ status: 409, body: { reason: 'planned-post-drawn' } });
    }
    expect(await change(first, { note: 'Vue', role: 'chargée de com’' })).toMatchObject({ status: 200 });
    const { post: later } = await place(id, '2026-12-22');
    expect(await change(later, { channelId: elsewhere })).toMatchObject({ status: 409, body: { reason: 'planned-post-drawn' } });
    expect(await change(later, { day: '2026-11-28' })).toMatchObject({ status: 409, body: { reason: 'planned-post-drawn' } });
    expect(await change(later, { day: '2026-12-23', title: 'Reporté' })).toMatchObject({ status: 200 });
  });

  it('is not chosen by taking a plan out before its time and bringing it back after', async () => {
    const { post: later } = await place(id, '2026-12-22');
    await member.delete(at(`plan/posts/${later.id}`));
    clock.at = new Date('2026-12-24T09:00:00Z');
    expect(await tryPost(`plan/posts/${later.id}/restore`, undefined)).toMatchObject({ status: 409, body: { reason: 'planned-post-drawn' } });
  });

  it('said to be of no plan is lost, and told: it is never waited for', async () => {
    await publish(first, second);
    expect((await one(id)).progress?.done).toBe(2);
    const found = (await links()).find(({ entry }) => entry === first.id);
    await say(found?.postId ?? '', { plan: null, version: null });
    const said = await one(id);
    expect([said.progress?.done, lost(said), said.slots.find(({ plannedPostId }) => plannedPostId === first.id)?.postId]).toEqual([1, 1, found?.postId]);
    await member.delete(at(`plan/links/${found?.postId ?? ''}?version=1`));
    expect((await one(id)).progress?.done).toBe(2);
  });

  it('said to be of no plan before anybody looked is lost as well', async () => {
    await publish(first);
    const found = (await links()).find(({ entry }) => entry === first.id);
    await say(found?.postId ?? '', { plan: null, version: null });
    expect(lost(await one(id))).toBe(1);
  });

  it('stays where another plan made later would take its post', async () => {
    const late = { ...first, time: `${first.time.slice(0, 3)}${String(Number(first.time.slice(3)) + 20)}` };
    await publish(late);
    const before = await one(id);
    expect(before.progress?.done).toBe(1);
    await post('plan/posts', { channelId: centre.channel.id, title: first.title, day: late.day, time: late.time, format: first.format });
    expect((await one(id)).slots).toEqual(before.slots);
  });

  it('counts once, in the slot that it had, where its plan is gone for good', async () => {
    await publish(first);
    const had = (await one(id)).slots.find(({ plannedPostId }) => plannedPostId === first.id);
    await member.delete(at(`plan/posts/${first.id}`));
    clock.at = new Date('2027-01-17T09:00:00Z');
    await member.delete(at(`plan/posts/${second.id}`));
    const { post: later } = await place(id, '2027-01-20');
    await say(had?.postId ?? '', { plan: { plannedPostId: later.id }, version: null });
    const seen = await one(id);
    expect(seen.slots.filter(({ postId }) => postId === had?.postId).map(({ position }) => position)).toEqual([had?.position]);
    expect(seen.progress?.done).toBe(1);
  });

  it('is not replaced by a post from outside the days of the experiment', async () => {
    await publish({ ...first, day: '2026-11-05' });
    const stranger = (await links()).find(({ localDay }) => localDay === '2026-11-05');
    expect(await member.ask('PUT', at(`plan/links/${stranger?.postId ?? ''}`), { body: { plan: { plannedPostId: first.id }, version: null } })).toMatchObject({ status: 422, body: { reason: 'link-outside-experiment' } });
  });
});
