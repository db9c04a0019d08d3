import type { NewInvitation, OpenedInvitation, OrganisationView, PeopleOfOrganisation, Role, Session } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const START = Date.parse('2026-11-30T09:00:00Z');
const DAY = 24 * 3600 * 1000;
const PASSWORD = 'un mot de passe assez long';
let now = START;

let portee: TestPortee;
let us: Member;

const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const people = (who: Visitor = us) => who.json<PeopleOfOrganisation>('GET', at('people'));
const invite = (role: Role = 'contributor', email: string | null = null) => us.json<NewInvitation>('POST', at('invitations'), { role, email });
const tokenOf = ({ link }: NewInvitation) => new URL(link ?? '').hash.slice(1);
const read = (token: string) => new Visitor(portee.url).post('/api/v1/invitations/read', { token });
const personOf = (email: string) => ({ name: email.split('@')[0], email, password: PASSWORD, language: 'fr' });
const accept = (token: string, { as = new Visitor(portee.url), email }: { as?: Visitor; email?: string } = {}) =>
  as.post('/api/v1/invitations/accept', email === undefined ? { token } : { token, person: personOf(email) });

const organisationId = async () => (await us.json<OrganisationView>('GET', `/api/v1/organisations/${us.slug}`)).id;

/** Somebody new in our organisation, signed in. */
async function newcomer(role: Role, email: string): Promise<{ visitor: Visitor; id: string }> {
  const visitor = new Visitor(portee.url);
  expect((await accept(tokenOf(await invite(role)), { as: visitor, email })).status).toBe(201);
  const { user } = await visitor.json<Session>('GET', '/api/v1/session');
  return { visitor, id: user?.id ?? '' };
}

beforeAll(async () => {
  portee = await startTestPortee({ publicUrl: null }, { now: () => new Date(now) });
  us = await firstMember(portee.url, 'Le Cerisier');
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = START;
  const { members, invitations } = await people();
  for (const { id, isYou } of members) if (!isYou) await us.delete(at(`people/${id}`));
  for (const { id } of invitations) await us.delete(at(`invitations/${id}`));
});

describe('an invitation', () => {
  it('lets one new person in by its link, signed in, with the role it says, and then nobody', async () => {
    const invitation = await invite('coordinator', 'Lou@Exemple.be');
    expect(invitation).toMatchObject({ email: 'lou@exemple.be', role: 'coordinator', expiresAt: new Date(START + 14 * DAY).toISOString() });
    expect((await read(tokenOf(invitation))).body).toEqual({ organisation: 'Le Cerisier', role: 'coordinator', email: 'lou@exemple.be', invitedBy: (await people()).members[0]?.name, expiresAt: invitation.expiresAt, hasAccount: false });
    const lou = new Visitor(portee.url);
    const accepted = await accept(tokenOf(invitation), { as: lou, email: 'lou@exemple.be' });
    expect(accepted).toMatchObject({ status: 201, body: { slug: us.slug } });
    expect(await lou.json<Session>('GET', '/api/v1/session')).toMatchObject({ user: { email: 'lou@exemple.be' }, organisations: [{ slug: us.slug, role: 'coordinator' }] });
    expect((await people()).invitations).toEqual([]);
    expect(await accept(tokenOf(invitation), { email: 'autre@exemple.be' })).toMatchObject({ status: 404, body: { reason: 'invitation-not-found' } });
  });

  it('keeps its secret out of what is listed, and out of the path of every address', async () => {
    const invitation = await invite();
    expect(new URL(invitation.link ?? '')).toMatchObject({ pathname: '/invitation', search: '' });
    expect(JSON.stringify(await people())).not.toContain(tokenOf(invitation));
  });

  it('for an address opens to that address alone, and to nobody who only knows it', async () => {
    const token = tokenOf(await invite('reader', 'lou@exemple.be'));
    expect(await accept(token, { email: 'autre@exemple.be' })).toMatchObject({ status: 403, body: { reason: 'invitation-for-another' } });
    expect(await accept('x'.repeat(43), { email: 'lou@exemple.be' })).toMatchObject({ status: 404, body: { reason: 'invitation-not-found' } });
    expect((await people()).members).toHaveLength(1);
    expect((await people()).invitations).toHaveLength(1);
  });

  it('opens for fourteen days, and again once it is renewed, by the new link alone', async () => {
    const invitation = await invite();
    now = START + 14 * DAY;
    expect(await read(tokenOf(invitation))).toMatchObject({ status: 409, body: { reason: 'invitation-over' } });
    expect(await accept(tokenOf(invitation), { email: 'mia@exemple.be' })).toMatchObject({ status: 409, body: { reason: 'invitation-over' } });
    expect((await people()).invitations).toMatchObject([{ isOver: true }]);
    const renewed = await us.json<NewInvitation>('POST', at(`invitations/${invitation.id}/renew`));
    expect(await read(tokenOf(invitation))).toMatchObject({ status: 404 });
    expect((await read(tokenOf(renewed))).status).toBe(200);
  });

  it('opens nothing once it is taken back, or once the same address is invited anew', async () => {
    const [first, second] = [await invite('reader', 'lou@exemple.be'), await invite('contributor', 'LOU@exemple.be')];
    expect((await people()).invitations).toMatchObject([{ role: 'contributor' }]);
    expect((await read(tokenOf(first))).status).toBe(404);
    await us.delete(at(`invitations/${second.id}`));
    expect((await read(tokenOf(second))).status).toBe(404);
  });

  it('stands once where two invite the same address at the same moment, and opens by the link of one of them', async () => {
    const both = await Promise.all([invite('reader', 'lou@exemple.be'), invite('contributor', 'lou@exemple.be')]);
    expect((await people()).invitations).toHaveLength(1);
    expect((await Promise.all(both.map((one) => read(tokenOf(one))))).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  });

  it('lets in one of two who follow it at the same moment', async () => {
    const token = tokenOf(await invite());
    const answers = await Promise.all(['ada@exemple.be', 'ida@exemple.be'].map((email) => accept(token, { email })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404]);
    expect((await people()).members).toHaveLength(2);
  });

  it('leaves no account behind where the place was refused', async () => {
    const invitation = await invite('reader', 'zoe@exemple.be');
    await accept(tokenOf(invitation), { email: 'autre-zoe@exemple.be' });
    expect(await new Visitor(portee.url).post('/api/v1/session', { email: 'autre-zoe@exemple.be', password: PASSWORD })).toMatchObject({ status: 401 });
  });

  it('is taken up by somebody who has an account, once they are signed in, and changes the role of nobody', async () => {
    const { visitor, id } = await newcomer('reader', 'noor@exemple.be');
    await us.delete(at(`people/${id}`));
    const invitation = await invite('contributor', 'noor@exemple.be');
    expect((await read(tokenOf(invitation))).body).toMatchObject({ hasAccount: true } satisfies Partial<OpenedInvitation>);
    expect(await accept(tokenOf(invitation))).toMatchObject({ status: 401, body: { reason: 'not-signed-in' } });
    expect(await accept(tokenOf(invitation), { email: 'noor@exemple.be' })).toMatchObject({ status: 409, body: { reason: 'email-taken' } });
    expect((await accept(tokenOf(invitation), { as: visitor })).status).toBe(201);
    expect(await accept(tokenOf(await invite('reader')), { as: us })).toMatchObject({ status: 409, body: { reason: 'already-member' } });
    expect(await us.post(at('invitations'), { email: 'noor@exemple.be', role: 'owner' })).toMatchObject({ status: 409, body: { reason: 'already-member' } });
    expect((await people()).members.map(({ role }) => role)).toEqual(['owner', 'contributor']);
  });

  it('is one of a hundred at most', async () => {
    for (let number = 0; number < 100; number += 1) await invite();
    expect(await us.post(at('invitations'), { role: 'reader' })).toMatchObject({ status: 409, body: { reason: 'invitation-limit' } });
  });
});

describe('the people of an organisation', () => {
  it('are seen by all who belong to it, their addresses and who is awaited by owners alone', async () => {
    const { visitor } = await newcomer('reader', 'sam@exemple.be');
    await invite();
    const seen = await people(visitor);
    expect(seen.members.map(({ email, isYou, role }) => ({ email, isYou, role }))).toEqual([{ email: null, isYou: false, role: 'owner' }, { email: null, isYou: true, role: 'reader' }]);
    expect(seen.invitations).toEqual([]);
    expect((await people()).members.map(({ email }) => email)).toContain('sam@exemple.be');
  });

  it('are managed by owners alone', async () => {
    const { visitor, id } = await newcomer('coordinator', 'kim@exemple.be');
    const { invitations: [awaited] } = (await invite(), await people());
    for (const [method, path, body] of [['POST', 'invitations', { role: 'reader' }], ['PATCH', `people/${id}`, { role: 'owner' }], ['DELETE', `people/${id}`, undefined], ['DELETE', `invitations/${awaited?.id ?? ''}`, undefined]] as const) {
      expect(await visitor.ask(method, at(path), { body })).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    }
  });

  it('may what their new role lets them from the next request on, and nothing once their place is gone', async () => {
    const { visitor, id } = await newcomer('reader', 'ben@exemple.be');
    expect((await visitor.post(at('channels'), { network: 'facebook', name: 'La page' })).status).toBe(403);
    expect((await us.patch(at(`people/${id}`), { role: 'coordinator' })).status).toBe(204);
    expect((await visitor.post(at('channels'), { network: 'facebook', name: 'La page' })).status).toBe(201);
    await us.delete(at(`people/${id}`));
    expect(await visitor.get(at('people'))).toMatchObject({ status: 404, body: { reason: 'organisation-not-found' } });
    expect((await visitor.json<Session>('GET', '/api/v1/session')).organisations).toEqual([]);
  });

  it('always keep an owner, who may leave once there is another', async () => {
    const { id: me = '' } = (await people()).members.find(({ isYou }) => isYou) ?? {};
    for (const refused of [await us.delete(at('membership')), await us.delete(at(`people/${me}`)), await us.patch(at(`people/${me}`), { role: 'reader' })]) {
      expect(refused).toMatchObject({ status: 409, body: { reason: 'last-owner' } });
    }
    const { visitor } = await newcomer('owner', 'eva@exemple.be');
    expect((await visitor.delete(at('membership'))).status).toBe(204);
    expect(await us.delete(at('membership'))).toMatchObject({ status: 409 });
  });

  it('keep an owner where two step down at the same moment', async () => {
    const { visitor } = await newcomer('owner', 'tom@exemple.be');
    const ids = (await people()).members.map(({ id }) => id);
    const [mine = '', theirs = ''] = ids;
    const answers = await Promise.all([us.patch(at(`people/${mine}`), { role: 'reader' }), visitor.patch(at(`people/${theirs}`), { role: 'reader' })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    // Whoever is left gives our hands back.
    const left = answers[0]?.status === 204 ? visitor : us;
    await left.patch(at(`people/${mine}`), { role: 'owner' });
  });

  it('are no business of programs, whatever their token may', async () => {
    const { token } = await portee.running.app.get(ApiTokens, { strict: false }).create(await organisationId(), { name: 'tout', role: 'owner' });
    const program = new Visitor(portee.url, { authorization: `Bearer ${token}` });
    for (const [method, path, body] of [['POST', 'invitations', { role: 'reader' }], ['PATCH', 'people/x', { role: 'owner' }], ['DELETE', 'people/x', undefined], ['DELETE', 'membership', undefined]] as const) {
      expect(await program.ask(method, at(path), { body })).toMatchObject({ status: 403, body: { reason: 'person-required' } });
    }
  });

  it('who are not there are not found', async () => {
    expect(await us.patch(at('people/personne'), { role: 'reader' })).toMatchObject({ status: 404, body: { reason: 'member-not-found' } });
    expect(await us.delete(at('people/personne'))).toMatchObject({ status: 404, body: { reason: 'member-not-found' } });
  });
});
