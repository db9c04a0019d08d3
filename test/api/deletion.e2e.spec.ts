import type { BegunSecondFactor, Channel, ChannelDeletion, HostPerson, NewInvitation, OrganisationDeletion, OrganisationView, Role, Session } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { Memberships } from '../../apps/api/src/accounts/memberships.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { CollectQueues } from '../../apps/api/src/ingest/collect-queues.js';
import { queuePrefix } from '../../apps/api/src/operations/queue-connection.js';
import { QueueDiary } from '../../apps/api/src/operations/queue-diary.js';
import { DeleteOrganisationsSweep } from '../../apps/api/src/privacy/delete-organisations.sweep.js';
import { authenticatorCode } from '../support/authenticator.js';
import { askDatabase } from '../support/database-client.js';
import { TEST_SECRET_KEY } from '../support/database.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';
import { redisKeysThatTell, rowsThatTell } from '../support/whole-database.js';

const START = Date.parse('2026-11-30T09:00:00Z');
const DAY = 24 * 3600 * 1000;
const PASSWORD = 'un mot de passe assez long';
let now = START;
let portee: TestPortee;
let us: Member;
let number = 0;

const own = (slug: string, path = '') => `/api/v1/organisations/${slug}${path}`;
const service = <T>(token: abstract new (...given: never[]) => T): T => portee.running.app.get<T>(token, { strict: false });
const sweep = () => service(DeleteOrganisationsSweep).sweep();
const exists = async (slug: string) => (await us.get(own(slug))).status === 200;
const deletion = (slug: string) => us.json<OrganisationDeletion>('GET', own(slug, '/deletion'));
const askDeletion = (slug: string, body: object, who: Visitor = us) => who.post(own(slug, '/deletion'), { name: 'Passagère', password: PASSWORD, ...body });

/** Another organisation of which we are an owner. */
async function organisation(): Promise<string> {
  number += 1;
  const { id, slug } = await service(OrganisationsService).create({ name: 'Passagère', slug: `passagere-${number}`, timeZone: 'Europe/Brussels' });
  await joinAs('owner', { id, who: us });
  return slug;
}

async function joinAs(role: Role, { id, who }: { id: string; who: Visitor }): Promise<void> {
  const { user } = await who.json<Session>('GET', '/api/v1/session');
  await service(Memberships).add(id, user?.id ?? '', role);
}

async function newcomer(role: Role, email: string): Promise<Visitor> {
  const { link } = await us.json<NewInvitation>('POST', own(us.slug, '/invitations'), { role, email: null });
  const visitor = new Visitor(portee.url);
  await visitor.json('POST', '/api/v1/invitations/accept', { token: new URL(link ?? '').hash.slice(1), person: { name: email, email, password: PASSWORD } });
  return visitor;
}

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => new Date(now) });
  us = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(() => { now = START; });

describe('an organisation whose deletion is asked for', () => {
  it('says what would go, goes on as before for fourteen days, and is gone after them', async () => {
    const slug = await organisation();
    expect(await deletion(slug)).toEqual({ channels: 0, posts: 0, since: null, readings: 0, closedMonths: 0, people: 1, imports: 0, deletesAt: null });
    expect((await askDeletion(slug, {})).status).toBe(204);
    const deletesAt = new Date(START + 14 * DAY).toISOString();
    expect(await us.json<OrganisationView>('GET', own(slug))).toMatchObject({ deletesAt });
    now = START + 14 * DAY - 1;
    await sweep();
    expect((await us.post(own(slug, '/channels'), { network: 'facebook', name: 'La page' })).status).toBe(201);
    now += 1;
    await sweep();
    expect(await exists(slug)).toBe(false);
    expect(await exists(us.slug)).toBe(true);
  });

  it('stays where an owner takes it back in time', async () => {
    const slug = await organisation();
    await askDeletion(slug, {});
    expect((await us.delete(own(slug, '/deletion'))).status).toBe(204);
    now = START + 15 * DAY;
    await sweep();
    expect(await us.json<OrganisationView>('GET', own(slug))).toMatchObject({ deletesAt: null });
    const { items } = await us.json<{ items: { act: string }[] }>('GET', own(slug, '/audit'));
    expect(items.map(({ act }) => act)).toEqual(['deletion-taken-back', 'deletion-asked']);
  });

  it('is gone at once where the owner says so; who belonged to it alone keeps the account', async () => {
    const slug = await organisation();
    const { id } = await service(OrganisationsService).bySlug(slug);
    const guest = await newcomer('reader', 'seule@exemple.be');
    await joinAs('reader', { id, who: guest });
    await guest.delete(own(us.slug, '/membership'));
    expect((await askDeletion(slug, { isNow: true })).status).toBe(204);
    expect(await exists(slug)).toBe(false);
    expect(await guest.json<Session>('GET', '/api/v1/session')).toMatchObject({ user: { email: 'seule@exemple.be' }, organisations: [] });
    expect((await guest.post('/api/v1/session/person/deletion', { password: PASSWORD })).status).toBe(204);
    expect((await new Visitor(portee.url).post('/api/v1/session', { email: 'seule@exemple.be', password: PASSWORD })).status).toBe(401);
  });

  it('stands untouched after a wrong name, a wrong password, or by anybody but an owner', async () => {
    const slug = await organisation();
    const { id } = await service(OrganisationsService).bySlug(slug);
    expect(await askDeletion(slug, { name: 'Passager', isNow: true })).toMatchObject({ status: 422, body: { reason: 'name-differs' } });
    expect(await askDeletion(slug, { password: 'ce n’est pas lui', isNow: true })).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    const coordinator = await newcomer('reader', 'coordinatrice@exemple.be');
    await joinAs('coordinator', { id, who: coordinator });
    expect(await askDeletion(slug, { isNow: true }, coordinator)).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    expect(await coordinator.get(own(slug, '/deletion'))).toMatchObject({ status: 403 });
    const { token } = await service(ApiTokens).create(id, { name: 'programme', role: 'owner' });
    expect(await askDeletion(slug, { isNow: true }, new Visitor(portee.url, { authorization: `Bearer ${token}` }))).toMatchObject({ status: 403, body: { reason: 'person-required' } });
    expect(await deletion(slug)).toMatchObject({ deletesAt: null });
  });

  it('asks for a code too, of whoever has a second factor', async () => {
    const slug = await organisation();
    const { secret, recoveryCodes } = await us.json<BegunSecondFactor>('POST', '/api/v1/second-factor', { password: PASSWORD });
    await us.ask('PUT', '/api/v1/second-factor', { body: { code: authenticatorCode(secret) } });
    expect(await askDeletion(slug, {})).toMatchObject({ status: 422, body: { reason: 'code-needed' } });
    expect(await askDeletion(slug, { code: authenticatorCode(secret, Date.now() - 3_600_000) })).toMatchObject({ status: 422, body: { reason: 'code-wrong' } });
    expect(await deletion(slug)).toMatchObject({ deletesAt: null });
    expect((await askDeletion(slug, { code: authenticatorCode(secret) })).status).toBe(204);
    expect((await askDeletion(slug, { code: recoveryCodes[0], isRecovery: true, isNow: true })).status).toBe(204);
    expect(await exists(slug)).toBe(false);
    await us.post('/api/v1/second-factor/end', { password: PASSWORD });
  });
});

describe('a person', () => {
  it('is kept by an organisation that has no other owner, and free once there is one, or the organisation is gone', async () => {
    const slug = await organisation();
    const { id } = await service(OrganisationsService).bySlug(slug);
    const owner = await newcomer('reader', 'responsable@exemple.be');
    await joinAs('owner', { id, who: owner });
    await us.delete(own(slug, '/membership'));
    const leave = () => owner.post('/api/v1/session/person/deletion', { password: PASSWORD });
    expect(await leave()).toMatchObject({ status: 409, body: { reason: 'account-holds-organisations', detail: expect.stringContaining('Passagère') } });
    expect((await askDeletion(slug, { isNow: true }, owner)).status).toBe(204);
    expect((await leave()).status).toBe(204);
    const { members } = await us.json<{ members: { email: string }[] }>('GET', own(us.slug, '/people'));
    expect(members.map(({ email }) => email)).not.toContain('responsable@exemple.be');
  });

  it('is kept by an installation that nobody else runs, and free once somebody does', async () => {
    const host = await newcomer('reader', 'informatique@exemple.be');
    const hosts = (who: Visitor) => who.json<HostPerson[]>('GET', '/api/v1/hosting/hosts');
    await us.json('POST', '/api/v1/hosting/hosts', { email: 'informatique@exemple.be' });
    const other = (await hosts(host)).find(({ isYou }) => !isYou);
    expect((await host.delete(`/api/v1/hosting/hosts/${other?.id ?? ''}`)).status).toBe(204);
    const leave = () => host.post('/api/v1/session/person/deletion', { password: PASSWORD });
    expect(await leave()).toMatchObject({ status: 409, body: { reason: 'last-host-leaves', detail: expect.stringContaining('Hébergement') } });
    await host.json('POST', '/api/v1/hosting/hosts', { email: other?.email });
    expect((await leave()).status).toBe(204);
    expect(await hosts(us)).toMatchObject([{ isYou: true }]);
  });

  it('who comes by a directory, and has no password, is let go within ten minutes of having come from there', async () => {
    const guest = await newcomer('reader', 'annuaire@exemple.be');
    const user = `(SELECT id FROM auth."user" WHERE email = 'annuaire@exemple.be')`;
    await askDatabase(portee.database.ownerUrl, `UPDATE auth.account SET "providerId" = 'https://annuaire.exemple.be', password = NULL WHERE "userId" = ${user}`);
    await askDatabase(portee.database.ownerUrl, `UPDATE auth.session SET "createdAt" = now() - interval '11 minutes' WHERE "userId" = ${user}`);
    expect(await guest.post('/api/v1/session/person/deletion', {})).toMatchObject({ status: 409, body: { reason: 'sign-in-again' } });
    await askDatabase(portee.database.ownerUrl, `UPDATE auth.session SET "createdAt" = now() - interval '9 minutes' WHERE "userId" = ${user}`);
    expect((await guest.post('/api/v1/session/person/deletion', {})).status).toBe(204);
  });

  it('is not kept by a demonstration, which goes with the last who looked at it', async () => {
    const guest = await newcomer('reader', 'curieuse@exemple.be');
    await guest.json('POST', '/api/v1/demonstration');
    expect((await guest.post('/api/v1/session/person/deletion', { password: PASSWORD })).status).toBe(204);
    expect(await rowsThatTell(portee.database.ownerUrl, ['"demonstration"', 'demonstration,'])).toEqual([]);
  });
});

describe('a channel', () => {
  const file = (channel: string) => ['channel,network,post_id,published_at,followers,reach,observed_at', `${channel},facebook,${channel}-1,2025-03-10T22:30:00Z,1000,50,2026-01-01T00:00:00Z`, ''].join('\n');

  it('says what would go with it, and goes with the file that told of it alone', async () => {
    const { id: importId } = await importFile(us, { name: 'seul.csv', bytes: file('Seule') });
    const [channel] = (await us.json<Channel[]>('GET', own(us.slug, '/channels'))).filter(({ name }) => name === 'Seule');
    expect(await us.json<ChannelDeletion>('GET', own(us.slug, `/channels/${channel?.id}/deletion`))).toEqual({ posts: 1, since: '2025-03-10', readings: 1, closedMonths: 0 });
    expect((await us.delete(own(us.slug, `/channels/${channel?.id}`))).status).toBe(204);
    expect(await us.get(own(us.slug, `/imports/${importId}`))).toMatchObject({ status: 404 });
  });

  it('stays in closed months unless they are asked for, which is said beforehand', async () => {
    await importFile(us, { name: 'mars.csv', bytes: file('Close') });
    const [channel] = (await us.json<Channel[]>('GET', own(us.slug, '/channels'))).filter(({ name }) => name === 'Close');
    await us.json('POST', own(us.slug, '/reports/2025-03/close'), { version: 0 });
    expect(await us.json<ChannelDeletion>('GET', own(us.slug, `/channels/${channel?.id}/deletion`))).toMatchObject({ closedMonths: 1 });
    await us.delete(own(us.slug, `/channels/${channel?.id}`));
    expect((await us.json<{ channels: { channel: { name: string } }[] }>('GET', own(us.slug, '/reports/2025-03'))).channels.map((one) => one.channel.name)).toContain('Close');
  });

  it('that waits in a queue is read by nobody, and leaves no trace there', async () => {
    const { id: channelId } = await us.json<Channel>('POST', own(us.slug, '/channels'), { network: 'facebook', name: 'En file' });
    const { id: organisationId } = await us.json<OrganisationView>('GET', own(us.slug));
    await us.delete(own(us.slug, `/channels/${channelId}`));
    await service(CollectQueues).add('facebook', [{ organisationId, channelId }]);
    const redisUrl = inject('redisUrl');
    await vi.waitFor(async () => {
      await service(QueueDiary).forget();
      expect((await rowsThatTell(portee.database.ownerUrl, [channelId])).filter((row) => row.startsWith('portee_queue'))).toEqual([]);
      if (redisUrl !== null) expect(await redisKeysThatTell(redisUrl, queuePrefix(TEST_SECRET_KEY, portee.database.ownerUrl), [channelId])).toEqual([]);
    }, { timeout: 20_000, interval: 200 });
  });
});
