import { generateKeyPairSync } from 'node:crypto';
import { beginDirectory, DIRECTORY_RETURN_PATH, type DirectoryAddress, type Session, type WaysIn } from '@portee/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tamper, type TestDirectory, startDirectory, throughDirectory } from '../support/directory.js';
import { startOver, startTestPortee, type TestPortee } from '../support/portee.js';
import { freePort } from '../support/portee-process.js';
import { type Answer, firstMember, type Member, Visitor } from '../support/visitor.js';

const PASSWORD = 'un mot de passe assez long';
/** Behind a proxy on this machine. */
const PUBLIC = 'https://portee.example';
const US = 'coordination@cerisier.example';

let directory: TestDirectory;
let portee: TestPortee;
let us: Member;
let url: string;
let people = 0;

/** A visitor from our own pages, each behind the proxy from an address of their own: tries are counted by address. */
const visitor = (at = url) => new Visitor(at, { origin: PUBLIC, 'x-forwarded-for': `203.0.${String(Math.floor((people += 1) / 250))}.${String(people % 250)}` });
const whoIs = async (who: Visitor) => (await who.json<Session>('GET', '/api/v1/session')).user?.email ?? null;
const ways = (who: Visitor) => who.json<WaysIn>('GET', '/api/v1/session/directory');
const reasonOf = ({ headers }: Answer) => new URL(headers.get('location') ?? '', PUBLIC).searchParams.get('raison');
/** Somebody new at the directory, with an address of their own. */
const someone = (entry: { email?: string; email_verified?: boolean } = {}) => {
  const login = `personne-${String((people += 1))}`;
  const email = entry.email ?? `${login}@commune.example`;
  directory.people.set(login, { name: 'Marie Dupont', email_verified: true, ...entry, email });
  return { login, email };
};
const setOut = async (who: Visitor, wanted: object = {}) => (await who.json<DirectoryAddress>('POST', '/api/v1/session/directory', wanted)).address;
const comeBack = (who: Visitor, at: URL) => who.get(`${at.pathname}${at.search}`);
/** All the way: to the directory, in there by this name, and back. */
const enter = async (who: Visitor, login: string, wanted: object = {}) => comeBack(who, await throughDirectory(await setOut(who, wanted), login));
const invite = async (email?: string, role = 'contributor') =>
  new URL((await us.json<{ link: string }>('POST', `/api/v1/organisations/${us.slug}/invitations`, { role, ...(email === undefined ? {} : { email }) })).link).hash.slice(1);
/** Somebody with an account by password, in the organisation. */
const colleague = async (email: string) => {
  const who = visitor();
  await who.json('POST', '/api/v1/invitations/accept', { token: await invite(), person: { name: 'Paul', email, password: PASSWORD } });
  return who;
};
const setOutToLink = async (who: Visitor, password = PASSWORD) => (await who.json<DirectoryAddress>('POST', '/api/v1/session/directory/link', { password })).address;
const link = async (who: Visitor, login: string) => comeBack(who, await throughDirectory(await setOutToLink(who), login));
/** Somebody who came by the directory: an account, and no password. */
const newcomer = async () => {
  const [who, { login, email }] = [visitor(), someone()];
  await enter(who, login, { invitation: await invite(email) });
  return { who, login, email };
};

beforeAll(async () => {
  directory = await startDirectory(PUBLIC);
  portee = await startTestPortee({ publicUrl: PUBLIC, directory: directory.settings });
  url = `http://127.0.0.1:${String(portee.running.port)}`;
  us = await firstMember(url);
});
afterAll(async () => {
  await portee?.stop();
  await directory?.stop();
});
beforeEach(() => { directory.tamper = null; });

describe('signing in by the directory', () => {
  it('is offered to everybody, and asks the directory for a code with proof, state and nonce', async () => {
    expect((await visitor().json<Session>('GET', '/api/v1/session')).directory).toBe('l’annuaire de la commune');
    const asked = new URL(await setOut(visitor())).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'portee', redirect_uri: `${PUBLIC}${DIRECTORY_RETURN_PATH}`, scope: 'openid profile email' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(40);
    expect(asked.get('state')).not.toBe(new URL(await setOut(visitor())).searchParams.get('state'));
  });

  it('opens nothing to whoever merely exists there, whatever their address', async () => {
    const who = visitor();
    for (const entry of [{}, { email: US }]) expect(reasonOf(await enter(who, someone(entry).login))).toBe('no-account');
    expect(await whoIs(who)).toBeNull();
  });

  it('lets in who is linked, where they were going, by a session of its own, and writes it in the journal', async () => {
    const { login, email } = await newcomer();
    const who = visitor();
    const back = await enter(who, login, { back: '/o/le-cerisier/plan?vue=semaine' });
    expect(back.status).toBe(302);
    expect(back.headers.get('location')).toBe('/o/le-cerisier/plan?vue=semaine');
    expect(back.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await whoIs(who)).toBe(email);
    const journal = await us.json<{ items: { act: string }[] }>('GET', `/api/v1/organisations/${us.slug}/audit?act=signed-in`);
    expect(journal.items.length).toBeGreaterThan(0);
  });

  it('takes over no session that was there before', async () => {
    const { login } = await newcomer();
    const who = visitor();
    await enter(who, login);
    const first = who.cookies().find(({ name }) => name.includes('session_token'))?.value;
    await enter(who, login);
    expect(who.cookies().find(({ name }) => name.includes('session_token'))?.value).not.toBe(first);
  });

  it('asks the directory once what it offers', async () => {
    const before = directory.discoveries;
    for (let times = 0; times < 3; times += 1) await setOut(visitor());
    expect(directory.discoveries).toBe(before);
  });
});

describe('a return that is not what was begun', () => {
  it('opens once: the same state and code again lead nowhere', async () => {
    const { login } = await newcomer();
    const who = visitor();
    const at = await throughDirectory(await setOut(who), login);
    const cookies = who.cookies().map(({ name, value }) => `${name}=${value}`).join('; ');
    expect(reasonOf(await comeBack(who, at))).toBeNull();
    const again = await visitor().ask('GET', `${at.pathname}${at.search}`, { headers: { cookie: cookies } });
    expect(reasonOf(again)).toBe('begin-again');
  });

  it('opens in the browser that set out alone: nobody is signed in by somebody else’s return', async () => {
    const { login } = await newcomer();
    const [attacker, victim] = [visitor(), visitor()];
    const at = await throughDirectory(await setOut(attacker), login);
    expect(reasonOf(await comeBack(victim, at))).toBe('begin-again');
    await setOut(victim);
    expect(reasonOf(await comeBack(victim, at))).toBe('begin-again');
    expect(await whoIs(victim)).toBeNull();
  });

  it('is told as it is where the directory says no, whatever it says', async () => {
    const who = visitor();
    const state = new URL(await setOut(who)).searchParams.get('state') ?? '';
    expect(reasonOf(await who.get(`${DIRECTORY_RETURN_PATH}?${new URLSearchParams({ state, error: 'access_denied', iss: directory.settings.issuer }).toString()}`))).toBe('declined');
    expect(reasonOf(await who.get(`${DIRECTORY_RETURN_PATH}?error=access_denied`))).toBe('begin-again');
    expect(reasonOf(await who.get(`${DIRECTORY_RETURN_PATH}?state=x&state=y&code=z`))).toBe('begin-again');
  });

  it('is refused with a code of another program, one of another directory, and one that is made up', async () => {
    const { login } = await newcomer();
    const foreign = await throughDirectory(`${directory.settings.issuer}/auth?${new URLSearchParams({ client_id: directory.otherClient.id, response_type: 'code', scope: 'openid', redirect_uri: directory.otherClient.redirect, code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }).toString()}`, login);
    for (const change of [{ code: foreign.searchParams.get('code') ?? '' }, { iss: 'https://ailleurs.example' }, { iss: '' }, { code: 'inventé' }]) {
      const who = visitor();
      const at = await throughDirectory(await setOut(who), login);
      for (const [name, value] of Object.entries(change)) at.searchParams.set(name, value);
      expect({ change, reason: reasonOf(await comeBack(who, at)) }).toEqual({ change, reason: 'answer-wrong' });
      expect(await whoIs(who)).toBeNull();
    }
  });

  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const now = () => Math.floor(Date.now() / 1000);
  const forged: { what: string; tamper: Tamper }[] = [
    { what: 'by another key', tamper: (claims, sign) => sign(claims, stranger) },
    { what: 'by nobody', tamper: (claims) => `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.` },
    { what: 'for another program', tamper: (claims, sign) => sign({ ...claims, aud: 'agenda' }) },
    { what: 'by another directory', tamper: (claims, sign) => sign({ ...claims, iss: 'https://ailleurs.example' }) },
    { what: 'for another attempt', tamper: (claims, sign) => sign({ ...claims, nonce: 'celui d’un autre' }) },
    { what: 'whose time is over', tamper: (claims, sign) => sign({ ...claims, iat: now() - 4000, exp: now() - 400 }) },
  ];

  it.each(forged)('is refused with a token signed $what', async ({ tamper }) => {
    const { login } = await newcomer();
    const who = visitor();
    directory.tamper = tamper;
    expect(reasonOf(await enter(who, login))).toBe('answer-wrong');
    expect(await whoIs(who)).toBeNull();
    directory.tamper = (claims, sign) => sign(claims);
    expect(reasonOf(await enter(who, login))).toBeNull();
  });

  it('leads to pages of ours only', async () => {
    const leading = fc.constantFrom('//ailleurs.example', '/\\ailleurs.example', '/\t/ailleurs.example', 'https://ailleurs.example', '/\n/ailleurs.example', 'javascript:alert(1)', '\\\\ailleurs.example', '/ /ailleurs.example');
    fc.assert(fc.property(fc.oneof(leading, fc.string(), fc.webPath(), fc.tuple(leading, fc.string()).map((parts) => parts.join(''))), (back) => {
      const read = beginDirectory.safeParse({ back });
      if (read.success) expect(new URL(read.data.back, PUBLIC).origin).toBe(PUBLIC);
    }));
    expect((await visitor().post('/api/v1/session/directory', { back: '//ailleurs.example' })).status).toBe(422);
    expect(beginDirectory.safeParse({ back: '/o/le-cerisier/plan?vue=semaine' }).success).toBe(true);
  });
});

describe('an invitation taken up by the directory', () => {
  it('makes an account without password for the invited address, once', async () => {
    const { login, email } = someone();
    const token = await invite(email, 'reader');
    const who = visitor();
    expect((await enter(who, login, { invitation: token, language: 'nl' })).headers.get('location')).toBe(`/o/${us.slug}`);
    const session = await who.json<Session>('GET', '/api/v1/session');
    expect(session).toMatchObject({ user: { email, name: 'Marie Dupont', language: 'nl' }, organisations: [{ slug: us.slug, role: 'reader' }] });
    expect(await ways(who)).toMatchObject({ hasPassword: false });
    expect((await visitor().post('/api/v1/session', { email, password: PASSWORD })).status).toBe(401);
    expect((await visitor().post('/api/v1/session/directory', { invitation: token })).body).toMatchObject({ reason: 'invitation-not-found' });
  });

  it('is not, where the directory does not vouch for the address, or knows another one', async () => {
    const [unproven, silent, other] = [someone({ email_verified: false }), someone(), someone()];
    directory.people.set(silent.login, { name: 'Sans adresse' });
    for (const { email, login, reason } of [
      { ...unproven, reason: 'email-unproven' }, { ...silent, reason: 'email-unproven' }, { email: 'invitee@commune.example', login: other.login, reason: 'invitation-for-another' },
    ]) {
      const who = visitor();
      const token = await invite(email);
      expect({ login, reason: reasonOf(await enter(who, login, { invitation: token })) }).toEqual({ login, reason });
      expect(await whoIs(who)).toBeNull();
      expect((await visitor().post('/api/v1/invitations/read', { token })).status).toBe(200);
    }
  });

  it('believes what the directory signed before what it says elsewhere', async () => {
    const { login, email } = someone();
    directory.tamper = (claims, sign) => sign({ ...claims, email, email_verified: false });
    expect(reasonOf(await enter(visitor(), login, { invitation: await invite(email) }))).toBe('email-unproven');
  });

  it('takes no account over: one of that address by password stays whose it is', async () => {
    const { login, email } = someone();
    await colleague(email);
    const who = visitor();
    const token = await invite();
    expect(reasonOf(await enter(who, login, { invitation: token }))).toBe('account-exists');
    expect(await whoIs(who)).toBeNull();
    expect(reasonOf(await enter(who, login))).toBe('no-account');
  });
});

describe('linking an account that has a password', () => {
  it('asks for the password, and the directory asks who one is anew', async () => {
    const who = await colleague('lien@commune.example');
    expect(await who.post('/api/v1/session/directory/link', { password: 'pas celui-là' })).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    expect(new URL(await setOutToLink(who)).searchParams.get('prompt')).toBe('login');
    const { login } = someone({ email: 'autre@commune.example' });
    expect(reasonOf(await link(who, login))).toBeNull();
    expect(await ways(who)).toMatchObject({ hasPassword: true, linkedAt: expect.any(String) });
    const elsewhere = visitor();
    await enter(elsewhere, login);
    expect(await whoIs(elsewhere)).toBe('lien@commune.example');
    expect(await who.post('/api/v1/session/directory/link', { password: PASSWORD })).toMatchObject({ status: 409, body: { reason: 'directory-there' } });
  });

  it('is no way to guess a password faster than by signing in', async () => {
    const who = await colleague('lent@commune.example');
    const answers = [];
    for (let tries = 0; tries < 15; tries += 1) answers.push(await who.post('/api/v1/session/directory/link', { password: `essai ${String(tries)}` }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 429]));
  });

  it('links nobody but who began, and nobody’s identity twice', async () => {
    const [first, second] = [await colleague('un@commune.example'), await colleague('deux@commune.example')];
    const { login } = someone();
    const at = await throughDirectory(await setOutToLink(first), login);
    await first.json('POST', '/api/v1/session', { email: 'deux@commune.example', password: PASSWORD });
    expect(reasonOf(await comeBack(first, at))).toBe('begin-again');
    await link(second, login);
    const third = await colleague('trois@commune.example');
    expect(reasonOf(await link(third, login))).toBe('linked-elsewhere');
    expect(await ways(third)).toMatchObject({ linkedAt: null });
  });

  it('knows people by their subject: another one with the same address is somebody else', async () => {
    const { email } = await newcomer();
    const who = visitor();
    expect(reasonOf(await enter(who, someone({ email }).login))).toBe('no-account');
    expect(await whoIs(who)).toBeNull();
  });

  it('is undone with the password, never where nothing else lets one in, and stands in the journal', async () => {
    const { login } = someone();
    const who = await colleague('delier@commune.example');
    const end = (one: Visitor, password = PASSWORD) => one.post('/api/v1/session/directory/end', { password });
    expect(await end(who)).toMatchObject({ status: 409, body: { reason: 'directory-not-linked' } });
    await link(who, login);
    expect(await end(who, 'pas celui-là')).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    expect((await end(who)).status).toBe(204);
    expect(reasonOf(await enter(visitor(), login))).toBe('no-account');
    const only = await newcomer();
    expect(await end(only.who)).toMatchObject({ status: 409, body: { reason: 'directory-only-way' } });
    const { items } = await us.json<{ items: { act: string }[] }>('GET', `/api/v1/organisations/${us.slug}/audit`);
    expect(items.map(({ act }) => act)).toEqual(expect.arrayContaining(['directory-linked', 'directory-unlinked']));
  });
});

describe('another directory, or none', () => {
  it('knows nobody of the first: the same subject and address there are somebody else', async () => {
    const { login, email } = await newcomer();
    const other = await startDirectory(PUBLIC);
    other.people.set(login, { name: 'Marie Dupont', email, email_verified: true });
    const second = await startOver(portee.database, { publicUrl: PUBLIC, directory: other.settings });
    const who = visitor(`http://127.0.0.1:${String(second.port)}`);
    expect(reasonOf(await enter(who, login))).toBe('no-account');
    await second.stop();
    await other.stop();
  });

  it('is said where there is none; where it is silent, the password still opens', async () => {
    const plain = await startOver(portee.database, { publicUrl: PUBLIC });
    const nobody = visitor(`http://127.0.0.1:${String(plain.port)}`);
    expect((await nobody.json<Session>('GET', '/api/v1/session')).directory).toBeNull();
    expect(await nobody.post('/api/v1/session/directory', {})).toMatchObject({ status: 404, body: { reason: 'directory-missing' } });
    await plain.stop();
    const gone = { ...directory.settings, issuer: `http://localhost:${String(await freePort())}` };
    const silent = await startOver(portee.database, { publicUrl: PUBLIC, directory: gone });
    const visiting = visitor(`http://127.0.0.1:${String(silent.port)}`);
    expect(await visiting.post('/api/v1/session/directory', {})).toMatchObject({ status: 502, body: { reason: 'directory-unreachable' } });
    expect(await visiting.post('/api/v1/session', { email: US, password: PASSWORD })).toMatchObject({ status: 200, body: { user: { email: US } } });
    await silent.stop();
  });

  it('may fall silent on the way', async () => {
    const { login } = await newcomer();
    const who = visitor();
    const at = await throughDirectory(await setOut(who), login);
    await directory.stop();
    expect(reasonOf(await comeBack(who, at))).toBe('unreachable');
    expect(await whoIs(who)).toBeNull();
    await directory.start();
  });
});
