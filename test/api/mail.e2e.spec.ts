import type { NewInvitation, PeopleOfOrganisation, Session } from '@portee/shared';
import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailSweep } from '../../apps/api/src/mail/mail.sweep.js';
import { runCommand } from '../support/command.js';
import { withClient } from '../support/database-client.js';
import { linkIn, startMailServer, type TestMailServer } from '../support/mailbox.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const START = Date.parse('2026-11-30T09:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PASSWORD = 'un mot de passe assez long';
const ANOTHER = 'encore un autre mot de passe';
const US = 'coordination@cerisier.example';
const PLACE = 'https://portee.cerisier.example';
let now = START;
let number = 0;

let mails: TestMailServer;
let portee: TestPortee;
let us: Member;

/** Where this machine finds it: its public address is nowhere. */
const local = () => `http://127.0.0.1:${portee.running.port}`;
const at = (path: string) => `/api/v1/organisations/${us.slug}/${path}`;
const sweep = () => portee.running.app.get(MailSweep).sweep();
const people = () => us.json<PeopleOfOrganisation>('GET', at('people'));
const invite = (email: string | null) => us.json<NewInvitation>('POST', at('invitations'), { role: 'reader', email });
const signIn = (email: string, password: string) => new Visitor(local()).post('/api/v1/session', { email, password });
const askForPassword = (email: string) => new Visitor(local()).post('/api/v1/account-links/password', { email });
const choose = (token: string, password = ANOTHER) => new Visitor(local()).post('/api/v1/account-links/password/use', { token, password });
const stranger = () => { number += 1; return `personne-${number}@exemple.be`; };

/** Every mail, whosever it is: the database's owner sees them by the post office's own right. */
const rowsOfMail = async (client: Client) => (await client.query<{ kind: string; sealed: Buffer | null }>('SELECT kind, sealed FROM mail')).rows;

/** Somebody with an account, by an invitation that came by mail. */
async function newcomer(email = stranger()): Promise<{ visitor: Visitor; email: string }> {
  await invite(email);
  await sweep();
  const token = linkIn(await mails.lastTo(email), '/invitation').hash.slice(1);
  const visitor = new Visitor(local());
  const accepted = await visitor.post('/api/v1/invitations/accept', { token, person: { name: 'Lou', email, password: PASSWORD, language: 'nl' } });
  expect(accepted.status).toBe(201);
  return { visitor, email };
}

beforeAll(async () => {
  mails = await startMailServer();
  portee = await startTestPortee({ publicUrl: PLACE, smtpUrl: mails.url, smtpFrom: 'Portée <portee@cerisier.example>' }, { now: () => new Date(now) });
  us = await firstMember(local(), 'Le Cerisier');
});
afterAll(async () => {
  await portee?.stop();
  await mails?.stop();
});
beforeEach(() => { now = Math.max(now, START) + HOUR; mails.refusals.clear(); });

describe('an invitation by mail', () => {
  it('reaches the mailbox it is for, as text and as HTML, with its link, which is told to nobody else', async () => {
    const email = stranger();
    const invitation = await invite(email);
    expect(invitation).toMatchObject({ email, link: null, mail: { state: 'waiting' } });
    await sweep();
    const mail = await mails.lastTo(email);
    expect(mail.parsed.from?.text).toBe('"Portée" <portee@cerisier.example>');
    expect(mail.parsed.subject).toBe('Le Cerisier vous attend sur Portée');
    expect(mail.parsed.text).toContain('Coordination vous invite à rejoindre Le Cerisier');
    const link = linkIn(mail, '/invitation');
    expect(link.origin).toBe(PLACE);
    expect(mail.parsed.html).toContain(`href="${link.href}"`);
    expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect((await new Visitor(local()).post('/api/v1/invitations/read', { token: link.hash.slice(1) })).body).toMatchObject({ email, organisation: 'Le Cerisier' });
    expect((await people()).invitations.find((one) => one.email === email)?.mail).toMatchObject({ state: 'sent' });
  });

  it('fetches nothing from anywhere when it is read', async () => {
    const email = stranger();
    await invite(email);
    await sweep();
    const html = String((await mails.lastTo(email)).parsed.html);
    expect(html).not.toMatch(/<(img|link|script|iframe)|src=|url\(|@import/iu);
  });

  it('says why it did not arrive, to who invited, and is not sent again by itself', async () => {
    const email = stranger();
    mails.refusals.set(email, { code: 550, message: 'No such user here' });
    await invite(email);
    await sweep();
    const standing = (await people()).invitations.find((one) => one.email === email)?.mail;
    expect(standing).toMatchObject({ state: 'refused' });
    expect(standing?.answer).toContain('No such user here');
    mails.refusals.clear();
    now += DAY;
    await sweep();
    expect(mails.received.filter(({ to }) => to === email)).toEqual([]);
  });

  it('is tried again after what was only for the moment, later and later, for two days', async () => {
    const email = stranger();
    mails.refusals.set(email, { code: 450, message: 'Greylisted' });
    await invite(email);
    await sweep();
    expect((await people()).invitations.find((one) => one.email === email)?.mail).toMatchObject({ state: 'waiting', at: new Date(now + MINUTE).toISOString() });
    now += MINUTE - 1;
    mails.refusals.clear();
    await sweep();
    expect(mails.received.filter(({ to }) => to === email)).toEqual([]);
    now += 1;
    await sweep();
    expect(await mails.mailsTo(email)).toHaveLength(1);
    const other = stranger();
    mails.refusals.set(other, { code: 450, message: 'Greylisted' });
    await invite(other);
    for (let tries = 0; tries < 9; tries += 1) { await sweep(); now += DAY; }
    expect((await people()).invitations.find((one) => one.email === other)?.mail).toMatchObject({ state: 'given-up' });
  });

  it('that comes back later is shown as returned, once a mail server hands its report on', async () => {
    const email = stranger();
    await invite(email);
    await sweep();
    const { messageId } = (await mails.lastTo(email)).parsed;
    const piped = ['Content-Type: multipart/report', '', 'Action: failed', 'Diagnostic-Code: smtp; 550 gone away', '', `Message-ID: ${messageId ?? ''}`, ''].join('\n');
    const returned = (text: string) => runCommand(portee.database, ['mail', 'returned'], { now: new Date(now), piped: text });
    expect(await returned('Merci !')).toMatchObject({ code: 3 });
    expect(await returned(piped)).toMatchObject({ code: 0, err: expect.stringContaining('noté comme revenu') });
    expect((await people()).invitations.find((one) => one.email === email)?.mail).toMatchObject({ state: 'returned', answer: '550 gone away' });
  });

  it('for whoever has the link is handed over, and no mail leaves', async () => {
    const before = mails.received.length;
    expect((await invite(null)).link).toContain('/invitation#');
    await sweep();
    expect(mails.received).toHaveLength(before);
  });

  it('renewed is sent anew, and the earlier link opens nothing', async () => {
    const email = stranger();
    const { id } = await invite(email);
    await sweep();
    const first = linkIn(await mails.lastTo(email), '/invitation').hash.slice(1);
    expect(await us.json<NewInvitation>('POST', at(`invitations/${id}/renew`))).toMatchObject({ link: null, mail: { state: 'waiting' } });
    await sweep();
    const second = linkIn(await mails.lastTo(email, 2), '/invitation').hash.slice(1);
    expect(second).not.toBe(first);
    expect((await new Visitor(local()).post('/api/v1/invitations/read', { token: first })).status).toBe(404);
  });
});

describe('a new password', () => {
  it('is chosen by the link of a mail, once; every device is signed out, and whoever has the account is told', async () => {
    const { visitor, email } = await newcomer();
    expect((await askForPassword(email.toUpperCase())).status).toBe(204);
    await sweep();
    const mail = await mails.lastTo(email, 2);
    expect(mail.parsed.subject).toBe('Een nieuw wachtwoord kiezen');
    const token = linkIn(mail, '/mot-de-passe').hash.slice(1);
    expect((await choose(token)).status).toBe(204);
    expect((await visitor.json<Session>('GET', '/api/v1/session')).user).toBeNull();
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, ANOTHER)).status).toBe(200);
    expect(await choose(token, PASSWORD)).toMatchObject({ status: 404, body: { reason: 'link-not-found' } });
    await sweep();
    expect((await mails.lastTo(email, 3)).parsed.subject).toBe('Je wachtwoord is gewijzigd');
  });

  it('is answered alike for an address that nobody has, and sends nothing', async () => {
    const before = mails.received.length;
    const answers = await Promise.all([askForPassword('personne@exemple.be'), askForPassword(US)]);
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([{ status: 204, body: null }, { status: 204, body: null }]);
    await sweep();
    expect(mails.received).toHaveLength(before + 1);
  });

  it('opens for an hour, by the newest link alone, and fills no mailbox', async () => {
    const { email } = await newcomer();
    await askForPassword(email);
    await askForPassword(email);
    await sweep();
    const first = linkIn(await mails.lastTo(email, 2), '/mot-de-passe').hash.slice(1);
    expect(mails.received.filter(({ to }) => to === email)).toHaveLength(2);
    now += 6 * MINUTE;
    await askForPassword(email);
    await sweep();
    const second = linkIn(await mails.lastTo(email, 3), '/mot-de-passe').hash.slice(1);
    expect((await choose(first)).status).toBe(404);
    now += HOUR;
    expect((await choose(second)).status).toBe(404);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('leads where Portée is, whatever the request says of its host', async () => {
    const { email } = await newcomer();
    await new Visitor(local(), { host: 'mechant.example', 'x-forwarded-host': 'mechant.example' }).post('/api/v1/account-links/password', { email });
    await sweep();
    expect(linkIn(await mails.lastTo(email, 2), '/mot-de-passe').origin).toBe(PLACE);
  });

  it('lets one of two in who follow the link at once', async () => {
    const { email } = await newcomer();
    await askForPassword(email);
    await sweep();
    const token = linkIn(await mails.lastTo(email, 2), '/mot-de-passe').hash.slice(1);
    const answers = await Promise.all([choose(token), choose(token, 'le mot de passe du second')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404]);
  });

  it('lies nowhere in the clear: neither in what waits nor once it left', async () => {
    const { email } = await newcomer();
    mails.refusals.set(email, { code: 450, message: 'Not now' });
    await askForPassword(email);
    await sweep();
    const rows = () => withClient(portee.database.ownerUrl, rowsOfMail);
    const waiting = await rows();
    mails.refusals.clear();
    now += HOUR / 2;
    await sweep();
    const token = linkIn(await mails.lastTo(email, 2), '/mot-de-passe').hash.slice(1);
    expect(waiting.some(({ kind, sealed }) => kind === 'password-reset' && sealed !== null)).toBe(true);
    expect(waiting.map(({ sealed }) => sealed?.toString('latin1') ?? '').join(' ')).not.toContain(token);
    expect((await rows()).filter(({ kind, sealed }) => kind === 'password-reset' && sealed !== null)).toEqual([]);
  });
});

describe('another address', () => {
  it('holds once its mailbox has confirmed it, and the former one is told', async () => {
    const { visitor, email } = await newcomer();
    const wanted = stranger();
    expect(await visitor.post('/api/v1/account-links/address', { email: wanted, password: 'pas le bon' })).toMatchObject({ status: 422, body: { reason: 'password-wrong' } });
    expect(await visitor.post('/api/v1/account-links/address', { email: US, password: PASSWORD })).toMatchObject({ status: 409, body: { reason: 'email-taken' } });
    expect(await visitor.post('/api/v1/account-links/address', { email: wanted, password: PASSWORD })).toMatchObject({ status: 201, body: { isChanged: false } });
    await sweep();
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    const token = linkIn(await mails.lastTo(wanted), '/adresse').hash.slice(1);
    expect(await new Visitor(local()).post('/api/v1/account-links/address/use', { token })).toMatchObject({ status: 201, body: { email: wanted } });
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(wanted, PASSWORD)).status).toBe(200);
    await sweep();
    expect((await mails.lastTo(email, 2)).parsed.text).toContain(wanted);
  });
});
