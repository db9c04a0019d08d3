import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const HOME = '/o/demonstration';
const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const marks = (page: Page) => page.getByRole('main').getByRole('button', { name: /^Expliquer :/u });
const dialog = (page: Page) => page.getByRole('dialog');

describe.skipIf(site.hasNoBrowser)('a figure', () => {
  it('is explained beside it: what it means, how it is made, what it cannot tell; then focus is where it was', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}?mois=2026-10`);
      const range = page.locator('.facts').getByRole('button', { name: /^Expliquer : Entre/u });
      await range.focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByRole('heading', { name: 'Fourchette probable' }).waitFor();
      expect((await dialog(page).locator('dt').allTextContents())).toEqual(['Calcul', 'Limites', 'Source']);
      expect(plain(await dialog(page).textContent())).toContain('Neuf fois sur dix');
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
      await expect.poll(() => range.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  it('leads to its place among all the words, which stands in the address', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/partages`);
      await page.getByRole('button', { name: /^Expliquer : .*j’aime/u }).first().click();
      await dialog(page).getByRole('link', { name: 'Tous les mots de Portée' }).click();
      await page.waitForURL(/\/mots#partages-pour-100-j-aime$/u);
      await waitForHeading(page, 'Les mots de Portée');
      await expect.poll(async () => plain(await page.evaluate(() => document.activeElement?.querySelector('h3')?.textContent ?? null))).toBe('Partages pour 100 j’aime');
      expect(await page.locator('#partages-pour-100-j-aime').boundingBox().then((box) => box !== null && box.y >= 0 && box.y < 900)).toBe(true);
    });
  });

  it.each([['the overview', ''], ['the report', '/rapport'], ['channels', '/canaux'], ['sharing', '/partages'], ['days and hours', '/jours-et-heures'], ['hours of work', '/donnees/heures'], ['the plan', '/plan']])('has its explanation on %s', async (_page, path) => {
    await onPage({}, async (page) => {
      await visit(page, HOME + path);
      await marks(page).first().waitFor();
      await marks(page).last().click();
      await dialog(page).getByText('Limites').waitFor();
    });
  });

  it('is found in a list that leads to it', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/mots`);
      const index = page.getByRole('navigation', { name: 'Tous les mots' });
      const links = await index.getByRole('link').evaluateAll((found) => found.map((link) => ({ name: link.textContent, id: link.getAttribute('href')?.slice(1) ?? '' })));
      expect(links.length).toBeGreaterThanOrEqual(30);
      for (const { name, id } of links) expect(await page.locator(`article[id="${id}"] h3`).textContent()).toBe(name);
    });
  });

  it.each(looks)('is explained without fault: %o', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, `${HOME}/mots`);
      expect(await faultsOf(page)).toEqual([]);
      for (const path of ['', '/canaux']) {
        await visit(page, HOME + path);
        await marks(page).first().click();
        await dialog(page).getByText('Limites').waitFor();
        expect(await faultsOf(page), path).toEqual([]);
      }
    });
  });
});
