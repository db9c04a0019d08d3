import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { MonthReview } from '@portee/shared';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, looksInBothThemes, plain, visit } from '../support/signed-in.js';
import { takePicture } from '../support/picture.js';
import { openSite } from '../support/site.js';

/** The budget of the first page's script, gzipped, charts apart. */
const MOST_SCRIPT_BYTES = 130_000;
const HOME = '/o/demonstration';
const complaints: string[] = [];
const site = await openSite({ hasDemonstration: true });

interface Look { theme?: 'light' | 'dark'; width?: number; isSignedIn?: boolean }

/** Opens a page as the signed-in person, runs what is to be seen there, and closes it. */
async function onPage(address: string, look: Look, see: (page: Page) => Promise<void>): Promise<void> {
  const context: BrowserContext = await site.browser.newContext({ locale: 'fr-BE', colorScheme: look.theme ?? 'light', viewport: { width: look.width ?? 1280, height: 900 } });
  if (look.isSignedIn !== false) await context.addCookies(site.visitor.cookies());
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${address}: ${message.text()}`); });
  page.on('request', (request) => { if (new URL(request.url()).origin !== site.portee.url) complaints.push(`${address} asks ${request.url()}`); });
  try {
    await page.goto(site.portee.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    await see(page);
  } finally {
    await context.close();
  }
}

describe.skipIf(site.hasNoBrowser)('the overview of a month', () => {
  it('sends who may decide to decide, and who may not to look', async () => {
    const links = (page: Page) => page.getByRole('main').getByRole('link', { name: /^(Décider|Voir le plan)$/u });
    const seen = async (page: Page) => { await links(page).first().waitFor(); return new Set(await links(page).allTextContents()); };
    await onPage(HOME, {}, async (page) => { expect(await seen(page)).toEqual(new Set(['Décider'])); });
    const reader = await memberOfRole('reader', { portee: site.portee, slug: 'demonstration' });
    await asSignedIn({ browser: site.browser, visitor: reader, look: {} }, async (page) => {
      await visit(page, HOME);
      expect(await seen(page)).toEqual(new Set(['Voir le plan']));
    });
  });

  it('fills as many of the hundred people as its sentence says', async () => {
    await onPage(`${HOME}?mois=2026-10`, {}, async (page) => {
      const sentence = plain(await page.getByRole('heading', { level: 1 }).textContent());
      const people = Number(/^Pour 100 abonnés, une publication typique touche (\d+) personnes?\.$/.exec(sentence)?.[1]);
      expect(people).toBeGreaterThan(0);
      expect(await page.locator('.hero .hundred path[data-state=reached]').count()).toBe(people);
      expect(await page.locator('.hero .hundred').getAttribute('aria-label')).toContain(String(people));
    });
  });

  it('goes to the month before by the arrow key, and keeps it in the address', async () => {
    await onPage(HOME, {}, async (page) => {
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL(/mois=2026-09/);
      await page.getByText('septembre 2026', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Mois suivant' }).click();
      await page.waitForURL(/mois=2026-10/);
    });
  });

  it('goes two months back at two presses, the second before the first is drawn', async () => {
    await onPage(`${HOME}?mois=2026-10`, {}, async (page) => {
      await page.evaluate(() => new Promise<void>((resolve) => {
        const press = (): void => { document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })); };
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { press(); resolve(); };
        // Posted before the first press: it is read before any drawing that the press asks for.
        port2.postMessage(null);
        press();
      }));
      await page.getByText('août 2026', { exact: true }).waitFor();
    });
  });

  it('gives the year as a drawing, as a sentence and as a table', async () => {
    await onPage(`${HOME}?mois=2026-10`, {}, async (page) => {
      await page.locator('canvas[data-drawn]').waitFor();
      expect(await page.locator('canvas').getAttribute('aria-label')).toMatch(/mois par mois/);
      await page.getByRole('button', { name: 'Voir le tableau' }).click();
      expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(13);
    });
  });

  it('gives the year as a picture for other documents, in light colours whatever the screen shows, which says that it is fictitious', async () => {
    await onPage(HOME, { theme: 'dark' }, async (page) => {
      await page.locator('canvas[data-drawn=true]').waitFor();
      const { file, width, words, corner, title, drawing } = await takePicture(page);
      expect([file, width]).toEqual(['demonstration-2026-10.png', 2400]);
      expect(words).toMatch(/Chiffres relevés le \d+ novembre 2026\. Données fictives : .* n’existe pas\. Image faite avec Portée\./u);
      expect(corner).toEqual([255, 255, 255]);
      expect(title).toBeGreaterThan(1_000);
      expect(drawing).toBeGreaterThan(1_000);
    });
  });

  it('says on every page of the demonstration that its data is fictitious', async () => {
    for (const path of ['', '/rapport', '/publications', '/donnees', '/reglages']) {
      await onPage(HOME + path, {}, async (page) => { await page.getByText('Données fictives', { exact: true }).first().waitFor(); });
    }
  });

  it('offers the one next step where nothing was imported', async () => {
    await onPage(`/o/${site.visitor.slug}`, {}, async (page) => {
      await page.getByRole('link', { name: 'Importer un fichier' }).click();
      await page.waitForURL(new RegExp(`/o/${site.visitor.slug}/donnees/importer`));
    });
    await onPage(`/o/${site.visitor.slug}/rapport`, {}, async (page) => {
      await page.getByRole('link', { name: 'Importer un fichier' }).waitFor();
      expect(await page.getByText(/Télécharger le PDF|Clore le mois/u).count()).toBe(0);
    });
  });

  it('shows the team’s word of a month that has no channel left', async () => {
    const report = `/api/v1/organisations/${site.visitor.slug}/reports/2026-10`;
    const write = async (comment: string | null) => site.visitor.json('PUT', `${report}/comment`, { comment, version: (await site.visitor.json<MonthReview>('GET', `${report}/review`)).version });
    await write('Un mois de travaux.');
    await onPage(`/o/${site.visitor.slug}/rapport?mois=2026-10`, {}, async (page) => {
      await page.getByText('Un mois de travaux.').waitFor();
      expect(await page.getByRole('link', { name: 'Importer un fichier' }).count()).toBe(0);
    });
    await write(null);
  });

  it('writes no bound of a drawn interval where there is no difference', async () => {
    await onPage(HOME, {}, async (page) => {
      await page.locator('main .interval').first().waitFor();
      const places = await page.locator('main .interval svg').evaluateAll((drawn) => drawn.map((one) => {
        const left = (selector: string): number => one.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN;
        return { band: left('.interval-band'), zero: left('.interval-zero'), low: left('text:not(.interval-effect)') };
      }));
      const above = places.filter(({ band, zero }) => band > zero);
      expect(above.length).toBeGreaterThan(0);
      for (const { low, zero } of above) expect(low).toBeGreaterThan(zero);
    });
  });

  it('lets the keyboard skip the navigation', async () => {
    await onPage(HOME, {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(plain(await page.locator(':focus').textContent())).toBe('Aller au contenu');
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#contenu');
    });
  });

  it('asks who one is, and comes back to the page one wanted', async () => {
    await onPage(`${HOME}/rapport?mois=2026-09`, { isSignedIn: false }, async (page) => {
      await page.waitForURL(/\/connexion\?vers=/);
      expect(new URL(page.url()).searchParams.get('vers')).toBe(`${HOME}/rapport?mois=2026-09`);
    });
  });

  it('is there again for whoever signs in where they were, once their session has ended', async () => {
    const context = await site.browser.newContext({ baseURL: site.portee.url, locale: 'fr-BE' });
    const page = await context.newPage();
    await page.addInitScript(() => { localStorage.setItem('portee.place', 'demonstration'); });
    await page.goto(HOME);
    await page.getByLabel('Adresse électronique').fill('coordination@cerisier.example');
    await page.getByLabel('Mot de passe').fill('un mot de passe assez long');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { level: 1, name: /^Pour 100 abonnés/ }).waitFor();
    await context.close();
  });

  it('is forgotten by the device once one signs out', async () => {
    const context = await site.browser.newContext({ baseURL: site.portee.url, locale: 'fr-BE' });
    const page = await context.newPage();
    await page.goto('/connexion');
    await page.getByLabel('Adresse électronique').fill('coordination@cerisier.example');
    await page.getByLabel('Mot de passe').fill('un mot de passe assez long');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    const place = () => page.evaluate(() => localStorage.getItem('portee.place'));
    await expect.poll(place).not.toBeNull();
    await visit(page, `${HOME}/reglages`);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL(/\/connexion/);
    expect(await place()).toBeNull();
    await context.close();
  });
});

const pages = ['/connexion', HOME, `${HOME}/rapport`, `${HOME}/publications`, `${HOME}/donnees`, `${HOME}/plus`, `${HOME}/reglages`, `${HOME}/premiers-pas`, `${HOME}/nulle-part`];

describe.skipIf(site.hasNoBrowser)('every page', () => {
  it.each(pages.flatMap((address) => looksInBothThemes.map((look) => ({ address, ...look }))))('$address is without fault, $theme, $width pixels', async ({ address, ...look }) => {
    await onPage(address, { ...look, isSignedIn: address !== '/connexion' }, async (page) => {
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('sets the narrow space of French narrower than a space, in both families', async () => {
    await onPage('/connexion', { isSignedIn: false }, async (page) => {
      const widths = await page.evaluate(async () => {
        const pen = document.createElement('canvas').getContext('2d');
        const families = ['Atkinson Hyperlegible Next', 'Bricolage Grotesque'];
        await Promise.all(families.map((family) => document.fonts.load(`100px "${family}"`)));
        return families.map((family) => {
          if (pen === null) return { narrow: 0, ordinary: 0 };
          pen.font = `100px "${family}"`;
          const width = (text: string): number => pen.measureText(text).width - pen.measureText('62%').width;
          return { narrow: width('62\u202F%'), ordinary: width('62 %') };
        });
      });
      for (const { narrow, ordinary } of widths) {
        expect(narrow).toBeGreaterThan(0);
        expect(narrow).toBeLessThan(ordinary);
      }
    });
  });

  it('needs no more script than the stack allows before it can be read', async () => {
    const context = await site.browser.newContext({ locale: 'fr-BE' });
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => { if (new URL(response.url()).pathname.endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length)); });
    await page.goto(`${site.portee.url}/connexion`, { waitUntil: 'networkidle' });
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    await context.close();
  });

  it('hands the validator of the contract to no page', async () => {
    const assets = join(import.meta.dirname, '../../apps/web/dist/assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const heavy = await Promise.all(scripts.map(async (name) => ((await readFile(join(assets, name), 'utf8')).includes('ZodError') ? [name] : [])));
    expect(scripts.length).toBeGreaterThan(20);
    expect(heavy.flat()).toEqual([]);
  });

  it('complains of nothing and asks nothing of other machines', () => {
    // The address that leads nowhere is answered by the page itself: no request fails.
    expect(complaints).toEqual([]);
  });
});
