import { type Channel, type Expired, type NewInvitation, type OrganisationView, type ProcessingRegister, type Retention } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Channel as ChannelRow } from '../../apps/api/src/channels/channel.entity.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { checkRollups } from '../../apps/api/src/posts/check-rollups.js';
import { ExpireSweep } from '../../apps/api/src/privacy/expire.sweep.js';
import { withClient } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { memberOfRole } from '../support/member-of-role.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';
import { rowsThatTell } from '../support/whole-database.js';

const PROPOSED: Retention = { texts: null, journal: 36, imports: null, figures: null };
const NOTHING: Expired = { texts: 0, journal: 0, imports: 0, posts: 0, days: 0, reviews: 0 };
const [OLD, YOUNG] = ['marché-de-l-avent-2024', 'atelier-de-la-rentrée-2026'];
const NOW = new Date('2026-11-30T09:00:00Z');

let portee: TestPortee;
let us: Member;
let organisationId: string;

const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const attempt = (change: Partial<Retention>) => us.json<Expired>('POST', at('privacy/retention/trial'), { ...PROPOSED, ...change });
const keep = (change: Partial<Retention>) => us.json<Expired>('PUT', at('privacy/retention'), { ...PROPOSED, ...change });
const transaction = () => portee.running.app.get(TenantTransaction, { strict: false });
const posts = async () => (await us.json<{ items: { externalId: string; text: string | null }[] }>('GET', at('posts'))).items;

/** Twelve posts of each month given, with a count of followers at each. */
function file(months: readonly string[]): string {
  const rows = months.flatMap((month) => Array.from({ length: 12 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    return `La page,facebook,${month}-${day},${month}-${day}T10:00:00Z,${1000 + index},${100 + index},5,1,${month < '2025' ? OLD : YOUNG},animation,2026-11-20T00:00:00Z,ateliers`;
  }));
  return ['channel,network,post_id,published_at,followers,reach,likes,shares,text,author_role,observed_at,themes', ...rows, ''].join('\n');
}

/** Owner’s work: the program could not write this. */
function asOwner(sql: string): Promise<unknown> {
  return withClient(portee.database.ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
    return client.query(sql);
  });
}

async function differences(): Promise<unknown[]> {
  return transaction().run(organisationId, async (manager) => {
    const found: unknown[] = [];
    for (const channel of await manager.find(ChannelRow, { where: { organisationId } })) found.push(...(await checkRollups(manager, organisationId, channel)).differences);
    return found;
  });
}

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  us = await firstMember(portee.url);
  organisationId = (await us.json<OrganisationView>('GET', at('').replace(/\/$/u, ''))).id;
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  for (const { id } of await us.json<Channel[]>('GET', at('channels'))) await us.ask('DELETE', at(`channels/${id}?closedMonths=erase`));
  await asOwner('DELETE FROM month_review');
  await asOwner('DELETE FROM import');
  await importFile(us, { name: 'tout.csv', bytes: file(['2024-10', '2024-11', '2026-09', '2026-10']) });
});

describe('as proposed', () => {
  it('everything is kept until somebody deletes it, but the journal, for three years', async () => {
    expect(await us.json<Retention>('GET', at('privacy/retention'))).toEqual(PROPOSED);
    expect(await attempt({})).toEqual(NOTHING);
    await asOwner(`INSERT INTO audit_entry (organisation_id, id, at, act, actor_kind) VALUES ('${organisationId}', gen_random_uuid(), '2023-10-31T20:00:00Z', 'signed-in', 'portee'), ('${organisationId}', gen_random_uuid(), '2023-11-02T00:00:00Z', 'signed-in', 'portee')`);
    expect(await attempt({})).toEqual({ ...NOTHING, journal: 1 });
    await portee.running.app.get(ExpireSweep, { strict: false }).sweep();
    expect(await attempt({})).toEqual(NOTHING);
    const { items } = await us.json<{ items: { act: string; subject: string }[] }>('GET', at('audit'));
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ act: 'data-expired', subject: '1' })]));
  });
});

describe('texts of posts', () => {
  it('go after their time with who wrote them, wherever they stand; figures and themes stay', async () => {
    await us.json('POST', at('reports/2024-11/close'), { version: 0 });
    expect((await rowsThatTell(portee.database.ownerUrl, [OLD])).some((row) => row.startsWith('public.month_review'))).toBe(true);
    await asOwner(`INSERT INTO theme (organisation_id, id, name, words) VALUES ('${organisationId}', gen_random_uuid(), 'marchés', '{avent}')`);
    await asOwner(`INSERT INTO post_theme (organisation_id, theme_id, post_id, by_hand, by_words) SELECT p.organisation_id, t.id, p.id, false, true FROM post p, theme t WHERE t.name = 'marchés' AND p.text = '${OLD}'`);
    expect(await attempt({ texts: 12 })).toEqual({ ...NOTHING, texts: 24 });
    expect((await posts()).filter(({ text }) => text === OLD)).toHaveLength(24);
    expect(await keep({ texts: 12 })).toEqual({ ...NOTHING, texts: 24 });
    expect(await rowsThatTell(portee.database.ownerUrl, [OLD])).toEqual([]);
    const left = (await posts()).map(({ text }) => text);
    expect([YOUNG, null].map((text) => left.filter((one) => one === text).length)).toEqual([24, 24]);
    // What words gave, and no word could give again.
    expect(await asOwner(`SELECT count(*)::int AS posts FROM post_theme t JOIN theme h ON h.id = t.theme_id WHERE h.name = 'marchés' AND t.by_hand`)).toMatchObject({ rows: [{ posts: 24 }] });
    expect(await attempt({ texts: 12 })).toEqual(NOTHING);
    expect(await differences()).toEqual([]);
  });
});

describe('figures', () => {
  it('go by whole months, with their closed reports; what is left agrees with its readings', async () => {
    await us.json('POST', at('reports/2024-11/close'), { version: 0 });
    const told = await attempt({ figures: 12 });
    expect(told).toMatchObject({ posts: 24, reviews: 1, texts: 0, imports: 0 });
    expect(told.days).toBeGreaterThan(0);
    expect(await posts()).toHaveLength(48);
    expect(await keep({ figures: 12 })).toEqual(told);
    expect((await posts()).every(({ externalId }) => externalId.startsWith('2026'))).toBe(true);
    expect(await us.json<OrganisationView>('GET', at('').replace(/\/$/u, ''))).toMatchObject({ firstMonth: '2026-09' });
    expect(await differences()).toEqual([]);
    expect(await attempt({ figures: 12 })).toEqual(NOTHING);
  });
});

describe('what is told of files', () => {
  it('goes after its time; their figures stay, and cannot be undone', async () => {
    await asOwner(`UPDATE import SET uploaded_at = '2025-01-15'`);
    expect(await keep({ imports: 12 })).toEqual({ ...NOTHING, imports: 1 });
    expect(await posts()).toHaveLength(48);
    expect((await rowsThatTell(portee.database.ownerUrl, ['tout.csv'])).filter((row) => !row.startsWith('public.audit_entry'))).toEqual([]);
  });
});

describe('settings', () => {
  it('of less than half a year are refused, and the journal keeps half a year whatever is asked', async () => {
    expect((await us.ask('PUT', at('privacy/retention'), { body: { ...PROPOSED, journal: 1 } })).status).toBe(422);
    await asOwner(`DELETE FROM audit_entry WHERE at < now() - interval '6 months'`);
    const [row] = await transaction().run(organisationId, (manager) => manager.query<{ gone: number }[]>('SELECT drop_old_journal(now()) AS gone'));
    expect(row).toEqual({ gone: 0 });
  });

  it('are an owner’s to change, and a coordinator’s to read', async () => {
    const reader = await memberOfRole('contributor', { portee, slug: us.slug });
    expect((await reader.get(at('privacy/retention'))).status).toBe(200);
    for (const [method, path] of [['PUT', 'retention'], ['POST', 'retention/trial'], ['PUT', 'register']] as const) expect((await reader.ask(method, at(`privacy/${path}`), { body: { ...PROPOSED, texts: 6 } })).status).toBe(403);
  });
});

describe('invitations and sessions that are over', () => {
  it('go by themselves: an invitation a month after, a session at once', async () => {
    await us.json<NewInvitation>('POST', at('invitations'), { role: 'reader', email: null });
    await us.json<NewInvitation>('POST', at('invitations'), { role: 'reader', email: 'lou@exemple.be' });
    await asOwner(`UPDATE invitation SET expires_at = CASE WHEN email IS NULL THEN timestamptz '2026-10-31T08:59:59Z' ELSE timestamptz '2026-10-31T09:00:01Z' END`);
    const device = new Visitor(portee.url);
    await device.json('POST', '/api/v1/session', { email: 'coordination@cerisier.example', password: 'un mot de passe assez long' });
    await asOwner(`UPDATE auth.session SET "expiresAt" = '2026-11-30T08:59:59Z' WHERE "createdAt" = (SELECT max("createdAt") FROM auth.session)`);
    await portee.running.app.get(ExpireSweep, { strict: false }).sweep();
    expect((await us.json<{ invitations: { email: string | null }[] }>('GET', at('people'))).invitations.map(({ email }) => email)).toEqual(['lou@exemple.be']);
    expect(await device.get('/api/v1/session')).toMatchObject({ body: { user: null } });
    expect(await us.get('/api/v1/session')).toMatchObject({ body: { user: { email: 'coordination@cerisier.example' } } });
  });
});

describe('the register of processing', () => {
  it('tells what is so, and what the organisation says of itself', async () => {
    const fields = { controller: 'ASBL Le Cerisier, rue Haute 1, Brumevaux', contact: 'vie-privee@cerisier.example', officer: '', processor: '' };
    expect(await us.json<ProcessingRegister>('GET', at('privacy/register'))).toMatchObject({ organisation: 'Le Cerisier', fields: { controller: '', contact: '', officer: '', processor: '' }, networks: [], hasMail: false, isEncryptedInTransit: false, hasAuthorRoles: true });
    expect(await us.json<ProcessingRegister>('PUT', at('privacy/register'), fields)).toMatchObject({ fields });
    const { people, retention } = await us.json<ProcessingRegister>('GET', at('privacy/register'));
    expect(people.roles.find(({ role }) => role === 'owner')).toEqual({ role: 'owner', count: 1 });
    expect(retention).toEqual(await us.json<Retention>('GET', at('privacy/retention')));
  });
});
