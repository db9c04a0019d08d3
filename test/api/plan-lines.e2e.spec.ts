import { type Channel, MAX_PLAN_LINES, type PlanLine, type Recommendation, type RecommendationDecision, type TestedRecommendation } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../support/database-client.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member } from '../support/visitor.js';

const NOBODY = '01900000-0000-7000-8000-000000000001';
const START = new Date('2026-11-23T22:30:00Z');
let now = START;
let portee: TestPortee;
let member: Member;
let records: Recommendation[];
let sign: Recommendation;
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;
const decide = (id: string, body: unknown) => member.json<RecommendationDecision>('POST', at(`recommendations/${id}/decision`), body);
const tryToDecide = (id: string, body: unknown) => member.ask('POST', at(`recommendations/${id}/decision`), { body });
const withdraw = ({ recommendationId, id }: RecommendationDecision) => member.ask('DELETE', at(`recommendations/${recommendationId}/decision?decision=${id}`));
const decisions = () => member.json<RecommendationDecision[]>('GET', at('plan/decisions'));
const lines = () => member.json<PlanLine[]>('GET', at('plan/lines'));
const line = { kind: 'rule', title: 'Publier en début de soirée' };

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => now });
  member = await firstMember(portee.url);
  await member.json('POST', '/api/v1/demonstration');
  records = await member.json<Recommendation[]>('GET', at('recommendations'));
  const tested = (await member.json<TestedRecommendation[]>('GET', at('plan/tested'))).map(({ recommendationId }) => recommendationId);
  const found = records.find(({ id, verdict }) => verdict === 'do_more' && !tested.includes(id));
  if (!found) throw new Error('the demonstration holds no solid sign but what its team has tested');
  sign = found;
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  while ((await decisions()).length > 0) for (const standing of (await decisions()).filter(({ isStanding }) => isStanding)) await withdraw(standing);
  for (const { id } of await lines()) await member.delete(at(`plan/lines/${id}`));
  now = START;
});

describe('a decision on a recommendation', () => {
  it('puts its line into the plan from today of the organisation on, and remembers what was known', async () => {
    const decided = await decide(sign.id, { decision: 'accepted', line: { ...line, role: 'communication' } });
    const { verdict, effect, low, high, posts } = sign;
    expect(decided).toMatchObject({ recommendationId: sign.id, channelId: sign.channelId, dimension: sign.dimension, level: sign.level, decision: 'accepted', by: 'owner', said: { verdict, effect, low, high, posts }, isStanding: true });
    expect(await lines()).toEqual([{ id: decided.lineId, channelId: sign.channelId, decisionId: decided.id, ...line, note: null, role: 'communication', fromDay: '2026-11-23', toDay: null, version: 1 }]);
  });

  it('takes the place of the one before, with its line, and leaves it as history', async () => {
    const first = await decide(sign.id, { decision: 'accepted', line });
    now = new Date(now.getTime() + 60_000);
    const second = await decide(sign.id, { decision: 'refused', reason: 'Personne n’est là le soir.' });
    expect(await lines()).toEqual([]);
    expect((await decisions()).map(({ decision, isStanding, lineId }) => [decision, isStanding, lineId])).toEqual([['refused', true, null], ['accepted', false, null]]);
    expect((await withdraw(second)).body).toMatchObject({ id: first.id, lineId: first.lineId, isStanding: true });
    expect((await lines()).map(({ id }) => id)).toEqual([first.lineId]);
    expect((await withdraw(first)).body).toBeNull();
    expect([await lines(), await decisions()]).toEqual([[], []]);
    expect(await withdraw(first)).toMatchObject({ status: 404, body: { reason: 'decision-not-found' } });
  });

  it('is taken back by its name alone: asked twice, the one before stays; asked late, that of somebody else does', async () => {
    const first = await decide(sign.id, { decision: 'accepted', line });
    const second = await decide(sign.id, { decision: 'refused', reason: 'Non.' });
    expect((await withdraw(second)).status).toBe(200);
    expect(await withdraw(second)).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { id: first.id, isStanding: true } } });
    const third = await decide(sign.id, { decision: 'postponed', until: '2027-01-15' });
    expect(await withdraw(first)).toMatchObject({ status: 409, body: { present: { id: third.id } } });
    expect((await member.ask('DELETE', at(`recommendations/${sign.id}/decision`))).status).toBe(422);
    expect((await decisions()).map(({ id }) => id)).toEqual([third.id, first.id]);
  });

  it('taken back does not bring back a line that somebody had taken out', async () => {
    const { lineId } = await decide(sign.id, { decision: 'adapted', line, reason: 'Seulement le jeudi.' });
    await member.delete(at(`plan/lines/${lineId ?? ''}`));
    now = new Date(now.getTime() + 60_000);
    await withdraw(await decide(sign.id, { decision: 'postponed', until: '2027-01-15' }));
    expect(await lines()).toEqual([]);
  });

  it('that no longer stands does not give its line back, and gets it back with itself however long that takes', async () => {
    const first = await decide(sign.id, { decision: 'accepted', line });
    const second = await decide(sign.id, { decision: 'refused', reason: 'Non.' });
    const restored = () => member.ask('POST', at(`plan/lines/${first.lineId ?? ''}/restore`));
    expect(await restored()).toMatchObject({ status: 409, body: { reason: 'plan-line-undecided' } });
    const { id } = await member.json<PlanLine>('POST', at('plan/lines'), { kind: 'other', title: 'De passage', fromDay: '2026-11-24' });
    now = new Date(now.getTime() + 31 * 86_400_000);
    await member.delete(at(`plan/lines/${id}`));
    expect((await withdraw(second)).body).toMatchObject({ id: first.id, lineId: first.lineId });
    await member.delete(at(`plan/lines/${first.lineId ?? ''}`));
    expect((await restored()).status).toBe(200);
    await withdraw(first);
    expect(await restored()).toMatchObject({ status: 409, body: { reason: 'plan-line-undecided' } });
  });

  it('stands over the one before also where the clock of its machine is late', async () => {
    const first = await decide(sign.id, { decision: 'accepted', line });
    now = new Date(now.getTime() - 60_000);
    const second = await decide(sign.id, { decision: 'refused', reason: 'Non.' });
    expect((await decisions()).map(({ id, isStanding }) => [id, isStanding])).toEqual([[second.id, true], [first.id, false]]);
    expect((await withdraw(second)).body).toMatchObject({ id: first.id, lineId: first.lineId });
  });

  it('made from what somebody else has changed meanwhile changes nothing, and shows how it stands', async () => {
    const first = await decide(sign.id, { decision: 'accepted', line, replaces: null });
    expect(await tryToDecide(sign.id, { decision: 'refused', reason: 'Non.', replaces: null })).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { id: first.id, decision: 'accepted' } } });
    expect((await decisions()).length).toBe(1);
    await decide(sign.id, { decision: 'refused', reason: 'Non.', replaces: first.id });
    expect((await decisions())[0]?.decision).toBe('refused');
  });

  it('of two at once leaves one line', async () => {
    await Promise.all([1, 2, 3, 4].map(() => tryToDecide(sign.id, { decision: 'accepted', line })));
    expect((await lines()).length).toBe(1);
  });

  it('that says too little or too much is refused', async () => {
    const long = 'x'.repeat(501);
    for (const body of [{ decision: 'refused' }, { decision: 'refused', reason: '  ' }, { decision: 'refused', reason: long }, { decision: 'adapted', line }, { decision: 'accepted' }, { decision: 'accepted', line: { ...line, title: '' } }, { decision: 'postponed', until: '2027-02-30' }, { decision: 'perhaps' }]) {
      expect((await tryToDecide(sign.id, body)).status, JSON.stringify(body)).toBe(422);
    }
    expect((await tryToDecide(NOBODY, { decision: 'accepted', line })).status).toBe(404);
    expect(await decisions()).toEqual([]);
  });
});

describe('lines written by hand', () => {
  const hand = { kind: 'other', title: 'Répondre le jour même 🎭 مرحبا', fromDay: '2026-12-01', toDay: '2026-12-31', role: 'accueil', note: 'Deux lignes\net une autre', channelId: null };

  it('are kept as written, changed, taken out and brought back', async () => {
    const made = await member.json<PlanLine>('POST', at('plan/lines'), hand);
    expect(made).toEqual({ id: made.id, ...hand, decisionId: null, version: 1 });
    const { id, decisionId: _, ...rest } = made;
    expect(await member.json('PUT', at(`plan/lines/${id}`), { ...rest, title: 'Répondre dans l’heure', toDay: null })).toMatchObject({ title: 'Répondre dans l’heure', toDay: null, version: 2 });
    await member.delete(at(`plan/lines/${id}`));
    expect([await lines(), (await member.ask('PUT', at(`plan/lines/${id}`), { body: { ...rest, version: 2 } })).status]).toEqual([[], 404]);
    expect(await member.json('POST', at(`plan/lines/${id}/restore`))).toMatchObject({ title: 'Répondre dans l’heure', version: 2 });
  });

  it('are not overwritten by who read them before somebody else changed them', async () => {
    const { id, decisionId: _, ...rest } = await member.json<PlanLine>('POST', at('plan/lines'), hand);
    await member.json('PUT', at(`plan/lines/${id}`), { ...rest, title: 'La première' });
    expect(await member.ask('PUT', at(`plan/lines/${id}`), { body: { ...rest, title: 'La seconde' } })).toMatchObject({ status: 409, body: { reason: 'changed-meanwhile', present: { title: 'La première', version: 2 } } });
    expect((await lines())[0]?.title).toBe('La première');
  });

  it('are refused where they cannot be', async () => {
    for (const body of [{ ...hand, title: ' ' }, { ...hand, title: 'x'.repeat(201) }, { ...hand, toDay: '2026-11-30' }, { ...hand, fromDay: '2027-02-29' }, { ...hand, fromDay: '1999-12-31' }, { ...hand, kind: 'wish' }, { ...hand, role: 'x'.repeat(61) }]) {
      expect((await member.ask('POST', at('plan/lines'), { body })).status, JSON.stringify(body)).toBe(422);
    }
    expect((await member.ask('POST', at('plan/lines'), { body: { ...hand, channelId: NOBODY } })).status).toBe(404);
    expect(await lines()).toEqual([]);
  });

  it('are as many as the plan can hold, wherever they come from', async () => {
    const { id: spare } = await member.json<PlanLine>('POST', at('plan/lines'), hand);
    await member.delete(at(`plan/lines/${spare}`));
    const { id: organisationId } = await member.json<{ id: string }>('GET', '/api/v1/organisations/demonstration');
    const asOwner = (sql: string) => withClient(portee.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
      await client.query(sql);
    });
    await asOwner(`INSERT INTO plan_line (organisation_id, id, kind, title, from_day) SELECT '${organisationId}', gen_random_uuid(), 'other', 'x', '2026-12-01' FROM generate_series(1, ${String(MAX_PLAN_LINES)})`);
    const answers = [await member.ask('POST', at('plan/lines'), { body: hand }), await member.ask('POST', at(`plan/lines/${spare}/restore`)), await tryToDecide(sign.id, { decision: 'accepted', line })];
    for (const answer of answers) expect(answer).toMatchObject({ status: 422, body: { reason: 'plan-line-limit' } });
    expect([(await lines()).length, await decisions()]).toEqual([MAX_PLAN_LINES, []]);
    expect((await tryToDecide(sign.id, { decision: 'refused', reason: 'Non.' })).status).toBe(201);
    await asOwner('DELETE FROM plan_line');
  });

  it('go with their channel', async () => {
    const { id } = await member.json<Channel>('POST', at('channels'), { network: 'instagram', name: 'De passage' });
    await member.json('POST', at('plan/lines'), { ...hand, channelId: id });
    await member.delete(at(`channels/${id}`));
    expect(await lines()).toEqual([]);
  });
});
