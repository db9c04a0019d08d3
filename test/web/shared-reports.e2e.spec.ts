import type { NewReportLink, ReportLink } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { hasPoppler, pdfText } from '../support/poppler.js';
import { asSignedIn, faultsOf, headingOf, looksInBothThemes, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;
const links = () => site.visitor.json<ReportLink[]>('GET', at('report-links'));
const share = () => site.visitor.json<NewReportLink>('POST', at('report-links'), { month: '2026-10', days: 30, language: 'fr' });

/** Somebody who has the link and nothing else: no account, and no script unless somebody looks for faults with one. */
async function asReader({ theme = 'light', width = 1280, hasScript = false }: { theme?: 'light' | 'dark'; width?: number; hasScript?: boolean }, see: (page: Page) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({ baseURL: site.portee.url, javaScriptEnabled: hasScript, locale: 'fr-BE', colorScheme: theme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('request', (request) => { if (new URL(request.url()).origin !== new URL(site.portee.url).origin) complaints.push(`asks ${request.url()}`); });
  try {
    await see(page);
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
}

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id } of await links()) await site.visitor.delete(at(`report-links/${id}`));
});

describe.skipIf(site.hasNoBrowser)('a report read by a link', () => {
  it('stands without a script: sentence, drawings, tables, and its PDF under the same link', async () => {
    const { link } = await share();
    await asReader({}, async (page) => {
      await page.goto(link);
      expect(await headingOf(page)).toMatch(/^Pour 100 abonnés, une publication typique touche \d+ personnes?\.$/u);
      expect(await page.getByRole('img', { name: /^Facebook, personnes touchées/u }).count()).toBe(1);
      expect(await page.getByRole('table', { name: 'Nos canaux, un par un' }).getByRole('row').count()).toBeGreaterThan(4);
      // The policy let the style sheet and the fonts in.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(251, 250, 246)');
      const pdf = await page.request.get(await page.getByRole('link', { name: 'Le même rapport en PDF' }).getAttribute('href') ?? '');
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it.each(looksInBothThemes)('has no fault, $theme at $width', async (look) => {
    const { link } = await share();
    await asReader({ ...look, hasScript: true }, async (page) => {
      await page.goto(link);
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.locator('.chart:visible').count()).toBe(1);
    });
  });

  it('has no fault where the link opens nothing', async () => {
    await asReader({ width: 360, hasScript: true }, async (page) => {
      await page.route('**/partage?cle=x', async (route) => { const answer = await route.fetch(); await route.fulfill({ response: answer, status: 200 }); });
      await page.goto('/partage?cle=x');
      expect(await headingOf(page)).toBe('Ce lien n’ouvre aucun rapport');
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it.skipIf(!hasPoppler)('is printed whole, dark or not', async () => {
    const { link } = await share();
    await asReader({ theme: 'dark' }, async (page) => {
      await page.goto(link);
      const printed = pdfText(await page.pdf({ format: 'A4' }));
      expect(plain(printed)).toContain('une publication typique');
      expect(plain(printed)).toContain('D’où viennent les chiffres');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(20, 23, 42)');
    });
  });
});

describe.skipIf(site.hasNoBrowser)('sharing a report', () => {
  it('makes a link from the page of the month, which opens it, and takes it back', async () => {
    await site.onPage({}, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      await page.getByRole('button', { name: 'Partager', exact: true }).click();
      await page.getByLabel('Le lien s’ouvre pendant').selectOption({ label: 'une semaine' });
      await page.getByLabel('Langue du rapport').selectOption({ label: 'Nederlands' });
      await page.getByRole('button', { name: 'Créer le lien' }).click();
      const address = await page.getByLabel('Le lien, ouvert jusqu’au 30 novembre 2026').inputValue();
      await asReader({}, async (other) => {
        await other.goto(address);
        expect(await headingOf(other)).toContain('Per 100 volgers');
      });
      await page.getByRole('link', { name: 'Voir tous les liens' }).click();
      const list = page.getByRole('list', { name: 'Rapports partagés par un lien' });
      await list.waitFor();
      expect(plain(await list.textContent())).toMatch(/octobre 2026lien de Coordination, .* · NederlandsS’ouvre jusqu’au 30 novembre 2026\. Ouvert une fois/u);
      await page.getByRole('button', { name: 'Retirer le lien : octobre 2026' }).click();
      await page.getByRole('button', { name: 'Retirer : le lien ne s’ouvrira plus' }).click();
      await page.getByText('Aucun rapport n’est partagé par un lien').waitFor();
      expect((await page.request.get(address)).status()).toBe(404);
    });
  });

  it.each(looksInBothThemes)('has no fault, $theme at $width', async (look) => {
    await share();
    await site.onPage(look, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      await page.getByRole('button', { name: 'Partager', exact: true }).click();
      await page.getByRole('button', { name: 'Créer le lien' }).click();
      await page.getByLabel(/^Le lien, /u).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await visit(page, '/o/demonstration/rapport/liens');
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('is not offered to whoever may not', async () => {
    const contributor = await memberOfRole('contributor', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: contributor, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/rapport`);
      expect(await page.getByRole('button', { name: 'Partager', exact: true }).count()).toBe(0);
      await visit(page, `/o/${site.visitor.slug}/rapport/liens`);
      await page.getByText('Ceux qui coordonnent créent et retirent ces liens.').waitFor();
    });
  });
});
