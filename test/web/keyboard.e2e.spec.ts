import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { metaPostsFile } from '../support/meta-file.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';

const found = await openBrowser();
/** Stops between two things that somebody looks for: more, and the way there is too long for anybody. */
const MOST_STOPS = 60;

let portee: TestPortee;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (found.browser === null) return;
  portee = await startTestPortee();
  context = await found.browser.newContext({ baseURL: portee.url, locale: 'fr-BE', timezoneId: 'Europe/Brussels', viewport: { width: 360, height: 740 } });
  page = await context.newPage();
});
afterAll(async () => {
  await context?.close();
  await found.browser?.close();
  await portee?.stop();
});

/** What the keyboard stands on: its name as it is read aloud, more or less, and whether people can see where they are. */
function underFocus(): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return { name: '', isSeen: true };
    const labels = active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? [...(active.labels ?? [])].map((label) => label.textContent).join(' ') : '';
    const look = getComputedStyle(active);
    const ring = (style: CSSStyleDeclaration) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const around = [active.closest('label'), active.parentElement, active.nextElementSibling].filter((element) => element !== null);
    // A field for a day is several stops inside the browser's own drawing, which rings them itself.
    const isSeen = (active instanceof HTMLInputElement && active.type === 'date') || ring(look) || around.some((element) => ring(getComputedStyle(element)));
    return { name: `${active.getAttribute('aria-label') ?? ''} ${labels} ${active.textContent}`.replaceAll(/\s+/g, ' ').trim(), isSeen };
  });
}

/** Goes on with the tabulator until something of that name is under it. */
async function tabTo(name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await underFocus();
    met.push(here.name.slice(0, 40));
    expect(here, 'where the focus is must be seen').toEqual({ name: here.name, isSeen: true });
    if (name.test(here.name)) return;
  }
  throw new Error(`${String(name)} is not reached by keyboard; met: ${met.join(' | ')}`);
}

async function fill(name: RegExp, text: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.type(text);
}

async function fits(): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 'pixels beyond the window').toBeLessThanOrEqual(0);
}

describe.skipIf(found.browser === null)('on a phone’s width, with the keyboard alone', () => {
  it('somebody makes the first account', async () => {
    await page.goto('/');
    await page.getByLabel(/Nom du centre/).waitFor();
    await fill(/Nom du centre/, 'Le Cerisier');
    await fill(/Votre nom/, 'Coordination');
    await fill(/Adresse électronique/, 'coordination@cerisier.example');
    await fill(/Mot de passe/, 'une courte phrase');
    await fits();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Le compte est prêt. Par où commencer' }).waitFor();
  });

  it('hands in the file', async () => {
    await tabTo(/Importer un fichier/);
    await page.keyboard.press('Enter');
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    // Listened for before the way there: at the press itself a busy machine may not be listening yet.
    const choosing = page.waitForEvent('filechooser');
    await tabTo(/Choisir un fichier/);
    await page.keyboard.press('Space');
    await (await choosing).setFiles({ name: 'Oct-2025.csv', mimeType: 'text/csv', buffer: Buffer.from(metaPostsFile([40, 55, 60, 62, 66, 70, 75, 81, 90, 240, 12, 58])) });
    await tabTo(/Importer ce fichier/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '12 publications sont reprises' }).waitFor();
    await fits();
  });

  it('answers how many followers, and sees the month', async () => {
    await fill(/Abonnés/, '1200');
    await page.keyboard.press('Enter');
    await tabTo(/octobre 2025/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Pour 100 abonnés/ }).waitFor();
    await fits();
  });

  it('reads the report and takes its PDF', async () => {
    await tabTo(/^Plus$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Les autres pages' }).waitFor();
    await tabTo(/Rapport du mois/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Télécharger le PDF' }).waitFor();
    await fits();
    await tabTo(/Télécharger le PDF/);
    const address = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    const pdf = await page.request.get(address);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
  });
});
