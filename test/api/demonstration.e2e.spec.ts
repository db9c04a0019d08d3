import type { ComparedChannel, Experiment, KeptAppointment, MonthlyReport, Objective, PlanCalendar, PlanDocument, PlanLine, RecommendationDecision } from '@portee/shared';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withClient } from '../support/database-client.js';
import { DemonstrationService } from '../../apps/api/src/demonstration/demonstration.service.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import type { RunningPortee } from '../../apps/api/src/start-portee.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { startOver } from '../support/portee.js';
import { Visitor } from '../support/visitor.js';

const NOW = new Date('2026-11-23T20:00:00Z');
const PERSON = { email: 'claire@exemple.be', password: 'dix lettres au moins' };
const COLLEAGUE = { email: 'ahmed@exemple.be', password: 'dix lettres aussi' };
const HOME = '/api/v1/organisations/demonstration';

let database: TestDatabase;
let portee: RunningPortee;
let url: string;
let person: Visitor;
let colleague: Visitor;

beforeAll(async () => {
  database = await createDatabase();
  portee = await startOver(database, {}, { now: () => NOW });
  url = portee.url ?? '';
  person = new Visitor(url);
  await person.post('/api/v1/first-account', { ...PERSON, organisation: 'Maison des arts', name: 'Claire' });
  const { id } = await portee.app.get(OrganisationsService).bySlug('maison-des-arts');
  await portee.app.get(People).create({ ...COLLEAGUE, name: 'Ahmed', language: 'fr' }, { organisationId: id, role: 'reader' });
  colleague = new Visitor(url);
  await colleague.post('/api/v1/session', COLLEAGUE);
});

afterAll(async () => {
  await portee?.stop();
  await database?.drop();
});

describe('the demonstration', () => {
  it('is for who is signed in', async () => {
    expect((await new Visitor(url).post('/api/v1/demonstration')).status).toBe(401);
    expect((await new Visitor(url).delete('/api/v1/demonstration')).status).toBe(401);
  });

  it('is loaded in one go, marked as fictitious, and lets in who asked', async () => {
    const started = performance.now();
    const answer = await person.post('/api/v1/demonstration');
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 201, body: { slug: 'demonstration' } });
    expect(performance.now() - started).toBeLessThan(10_000);
    const home = await person.get(HOME);
    expect(home.body).toMatchObject({ isDemonstration: true, role: 'owner', firstMonth: '2025-05', lastMonth: '2026-11' });
    const channels = z.array(z.object({ network: z.string(), isMain: z.boolean(), audience: z.string().nullable(), parentChannelId: z.string().nullable() }));
    const list = channels.parse((await person.get(`${HOME}/channels`)).body);
    expect(list.map(({ network }) => network).toSorted()).toEqual(['facebook', 'instagram', 'mastodon', 'newsletter', 'youtube']);
    expect(list.filter(({ isMain }) => isMain).map(({ network }) => network)).toEqual(['facebook']);
    expect(list.filter(({ audience, parentChannelId }) => audience !== null && parentChannelId !== null)).toHaveLength(1);
  });

  it('stays closed to a colleague who did not ask', async () => {
    expect((await colleague.get(HOME)).status).toBe(404);
    expect((await colleague.delete('/api/v1/demonstration')).status).toBe(404);
  });

  it('loaded twice, even at the same instant, writes nothing new and lets in who asked', async () => {
    const before = await rowsOfDemonstration();
    await Promise.all([person.post('/api/v1/demonstration'), colleague.post('/api/v1/demonstration'), colleague.post('/api/v1/demonstration')]);
    const after = await rowsOfDemonstration();
    expect(after).toEqual({ ...before, 'public.membership': 2 });
    expect((await colleague.get(HOME)).status).toBe(200);
  });

  it('holds posts still growing, posts read too late, and two channels without people', async () => {
    const facts = await demonstrationQuery(
      `SELECT c.network, count(*)::int AS posts, count(*) FILTER (WHERE s.ineligible IS NULL)::int AS eligible,
         count(*) FILTER (WHERE s.ineligible = 'growing')::int AS growing, count(*) FILTER (WHERE s.ineligible = 'read-late')::int AS late
       FROM post_stat s JOIN channel c ON c.organisation_id = s.organisation_id AND c.id = s.channel_id GROUP BY 1 ORDER BY 1`,
    );
    const byNetwork = new Map(facts.map((row) => [row['network'], row]));
    expect(byNetwork.get('facebook')).toMatchObject({ growing: expect.any(Number), late: expect.any(Number) });
    expect(Number(byNetwork.get('facebook')?.['late'])).toBeGreaterThan(5);
    expect(Number(byNetwork.get('facebook')?.['growing'])).toBeGreaterThan(1);
    expect(Number(byNetwork.get('facebook')?.['eligible'])).toBeGreaterThan(250);
    expect(byNetwork.get('mastodon')).toMatchObject({ eligible: 0 });
    expect(byNetwork.get('youtube')).toMatchObject({ eligible: 0 });
  });

  it('has medians near five per cent, and none in the month of which nothing was collected in time', async () => {
    const months = await demonstrationQuery(
      `SELECT m.month, (m.figures #>> '{organic,median}')::float AS median FROM channel_month m
       JOIN channel c ON c.organisation_id = m.organisation_id AND c.id = m.channel_id WHERE c.network = 'facebook' ORDER BY m.month, m.from_day`,
    );
    const medians = months.flatMap(({ median }) => (typeof median === 'number' ? median : []));
    expect(medians.length).toBeGreaterThan(14);
    for (const median of medians) expect(median).toSatisfy((rate: number) => rate > 0.03 && rate < 0.09);
    expect(months.filter(({ month }) => month === '2026-03')).toEqual([{ month: '2026-03', median: null }]);
  });

  it('tells what an hour and a euro bring where they are noted and people are counted, and nowhere else', async () => {
    const costs = async () => {
      const channels = await person.json<ComparedChannel[]>('GET', `${HOME}/insights/channels`);
      return Object.fromEntries(channels.map(({ network, contactsPerHour, contactsPerEuro, hours, euros }) => [network, { hour: contactsPerHour, euro: contactsPerEuro, hours, euros }]));
    };
    const { facebook, instagram, newsletter, mastodon, youtube } = await costs();
    for (const told of [facebook?.hour, facebook?.euro, instagram?.hour, newsletter?.hour, newsletter?.euro]) expect(told).toMatchObject({ ratio: expect.any(Number), months: expect.toSatisfy((months: number) => months >= 10) });
    expect(instagram).toMatchObject({ euro: { ratio: null, months: 0 }, euros: null });
    expect(mastodon).toMatchObject({ hour: { ratio: null }, hours: expect.any(Number), euros: 0 });
    expect(youtube).toMatchObject({ hour: { ratio: null }, hours: null, euros: null });
  });

  it('has a plan: decisions of every kind with the reasons given, lines, objectives of this quarter and the last', async () => {
    const decisions = await person.json<RecommendationDecision[]>('GET', `${HOME}/plan/decisions`);
    expect(new Set(decisions.map(({ decision }) => decision))).toEqual(new Set(['accepted', 'adapted', 'postponed', 'refused']));
    for (const { decision, reason, lineId, decidedAt } of decisions) {
      expect(reason !== null || decision === 'accepted').toBe(true);
      expect(lineId !== null).toBe(decision === 'accepted' || decision === 'adapted');
      expect(decidedAt < NOW.toISOString()).toBe(true);
    }
    expect((await person.json<PlanLine[]>('GET', `${HOME}/plan/lines`)).filter(({ decisionId }) => decisionId !== null)).toHaveLength(2);
    expect((await person.json<Objective[]>('GET', `${HOME}/plan/objectives`)).map(({ quarter, isOver }) => [quarter, isOver])).toEqual([['2026-Q4', false], ['2026-Q4', false], ['2026-Q3', true], ['2026-Q3', true]]);
  });

  it('has appointments that were kept and missed, and posts to come', async () => {
    const kept = await person.json<KeptAppointment[]>('GET', `${HOME}/plan/kept?from=2026-09-01&to=2026-11-22`);
    expect(kept.find(({ title }) => title === '#UnLivreUnSoir')).toMatchObject({ past: 12, kept: expect.toSatisfy((times: number) => times >= 9) });
    expect(kept.reduce((sum, { missed }) => sum + missed, 0)).toBeGreaterThan(0);
    const { entries } = await person.json<PlanCalendar>('GET', `${HOME}/plan/calendar?from=2026-11-24&to=2026-12-20`);
    expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });

  it('has one experiment under way, and one whose effect is what its own posts say', async () => {
    const [underWay, read] = await person.json<[Experiment, Experiment]>('GET', `${HOME}/plan/experiments`);
    expect(underWay).toMatchObject({ state: 'under_way', result: null, progress: { done: expect.toSatisfy((done: number) => done > 0) } });
    expect(read).toMatchObject({ state: 'read', progress: { done: 20, planned: 20, arms: { level: { otherwise: 0 }, against: { otherwise: 0 } } }, result: { state: 'tested' } });
    const arms = await demonstrationQuery(
      `SELECT s.arm, count(*)::int AS posts, avg(ln(p.reach::float / p.followers)) AS mean FROM experiment_slot s JOIN post_stat p ON p.organisation_id = s.organisation_id AND p.post_id = s.post_id
       WHERE s.experiment_id = '${read.id}' GROUP BY 1`,
    );
    const mean = (arm: string): number => Number(arms.find((row) => row['arm'] === arm)?.['mean']);
    expect(arms.map(({ posts }) => posts)).toEqual([10, 10]);
    expect(read.result?.state === 'tested' ? read.result.effect : null).toBeCloseTo(Math.expm1(mean('level') - mean('against')), 6);
  });

  it('has a written plan, adopted after it was written, and to be looked at again', async () => {
    const { written, today } = await person.json<PlanDocument>('GET', `${HOME}/plan/document`);
    expect(written.adoption?.by).toBe('conseil d’administration');
    expect([written.textDay, written.adoption?.day, today, written.revisionDay].map(String)).toEqual(['2026-01-15', '2026-01-27', '2026-11-23', '2027-01-27']);
    expect(written.duties.map(({ role }) => role)).toEqual(expect.arrayContaining(['coordination', 'bibliothèque']));
  });

  it('has months that were closed with a word, told by nothing that was read later, and one that waits for its review', async () => {
    const report = (month: string) => person.json<MonthlyReport>('GET', `${HOME}/reports/${month}`);
    for (const month of ['2026-07', '2026-08', '2026-09']) {
      const { closed, figuresAt, isProvisional, comment, advice, organisation } = await report(month);
      expect({ isProvisional, advice, isDemonstration: organisation.isDemonstration }).toEqual({ isProvisional: false, advice: null, isDemonstration: true });
      expect(comment).toEqual(expect.any(String));
      expect((figuresAt ?? '') < (closed?.at ?? '')).toBe(true);
    }
    expect(await report('2026-10')).toMatchObject({ closed: null, comment: null, isMonthOver: true });
  });

  it('goes without trace, and leaves the others alone', async () => {
    const id = await demonstrationId();
    const others = await traces('Maison des arts');
    expect(Object.keys(await traces(id))).toEqual(expect.arrayContaining(['public.organisation', 'public.post_snapshot', 'public.channel_month', 'public.effort', 'public.spend', 'public.plan_line', 'public.experiment_slot', 'public.month_review']));
    expect((await person.delete('/api/v1/demonstration')).status).toBe(204);
    expect(await traces(id)).toEqual({});
    expect(await traces('Clairsonge')).toEqual({});
    expect(await traces('Maison des arts')).toEqual(others);
    expect((await person.get(HOME)).status).toBe(404);
    expect((await person.delete('/api/v1/demonstration')).status).toBe(404);
    expect(await portee.app.get(DemonstrationService).remove()).toBe(false);
  });

  it('opens to everybody who has an account when loaded from the command line', async () => {
    expect(await portee.app.get(DemonstrationService).load(NOW, 'everybody')).toMatchObject({ slug: 'demonstration', isNew: true });
    for (const visitor of [person, colleague]) expect((await visitor.get(HOME)).body).toMatchObject({ role: 'owner' });
    await portee.app.get(DemonstrationService).remove();
  });

  it.each(['2026-01-02', '2026-08-15', '2028-02-29'])('is whole on any day of the year: %s', async (today) => {
    await portee.app.get(DemonstrationService).load(new Date(`${today}T20:00:00Z`), 'everybody');
    expect(await demonstrationQuery('SELECT state, count(*)::int AS experiments FROM experiment GROUP BY 1 ORDER BY 1')).toEqual([{ state: 'read', experiments: 1 }, { state: 'under_way', experiments: 1 }]);
    expect(await demonstrationQuery('SELECT count(*)::int AS closed FROM month_review WHERE closed_at IS NOT NULL')).toEqual([{ closed: 3 }]);
    await portee.app.get(DemonstrationService).remove();
  });

  it('never touches a real organisation that bears its name', async () => {
    await portee.app.get(OrganisationsService).create({ name: 'Vraie', slug: 'demonstration', timeZone: 'Europe/Brussels' });
    const answer = await person.post('/api/v1/demonstration');
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 409, body: { reason: 'slug-taken' } });
    await expect(portee.app.get(DemonstrationService).remove()).rejects.toMatchObject({ reason: 'slug-taken' });
    expect((await portee.app.get(OrganisationsService).bySlug('demonstration')).name).toBe('Vraie');
  });
});

async function demonstrationId(): Promise<string> {
  return (await portee.app.get(OrganisationsService).bySlug('demonstration')).id;
}

async function demonstrationQuery(sql: string): Promise<Record<string, unknown>[]> {
  return asOwner(await demonstrationId(), async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

/** Rows of the demonstration in each table that has any. */
/** What the sweep concludes from it by itself, at its own time. */
const CONCLUDED = ['channel_advice', 'channels_compared', 'recommendation', 'recommendation_change'].map((table) => `public.${table}`);

/** Its rows by table, those aside that appear without anybody loading anything. */
async function rowsOfDemonstration(): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(await traces(await demonstrationId())).filter(([table]) => !CONCLUDED.includes(table)));
}

let lastKnownId = '';

/** Rows of any table, in any column, that hold these words; row-level security shows the demonstration's own rows. */
async function traces(words: string): Promise<Record<string, number>> {
  const uuid = z.uuid().safeParse(words);
  if (uuid.success) lastKnownId = uuid.data;
  return asOwner(lastKnownId, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name} t WHERE strpos(t::text, $1) > 0`, [words]);
      if (rows[0]?.count) found[name] = rows[0].count;
    }
    return found;
  });
}

async function asOwner<T>(organisationId: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(database.ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
    return work(client);
  });
}
