import { type ApiTokenView, type AuditPage, type NewApiToken, type OrganisationView, type TokenScope, tokenScopes } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { askDatabase } from '../support/database-client.js';
import { centreFile } from '../support/centre-file.js';
import { memberOfRole } from '../support/member-of-role.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const START = Date.parse('2026-11-30T09:00:00Z');
const DAY = 24 * 3600 * 1000;
let now = START;

let portee: TestPortee;
let us: Member;

const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const tokens = () => us.json<ApiTokenView[]>('GET', at('tokens'));
const make = (scopes: TokenScope[], more = {}) => us.json<NewApiToken>('POST', at('tokens'), { name: 'le tableur', scopes, ...more });
const program = ({ token }: { token: string }) => new Visitor(portee.url, { authorization: `Bearer ${token}` });
const service = () => portee.running.app.get(ApiTokens, { strict: false });
const organisationId = async () => (await us.json<OrganisationView>('GET', `/api/v1/organisations/${us.slug}`)).id;

/** One act of each scope, on things that exist or not: what counts is who is refused before anything is looked for. */
const doors: Record<TokenScope, [string, string, unknown?]> = {
  read: ['GET', 'channels'],
  enter: ['POST', 'channels/00000000-0000-7000-8000-000000000000/followers', {}],
  plan: ['POST', 'plan/lines', {}],
  manage: ['PATCH', '', { name: '' }],
  journal: ['GET', 'audit'],
};
const knock = async (who: Visitor, [method, path, body]: [string, string, unknown?]) => {
  const { status, body: said } = await who.ask(method, path === '' ? `/api/v1/organisations/${us.slug}` : at(path), { body });
  return { status, said };
};

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => new Date(now) });
  us = await firstMember(portee.url, 'Le Cerisier');
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = START;
  for (const { id } of await tokens()) await us.delete(at(`tokens/${id}`));
});

describe('a key of a program', () => {
  it('is told once, with who made it, what it is for and until when', async () => {
    const made = await make(['read'], { expiresInDays: 30 });
    expect(made.token).toMatch(/^portee_[\w-]{43}$/);
    const shown = { id: made.id, name: 'le tableur', role: 'reader', scopes: ['read'], createdBy: 'Coordination', createdAt: new Date(START).toISOString(), expiresAt: new Date(START + 30 * DAY).toISOString(), isOver: false, lastUsedAt: null };
    expect(made).toEqual({ ...shown, token: made.token });
    expect(await tokens()).toEqual([shown]);
  });

  it.each(tokenScopes)('made to %s does that, and of everything else is told what it lacks', async (scope) => {
    const visitor = program(await make([scope]));
    for (const other of tokenScopes) {
      const { status, said } = await knock(visitor, doors[other]);
      if (other === scope) expect([200, 404, 422]).toContain(status);
      else expect({ other, status, said }).toMatchObject({ status: 403, said: { reason: expect.stringMatching(/^(scope-too-small|role-too-low)$/) } });
    }
  });

  it('that is refused for its scope is told which right and which scope', async () => {
    const visitor = program(await service().create(await organisationId(), { name: 'lecture', role: 'owner', scopes: ['read'] }));
    expect(await visitor.ask('PATCH', `/api/v1/organisations/${us.slug}`, { body: { name: 'À moi' }, headers: { 'accept-language': 'fr' } })).toMatchObject({ status: 403, body: { reason: 'scope-too-small', detail: expect.stringMatching(/«\s?manage\s?» \(droit manageOrganisation\)/u) } });
  });

  it('made for files hands one in', async () => {
    const form = new FormData();
    form.append('file', new Blob([centreFile({ posts: 3 })]), 'centre.csv');
    expect((await program(await make(['enter'])).send('POST', at('imports'), form)).status).toBe(202);
  });

  it('opens nothing from its very last instant on, and says so', async () => {
    const visitor = program(await make(['read'], { expiresInDays: 30 }));
    now = START + 30 * DAY - 1;
    expect((await visitor.get(at('channels'))).status).toBe(200);
    now += 1;
    expect(await visitor.get(at('channels'))).toMatchObject({ status: 401, body: { reason: 'token-expired' } });
    expect(await tokens()).toMatchObject([{ isOver: true }]);
  });

  it('opens nothing once revoked, and cannot be revoked twice', async () => {
    const made = await make(['read']);
    expect((await us.delete(at(`tokens/${made.id}`))).status).toBe(204);
    expect(await program(made).get(at('channels'))).toMatchObject({ status: 401, body: { reason: 'not-signed-in' } });
    expect(await us.delete(at(`tokens/${made.id}`))).toMatchObject({ status: 404, body: { reason: 'token-not-found' } });
    const journal = await us.json<AuditPage>('GET', at('audit'));
    expect(journal.items.slice(0, 2).map(({ act, subject }) => [act, subject])).toEqual([['token-revoked', 'le tableur'], ['token-created', 'le tableur']]);
  });

  it('tells when it was last used, to the hour, and is written no oftener', async () => {
    const made = await make(['read']);
    const use = async (afterMs: number) => { now = START + afterMs; await program(made).get(at('channels')); return (await tokens())[0]?.lastUsedAt; };
    expect(await use(60_000)).toBe(new Date(START + 60_000).toISOString());
    expect(await use(60_000 + 3_599_999)).toBe(new Date(START + 60_000).toISOString());
    expect(await use(60_000 + 3_600_000)).toBe(new Date(START + 3_660_000).toISOString());
  });

  it('of before there were scopes does all that its role may, and is shown so', async () => {
    const old = await service().create(await organisationId(), { name: 'ancien', role: 'coordinator' });
    expect(await tokens()).toMatchObject([{ name: 'ancien', scopes: null, expiresAt: null, createdBy: null }]);
    for (const scope of ['read', 'enter', 'plan', 'manage'] as const) expect((await knock(program(old), doors[scope])).status).not.toBe(403);
  });

  it('makes and sees no other key, whatever its role', async () => {
    const all = program(await service().create(await organisationId(), { name: 'tout', role: 'owner' }));
    for (const answer of [await all.get(at('tokens')), await all.post(at('tokens'), { name: 'x', scopes: ['read'] }), await all.delete(at('tokens/00000000-0000-7000-8000-000000000000'))]) {
      expect(answer).toMatchObject({ status: 403, body: { reason: 'person-required' } });
    }
  });

  it('is made by owners alone, of one organisation alone', async () => {
    const coordinator = await memberOfRole('coordinator', { portee, slug: us.slug });
    expect(await coordinator.post(at('tokens'), { name: 'x', scopes: ['read'] })).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    expect((await program(await make(['read'])).get('/api/v1/organisations/ailleurs/channels')).status).toBe(404);
  });

  it.each([
    [{ name: 'x', scopes: [] }, 'scopes'], [{ name: 'x', scopes: ['all'] }, 'scopes.0'], [{ name: ' ', scopes: ['read'] }, 'name'],
    [{ name: 'x', scopes: ['read'], expiresInDays: 3650 }, 'expiresInDays'], [{ name: 'x', scopes: ['read'], expiresInDays: null }, 'expiresInDays'],
  ])('is not made of %j', async (body, path) => {
    expect(await us.post(at('tokens'), body)).toMatchObject({ status: 422, body: { fields: [{ path }] } });
    expect(await tokens()).toEqual([]);
  });

  it('is one of a hundred at most', async () => {
    for (let number = 0; number < 100; number += 1) await make(['read']);
    expect(await us.post(at('tokens'), { name: 'x', scopes: ['read'] })).toMatchObject({ status: 409, body: { reason: 'token-limit' } });
  });

  it('is kept as a hash', async () => {
    const { token } = await make(['read']);
    const rows = await askDatabase(portee.database.ownerUrl, 'SELECT * FROM api_token');
    expect(JSON.stringify(rows)).not.toContain(token.slice(7));
  });
});
