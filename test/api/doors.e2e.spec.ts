import { may, type Role, roles, scopeOfRight, type TokenScope, tokenScopes } from '@portee/shared';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { AuthPort } from '../../apps/api/src/accounts/auth-port.js';
import { Hosts } from '../../apps/api/src/accounts/hosts.js';
import { Memberships } from '../../apps/api/src/accounts/memberships.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import { type Door, doors } from '../support/openapi.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { type Answer, firstMember, Visitor } from '../support/visitor.js';

/** Doors for people only: a program has no name to do these things under. Adding one is a decision. */
const FOR_PEOPLE = [
  'PATCH /api/v1/session/person', 'POST /api/v1/account-links/address', 'PUT /api/v1/session/password', 'GET /api/v1/sessions', 'DELETE /api/v1/sessions', 'DELETE /api/v1/sessions/{sessionId}',
  'GET /api/v1/session/directory', 'POST /api/v1/session/directory/link', 'POST /api/v1/session/directory/end',
  'POST /api/v1/second-factor', 'PUT /api/v1/second-factor', 'POST /api/v1/second-factor/end', 'POST /api/v1/second-factor/recovery-codes',
  'PATCH /api/v1/organisations/{slug}/people/{personId}', 'DELETE /api/v1/organisations/{slug}/people/{personId}', 'DELETE /api/v1/organisations/{slug}/membership', 'POST /api/v1/organisations/{slug}/people/{personId}/password-link',
  'GET /api/v1/organisations/{slug}/membership/notices', 'PUT /api/v1/organisations/{slug}/membership/notices',
  'POST /api/v1/organisations/{slug}/invitations', 'POST /api/v1/organisations/{slug}/invitations/{invitationId}/renew', 'DELETE /api/v1/organisations/{slug}/invitations/{invitationId}',
  'POST /api/v1/session/person/deletion', 'POST /api/v1/demonstration', 'DELETE /api/v1/demonstration',
  'GET /api/v1/organisations/{slug}/report-links', 'POST /api/v1/organisations/{slug}/report-links', 'DELETE /api/v1/organisations/{slug}/report-links/{linkId}',
];
/** Doors of whoever runs the installation. */
const FOR_THE_HOST = [
  'GET /api/v1/hosting/applications', 'PUT /api/v1/hosting/applications/{network}', 'DELETE /api/v1/hosting/applications/{network}',
  'GET /api/v1/hosting/organisations', 'POST /api/v1/hosting/organisations', 'PATCH /api/v1/hosting/organisations/{organisationId}',
  'GET /api/v1/hosting/hosts', 'POST /api/v1/hosting/hosts', 'DELETE /api/v1/hosting/hosts/{personId}', 'GET /api/v1/hosting/health',
];
/** Doors in no organisation for whoever is signed in, programs too. */
const FOR_WHOEVER_IS_SIGNED_IN = ['GET /api/v1/networks'];
/** Let in, one would load a whole centre, or take it away. */
const TOO_HEAVY = ['POST /api/v1/demonstration', 'DELETE /api/v1/demonstration'];
/** Rights that nobody should have who may only read; a door that changes something and asks for less is a decision. */
const CHANGES_BY_READERS = ['PUT /api/v1/organisations/{slug}/membership/notices', 'DELETE /api/v1/organisations/{slug}/membership'];

const PASSWORD = 'un mot de passe assez long';
const LET_IN = 'let in';

/** Somebody, or something, that comes to a door. */
interface Caller {
  name: string;
  visitor: () => Promise<Visitor> | Visitor;
  /** What the door must answer, by what it asks for. */
  expected: (door: Door) => string;
}

let portee: TestPortee;
let callers: Caller[];

const service = <T>(type: abstract new (...parameters: never[]) => T): T => portee.running.app.get<T>(type, { strict: false });

beforeAll(async () => {
  portee = await startTestPortee({ role: 'api' });
  await firstMember(portee.url, 'Chez nous');
  const ours = await service(OrganisationsService).bySlug('chez-nous');
  const theirs = await service(OrganisationsService).create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
  const stranger = await somebody(theirs.id, 'owner', 'ailleurs@exemple.be');
  const hostElsewhere = await somebody(theirs.id, 'owner', 'hote@exemple.be');
  const hosting = async (): Promise<Visitor> => {
    const visitor = await hostElsewhere();
    await service(Hosts).name('hote@exemple.be', null);
    return visitor;
  };
  const people = await Promise.all(roles.map(async (role): Promise<Caller> => ({ name: role, visitor: await somebody(ours.id, role, `${role}@exemple.be`), expected: (door) => ofPerson(door, role) })));
  const token = async (role: Role, expiresAt: Date | null, scopes: TokenScope[] | null = null) => (await service(ApiTokens).create(ours.id, { name: role, role, scopes, expiresAt })).token;
  const others = tokenScopes.filter((scope) => scope !== 'read');
  const [reading, owning, expired, readOnly, allButRead] = await Promise.all([token('reader', null), token('owner', null), token('owner', new Date(Date.now() - 1000)), token('owner', null, ['read']), token('owner', null, others)]);
  callers = [
    { name: 'nobody', visitor: () => new Visitor(portee.url), expected: ofNobody },
    ...people,
    { name: 'owner elsewhere', visitor: stranger, expected: ofStranger },
    { name: 'host, of no place here', visitor: hosting, expected: (door) => (FOR_THE_HOST.includes(door.name) ? LET_IN : ofStranger(door)) },
    { name: 'token, reader', visitor: () => bearing(reading), expected: (door) => ofProgram(door, 'reader') },
    { name: 'token, owner', visitor: () => bearing(owning), expected: (door) => ofProgram(door, 'owner') },
    { name: 'token, owner, to read', visitor: () => bearing(readOnly), expected: (door) => ofProgram(door, 'owner', ['read']) },
    { name: 'token, owner, all but read', visitor: () => bearing(allButRead), expected: (door) => ofProgram(door, 'owner', others) },
    { name: 'token, expired', visitor: () => bearing(expired), expected: ({ isOpen }) => (isOpen ? LET_IN : '401 token-expired') },
  ];
}, 120_000);
afterAll(() => portee?.stop());

describe('every door of the OpenAPI document', () => {
  it('is known: in an organisation by its right, elsewhere by the lists here', () => {
    const outside = doors().filter((door) => !door.isOpen && door.right === null).map(({ name }) => name);
    const listed = [...FOR_PEOPLE.filter((name) => !name.includes('{slug}')), ...FOR_THE_HOST, ...FOR_WHOEVER_IS_SIGNED_IN];
    expect(outside.toSorted()).toEqual(listed.toSorted());
    expect(doors().filter(({ path, right }) => path.includes('{slug}') !== (right !== null))).toEqual([]);
  });

  it('that changes something asks for more than reading', () => {
    const changing = doors().filter(({ method, right }) => method !== 'GET' && right === 'readFigures');
    expect(changing.map(({ name }) => name)).toEqual(CHANGES_BY_READERS);
  });

  it('answers each caller as its right demands: the table beside this file', async () => {
    const surprises: object[] = [];
    const lines: string[] = [];
    for (const door of doors()) {
      const cells: string[] = [];
      for (const { name, visitor, expected } of callers) {
        const right = expected(door);
        const isLeftOut = right === LET_IN && TOO_HEAVY.includes(door.name);
        const answered = isLeftOut ? LET_IN : told(await ask(await visitor(), door));
        if (answered !== right) surprises.push({ door: door.name, caller: name, expected: right, answered });
        cells.push(answered);
      }
      lines.push(`| ${[door.name, door.right ?? '', ...cells].join(' | ')} |`);
    }
    expect(surprises).toEqual([]);
    await expect(table(lines)).toMatchFileSnapshot('doors.md');
  }, 300_000);
});

function table(lines: readonly string[]): string {
  const head = ['door', 'right', ...callers.map(({ name }) => name)];
  return [
    '# Who is let in where', '',
    'Made by `doors.e2e.spec.ts` from the answers of the running program, each held against the table of rights (`rights.ts`).',
    '« let in »: past the guards; what was asked for may still not be there.', '',
    `| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines, '',
  ].join('\n');
}

/** A refusal by who asks, told by its status and reason; everything else is past the guards. */
function told({ status, body }: Answer): string {
  const reason = body !== null && typeof body === 'object' && 'reason' in body ? body.reason : '';
  const isRefused = status === 401 && (reason === 'not-signed-in' || reason === 'token-expired') || status === 403 || status === 404 && reason === 'organisation-not-found';
  return isRefused ? `${status} ${String(reason)}` : LET_IN;
}

/** Random identifiers: whatever is asked for is not there, so that nothing much happens to whoever is let in. */
function ask(visitor: Visitor, { method, path }: Door): Promise<Answer> {
  const filled = path.replace('{slug}', 'chez-nous').replace('{month}', '2026-10').replaceAll(/\{\w+\}/g, () => newId());
  return visitor.ask(method, filled, method === 'GET' ? {} : { body: {} });
}

function ofNobody({ isOpen }: Door): string {
  return isOpen ? LET_IN : '401 not-signed-in';
}

function ofStranger({ isOpen, right, name }: Door): string {
  if (!isOpen && right !== null) return '404 organisation-not-found';
  return FOR_THE_HOST.includes(name) ? '403 host-required' : LET_IN;
}

function ofPerson({ isOpen, right, name }: Door, role: Role): string {
  if (isOpen) return LET_IN;
  if (FOR_THE_HOST.includes(name)) return '403 host-required';
  return right === null || may(role, right) ? LET_IN : '403 role-too-low';
}

function ofProgram(door: Door, role: Role, scopes: readonly TokenScope[] = tokenScopes): string {
  if (door.isOpen) return LET_IN;
  if (door.right !== null && !may(role, door.right)) return '403 role-too-low';
  const scope = door.right === null ? undefined : scopeOfRight[door.right];
  if (scope === null) return '403 person-required';
  if (scope !== undefined && !scopes.includes(scope)) return '403 scope-too-small';
  return FOR_PEOPLE.includes(door.name) || FOR_THE_HOST.includes(door.name) ? '403 person-required' : LET_IN;
}

function bearing(token: string): Visitor {
  return new Visitor(portee.url, { authorization: `Bearer ${token}` });
}

/** A person who is let in again, and given the place back, wherever a door has just put them out. */
async function somebody(organisationId: string, role: Role, email: string): Promise<() => Promise<Visitor>> {
  const { id } = await service(People).create({ name: role, email, password: PASSWORD, language: 'fr' }, { organisationId, role });
  let visitor = new Visitor(portee.url, { origin: portee.url });
  return async () => {
    await service(Memberships).add(organisationId, id, role);
    if ((await visitor.get('/api/v1/sessions')).status === 200) return visitor;
    // Not at the door, where a network may come in twenty times a minute.
    const { cookies } = await service(AuthPort).signIn(email, PASSWORD, {});
    visitor = new Visitor(portee.url, { origin: portee.url, cookie: cookies.map((line) => line.split(';')[0]).join('; ') });
    return visitor;
  };
}
