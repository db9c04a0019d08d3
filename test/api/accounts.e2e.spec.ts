import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDatabase } from '../support/database-client.js';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { Memberships } from '../../apps/api/src/accounts/memberships.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import type { RunningPortee } from '../../apps/api/src/start-portee.js';
import { type TestDatabase, createDatabase } from '../support/database.js';
import { startOver } from '../support/portee.js';
import { Visitor } from '../support/visitor.js';

const FIRST = { organisation: 'Centre culturel d’Œdelem', name: 'Anne Lepic', email: 'Anne@Exemple.be', password: 'dix lettres au moins' };
const CREDENTIALS = { email: 'anne@exemple.be', password: FIRST.password };
const HOME = '/api/v1/organisations/centre-culturel-d-oedelem';

let database: TestDatabase;
let portee: RunningPortee;
let url: string;

beforeAll(async () => {
  database = await createDatabase();
  portee = await startOver(database, {}, { now: () => new Date('2026-11-23T23:30:00Z') });
  url = portee.url ?? '';
});

afterAll(async () => {
  await portee?.stop();
  await database?.drop();
});

describe('the first account', () => {
  it('is announced to whoever comes first', async () => {
    const { status, body } = await new Visitor(url).get('/api/v1/session');
    expect(status).toBe(200);
    expect(body).toEqual({ user: null, organisations: [], isHost: false, needsFirstAccount: true, needsSetupCode: false, needsCode: false, directory: null, sendsMail: false });
  });

  it('is refused with a weak password, the field being named in the language asked for', async () => {
    const visitor = new Visitor(url, { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' });
    const { status, headers, body } = await visitor.post('/api/v1/first-account', { ...FIRST, password: 'court', email: 'anne' });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({
      reason: 'invalid-input',
      title: 'To be corrected',
      fields: [{ path: 'email', message: 'An e-mail address, like name@example.org.' }, { path: 'password', message: expect.stringMatching(/^At least 10\scharacters\.$/) }],
    });
  });

  it('opens the house and signs in', async () => {
    const visitor = new Visitor(url);
    expect((await visitor.post('/api/v1/first-account', FIRST)).status).toBe(201);
    expect((await visitor.get('/api/v1/session')).body).toEqual({
      user: { id: expect.any(String), name: 'Anne Lepic', email: 'anne@exemple.be', language: 'fr', timeZone: null, hasSecondFactor: false },
      organisations: [{ slug: 'centre-culturel-d-oedelem', name: 'Centre culturel d’Œdelem', role: 'owner', isDemonstration: false }],
      isHost: true,
      needsFirstAccount: false,
      needsSetupCode: false,
      needsCode: false,
      directory: null,
      sendsMail: false,
    });
  });

  it('is refused once there is one', async () => {
    expect((await new Visitor(url).post('/api/v1/first-account', { ...FIRST, email: 'autre@exemple.be' })).body).toMatchObject({ status: 409, reason: 'first-account-exists' });
  });

  it('is created once, however many ask at the same instant', async () => {
    const own = await createDatabase();
    const contested = await startOver(own);
    const wishes = Array.from({ length: 8 }, (_, index) => ({ ...FIRST, organisation: `Centre ${index % 3}`, email: `personne${index}@exemple.be` }));
    const answers = await Promise.all(wishes.map((wish) => new Visitor(contested.url ?? '').post('/api/v1/first-account', wish)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array<number>(7).fill(409)]);
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body).toMatchObject({ reason: 'first-account-exists' });
    expect(await contested.app.get(OrganisationsService, { strict: false }).list()).toHaveLength(1);
    await contested.stop();
    await own.drop();
  });

  it('leaves nothing behind where it was refused: one organisation stands', async () => {
    expect(await portee.app.get(OrganisationsService, { strict: false }).list()).toHaveLength(1);
  });
});

describe('a session', () => {
  it('comes as a cookie that no script reads and no other site sends', async () => {
    const { status, headers } = await new Visitor(url).post('/api/v1/session', CREDENTIALS);
    expect(status).toBe(200);
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^portee\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([{ ...CREDENTIALS, password: 'pas le bon' }, { ...CREDENTIALS, email: 'personne@exemple.be' }])('is refused to $email with $password, without telling which is wrong', async (credentials) => {
    const { status, headers, body } = await new Visitor(url).post('/api/v1/session', credentials);
    expect(status).toBe(401);
    expect(headers.getSetCookie()).toEqual([]);
    expect(body).toMatchObject({ reason: 'wrong-credentials', detail: expect.stringContaining('ne vont pas ensemble') });
  });

  it('ends: the cookie that was used opens nothing afterwards', async () => {
    const visitor = await signedIn();
    const { headers } = await visitor.post('/api/v1/session', CREDENTIALS);
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const thief = new Visitor(url, { cookie });
    expect((await thief.get(HOME)).status).toBe(200);
    const { status } = await visitor.delete('/api/v1/session');
    expect(status).toBe(204);
    expect((await visitor.get(HOME)).status).toBe(401);
    expect((await thief.get(HOME)).status).toBe(401);
  });

  it('lives on while it is used: the page’s first question renews it, nothing else does; unused, it ends after thirty days', async () => {
    const visitor = await signedIn();
    await ageSessions('2 days');
    expect((await visitor.get(HOME)).headers.getSetCookie()).toEqual([]);
    const renewed = await visitor.get('/api/v1/session');
    expect(renewed.headers.getSetCookie()[0]).toMatch(/^portee\.session_token=.*Max-Age=2592000/i);
    expect((await visitor.get('/api/v1/session')).headers.getSetCookie()).toEqual([]);
    await ageSessions('31 days');
    expect((await visitor.get(HOME)).status).toBe(401);
    expect((await visitor.get('/api/v1/session')).body).toMatchObject({ user: null });
  });

  it('is not started from another site', async () => {
    const foreign = new Visitor(url, { origin: 'https://ailleurs.example' });
    expect((await foreign.post('/api/v1/session', CREDENTIALS)).body).toMatchObject({ status: 403, reason: 'foreign-origin' });
    const own = new Visitor(url, { origin: url });
    expect((await own.post('/api/v1/session', CREDENTIALS)).status).toBe(200);
    const framed = new Visitor(url, { 'sec-fetch-site': 'cross-site' });
    expect((await framed.post('/api/v1/session', CREDENTIALS)).status).toBe(403);
  });

  it('speaks the language that the person chose, whatever the browser prefers', async () => {
    const visitor = await signedIn({ 'accept-language': 'nl' });
    expect((await visitor.patch('/api/v1/session/person', { language: 'en' })).body).toMatchObject({ user: { language: 'en' } });
    expect((await visitor.get('/api/v1/organisations/nowhere')).body).toMatchObject({ status: 404, title: 'Not found' });
    await visitor.patch('/api/v1/session/person', { language: 'fr' });
  });
});

describe('an organisation', () => {
  it('tells its day by its own clock, and no months while there is nothing', async () => {
    const { body } = await (await signedIn()).get(HOME);
    expect(body).toEqual({
      id: expect.any(String), slug: 'centre-culturel-d-oedelem', name: 'Centre culturel d’Œdelem', timeZone: 'Europe/Brussels',
      isDemonstration: false, role: 'owner', observedAt: null, firstMonth: null, lastMonth: null, today: '2026-11-24', deletesAt: null,
    });
  });

  it('is renamed by its coordinators, and keeps its address', async () => {
    const visitor = await signedIn();
    expect((await visitor.patch(HOME, { name: '  Le Centre  ', timeZone: 'Pacific/Auckland' })).body).toMatchObject({ name: 'Le Centre', timeZone: 'Pacific/Auckland' });
    expect((await visitor.patch(HOME, { timeZone: 'Mars/Olympus' })).body).toMatchObject({ status: 422, fields: [{ path: 'timeZone', message: 'Un fuseau horaire, comme Europe/Brussels.' }] });
    expect((await visitor.patch(HOME, { name: 'Le\u0000Centre' })).body).toMatchObject({ status: 422, reason: 'text-unreadable' }); // PostgreSQL keeps no such sign
  });

  it('looks like none to somebody of another one', async () => {
    const other = await portee.app.get(OrganisationsService, { strict: false }).create({ name: 'Maison des jeunes', timeZone: 'Europe/Brussels' });
    await portee.app.get(People, { strict: false }).create({ name: 'Bob', email: 'bob@exemple.be', password: 'dix lettres aussi', language: 'fr' }, { organisationId: other.id, role: 'owner' });
    const bob = new Visitor(url);
    await bob.post('/api/v1/session', { email: 'bob@exemple.be', password: 'dix lettres aussi' });
    const foreign = await bob.get(HOME);
    const unknown = await bob.get('/api/v1/organisations/n-existe-pas');
    expect(foreign.status).toBe(404);
    expect(foreign.body).toEqual(unknown.body);
    expect((await bob.get('/api/v1/organisations/maison-des-jeunes')).status).toBe(200);
  });

  it('is entered with the role held there, by somebody who belongs to two', async () => {
    const organisations = portee.app.get(OrganisationsService, { strict: false });
    const [first, second] = [await organisations.bySlug('maison-des-jeunes'), await organisations.bySlug('centre-culturel-d-oedelem')];
    const person = await portee.app.get(People, { strict: false }).create({ name: 'Eve', email: 'eve@exemple.be', password: 'dix lettres de plus', language: 'fr' }, { organisationId: first.id, role: 'reader' });
    await portee.app.get(Memberships, { strict: false }).add(second.id, person.id, 'contributor');
    const eve = new Visitor(url);
    expect((await eve.post('/api/v1/session', { email: 'eve@exemple.be', password: 'dix lettres de plus' })).body).toMatchObject({
      organisations: [{ slug: 'maison-des-jeunes', role: 'reader' }, { slug: 'centre-culturel-d-oedelem', role: 'contributor' }],
    });
    expect((await eve.get('/api/v1/organisations/maison-des-jeunes')).body).toMatchObject({ role: 'reader' });
    expect((await eve.get(HOME)).body).toMatchObject({ role: 'contributor' });
  });

  it('is left again when the request is over: no connection remembers it', async () => {
    const visitor = await signedIn();
    await Promise.all(Array.from({ length: 30 }, () => visitor.get(HOME)));
    const transaction = portee.app.get(TenantTransaction, { strict: false });
    const contexts = await Promise.all(
      Array.from({ length: 30 }, () => transaction.lookUp((manager) => manager.query(`SELECT current_setting('app.organisation_id', true) AS id, count(*)::int AS seen FROM organisation`))),
    );
    for (const [row] of contexts) expect(row).toMatchObject({ id: expect.toSatisfy((id) => !id), seen: 0 });
  });

  it('lets a reader read and nothing more', async () => {
    const organisation = await portee.app.get(OrganisationsService, { strict: false }).bySlug('centre-culturel-d-oedelem');
    const person = await portee.app.get(People, { strict: false }).create({ name: 'Rita', email: 'rita@exemple.be', password: 'dix lettres encore', language: 'fr' }, { organisationId: organisation.id, role: 'reader' });
    const rita = new Visitor(url);
    await rita.post('/api/v1/session', { email: 'rita@exemple.be', password: 'dix lettres encore' });
    expect((await rita.get(HOME)).status).toBe(200);
    expect((await rita.patch(HOME, { name: 'À moi' })).body).toMatchObject({ status: 403, reason: 'role-too-low' });
    await portee.app.get(Memberships, { strict: false }).add(organisation.id, person.id, 'coordinator');
    expect((await rita.patch(HOME, { name: 'À nous' })).status).toBe(200);
  });
});

describe('an API token', () => {
  it('opens its own organisation, with its own role, until it is revoked', async () => {
    const tokens = portee.app.get(ApiTokens, { strict: false });
    const { id: organisationId } = await portee.app.get(OrganisationsService, { strict: false }).bySlug('centre-culturel-d-oedelem');
    const { id, token } = await tokens.create(organisationId, { name: 'tableur', role: 'reader' });
    expect(token).toMatch(/^portee_[\w-]{43}$/);
    const program = new Visitor(url, { authorization: `Bearer ${token}` });
    expect((await program.get(HOME)).body).toMatchObject({ role: 'reader' });
    expect((await program.patch(HOME, { name: 'x' })).status).toBe(403);
    expect((await program.get('/api/v1/organisations/maison-des-jeunes')).status).toBe(404);
    expect((await program.patch('/api/v1/session/person', { language: 'en' })).body).toMatchObject({ status: 403, reason: 'person-required' });
    expect(await tokens.list(organisationId)).toMatchObject([{ id, name: 'tableur', lastUsedAt: new Date('2026-11-23T23:30:00Z') }]);

    await tokens.revoke(organisationId, id);
    expect((await program.get(HOME)).status).toBe(401);
    await expect(tokens.revoke(organisationId, id)).rejects.toMatchObject({ reason: 'token-not-found' });
  });

  it('is refused once expired, malformed or invented', async () => {
    const tokens = portee.app.get(ApiTokens, { strict: false });
    const { id: organisationId } = await portee.app.get(OrganisationsService, { strict: false }).bySlug('centre-culturel-d-oedelem');
    const { token } = await tokens.create(organisationId, { name: 'vieux', role: 'owner', expiresAt: new Date('2020-01-01') });
    expect(await new Visitor(url, { authorization: `Bearer ${token}` }).get(HOME)).toMatchObject({ status: 401, body: { reason: 'token-expired' } });
    for (const authorization of ['Bearer x', 'Basic YTpi', `Bearer portee_${'a'.repeat(43)}`]) {
      expect(await new Visitor(url, { authorization }).get(HOME)).toMatchObject({ status: 401, body: { reason: 'not-signed-in' } });
    }
  });
});

describe('guessing', () => {
  it('meets a wait after twenty tries, told in seconds', async () => {
    const guesser = new Visitor(url);
    const answers = [];
    for (let tries = 0; tries < 21; tries += 1) answers.push(await guesser.post('/api/v1/first-account', FIRST));
    const last = answers.at(-1);
    expect(last).toMatchObject({ status: 429, body: { reason: 'too-many-tries', detail: expect.stringMatching(/\d+\ssecondes?/) } });
    expect(last?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

async function signedIn(headers: Record<string, string> = {}): Promise<Visitor> {
  const visitor = new Visitor(url, headers);
  expect((await visitor.post('/api/v1/session', CREDENTIALS)).status).toBe(200);
  return visitor;
}

/** Lets time pass for every session. */
async function ageSessions(interval: string): Promise<void> {
  await askDatabase(database.ownerUrl, `UPDATE auth.session SET "expiresAt" = "expiresAt" - $1::interval, "updatedAt" = "updatedAt" - $1::interval`, [interval]);
}
