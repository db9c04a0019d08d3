import { existsSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { metaPostsFile } from '../support/meta-file.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';

const REAL_FILE = new URL('../../../shared/data/exports/facebook-posts-business-suite.csv', import.meta.url);
const found = await openBrowser();
const NARROW_SPACE = '\u202F';

let portee: TestPortee;
let context: BrowserContext;
let page: Page;
const foreign: string[] = [];

async function openVisitor(browser: Browser): Promise<void> {
  context = await browser.newContext({ locale: 'fr-BE', timezoneId: 'Europe/Brussels', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(portee.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
}

/** A coordinator who has nothing but a file downloaded from Meta Business Suite. */
async function firstRun(): Promise<void> {
  await page.goto(portee.url);
  await page.getByLabel('Nom du centre ou de l’association').fill('Le Cerisier');
  await page.getByLabel('Votre nom').fill('Coordination');
  await page.getByLabel('Adresse électronique').fill('coordination@cerisier.example');
  await page.getByLabel('Mot de passe').fill('une courte phrase');
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await page.getByRole('heading', { name: 'Le compte est prêt. Par où commencer' }).waitFor();
}

async function importFile(file: { name: string; bytes: Buffer }): Promise<void> {
  await page.getByRole('link', { name: 'Importer un fichier' }).first().click();
  await page.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: file.bytes });
  await page.getByRole('button', { name: 'Importer ce fichier' }).click();
}

beforeAll(async () => {
  if (found.browser === null) return;
  portee = await startTestPortee();
  await openVisitor(found.browser);
});
afterAll(async () => {
  await context?.close();
  await found.browser?.close();
  await portee?.stop();
});

describe.skipIf(found.browser === null)('from a bare machine to the board’s PDF', () => {
  it('a coordinator creates the centre and imports the file', async () => {
    await firstRun();
    await importFile({ name: 'Oct-2025.csv', bytes: Buffer.from(metaPostsFile([40, 55, 60, 62, 66, 70, 75, 81, 90, 240, 12, 58])) });
    await page.getByRole('heading', { name: '12 publications sont reprises' }).waitFor();
    expect(await page.getByText('Californie').textContent()).toContain('Bruxelles');
  });

  it('answers the one question the file leaves open: how many followers', async () => {
    await page.getByLabel('Abonnés').first().fill('1200');
    await page.getByRole('button', { name: 'Enregistrer les abonnés' }).click();
    await page.getByRole('link', { name: /octobre 2025/ }).click();
    await page.getByRole('heading', { level: 1, name: /Pour 100 abonnés/ }).waitFor();
  });

  it('reads the usual reach of the month, and that its followers are estimated', async () => {
    // Median of the twelve reaches: (62 + 66) / 2 = 64 of 1 200 followers, 5.3 for 100.
    const sentence = await page.getByRole('heading', { level: 1 }).textContent();
    expect(sentence?.replaceAll(/\s/g, ' ')).toBe('Pour 100 abonnés, une publication typique touche 5 personnes.');
    expect(await page.locator('main').textContent()).toMatch(/estimé/);
    expect(await page.locator('.hundred path[data-state=reached]').count()).toBe(5);
  });

  it('reviews the month on one page, and takes the PDF to the board', async () => {
    await page.getByRole('link', { name: 'Rapport du mois' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const link = page.getByRole('link', { name: 'Télécharger le PDF' });
    const address = await link.getAttribute('href');
    const pdf = await page.request.get(new URL(address ?? '', portee.url).href);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).length).toBeLessThan(400_000);
  });

  it('finds every publication, in the hours of Brussels', async () => {
    await page.getByRole('link', { name: 'Publications' }).first().click();
    await page.getByText('soirée 12').first().waitFor();
    expect(await page.locator('main').textContent()).toMatch(new RegExp(`18[ \u00A0${NARROW_SPACE}]h[ \u00A0${NARROW_SPACE}]30`));
  });

  it('asks nothing of any other machine', () => {
    expect(foreign).toEqual([]);
  });

  it.skipIf(!existsSync(REAL_FILE))('imports the real file of ../shared/data the same way', async () => {
    await page.goto(`${portee.url}/o/le-cerisier/donnees`);
    await importFile({ name: 'real.csv', bytes: readFileSync(REAL_FILE) });
    await page.getByRole('heading', { name: '48 publications sont reprises' }).waitFor();
  });
});
