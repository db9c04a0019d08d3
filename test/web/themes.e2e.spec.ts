import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const POSTS = '/o/demonstration/publications';
const THEMES = `${POSTS}/themes`;

const rows = (page: Page): ReturnType<Page['locator']> => page.locator('.table tbody tr');
const box = (page: Page, place: number): ReturnType<Page['locator']> => rows(page).nth(place).getByRole('checkbox');
const withTheme = (page: Page, name: string): ReturnType<Page['locator']> => rows(page).filter({ has: page.locator('.theme-chips').getByText(name, { exact: true }) });
const toast = async (page: Page): Promise<string> => plain(await page.locator('.toast p').textContent());

describe.skipIf(site.hasNoBrowser)('themes of several posts', () => {
  it('are given with the keyboard, said, and undone', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      for (const place of [0, 2]) {
        await box(page, place).focus();
        await page.keyboard.press('Space');
      }
      await page.getByRole('button', { name: 'Ajouter un thème' }).press('Enter');
      await page.getByRole('dialog').getByLabel('Thème', { exact: true }).selectOption({ label: 'Un nouveau thème' });
      await page.getByLabel('Nom du nouveau thème').fill('Coup de cœur');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await toast(page)).toBe('Thème « Coup de cœur » ajouté à 2 publications.');
      await expect.poll(() => withTheme(page, 'Coup de cœur').count()).toBe(2);
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.parentElement?.textContent)).toMatch(/^Choisir les/);
      await page.getByRole('button', { name: 'Annuler' }).click();
      await expect.poll(() => withTheme(page, 'Coup de cœur').count()).toBe(0);
      expect(await toast(page)).toBe('Annulé : les thèmes sont comme avant.');
    });
  });

  it('are taken from all posts shown, and given back to those alone that had them', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      await rows(page).first().waitFor();
      const before = await withTheme(page, 'Bibliothèque').count();
      expect(before).toBeGreaterThan(0);
      await page.getByRole('checkbox', { name: 'Choisir les 50 publications affichées' }).check();
      await page.getByRole('button', { name: 'Retirer un thème' }).click();
      await page.getByRole('dialog').getByLabel('Thème', { exact: true }).selectOption({ label: 'Bibliothèque' });
      await page.getByRole('dialog').getByRole('button', { name: 'Retirer un thème' }).click();
      await expect.poll(() => withTheme(page, 'Bibliothèque').count()).toBe(0);
      expect(await toast(page)).toMatch(new RegExp(`de (${String(before)}|une) publication`));
      await page.getByRole('button', { name: 'Annuler' }).click();
      await expect.poll(() => withTheme(page, 'Bibliothèque').count()).toBe(before);
    });
  });

  it('narrow the list, and the address says so', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      await page.getByLabel('Thème', { exact: true }).selectOption({ label: 'Bénévoles' });
      await page.waitForURL(/theme=/);
      await page.getByRole('heading', { level: 1, name: /répond/ }).waitFor();
      // While the new list loads, the one before stays in sight.
      const total = async (): Promise<number> => Number(plain(await page.getByRole('heading', { level: 1 }).textContent()).replaceAll(/\D/g, ''));
      await expect.poll(async () => [await rows(page).count(), await withTheme(page, 'Bénévoles').count()]).toEqual([12, 12]);
      expect(await total()).toBe(12);
    });
  });
});

describe.skipIf(site.hasNoBrowser)('one post', () => {
  it('loses a theme and gets it back on its own page', async () => {
    await onPage({ width: 360 }, async (page) => {
      await visit(page, `${POSTS}?q=UnLivreUnSoir`);
      await page.locator('.post-name a').first().click();
      const chip = page.locator('.post-themes').getByText('Bibliothèque', { exact: true });
      await page.getByRole('button', { name: 'Retirer le thème « Bibliothèque »' }).click();
      await chip.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ajouter un thème');
      await page.getByRole('button', { name: 'Annuler' }).click();
      await chip.waitFor();
    });
  });
});

describe.skipIf(site.hasNoBrowser)('the page of themes', () => {
  it('makes one, gives it words, takes one over from files, and deletes one once its loss was said', async () => {
    await onPage({}, async (page) => {
      await visit(page, THEMES);
      const row = (name: string): ReturnType<Page['locator']> => rows(page).filter({ has: page.getByRole('rowheader', { name, exact: true }) });
      const save = async (name: string): Promise<string> => {
        await page.getByRole('dialog').getByRole('button', { name }).click();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        return toast(page);
      };
      await page.getByRole('button', { name: 'Créer un thème' }).click();
      await page.getByLabel('Nom', { exact: true }).fill('bénévoles');
      await page.getByRole('dialog').getByRole('button', { name: 'Créer le thème' }).click();
      expect(plain(await page.getByRole('alert').textContent())).toBe('Un thème s’appelle déjà « Bénévoles ». Choisissez un autre nom, ou modifiez ce thème-là.');
      await page.getByLabel('Nom', { exact: true }).fill('Fanfare');
      await page.getByLabel('Mots', { exact: true }).fill('fanfare, 🎭🎭');
      await page.getByRole('dialog').getByRole('button', { name: 'Créer le thème' }).click();
      await page.getByText('« 🎭🎭 »').waitFor();
      await page.getByLabel('Mots', { exact: true }).fill('fanfare');
      expect(await save('Créer le thème')).toMatch(/^Thème « Fanfare » enregistré. \d+ publications l’ont.$/);

      const told = plain(await row('cinéma').locator('td').nth(1).textContent());
      await page.getByRole('button', { name: 'Reprendre le thème « cinéma » de vos fichiers' }).click();
      await page.getByLabel('Nom', { exact: true }).fill('Ciné-club');
      expect(await save('Enregistrer')).toBe(`Thème « Ciné-club » enregistré. ${told} publications l’ont.`);

      await page.getByRole('button', { name: 'Supprimer le thème « Ciné-club »' }).click();
      expect(plain(await page.getByRole('dialog').textContent())).toContain(`Aucune publication ne perd ce thème.${told} publications le gardent : leur fichier le dit.`);
      await save('Supprimer le thème');
      await row('cinéma').waitFor();
      expect(await row('Ciné-club').count()).toBe(0);
    });
  });

  it('offers the first step where there is none', async () => {
    await onPage({}, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/publications/themes`);
      expect(plain(await page.getByRole('heading', { level: 1 }).textContent())).toBe('Vos thèmes seront ici');
      await page.getByRole('button', { name: 'Créer un thème' }).waitFor();
    });
  });

  it.each(looks)('is without fault, as are the choices and the dialogs, $theme, $width pixels', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, THEMES);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: /Modifier le thème/ }).first().click();
      expect(await faultsOf(page), 'words').toEqual([]);
      await visit(page, `${POSTS}?q=b%C3%A9n%C3%A9voles`);
      await page.locator('.select-box input').nth(1).check();
      expect(await faultsOf(page), 'chosen').toEqual([]);
      await page.getByRole('button', { name: 'Ajouter un thème' }).click();
      expect(await faultsOf(page), 'giving').toEqual([]);
    });
  });
});
