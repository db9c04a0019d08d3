import type { NewInvitation, ReportMailing } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailSweep } from '../../apps/api/src/mail/mail.sweep.js';
import { ReportMailingSweep } from '../../apps/api/src/mailing/report-mailing.sweep.js';
import { linkIn, startMailServer, type TestMailServer } from '../support/mailbox.js';
import { pdfText } from '../support/poppler.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const DAY = 24 * 3600 * 1000;
const US = 'coordination@cerisier.example';
let now = Date.parse('2026-11-01T09:00:00Z');
let mails: TestMailServer;
let portee: TestPortee;
let us: Member;
let slug: string;

const local = () => `http://127.0.0.1:${portee.running.port}`;
const at = (path = '') => `/api/v1/organisations/${slug}/report-mailing${path}`;
const mailing = () => us.json<ReportMailing>('GET', at());
const set = (mode: string, day = 5) => us.ask('PUT', at(), { body: { mode, day } });
const add = (email: string, language = 'fr') => us.post(at('/recipients'), { email, language });
const service = <T>(type: abstract new (...parameters: never[]) => T): T => portee.running.app.get<T>(type, { strict: false });
/** The days have come and the mails have left. */
const pass = async (until: string) => { now = Date.parse(until); await service(ReportMailingSweep).sweep(); await service(MailSweep).sweep(); };
const to = (email: string) => mails.received.filter((mail) => mail.to === email);

beforeAll(async () => {
  mails = await startMailServer();
  portee = await startTestPortee({ publicUrl: 'https://portee.cerisier.example', smtpUrl: mails.url, smtpFrom: 'portee@cerisier.example' }, { now: () => new Date(now) });
  us = await firstMember(local());
  ({ slug } = await us.json<{ slug: string }>('POST', '/api/v1/demonstration'));
}, 60_000);
afterAll(async () => {
  await portee?.stop();
  await mails?.stop();
});
beforeEach(async () => {
  mails.received.length = 0;
  for (const { id } of (await mailing()).recipients) await us.delete(at(`/recipients/${id}`));
});

describe('the report of each month by mail', () => {
  it('leaves by itself on its day at eight, once, to each address in its language, with its PDF', async () => {
    await add('conseil@exemple.be');
    await add('raad@voorbeeld.be', 'nl');
    expect((await set('automatic')).status).toBe(204);
    await pass('2026-11-05T06:59:00Z');
    expect(mails.received).toEqual([]);
    await pass('2026-11-05T07:00:00Z');
    await pass('2026-11-06T07:00:00Z');
    expect(mails.received.map((mail) => mail.to).toSorted()).toEqual(['conseil@exemple.be', 'raad@voorbeeld.be']);
    const [french, dutch] = [to('conseil@exemple.be')[0], to('raad@voorbeeld.be')[0]];
    expect(french?.parsed.subject).toContain('octobre 2026');
    expect(french?.parsed.text?.replaceAll(/\s/gu, ' ')).toContain('Pour 100 abonnés, une publication typique touche');
    expect(dutch?.parsed.subject).toContain('verslag van oktober 2026');
    const [pdf] = french?.parsed.attachments ?? [];
    expect(pdf).toMatchObject({ contentType: 'application/pdf', filename: `${slug}-2026-10.pdf` });
    expect(pdfText(pdf?.content ?? Buffer.alloc(0))).toContain('Octobre 2026');
    expect((await mailing()).sendings).toMatchObject([{ month: '2026-10', state: 'sent', recipients: 2 }]);
    expect((await mailing()).recipients).toMatchObject([{ mail: { state: 'sent' } }, { mail: { state: 'sent' } }]);
  });

  it('waits for a word where one is asked for, and leaves once it is said', async () => {
    await add('conseil@exemple.be');
    await set('approval');
    await pass('2026-12-05T07:00:00Z');
    expect(to('conseil@exemple.be')).toEqual([]);
    const [asked] = to(US);
    if (asked === undefined) throw new Error('nobody was asked');
    expect(asked.parsed.text).toContain('Sans votre accord, rien ne part.');
    expect(linkIn(asked, `/o/${slug}/rapport`).searchParams.get('mois')).toBe('2026-11');
    expect((await mailing()).sendings[0]).toMatchObject({ month: '2026-11', state: 'waiting' });
    expect((await us.post(at('/months/2026-11'), {})).status).toBe(204);
    await service(MailSweep).sweep();
    expect(to('conseil@exemple.be')).toHaveLength(1);
  });

  it('is not sent twice by mistake, is sent again where that is said, and a month that waits can be left out', async () => {
    await add('conseil@exemple.be');
    expect(await us.post(at('/months/2026-11'), {})).toMatchObject({ status: 409, body: { reason: 'report-sent' } });
    expect((await us.post(at('/months/2026-11'), { again: true })).status).toBe(204);
    await pass('2027-01-05T07:00:00Z');
    expect((await us.delete(at('/months/2026-12'))).status).toBe(204);
    expect((await mailing()).sendings[0]).toMatchObject({ month: '2026-12', state: 'skipped' });
    expect(await us.post(at('/months/2027-01'), {})).toMatchObject({ status: 409, body: { reason: 'month-not-over' } });
  });

  it('leaves once where several workers look at the same moment', async () => {
    await add('conseil@exemple.be');
    await set('automatic');
    now = Date.parse('2027-02-05T07:00:00Z');
    await Promise.all([service(ReportMailingSweep).sweep(), service(ReportMailingSweep)['sweepOnce']()]);
    await Promise.all([service(MailSweep).sweep(), service(MailSweep)['sweepOnce']()]);
    expect(to('conseil@exemple.be')).toHaveLength(1);
  });

  it('begins with the next such day, not with the one that has passed', async () => {
    await add('conseil@exemple.be');
    now = Date.parse('2027-03-20T10:00:00Z');
    await set('automatic', 5);
    await pass('2027-03-20T10:10:00Z');
    expect(mails.received).toEqual([]);
    await pass('2027-04-05T06:00:00Z');
    expect(to('conseil@exemple.be')).toHaveLength(1);
  });

  it('is written to nobody by itself while an organisation has no channel', async () => {
    const empty = `/api/v1/organisations/${us.slug}/report-mailing`;
    await us.post(`${empty}/recipients`, { email: 'vide@exemple.be', language: 'fr' });
    await us.ask('PUT', empty, { body: { mode: 'automatic', day: 5 } });
    await pass('2027-05-05T06:00:00Z');
    expect(to('vide@exemple.be')).toEqual([]);
    expect(await us.json<ReportMailing>('GET', empty)).toMatchObject({ sendings: [] });
  });

  it('is stopped by whoever receives it, by a page or by one press of their mail program; following the link changes nothing', async () => {
    await add('conseil@exemple.be');
    await us.post(at('/months/2026-10'), { again: true });
    await service(MailSweep).sweep();
    const mail = await mails.lastTo('conseil@exemple.be');
    const header = /^List-Unsubscribe:\s+<([^>]+)>/imu.exec(mail.source)?.[1] ?? '';
    expect(mail.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/mu);
    const { pathname, search, searchParams } = new URL(header);
    expect(linkIn(mail, '/plus-de-rapport').hash.slice(1)).toBe(searchParams.get('token'));
    const led = await new Visitor(local()).get(`${pathname}${search}`);
    expect(led).toMatchObject({ status: 303 });
    expect((await mailing()).recipients).toMatchObject([{ stoppedAt: null }]);
    expect((await new Visitor(local()).ask('POST', `${pathname}${search}`, { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(204);
    expect((await mailing()).recipients).toMatchObject([{ stoppedAt: new Date(now).toISOString() }]);
    expect(await us.post(at('/months/2026-10'), { again: true })).toMatchObject({ status: 409, body: { reason: 'recipients-missing' } });
    expect(await add('conseil@exemple.be')).toMatchObject({ status: 409, body: { reason: 'recipient-known' } });
    expect((await new Visitor(local()).post(`${pathname}?token=rien`)).status).toBe(404);
  });

  it('comes to oneself as a trial, which stops nothing', async () => {
    expect((await us.post(at('/months/2026-10/trial'))).status).toBe(204);
    await service(MailSweep).sweep();
    const mail = await mails.lastTo(US);
    expect(mail.parsed.attachments).toHaveLength(1);
    expect(mail.source).not.toContain('List-Unsubscribe');
  });

  it('is a matter for coordination and owners', async () => {
    const { link } = await us.json<NewInvitation>('POST', `/api/v1/organisations/${us.slug}/invitations`, { role: 'contributor', email: null });
    const visitor = new Visitor(local());
    await visitor.json('POST', '/api/v1/invitations/accept', { token: new URL(link ?? '').hash.slice(1), person: { name: 'Lou', email: 'lou@exemple.be', password: 'un mot de passe assez long' } });
    expect(await visitor.get(`/api/v1/organisations/${us.slug}/report-mailing`)).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
    expect(await visitor.get(at())).toMatchObject({ status: 404 });
  });
});

describe('a mail that was sent', () => {
  it('is forgotten after ninety days', async () => {
    now += 91 * DAY;
    await service(MailSweep).forget();
    await add('conseil@exemple.be');
    expect((await mailing()).recipients).toMatchObject([{ mail: null }]);
  });
});
