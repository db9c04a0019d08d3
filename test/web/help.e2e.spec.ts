import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const HOME = '/o/demonstration';
const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const help = (page: Page) => page.getByRole('dialog', { name: 'Aide et raccourcis' });
const told = async (page: Page, title: string) => (await help(page).locator(`h3:text-is("${title}") + dl dd`).allTextContents()).map(plain);

describe.skipIf(site.hasNoBrowser)('the keys of a page', () => {
  it('are listed by one of them: those of the page first, and gone again with Escape', async () => {
    await onPage({}, async (page) => {
      await visit(page, HOME);
      await page.keyboard.press('?');
      await help(page).waitFor();
      expect(await told(page, 'Sur cette page')).toEqual(['Mois précédent, mois suivant']);
      expect(await told(page, 'Partout')).toEqual(['Chercher', 'Montrer ces raccourcis']);
      await page.keyboard.press('Escape');
      await help(page).waitFor({ state: 'detached' });
      await visit(page, `${HOME}/plan`);
      await page.getByRole('button', { name: 'Aide et raccourcis' }).click();
      await help(page).waitFor();
      expect((await told(page, 'Sur cette page'))[0]).toBe('Dans le calendrier : d’une publication prévue à l’autre');
    });
  });

  it('lead to every page that they name', async () => {
    await onPage({}, async (page) => {
      await visit(page, HOME);
      await page.keyboard.press('?');
      await help(page).waitFor();
      const named = await help(page).locator('dl[data-pages] > div').evaluateAll((rows) => rows.map((row) => ({ letter: row.querySelector('kbd:last-of-type')?.textContent ?? '', name: row.querySelector('dd')?.textContent ?? '' })));
      await page.keyboard.press('Escape');
      expect(named.length).toBeGreaterThanOrEqual(9);
      for (const { letter, name } of named) {
        await page.keyboard.press('g');
        await page.keyboard.press(letter);
        await expect.poll(() => page.getByRole('navigation').first().locator('[aria-current=page]').textContent(), { message: letter }).toBe(name);
      }
    });
  });

  it('mean nothing while somebody writes, answers a dialog, or holds another key', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/chercher`);
      await page.getByRole('searchbox').fill('');
      await page.keyboard.type('g?/gp');
      expect(await page.getByRole('searchbox').inputValue()).toBe('g?/gp');
      expect(await help(page).count()).toBe(0);
      await visit(page, HOME);
      await page.keyboard.press('Control+/');
      await page.keyboard.press('?');
      await help(page).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      expect(new URL(page.url()).pathname).toBe(HOME);
    });
  });

  it('can be switched off on this device, and on again without a key', async () => {
    await onPage({}, async (page) => {
      await visit(page, HOME);
      await page.keyboard.press('?');
      await help(page).getByLabel('Éteints').check();
      await page.keyboard.press('Escape');
      await visit(page, `${HOME}/rapport`);
      for (const key of ['?', '/', 'g', 'p']) await page.keyboard.press(key);
      expect(await help(page).count()).toBe(0);
      expect(new URL(page.url()).pathname).toBe(`${HOME}/rapport`);
      await page.getByRole('button', { name: 'Aide et raccourcis' }).click();
      await help(page).getByLabel('Allumés').check();
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await waitForHeading(page, 'Chercher');
    });
  });

  it.each(looks)('are told without fault, from the page of a phone too: %o', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, `${HOME}/plus`);
      await page.getByRole('main').getByRole('button', { name: 'Aide et raccourcis' }).click();
      await help(page).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
