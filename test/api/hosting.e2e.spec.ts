import type { AuditPage, HostedOrganisation, HostPerson, InstallationHealth, NewHostedOrganisation, Session } from '@portee/shared';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hosts } from '../../apps/api/src/accounts/hosts.js';
import { FIRST_HOSTS } from '../../apps/api/src/database/migrations/1796075000000-create-hosts.js';
import { WorkerBeat } from '../../apps/api/src/hosting/worker-beat.js';
import { importFile, settled, upload } from '../support/imports.js';
import { doors } from '../support/openapi.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const NOW = new Date('2026-11-30T09:00:00Z');
const PASSWORD = 'une phrase assez longue';
const HOSTING = '/api/v1/hosting';
const ROOMY = { channels: null, storageBytes: null };
const CSV = 'channel,network,post_id,published_at,followers,reach\n';

let portee: TestPortee;
let host: Member;

const all = () => host.json<HostedOrganisation[]>('GET', `${HOSTING}/organisations`);
const hosts = (who: Visitor = host) => who.json<HostPerson[]>('GET', `${HOSTING}/hosts`);
const idOf = async (slug: string) => (await all()).find((one) => one.slug === slug)?.id ?? '';
const limit = (id: string, limits: object) => host.patch(`${HOSTING}/organisations/${id}`, { limits: { ...ROOMY, ...limits } });

/** An organisation that the host created, with its owner. */
async function founded(name: string): Promise<{ made: NewHostedOrganisation; owner: Member }> {
  const made = await host.json<NewHostedOrganisation>('POST', `${HOSTING}/organisations`, { name });
  const owner = new Visitor(portee.url, { origin: portee.url });
  await owner.json('POST', '/api/v1/invitations/accept', { token: new URL(made.link).hash.slice(1), person: { name, email: `${made.organisation.slug}@exemple.be`, password: PASSWORD } });
  return { made, owner: Object.assign(owner, { slug: made.organisation.slug }) };
}

beforeAll(async () => {
  portee = await startTestPortee({ publicUrl: null }, { now: () => NOW });
  host = await firstMember(portee.url, 'La Commune');
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  for (const { id, isYou } of await hosts()) if (!isYou) await host.delete(`${HOSTING}/hosts/${id}`);
});

describe('whoever runs the installation', () => {
  it('is who opened it, and says so to their own pages', async () => {
    expect(await hosts()).toMatchObject([{ name: 'Coordination', isYou: true }]);
    expect((await host.json<Session>('GET', '/api/v1/session')).isHost).toBe(true);
    expect((await new Visitor(portee.url).json<Session>('GET', '/api/v1/session')).isHost).toBe(false);
  });

  it('creates an organisation with an invitation for its owner, and is nobody there: every door of it looks like one that does not exist', async () => {
    const { made, owner } = await founded('Le Foyer');
    expect(made.organisation).toMatchObject({ slug: 'le-foyer', people: 0, channels: 0, posts: 0, limits: ROOMY, lastCollectedAt: null });
    expect((await owner.json<Session>('GET', '/api/v1/session'))).toMatchObject({ isHost: false, organisations: [{ slug: 'le-foyer', role: 'owner' }] });
    await importFile(owner, { name: 'a.csv', bytes: `${CSV}La page,facebook,1,2026-10-01T10:00:00+02:00,1000,60\n` });
    for (const { name, method, path } of doors().filter((door) => door.path.includes('{slug}'))) {
      const answer = await host.ask(method, path.replace('{slug}', 'le-foyer').replace('{month}', '2026-10').replaceAll(/\{\w+\}/gu, made.organisation.id), method === 'GET' ? {} : { body: {} });
      expect({ name, status: answer.status, body: answer.body }).toMatchObject({ status: 404, body: { reason: 'organisation-not-found' } });
    }
    expect((await owner.json<AuditPage>('GET', '/api/v1/organisations/le-foyer/audit')).items.map(({ act }) => act)).toEqual(['file-received', 'joined', 'invited', 'organisation-created']);
  }, 60_000);

  it('sees of each organisation what it takes, and no figure', async () => {
    const { owner } = await founded('La Grange');
    const before = (await all()).find(({ slug }) => slug === 'la-grange');
    await importFile(owner, { name: 'a.csv', bytes: `${CSV}${Array.from({ length: 40 }, (_, number) => `La page,facebook,${String(number)},2026-10-01T10:00:00+02:00,876543,765432\n`).join('')}` });
    const after = (await all()).find(({ slug }) => slug === 'la-grange');
    expect(after).toMatchObject({ people: 1, channels: 1, posts: 40 });
    expect(after?.storageBytes).toBeGreaterThan((before?.storageBytes ?? 0) + 40 * 50);
    expect(JSON.stringify(await all())).not.toMatch(/876543|765432/u);
  });

  it('is several people, by the address of an account, and never nobody', async () => {
    const { owner } = await founded('Le Relais');
    expect(await owner.get(`${HOSTING}/organisations`)).toMatchObject({ status: 403, body: { reason: 'host-required' } });
    expect(await host.post(`${HOSTING}/hosts`, { email: 'personne@exemple.be' })).toMatchObject({ status: 422, body: { reason: 'account-not-found' } });
    expect((await host.post(`${HOSTING}/hosts`, { email: 'LE-RELAIS@exemple.be' })).status).toBe(200);
    const [me, them] = (await hosts()).toSorted((a, b) => Number(b.isYou) - Number(a.isYou));
    expect((await owner.get(`${HOSTING}/organisations`)).status).toBe(200);
    const both = await Promise.all([owner.delete(`${HOSTING}/hosts/${me?.id ?? ''}`), host.delete(`${HOSTING}/hosts/${them?.id ?? ''}`)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, expect.toSatisfy((status: number) => status === 403 || status === 409)]);
    const left = both[0]?.status === 204 ? owner : host;
    const [last, ...others] = await hosts(left);
    expect(others).toEqual([]);
    expect(await left.delete(`${HOSTING}/hosts/${last?.id ?? ''}`)).toMatchObject({ status: 409, body: { reason: 'last-host' } });
    expect(await left.delete(`${HOSTING}/hosts/personne`)).toMatchObject({ status: 404, body: { reason: 'host-not-found' } });
    await portee.running.app.get(Hosts, { strict: false }).name('coordination@cerisier.example', null);
  });

  it.each([
    ['POST', 'organisations', { name: '' }], ['POST', 'organisations', { name: 'x', slug: 'Pas Bon' }], ['POST', 'organisations', { name: 'x', timeZone: 'Lune/Mer' }], ['POST', 'hosts', { email: 'x' }],
  ] as const)('is told what is wrong: %s %s %o', async (method, path, body) => {
    expect(await host.ask(method, `${HOSTING}/${path}`, { body })).toMatchObject({ status: 422, body: { reason: 'invalid-input' } });
  });

  it('cannot take a name in addresses that is taken, nor limit what there is not', async () => {
    expect(await host.post(`${HOSTING}/organisations`, { name: 'Autre', slug: 'la-commune' })).toMatchObject({ status: 409, body: { reason: 'slug-taken' } });
    expect(await limit('0190a000-0000-7000-8000-000000000000', { channels: 1 })).toMatchObject({ status: 404, body: { reason: 'organisation-not-found' } });
    expect(await limit(await idOf('la-commune'), { channels: 0 })).toMatchObject({ status: 422 });
  });
});

describe('the limits of an organisation', () => {
  it('hold channels that are added by hand and by file, keep those that there are, and say whom to ask', async () => {
    const { made: { organisation: { id } }, owner } = await founded('Le Moulin');
    const add = (name: string) => owner.post('/api/v1/organisations/le-moulin/channels', { network: 'facebook', name });
    expect((await limit(id, { channels: 2 })).status).toBe(200);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(add));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ reason: 'channel-limit', detail: expect.stringContaining('qui gère l’installation') });
    const refused = await settled(owner, (await upload(owner, { name: 'a.csv', bytes: `${CSV}Une autre,mastodon,1,2026-10-01T10:00:00+02:00,1000,\n` })).id);
    expect(refused).toMatchObject({ state: 'refused', refusal: { reason: 'channel-limit' } });
    await limit(id, { channels: 1 });
    expect((await all()).find((one) => one.id === id)).toMatchObject({ channels: 2, posts: 0 });
    await limit(id, {});
    expect((await add('e')).status).toBe(201);
  });

  it('hold files that would take more room than there is, and change nothing then', async () => {
    const { made: { organisation: { id } }, owner } = await founded('La Forge');
    await limit(id, { storageBytes: 1_000_000 });
    const long = (size: number) => ({ name: 'a.csv', bytes: `${CSV}La page,facebook,1,2026-10-01T10:00:00+02:00,1000,60\n${Array.from({ length: size }, (_, number) => `La page,facebook,p${String(number)},2026-10-01T10:00:00+02:00,1000,${String(number % 900)}\n`).join('')}` });
    await importFile(owner, long(10));
    const form = new FormData();
    // Noise, which the database cannot press together.
    form.set('file', new File([long(1).bytes, Array.from({ length: 140_000 }, () => Math.random().toString(36)).join('')], 'gros.csv'));
    expect(await owner.post('/api/v1/organisations/la-forge/imports', form)).toMatchObject({ status: 409, body: { reason: 'storage-limit', detail: expect.stringContaining('1 Mo') } });
    expect((await all()).find((one) => one.id === id)).toMatchObject({ posts: 11 });
    await limit(id, {});
  });
});

describe('the health of the installation', () => {
  it('says what answers, when a worker was last there, and what waits', async () => {
    await portee.running.app.get(WorkerBeat, { strict: false }).beat();
    const health = await vi.waitFor(async () => {
      const read = await host.json<InstallationHealth>('GET', `${HOSTING}/health`);
      expect(read.queue).toBe(true);
      return read;
    });
    expect(health).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/u), database: true, workerSeenAt: NOW.toISOString(), lastCollectedAt: null });
    expect(health.queues).toEqual([{ name: 'imports', waiting: 0, running: 0, failed: 0, oldestAt: null }]);
    expect(health.diskFreeBytes).toBeGreaterThan(0);
  });
});

describe('an installation from before there were hosts', () => {
  it('keeps those it had: owners of the oldest organisation that is no demonstration, and the first account', async () => {
    const { owner } = await founded('La Tannerie');
    expect((await owner.json<Session>('GET', '/api/v1/session')).isHost).toBe(false);
    const database = new Client({ connectionString: portee.database.ownerUrl });
    await database.connect();
    try {
      await database.query('DELETE FROM host');
      await database.query(FIRST_HOSTS);
      expect((await hosts()).map(({ name }) => name)).toEqual(['Coordination']);
    } finally {
      await database.end();
    }
  });
});
