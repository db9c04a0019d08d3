import { type AuditPage, type MonthlyReport, type MonthReview, type NewReportLink, type OrganisationView, type ReportLink, reportWords } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { ReportLinks } from '../../apps/api/src/reports/report-links.js';
import { keptLog } from '../support/kept-logs.js';
import { importFile } from '../support/imports.js';
import { memberOfRole } from '../support/member-of-role.js';
import { hasPoppler, pdfText } from '../support/poppler.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const START = new Date('2026-11-23T20:00:00Z');
/** The end of the seventh day after, in Brussels. */
const WEEK_OVER = Date.parse('2026-11-30T23:00:00Z');
let now = START;
let portee: TestPortee;
let us: Member;

const at = (path: string, slug = us.slug) => `/api/v1/organisations/${slug}/${path}`;
const share = (wanted: object = {}, slug = us.slug) => us.json<NewReportLink>('POST', at('report-links', slug), { month: '2026-10', days: 7, language: 'fr', ...wanted });
const links = (slug = us.slug) => us.json<ReportLink[]>('GET', at('report-links', slug));
/** Somebody with a browser and nothing else, who prefers a language. */
const open = (address: string, { method = 'GET', language = 'fr' } = {}) => new Visitor(portee.url, { 'accept-language': language }).send(method, address);
const pdfOf = ({ link }: NewReportLink) => link.replace('/partage?', '/partage/rapport.pdf?');
const secretOf = ({ link }: NewReportLink) => new URL(link).searchParams.get('cle') ?? '';
const acts = async () => (await us.json<AuditPage>('GET', at('audit'))).items.map(({ act, actor, subject }) => [act, actor.name ?? actor.kind, subject]);
/** What a page says, as people read it. */
const said = (page: string) => page.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll(/\s+/gu, ' ');

beforeAll(async () => {
  portee = await startTestPortee({ publicUrl: null }, { now: () => now });
  us = await firstMember(portee.url, 'Le <script>alert(1)</script> & "Cerisier"');
  await us.json('POST', '/api/v1/demonstration');
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  now = START;
  for (const { id } of await links()) await us.delete(at(`report-links/${id}`));
});

describe('a report shared by a link', () => {
  it('is a whole page in the language of the link, with the figures of the report, and asks nobody else for anything', async () => {
    const report = await us.json<MonthlyReport>('GET', at('reports/2026-10', 'demonstration'));
    for (const [language, word] of [['fr', 'Pour 100 abonnés'], ['en', 'For 100 followers'], ['nl', 'Per 100 volgers']] as const) {
      const answer = await open((await share({ language }, 'demonstration')).link, { language: 'de' });
      const page = await answer.text();
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page).toContain(`<html lang="${language}">`);
      expect(said(page)).toContain(word);
      const { write } = reportWords(language);
      const figures = report.channels.flatMap(({ headline, followers, volume }) => [
        ...(followers === null ? [] : [write.number(followers.count, 0)]), ...(headline.figure.median === null ? [] : [write.exactPeople(headline.figure.median)]), String(volume.posts),
      ]);
      expect(figures.length).toBeGreaterThan(10);
      expect(figures.filter((figure) => !said(page).includes(figure.replaceAll(/\s+/gu, ' ')))).toEqual([]);
      expect(page).not.toMatch(/<script|\son\w+=|\sstyle=|<style|javascript:/iu);
      const asked = Array.from(page.matchAll(/(?:href|src)="([^"]+)"/gu), ([, address = '']) => address);
      expect(asked.filter((address) => !address.startsWith('/'))).toEqual([]);
      for (const address of asked.filter((one) => one.startsWith('/partage'))) expect((await open(address.replaceAll('&#38;', '&'))).status, address).toBe(200);
    }
  });

  it.skipIf(!hasPoppler)('is printed from the same address, as the board gets it', async () => {
    const answer = await open(pdfOf(await share({}, 'demonstration')));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const theirs = pdfText(Buffer.from(await answer.arrayBuffer()));
    const ours = pdfText(Buffer.from(await (await us.send('GET', at('reports/2026-10.pdf', 'demonstration'))).arrayBuffer()));
    expect(theirs).toBe(ours);
  });

  it('is in no index, kept by nobody in between, and told to no other page; whoever opens nothing is told so under the same headers', async () => {
    const link = await share();
    for (const address of [link.link, pdfOf(link), '/partage?cle=x', '/partage']) {
      const { headers } = await open(address);
      expect(Object.fromEntries(['cache-control', 'referrer-policy', 'x-robots-tag'].map((name) => [name, headers.get(name)]))).toEqual({
        'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow, noarchive',
      });
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/u);
    }
    expect(await (await open(link.link)).text()).toContain('<meta name="robots" content="noindex');
  });

  it('opens until the end of its last day where the organisation is, and not at that instant', async () => {
    const link = await share();
    expect(link).toMatchObject({ lastDay: '2026-11-30', expiresAt: new Date(WEEK_OVER).toISOString(), isOver: false });
    now = new Date(WEEK_OVER - 1);
    expect((await open(link.link)).status).toBe(200);
    now = new Date(WEEK_OVER);
    expect((await open(link.link)).status).toBe(404);
    expect((await open(pdfOf(link))).status).toBe(404);
    expect(await links()).toMatchObject([{ isOver: true, reads: 1 }]);
  });

  it('opens nothing once it is taken back, and says the same as one that never was, that is over, or that is no secret', async () => {
    const [gone, over] = [await share(), await share({ days: 1 })];
    await us.delete(at(`report-links/${gone.id}`));
    now = new Date(START.getTime() + 3 * 24 * 3600 * 1000);
    const hostile = ['', '?cle', '?cle=', '?cle=a&cle=b', '?cle[x]=1', `?cle=${'x'.repeat(43)}`, `?cle=${'x'.repeat(5000)}`, '?cle=%00', "?cle=' OR 1=1 --", '?cle=%3Cscript%3E', '?cle=%E0%A4%A'].map((query) => `/partage${query}`);
    const pages = await Promise.all([gone.link, over.link, ...hostile].map(async (address) => {
      const answer = await open(address, { language: 'nl-BE,nl;q=0.9' });
      return { status: answer.status, page: await answer.text() };
    }));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 404));
    expect(new Set(pages.map(({ page }) => page)).size).toBe(1);
    expect(pages[0]?.page).toContain('<html lang="nl">');
    expect(said(pages[0]?.page ?? '')).toContain('Deze link opent geen verslag');
  });

  it('escapes whatever people typed: names, the word of the team, texts of posts', async () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const rows = Array.from({ length: 6 }, (_, number) => `"${evil.replaceAll('"', '""')}",facebook,${String(number)},2026-10-0${String(number + 1)}T10:00:00+02:00,photo,no,1000,${String(50 + number)},"<script>alert(${String(number)})</script> ${evil.replaceAll('"', '""')}"`);
    const { state } = await importFile(us, { name: 'octobre.csv', bytes: ['channel,network,post_id,published_at,format,paid,followers,reach,text', ...rows].join('\n') });
    expect(state).toBe('applied');
    const { version } = await us.json<MonthReview>('GET', at('reports/2026-10/review'));
    await us.json('PUT', at('reports/2026-10/comment'), { comment: `Bien.\n<script>alert("mot")</script>\n${evil}`, version });
    const page = await (await open((await share()).link)).text();
    expect(page).not.toMatch(/<script|<img/u);
    expect(said(page)).toContain('<script>alert(0)</script>');
    expect(said(page)).toContain('<script>alert("mot")</script>');
    expect(said(page)).toContain('Le <script>alert(1)</script> & "Cerisier"');
  });

  it('is read where there is no figure: the page says so and invents none', async () => {
    const page = await (await open((await share({ month: '2031-01' })).link)).text();
    expect(said(page)).toContain('Aucune publication en douze mois : rien à mesurer.');
  });

  it('of a closed month shows what was closed', async () => {
    const { version } = await us.json<MonthReview>('GET', at('reports/2026-10/review', 'demonstration'));
    const closed = await us.json<MonthReview>('POST', at('reports/2026-10/close', 'demonstration'), { version });
    expect(said(await (await open((await share({}, 'demonstration')).link)).text())).toContain('clos le 23 novembre 2026');
    await us.json('POST', at('reports/2026-10/reopen', 'demonstration'), { version: closed.version });
  });
});

describe('the links of an organisation', () => {
  it('say who made them and how often they were read, pages and PDF, not what only asks for headers', async () => {
    const link = await share();
    expect([link]).toMatchObject(await links());
    expect(link).toMatchObject({ madeBy: 'Coordination', reads: 0, lastReadAt: null });
    const head = await open(link.link, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(await links()).toMatchObject([{ reads: 0, lastReadAt: null }]);
    now = new Date(START.getTime() + 60_000);
    await open(link.link);
    await open(pdfOf(link));
    expect(await links()).toMatchObject([{ reads: 2, lastReadAt: now.toISOString() }]);
  });

  it('count every one of many who read at once', async () => {
    const link = await share();
    await Promise.all(Array.from({ length: 8 }, () => open(link.link)));
    expect(await links()).toMatchObject([{ reads: 8 }]);
  });

  it('are in the journal: made, taken back, and read, once a day each', async () => {
    const before = (await acts()).length;
    const link = await share();
    await open(link.link);
    await open(link.link);
    now = new Date('2026-11-23T23:00:00Z'); // in Brussels the next day
    await open(link.link);
    await us.delete(at(`report-links/${link.id}`));
    expect((await acts()).slice(0, -before || undefined)).toEqual([
      ['report-link-taken-back', 'Coordination', '2026-10'], ['report-read-by-link', 'link', '2026-10'], ['report-read-by-link', 'link', '2026-10'], ['report-shared', 'Coordination', '2026-10'],
    ]);
  });

  it('keep of a secret what cannot be turned back into it, and never say it again', async () => {
    const link = await share();
    expect(JSON.stringify(await links())).not.toContain(secretOf(link));
    const { id } = await us.json<OrganisationView>('GET', `/api/v1/organisations/${us.slug}`);
    const transaction = portee.running.app.get(TenantTransaction, { strict: false });
    const rows = await transaction.run(id, (manager) => manager.query<{ text: string }[]>('SELECT report_link::text AS text FROM report_link'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(secretOf(link));
  });

  it('leave no secret in what is logged, opened or refused', async () => {
    const logged: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
    keptLog.show('info');
    try {
      const link = await share();
      await open(link.link);
      await open(pdfOf(link));
      await us.delete(at(`report-links/${link.id}`));
      await open(link.link);
      await vi.waitFor(() => { expect(logged.filter((line) => line.includes('"/partage"')).length).toBeGreaterThanOrEqual(2); });
      expect(logged.join('\n')).not.toContain(secretOf(link));
    } finally {
      keptLog.show('error');
      spy.mockRestore();
    }
  });

  it('are made by coordinators and owners, who are people; seen and taken back by nobody else, nor from another organisation', async () => {
    const link = await share();
    const body = { month: '2026-10', days: 7, language: 'fr' };
    for (const role of ['reader', 'contributor'] as const) {
      const lesser = await memberOfRole(role, { portee, slug: us.slug });
      for (const [method, path] of [['GET', 'report-links'], ['POST', 'report-links'], ['DELETE', `report-links/${link.id}`]] as const) {
        expect(await lesser.ask(method, at(path), { body: method === 'POST' ? body : undefined })).toMatchObject({ status: 403, body: { reason: 'role-too-low' } });
      }
    }
    expect(await us.delete(at(`report-links/${link.id}`, 'demonstration'))).toMatchObject({ status: 404, body: { reason: 'report-link-not-found' } });
    expect(await links('demonstration')).not.toContainEqual(expect.objectContaining({ id: link.id }));
    expect((await open(link.link)).status).toBe(200);
  });

  it.each([{ days: 0 }, { days: 366 }, { days: 1.5 }, { days: null }, { language: 'de' }, { month: '2026-13' }, { month: '1999-12' }])('refuse %o', async (wrong) => {
    expect(await us.post(at('report-links'), { month: '2026-10', days: 7, language: 'fr', ...wrong })).toMatchObject({ status: 422, body: { reason: 'invalid-input' } });
    expect(await links()).toEqual([]);
  });

  it('are two hundred at most', async () => {
    const { id, timeZone } = await us.json<OrganisationView>('GET', `/api/v1/organisations/${us.slug}`);
    const service = portee.running.app.get(ReportLinks, { strict: false });
    const maker = { id: 'x', name: 'x', email: 'x@exemple.be', language: 'fr', timeZone: null, hasSecondFactor: false } as const;
    for (let number = 0; number < 200; number += 1) await service.create({ id, timeZone }, { month: '2026-10', days: 7, language: 'fr' }, maker);
    expect(await us.post(at('report-links'), { month: '2026-10', days: 7, language: 'fr' })).toMatchObject({ status: 409, body: { reason: 'report-link-limit' } });
  });
});

describe('who tries too often', () => {
  it('waits, and reads so on a page', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, (_, number) => open(`/partage?cle=${String(number)}`)));
    const late = answers.find(({ status }) => status === 429);
    expect(late?.headers.get('content-type')).toContain('text/html');
    expect(late?.headers.get('x-robots-tag')).toContain('noindex');
    expect(said(await late?.text() ?? '')).toContain('Ce rapport ne s’ouvre pas pour l’instant');
  });
});
