import { execFileSync } from 'node:child_process';
import { type MonthlyReport, monthlyReport, reportWords } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';
import { hasPoppler, pdfText } from '../support/poppler.js';

const NOW = new Date('2026-11-23T20:00:00Z');
const REPORTS = '/api/v1/organisations/demonstration/reports';

let portee: TestPortee;
let member: Member;

beforeAll(async () => {
  portee = await startTestPortee({}, { now: () => NOW });
  member = await firstMember(portee.url);
  await member.json('POST', '/api/v1/demonstration');
});

afterAll(async () => {
  await portee?.stop();
});

describe('the month as JSON', () => {
  it('says whether the month is over, and until when its youngest posts grow', async () => {
    const [over, current, next] = await Promise.all(['2026-10', '2026-11', '2026-12'].map(readMonth));
    expect([over, current, next].map((report) => report?.isMonthOver)).toEqual([true, false, false]);
    expect(current?.isProvisional).toBe(true);
    const growing = (current?.channels ?? []).filter(({ volume }) => volume.growing > 0);
    expect(growing.length).toBeGreaterThan(0);
    for (const { growingUntil } of growing) expect(growingUntil === null || growingUntil > '2026-11-23').toBe(true);
    expect(over?.channels.filter(({ volume }) => volume.growing === 0).every(({ growingUntil }) => growingUntil === null)).toBe(true);
  });

  it('shows what stands in where no reading counts people, with the month’s own posts', async () => {
    const report = await readMonth('2026-10');
    const silent = report.channels.filter(({ headline }) => headline.reason === 'no-reach');
    expect(Object.fromEntries(silent.map(({ channel, givesReach }) => [channel.network, givesReach]))).toEqual({ mastodon: false, youtube: true });
    for (const { standIn, volume } of silent) {
      expect(volume.posts).toBeGreaterThan(0);
      expect(standIn?.shares).not.toBeNull();
    }
  });

  it.each(['2026-13', '2026-1', 'octobre', '2026-10-01'])('refuses %s as a month, and says so', async (month) => {
    const answer = await member.get(`${REPORTS}/${month}`);
    expect(answer).toMatchObject({ status: 422, body: { fields: expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]) } });
    expect((await member.get(`${REPORTS}/${month}.pdf`)).status).toBe(422);
  });

  it('is closed to who is not signed in, and to another organisation', async () => {
    for (const path of ['2026-10', '2026-10.pdf']) {
      expect((await new Visitor(portee.url).get(`${REPORTS}/${path}`)).status).toBe(401);
      expect((await member.get(`/api/v1/organisations/ailleurs/reports/${path}`)).status).toBe(404);
    }
  });
});

describe.skipIf(!hasPoppler)('the month as a PDF', () => {
  it('holds the figures of the JSON, as people write them', async () => {
    const report = await readMonth('2026-10');
    const text = await textOf('2026-10');
    const { write } = reportWords('fr');
    const figures = report.channels.flatMap(({ headline, followers, volume }) => [
      ...(followers === null ? [] : [write.number(followers.count, 0)]),
      ...(headline.figure.median === null ? [] : [write.exactPeople(headline.figure.median)]),
      String(volume.posts),
    ]);
    const posts = [...report.best, ...report.least].flatMap(({ reachRate }) => (reachRate === null ? [] : [write.exactPeople(reachRate)]));
    expect(figures.length).toBeGreaterThan(10);
    expect(posts.length).toBe(6);
    expect([...figures, ...posts].map(plain).filter((figure) => !text.split(' ').includes(figure))).toEqual([]);
    expect(text).toMatch(/Pour 100 abonnés, une publication typique touche \d+ personnes?\./);
  });

  it.each(['2026-10', '2026-11', '2026-03', '2025-05', '2025-04', '2026-12'])('is a document of two to four pages in %s, fictitious on each', async (month) => {
    const pages = (await readBack(month)).split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(4);
    for (const page of pages) expect(page).toContain('Données fictives');
    expect(pages.join(' ')).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('promises nothing before the first month and after the last', async () => {
    expect(await textOf('2025-04')).toContain('Aucune publication en douze mois');
    const after = await textOf('2026-12');
    expect(after).toContain('le mois n’est pas fini');
    expect(after).toContain('Pas de publication dans le mois.');
  });

  it('names a new organisation’s month without a post, and shows no fictitious mark', async () => {
    const text = await textOf('2026-10', `/api/v1/organisations/${member.slug}/reports`);
    expect(text).toContain('Pas encore de portée à montrer.');
    expect(text).not.toContain('Données fictives');
  });

  it('gives a screen reader its headings in the order of the page', async () => {
    const structure = execFileSync('pdfinfo', ['-struct-text', '-'], { input: await pdfOf('2026-10'), stdio: 'pipe' }).toString();
    const headings = headingsOf(structure);
    expect(headings.filter((heading) => heading.startsWith('H1'))).toHaveLength(1);
    expect(headings[0]).toMatch(/^H1 .*Pour 100/);
    const order = ['Nos canaux, un par un', 'Ce qui a été vu et transmis', 'Les plus vues', 'Les moins vues', 'Les mots de ce document', 'D’où viennent les chiffres'];
    const places = order.map((title) => headings.findIndex((heading) => heading.includes(title)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('is in the language that the person chose last, whatever the browser says', async () => {
    await member.json('PATCH', '/api/v1/session/person', { language: 'en' });
    const text = await textOf('2026-10');
    await member.json('PATCH', '/api/v1/session/person', { language: 'fr' });
    expect(text).toContain('a typical post reaches');
    expect(text).toContain('Fictitious data');
    expect(text).not.toMatch(/abonnés|Données fictives/);
    expect(await textOf('2026-10')).toContain('Données fictives');
  });
});

async function readMonth(month: string): Promise<MonthlyReport> {
  return monthlyReport.parse(await member.json<z.input<typeof monthlyReport>>('GET', `${REPORTS}/${month}`));
}

async function pdfOf(month: string, reports = REPORTS): Promise<Buffer> {
  const answer = await member.send('GET', `${reports}/${month}.pdf`);
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({ status: 200, type: 'application/pdf' });
  return Buffer.from(await answer.arrayBuffer());
}

async function readBack(month: string, reports = REPORTS): Promise<string> {
  return pdfText(await pdfOf(month, reports), 'raw');
}

async function textOf(month: string, reports = REPORTS): Promise<string> {
  return plain(await readBack(month, reports));
}

/** « H2 Nos canaux, un par un »: level and words of each heading, from lines that are indented under it. */
function headingsOf(structure: string): string[] {
  const heading = /^( *)(H[1-3])\b.*\n((?:\1 +.*\n)*)/gm;
  return [...structure.matchAll(heading)].map(([, , level = '', under = '']) => {
    const words = [...under.matchAll(/^ *"(.*)"$/gm)].map(([, text = '']) => text);
    return `${level} ${plain(words.join('')).trim()}`;
  });
}

/** Narrow spaces inside numbers are left out, others are one plain space: versions of the tool differ. */
function plain(text: string): string {
  return text.replaceAll('\u202F', '').replace(/\s+/g, ' ');
}
