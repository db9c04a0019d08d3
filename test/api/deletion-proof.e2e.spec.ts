import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewInvitation, OrganisationView, Session } from '@portee/shared';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { CollectQueues } from '../../apps/api/src/ingest/collect-queues.js';
import { queuePrefix } from '../../apps/api/src/operations/queue-connection.js';
import { monthlyReport } from '../../libs/shared/src/contract/report.contract.js';
import { uuidOf } from '../fixtures/sample-figures.js';
import { sampleReport } from '../fixtures/monthly-report.sample.js';
import { askDatabase, withClient } from '../support/database-client.js';
import { TEST_SECRET_KEY } from '../support/database.js';
import { fillEveryTable, type Filled } from '../support/every-table.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';
import { everyColumn, everyTable, filesThatTell, identifiersOf, keyOf, markColumns, redisKeysThatTell, rowsThatTell, sharedTables, tablesUnder } from '../support/whole-database.js';

const PASSWORD = 'un mot de passe assez long';
/** Such columns may name a person. */
const MAY_NAME = /(?:_by|_id|^person|email|address|user)$/u;
/** These lead to the account, and go with it by themselves. */
const OF_THE_ACCOUNT = ['host.named_by', 'host.person_id'];
/** These do, and are forgotten (`person-traces.ts`). */
const FORGOTTEN = ['api_token.created_by', 'audit_entry.actor_id', 'audit_entry.person_id', 'connection_attempt.started_by', 'invitation.email', 'invitation.invited_by', 'mail.person_id', 'mail.to_address', 'membership.user_id', 'report_link.made_by', 'report_recipient.to_address'];
/** These do not: people are kept there as roles, a body as the team writes it, and foreign identifiers are those of networks. */
const NAME_NOBODY = [
  'agenda.imported_by', 'channel.external_id', 'experiment.started_by', 'import.uploaded_by', 'month_review.closed_by', 'monthly_figure.entered_by', 'network_application.client_id', 'post.external_id',
  'post_link.linked_by', 'recommendation_decision.decided_by', 'unpaid_period.declared_by', 'written_plan.adopted_by',
];
let folder: string;
let portee: TestPortee;
let us: Member;
let usId: string;

const marker = (): string => `marque-${newId()}`;
const transaction = () => portee.running.app.get(TenantTransaction, { strict: false });

/** A full organisation of which we are an owner; its keys are the installation's. */
async function fullOrganisation(name: string): Promise<Filled & { slug: string }> {
  const { id, slug, timeZone } = await portee.running.app.get(OrganisationsService, { strict: false }).create({ name, timeZone: 'Europe/Brussels' });
  const filled = await transaction().run(id, async (manager) => {
    const rows = await fillEveryTable(manager, { id, timeZone }, name);
    await manager.query(`INSERT INTO membership VALUES ($1, $2, 'owner')`, [id, usId]);
    return rows;
  });
  await withClient(portee.database.ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [id]);
    const keyId = newId();
    await client.query(`INSERT INTO encryption_key (id, sealed) SELECT $2, sealed FROM encryption_key WHERE id = $1`, [id, keyId]);
    for (const sealed of ['credential', 'webhook']) await client.query(`UPDATE ${sealed} SET key_id = $1`, [keyId]);
    await client.query('DELETE FROM encryption_key WHERE id = $1', [id]);
  });
  return { ...filled, slug };
}

/** How many rows of an organisation each table holds. */
async function rowsOf(organisationId: string): Promise<Record<string, number>> {
  return withClient(portee.database.ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
    const shared = await sharedTables(client);
    const tables = (await everyTable(client)).filter((table) => table.startsWith('public.') && !shared.has(table));
    const counts: Record<string, number> = {};
    for (const table of tables) counts[table] = (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${keyOf(table)} = $1`, [organisationId])).rows[0]?.n ?? 0;
    return counts;
  });
}

async function expectNoTrace(words: readonly string[], { besides = [] }: { besides?: readonly RegExp[] } = {}): Promise<void> {
  const told = await rowsThatTell(portee.database.ownerUrl, words);
  expect(told.filter((row) => !besides.some((known) => known.test(row)))).toEqual([]);
  expect(await filesThatTell(folder, words)).toEqual([]);
  const redisUrl = inject('redisUrl');
  if (redisUrl === null) return;
  const keys = await redisKeysThatTell(redisUrl, queuePrefix(TEST_SECRET_KEY, portee.database.ownerUrl), words);
  expect(keys.filter((key) => !besides.some((known) => known.test(key)))).toEqual([]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portee-proof-'));
  // No hands: what a worker would make anew of invented rows is not what is tried here.
  portee = await startTestPortee({ dataFolder: folder, role: 'api' });
  us = await firstMember(portee.url, 'Celle qui reste');
  usId = (await us.json<Session>('GET', '/api/v1/session')).user?.id ?? '';
});
afterAll(async () => {
  await portee?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the search for traces', () => {
  it('finds a word in any table, in bytes too, and in any file', async () => {
    const { id } = await fullOrganisation('Trouvée');
    const word = marker();
    const marked = await markColumns(portee.database.ownerUrl, { organisationId: id, word });
    const told = new Set((await rowsThatTell(portee.database.ownerUrl, [word])).map((row) => row.split(':')[0]));
    const tables = Object.entries(await rowsOf(id));
    expect(tables.filter(([, rows]) => rows === 0)).toEqual([]);
    // A table of which no column takes the word is found by its identifiers.
    expect(tables.map(([table]) => table).filter((table) => marked.some((column) => column.startsWith(`${table}.`)) && !told.has(table))).toEqual([]);
    expect(new Set((await rowsThatTell(portee.database.ownerUrl, [id])).map((row) => row.split(':')[0]))).toEqual(new Set(tables.map(([table]) => table)));
    await writeFile(join(folder, 'un-fichier'), `avant ${word} après`);
    expect(await filesThatTell(folder, [word])).toEqual([join(folder, 'un-fichier')]);
    await rm(join(folder, 'un-fichier'));
  });
});

describe('an organisation that is deleted', () => {
  it('leaves no row, no identifier and no word in any table, queue or file, and takes nothing of another with it', async () => {
    const other = await fullOrganisation('Voisine');
    const standing = await rowsOf(other.id);
    const doomed = await fullOrganisation('De trop');
    const word = marker();
    await portee.running.app.get(CollectQueues, { strict: false }).add('facebook', [{ organisationId: doomed.id, channelId: doomed.channelId }]);
    const identifiers = await identifiersOf(portee.database.ownerUrl, doomed.id);
    expect(identifiers).toEqual(expect.arrayContaining([doomed.id, doomed.channelId, doomed.postId]));
    const marked = await markColumns(portee.database.ownerUrl, { organisationId: doomed.id, word, tables: await allButOrganisation() });
    expect(marked.length).toBeGreaterThan(60);
    expect(await us.post(`/api/v1/organisations/${doomed.slug}/deletion`, { name: 'De trop', isNow: true, password: PASSWORD })).toMatchObject({ status: 204 });
    expect(Object.values(await rowsOf(doomed.id)).filter((rows) => rows > 0)).toEqual([]);
    // The job that waits holds identifiers until a worker takes it, and does nothing then (deletion.e2e.spec.ts).
    await expectNoTrace([word, ...identifiers], { besides: [/^portee_queue\.job: /u, /:collect-facebook:(?:wait|collect-[-\da-f]+)$/u] });
    expect(await rowsOf(other.id)).toEqual(standing);
  });

  async function allButOrganisation(): Promise<Set<string>> {
    const tables = await withClient(portee.database.ownerUrl, everyTable);
    return new Set(tables.filter((table) => table !== 'public.organisation'));
  }
});

describe('a channel that is deleted', () => {
  it('leaves nothing of itself but its name in the journal, when closed months are asked for too', async () => {
    const { id, slug, channelId, postId } = await fullOrganisation('Un canal de moins');
    const word = marker();
    const tables = await withClient(portee.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [id]);
      await client.query(`UPDATE import SET channel_id = $1, channel_ids = ARRAY[$1]::uuid[], state = 'applied'`, [channelId]);
      await client.query('UPDATE connection_attempt SET channel_id = $1', [channelId]);
      const [first, ...others] = sampleReport().channels;
      const report = { ...sampleReport(), channels: [{ ...first, channel: { ...first?.channel, name: word } }, ...others] };
      await client.query('UPDATE month_review SET report = $1', [JSON.stringify(report).replaceAll(uuidOf(1), channelId)]);
      return new Set([...(await tablesUnder(client, 'public.channel')), ...(await tablesUnder(client, 'public.import'))]);
    });
    await markColumns(portee.database.ownerUrl, { organisationId: id, word, tables });
    expect(await us.ask('DELETE', `/api/v1/organisations/${slug}/channels/${channelId}?closedMonths=erase`)).toMatchObject({ status: 204 });
    await expectNoTrace([word, channelId, postId], { besides: [/^public\.audit_entry: .*channel-removed/u] });
    const [review] = await transaction().run(id, (manager) => manager.query<{ report: unknown }[]>('SELECT report FROM month_review'));
    expect(monthlyReport.parse(review?.report).channels).toHaveLength(sampleReport().channels.length - 1);
  });
});

describe('a person who is deleted', () => {
  let person: { id: string; email: string; name: string; visitor: Visitor };
  let filled: Filled;

  beforeAll(async () => {
    filled = await fullOrganisation('Où elle travaillait');
    const name = marker();
    const email = `${newId()}@exemple.be`;
    const { link } = await us.json<NewInvitation>('POST', `/api/v1/organisations/${us.slug}/invitations`, { role: 'coordinator', email: null });
    const visitor = new Visitor(portee.url);
    await visitor.json('POST', '/api/v1/invitations/accept', { token: new URL(link ?? '').hash.slice(1), person: { name, email, password: PASSWORD } });
    const id = (await visitor.json<Session>('GET', '/api/v1/session')).user?.id ?? '';
    person = { id, email, name, visitor };
    await new Visitor(portee.url).json('POST', '/api/v1/session', { email, password: PASSWORD });
    // A right password, and the second step under way.
    await askDatabase(portee.database.ownerUrl, `INSERT INTO auth.verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt") VALUES ($1, '2fa-step', $2, now(), now(), now())`, [newId(), id]);
  });

  /** Her identifier in every column that may name a person, her address in those for addresses. @returns the columns in which it is */
  async function nameEverywhere(): Promise<string[]> {
    return withClient(portee.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [filled.id]);
      await client.query('INSERT INTO host (person_id, named_by) VALUES ($1, $1)', [person.id]);
      const named: string[] = [];
      for (const { table, name } of (await everyColumn(client, 'public')).filter((column) => column.type === 'text' && MAY_NAME.test(column.name))) {
        const column = `${table.replace('public.', '')}.${name}`;
        if (NAME_NOBODY.includes(column) || OF_THE_ACCOUNT.includes(column)) continue;
        const changed = await client.query(`UPDATE ${table} SET "${name}" = $1${table === 'public.audit_entry' ? `, actor_kind = 'person'` : ''} WHERE organisation_id = $2 AND "${name}" IS DISTINCT FROM $3`, [/email|address/u.test(name) ? person.email : person.id, filled.id, usId]);
        if ((changed.rowCount ?? 0) > 0) named.push(column);
      }
      return named;
    });
  }

  it('is asked for the password, and kept while an organisation would be left without an owner', async () => {
    expect(await us.post('/api/v1/session/person/deletion', { password: 'ce n’est pas lui' })).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    expect(await us.post('/api/v1/session/person/deletion', { password: PASSWORD })).toMatchObject({ status: 409, body: { reason: 'account-holds-organisations' } });
    expect(await us.json<OrganisationView>('GET', `/api/v1/organisations/${us.slug}`)).toMatchObject({ role: 'owner' });
  });

  it('is in no table any more: no name, no address, no identifier; what they did stays, by somebody whose account is deleted', async () => {
    const named = await nameEverywhere();
    expect(named.toSorted()).toEqual(FORGOTTEN);
    expect(await person.visitor.post('/api/v1/session/person/deletion', { password: PASSWORD })).toMatchObject({ status: 204 });
    await expectNoTrace([person.id, person.email, person.name]);
    expect(await person.visitor.get('/api/v1/session')).toMatchObject({ body: { user: null } });
    const { items } = await us.json<{ items: { act: string; actor: object }[] }>('GET', `/api/v1/organisations/${us.slug}/audit`);
    expect(items.map(({ act, actor }) => ({ act, actor }))).toEqual(expect.arrayContaining([
      { act: 'account-deleted', actor: { kind: 'person', id: 'deleted', name: null } }, { act: 'joined', actor: { kind: 'person', id: 'deleted', name: null } },
    ]));
  });

  it('of whom the journal forgets nothing while they have an account', async () => {
    await expect(transaction().run(filled.id, (manager) => manager.query('SELECT forget_in_journal($1)', [usId]))).rejects.toThrow('forgets nobody who has an account');
  });

  it('leaves every column that may name a person known: it is forgotten, or names nobody', async () => {
    const columns = await withClient(portee.database.ownerUrl, async (client) => (await everyColumn(client, 'public')).filter(({ type, name }) => type === 'text' && MAY_NAME.test(name)).map(({ table, name }) => `${table.replace('public.', '')}.${name}`));
    expect(columns.toSorted()).toEqual([...NAME_NOBODY, ...OF_THE_ACCOUNT, ...FORGOTTEN].toSorted());
  });
});
