import { addDays, type Channel, type PlanLine, type PlanOutcome, type Recommendation, type RecommendationDecision } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const NOW = '2026-06-01T09:00:00Z';
/** First day of the lines here; what is published at 23:30 UTC of the day before is of that day in Brussels. */
const FROM = '2026-03-01';
const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,text,observed_at';

const clock = { at: new Date(NOW) };
let portee: TestPortee;
let member: Member;
let count = 0;
let posts = 0;

const at = (path: string) => `/api/v1/organisations/${member.slug}/${path}`;
const get = <T>(path: string) => member.json<T>('GET', at(path));
const outcomes = () => get<PlanOutcome[]>('plan/outcomes');
const outcomeOf = async ({ id }: PlanLine) => (await outcomes()).find(({ lineId }) => lineId === id);
const channelNamed = async (name: string) => (await get<Channel[]>('channels')).find((channel) => channel.name === name)?.id ?? '';
const named = (name: string) => `${name} ${String(count)}`;

interface Cell { channel?: string; network?: string; format?: string; from: string; number?: number; times?: number; paid?: string; hour?: string; observedAt?: string }

/** Posts, one every second day, of which every other one reaches twice as many people: 50, 100, 50, 100… for 1,000 followers. */
function cell({ channel = 'La lettre', network = 'newsletter', format = 'photo', from, number = 8, times = 1, paid = '0', hour = '10:00', observedAt = '2026-05-31T20:00:00Z' }: Cell): string[] {
  return Array.from({ length: number }, (_, index) => {
    posts += 1;
    return [named(channel), network, `p${String(posts)}`, `${addDays(from, 2 * index)}T${hour}:00Z`, format, paid, 1000, (index % 2 === 0 ? 50 : 100) * times, 'Annonce', observedAt].join(',');
  });
}
const publish = (...cells: string[][]) => importFile(member, { name: 'portee.csv', bytes: [HEADER, ...cells.flat()].join('\n') });
/** Photos reach three times as many people from March on, everything else once and a half. */
const photos = (rest: Partial<Cell> = {}) => [cell({ from: '2026-01-05', ...rest }), cell({ from: addDays(FROM, -1), hour: '23:30', times: 3, ...rest })];
const links = (rest: Partial<Cell> = {}) => [cell({ from: '2026-01-05', format: 'link', ...rest }), cell({ from: FROM, format: 'link', times: 1.5, ...rest })];

/** The team follows what is said of a level, from a day on. */
async function follow(of: { dimension: string; level: string; channelId?: string }, rest: Partial<PlanLine> = {}, decision: object = { decision: 'accepted' }): Promise<PlanLine> {
  const records = await get<Recommendation[]>('recommendations');
  const record = records.find(({ dimension, level, channelId }) => dimension === of.dimension && level === of.level && channelId === (of.channelId ?? channelId));
  if (!record) throw new Error(`nothing is said of ${of.dimension} ${of.level}`);
  const { lineId } = await member.json<RecommendationDecision>('POST', at(`recommendations/${record.id}/decision`), { ...decision, line: { kind: 'rule', title: `Plus de ${of.level}` } });
  const line = (await get<PlanLine[]>('plan/lines')).find(({ id }) => id === lineId);
  if (!line) throw new Error('no line');
  return change(line, { fromDay: FROM, ...rest });
}
const change = ({ id, decisionId: _decision, ...line }: PlanLine, rest: Partial<PlanLine>) => member.json<PlanLine>('PUT', at(`plan/lines/${id}`), { ...line, ...rest });
const followPhotos = (rest: Partial<PlanLine> = {}) => follow({ dimension: 'format', level: 'photo' }, rest);
const byHand = () => member.json<PlanLine>('POST', at('plan/lines'), { kind: 'rule', title: 'Répondre aux messages', fromDay: FROM });

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => clock.at });
  member = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  clock.at = new Date(NOW);
  for (const { id } of await get<PlanLine[]>('plan/lines')) await member.delete(at(`plan/lines/${id}`));
  for (const { id } of await get<Channel[]>('channels')) await member.delete(at(`channels/${id}`));
  count += 1;
});

describe('the outcome of a line of the plan', () => {
  // Photos ×3, links ×1.5: ×2 as against them. 50 and 100 by turns: each log lies ½ ln 2 = 0.34657 from the mean of its cell, variance of a cell's mean
  // 8 × 0.34657² / 7 / 8 = 0.017158; four cells √0.068634 = 0.26198; Welch 14 degrees of freedom, doubled 28: 1.7011 × 0.26198 = 0.44566.
  it('is how the posts of its kind moved, less how the others of the channel did', async () => {
    await publish(...photos(), ...links());
    const line = await followPhotos();
    const found = await outcomeOf(line);
    if (found?.kind !== 'measured') throw new Error(found?.kind);
    expect(found).toMatchObject({
      channelId: await channelNamed(named('La lettre')), dimension: 'format', level: 'photo', isAdapted: false, controlledBy: 'same-channel', verdict: 'do_more',
      posts: { before: 8, after: 8 }, control: { before: 8, after: 8 }, followed: { before: { ofKind: 8, posts: 16 }, after: { ofKind: 8, posts: 16 } },
      since: '2024-06-01', fromDay: FROM, until: '2026-06-01', cutAt: null, isPaidUnknown: false, growing: 0, sharedWith: [],
    });
    expect(found.effect).toBeCloseTo(1, 10);
    expect(found.low).toBeCloseTo(2 * Math.exp(-0.44566) - 1, 3);
    expect(found.high).toBeCloseTo(2 * Math.exp(0.44566) - 1, 3);
    // The median of 0.05 and 0.1 by turns.
    expect([found.rates.before.median, found.rates.after.median]).toEqual([expect.closeTo(0.075, 10), expect.closeTo(0.225, 10)]);
  });

  it('says how far the line was followed, and counts no post that was pushed, of unknown format or still growing', async () => {
    const network = 'instagram';
    const [manyLinks = []] = links({ network, number: 20 });
    const [, fewLinks = []] = links({ network });
    await publish(...photos({ network, number: 10 }), manyLinks, fewLinks, ...[{ paid: '1' }, { format: '' }].map((rest) => cell({ network, from: '2026-03-02', times: 50, ...rest })), cell({ network, from: '2026-05-26', number: 3 }));
    const found = await outcomeOf(await followPhotos());
    expect(found).toMatchObject({ kind: 'measured', posts: { before: 10, after: 10 }, control: { before: 20, after: 8 }, followed: { before: { ofKind: 10, posts: 30 }, after: { ofKind: 10, posts: 18 } }, growing: 3 });
  });

  it('is not told under eight posts on a side, and counts them', async () => {
    await publish(cell({ from: '2026-01-05' }), cell({ from: FROM, number: 7 }), ...links());
    const found = await outcomeOf(await followPhotos());
    expect(found).toMatchObject({ kind: 'too-few-posts', posts: { before: 8, after: 7 }, control: { before: 8, after: 8 } });
    expect(found).not.toHaveProperty('effect');
  });

  it('is before and after, without an effect, where there is nothing to compare with', async () => {
    await publish(...photos(), cell({ from: FROM, format: 'link' }));
    const found = await outcomeOf(await followPhotos());
    expect(found).toMatchObject({ kind: 'no-control', posts: { before: 8, after: 8 }, control: { before: 0, after: 8 }, rates: { before: { posts: 8 }, after: { posts: 8 } } });
    expect(JSON.stringify(found)).not.toMatch(/"(effect|low|high|verdict)"/u);
  });

  it('asks the other channels where the same one has no posts to compare with, those without a line on the same posts', async () => {
    await publish(...photos(), ...links({ channel: 'La page', network: 'peertube' }), ...photos({ channel: 'La page', network: 'peertube' }));
    const [own, other] = [await channelNamed(named('La lettre')), await channelNamed(named('La page'))];
    const line = await follow({ dimension: 'format', level: 'photo', channelId: own });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'measured', controlledBy: 'other-channels', control: { before: 16, after: 16 } });
    const theirs = await follow({ dimension: 'format', level: 'link', channelId: other });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'measured', control: { before: 8, after: 8 } });
    await member.delete(at(`plan/lines/${theirs.id}`));
    // Of all channels: its own kind there is no control either.
    expect(await outcomeOf(await change(line, { channelId: null }))).toMatchObject({ channelId: own, kind: 'measured', effect: expect.closeTo(1, 10), control: { before: 8, after: 8 } });
  });

  it('does not take for a control what another line changed meanwhile, and names a line on the same posts', async () => {
    await publish(...photos({ hour: '18:00' }), ...links());
    const line = await followPhotos({ fromDay: '2026-02-28' });
    const morning = await follow({ dimension: 'format', level: 'link' }, { fromDay: '2026-03-10' });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'no-control', control: { before: 0, after: 0 } });
    // Before the window, it holds on both sides alike.
    await change(morning, { fromDay: '2024-01-01' });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'measured', control: { before: 8, after: 8 }, sharedWith: [] });
    const evening = await follow({ dimension: 'hour_band', level: 'evening' });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'measured', sharedWith: [evening.id] });
  });

  it('looks at no post after the end of the line', async () => {
    await publish(...photos(), ...links(), cell({ from: '2026-04-15', times: 50 }));
    expect(await outcomeOf(await followPhotos({ toDay: '2026-04-10' }))).toMatchObject({ kind: 'measured', until: '2026-04-10', since: '2024-04-10', posts: { before: 8, after: 8 }, effect: expect.closeTo(1, 10) });
  });

  it('looks at nothing across a change of what the network counts, and says on which day', async () => {
    clock.at = new Date('2026-09-01T09:00:00Z');
    const read = { network: 'facebook', observedAt: '2026-08-31T20:00:00Z' };
    await publish(cell({ from: '2026-03-01', ...read, observedAt: '2026-03-30T20:00:00Z' }), cell({ from: '2026-07-01', ...read }), cell({ from: '2026-03-02', format: 'link', ...read, observedAt: '2026-03-30T20:00:00Z' }), cell({ from: '2026-07-02', format: 'link', ...read }));
    const found = await outcomeOf(await followPhotos({ fromDay: '2026-06-20' }));
    expect(found).toMatchObject({ kind: 'too-few-posts', posts: { before: 0, after: 8 }, cutAt: expect.stringMatching(/^2026-06-/u) });
  });
});

describe('a line of which nothing can be measured', () => {
  it('says why: by hand, of all posts of a channel, not begun, of a network that counts no people', async () => {
    await publish(...photos(), ...links(), cell({ channel: 'Mastodon', network: 'mastodon', from: FROM }));
    const hand = await byHand();
    expect(await outcomeOf(hand)).toEqual({ kind: 'unmeasured', lineId: hand.id, reason: 'by-hand' });
    const line = await followPhotos({ fromDay: '2026-06-02' });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'unmeasured', reason: 'not-begun' });
    expect(await outcomeOf(await change(line, { fromDay: FROM, version: 2, channelId: await channelNamed(named('Mastodon')) }))).toMatchObject({ kind: 'unmeasured', reason: 'no-reach' });
    const trend = await follow({ dimension: 'trend', level: 'annual' });
    expect(await outcomeOf(trend)).toMatchObject({ kind: 'unmeasured', reason: 'all-posts' });
  });

  it('is told in the order of lines, with what a team adapted', async () => {
    await publish(...photos(), ...links());
    const [hand, adapted] = [await byHand(), await follow({ dimension: 'format', level: 'photo' }, { fromDay: '2026-04-01' }, { decision: 'adapted', reason: 'Des photos du public.' })];
    expect((await outcomes()).map(({ lineId }) => lineId)).toEqual([adapted.id, hand.id]);
    expect(await outcomeOf(adapted)).toMatchObject({ isAdapted: true });
  });

  it('is not looked at while lots are drawn on the same question', async () => {
    await publish(...photos({ number: 30, hour: '07:00' }), ...links({ number: 30, hour: '18:00' }));
    const line = await follow({ dimension: 'hour_band', level: 'evening' });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'measured' });
    const experiment = await startExperiment('morning');
    expect(await outcomeOf(line)).toMatchObject({ kind: 'unmeasured', reason: 'drawn' });
    await member.json('POST', at(`plan/experiments/${experiment.id}/giving-up`), { version: experiment.version });
    expect(await outcomeOf(line)).toMatchObject({ kind: 'measured' });
  });
});

async function startExperiment(level: string): Promise<{ id: string; version: number }> {
  const record = (await get<Recommendation[]>('recommendations')).find((one) => one.dimension === 'hour_band' && one.level === level);
  return member.json('POST', at('plan/experiments'), { recommendationId: record?.id, sees: 2, startsDay: '2026-06-01', lastDay: '2026-12-31' });
}
