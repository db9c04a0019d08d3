import type { NewInvitation, PasswordLink, PeopleOfOrganisation, Role, Session } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const START = Date.parse('2026-11-30T09:00:00Z');
const DAY = 24 * 3600 * 1000;
const PASSWORD = 'un mot de passe assez long';

let portee: TestPortee;
let us: Member;

const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const people = () => us.json<PeopleOfOrganisation>('GET', at('people'));
const tokenOf = (address: string | null | undefined) => new URL(address ?? '').hash.slice(1);

async function comeIn(role: Role, { as, email }: { as: Visitor; email?: string }): Promise<void> {
  const { link } = await us.json<NewInvitation>('POST', at('invitations'), { role, email: null });
  const person = email === undefined ? {} : { person: { name: 'Lou', email, password: PASSWORD, language: 'fr' } };
  expect((await as.post('/api/v1/invitations/accept', { token: tokenOf(link), ...person })).status).toBe(201);
}

/** Somebody new in our organisation, signed in. */
async function newcomer(email: string): Promise<{ visitor: Visitor; id: string }> {
  const visitor = new Visitor(portee.url);
  await comeIn('reader', { as: visitor, email });
  const { user } = await visitor.json<Session>('GET', '/api/v1/session');
  return { visitor, id: user?.id ?? '' };
}

beforeAll(async () => {
  portee = await startTestPortee({ publicUrl: null }, { now: () => new Date(START) });
  us = await firstMember(portee.url, 'Le Cerisier');
});
afterAll(() => portee?.stop());

describe('a forgotten password, without a mail server', () => {
  const help = (id: string) => us.post(at(`people/${id}/password-link`));
  const use = (token: string) => new Visitor(portee.url).post('/api/v1/account-links/password/use', { token, password: 'encore un autre mot de passe' });

  it('is chosen anew by a link that an owner makes, for a day, once, and the journal says so', async () => {
    const { id, visitor } = await newcomer('oubli@exemple.be');
    const { link } = await us.json<PasswordLink>('POST', at(`people/${id}/password-link`));
    expect(link?.expiresAt).toBe(new Date(START + DAY).toISOString());
    expect((await use(tokenOf(link?.address))).status).toBe(204);
    expect((await visitor.json<Session>('GET', '/api/v1/session')).user).toBeNull();
    expect((await new Visitor(portee.url).post('/api/v1/session', { email: 'oubli@exemple.be', password: 'encore un autre mot de passe' })).status).toBe(200);
    const { items } = await us.json<{ items: { act: string }[] }>('GET', at('audit'));
    expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['password-helped', 'password-reset']));
  });

  it('is never helped by a link where the account opens anything besides: that would let an owner in there', async () => {
    const [host] = (await people()).members;
    expect(await help(host?.id ?? '')).toMatchObject({ status: 403, body: { reason: 'account-beyond' } });
    expect(await help('personne')).toMatchObject({ status: 404, body: { reason: 'member-not-found' } });
  });

  it('is no longer opened by a link made before its owner joined another organisation', async () => {
    const { id, visitor } = await newcomer('ailleurs@exemple.be');
    const { link } = await us.json<PasswordLink>('POST', at(`people/${id}/password-link`));
    await us.delete(at(`people/${id}`));
    await comeIn('owner', { as: visitor });
    expect((await use(tokenOf(link?.address))).status).toBe(404);
  });

  it('is asked for by nobody by mail, which is said', async () => {
    expect(await new Visitor(portee.url).post('/api/v1/account-links/password', { email: 'oubli@exemple.be' })).toMatchObject({ status: 409, body: { reason: 'no-mail-server' } });
  });
});
