import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { routeOnce } from '../support/route-once.js';
import { settled } from '../support/imports.js';
import { metaPostsFile } from '../support/meta-file.js';
import { faultsOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ organisation: 'Le Cerisier' });
const { onPage } = site;

/** Hands in a file through the page, up to the moment its own page opens. */
async function handIn(page: Page, home: string, file: { name: string; text: string }): Promise<void> {
  await visit(page, `${home}/donnees/importer`);
  await page.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  await page.getByLabel('Téléchargé le').fill('2026-11-22');
  await page.getByRole('button', { name: 'Importer ce fichier' }).click();
  await page.waitForURL(/donnees\/imports\//);
}

const facebookFile = metaPostsFile([40, 55, 60, 62, 66, 70, 75, 81, 90, 240, 12, 58]);
/** The same file with a day that no calendar has and a word for a date. */
const oddFile = facebookFile.replace('10/05/2025 09:30', '02/30/2025 09:30').replace('10/06/2025 09:30', 'mardi passé');
const ownTable = ['Quand;Message;Touchés;Aime', '03/02/2026 18:15;Bal folk;120;7', '25/02/2026 20:00;Atelier;80;3', '04/03/2026 10:30;Brunch;95;4'].join('\n');

describe.skipIf(site.hasNoBrowser)('a file, from the drop zone to what it changed', () => {
  it('is chosen with the keyboard alone, and missing it is said', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/importer`);
      await page.getByRole('button', { name: 'Importer ce fichier' }).click();
      await page.getByRole('alert').getByText('Choisissez d’abord un fichier.').waitFor();
      const choosing = page.waitForEvent('filechooser');
      await page.locator('input[type=file]').focus();
      await page.keyboard.press('Space');
      await (await choosing).setFiles({ name: 'Oct-2025.csv', mimeType: 'text/csv', buffer: Buffer.from(facebookFile) });
      expect(plain(await page.locator('.file-drop [role=status]').textContent())).toMatch(/« Oct-2025\.csv » est choisi, \d+ ko\./);
    });
  });

  it('asks what it does not say: the followers, today and earlier', async () => {
    await onPage({}, async (page, home) => {
      await handIn(page, home, { name: 'Oct-2025.csv', text: facebookFile });
      await waitForHeading(page, '12 publications sont reprises');
      expect(plain(await page.getByText('Californie').textContent())).toBe('Ce fichier est à l’heure de Californie. Nous la convertissons : 8 h 40 devient 17 h 40 à Bruxelles.');
      await page.getByRole('button', { name: 'Ajouter une date plus ancienne' }).click();
      await page.getByLabel('Abonnés').nth(0).fill('1 250');
      await page.getByLabel('Abonnés').nth(1).fill('mille');
      await page.getByRole('button', { name: 'Enregistrer les abonnés' }).click();
      await page.getByText('Écrivez un nombre entier, sans autre signe.').waitFor();
      await page.getByLabel('Date').nth(1).fill('2025-10-01');
      await page.getByLabel('Abonnés').nth(1).fill('1 200');
      await page.getByRole('button', { name: 'Enregistrer les abonnés' }).click();
      await page.getByText('Les taux de portée sont calculés avec ce que vous avez indiqué.').waitFor();
      await page.getByRole('link', { name: 'Voir les publications' }).click();
      await waitForHeading(page, /12 publications/);
      // 66 people of 1 200 followers, counted on the day of publication: 5.5 for 100, read as 6.
      await page.getByRole('row', { name: /soirée 5/ }).getByText('6 pour 100', { exact: true }).waitFor();
    });
  });

  it('waits for a decision when lines cannot be taken in, and says why line by line', async () => {
    await onPage({}, async (page, home) => {
      await handIn(page, home, { name: 'abimé.csv', text: oddFile });
      await waitForHeading(page, '2 lignes ne peuvent pas être reprises');
      expect(await page.locator('.problem-line').allTextContents()).toEqual(['ligne 4', 'ligne 5']);
      await page.getByText('Rien n’a encore changé.').waitFor();
      await page.getByRole('button', { name: 'Renoncer' }).click();
      await waitForHeading(page, 'Vous avez renoncé à ce fichier');
      await handIn(page, home, { name: 'abimé.csv', text: oddFile });
      await page.getByRole('button', { name: 'Importer sans ces 2 lignes' }).click();
      await waitForHeading(page, 'Ce fichier n’apprend rien de neuf');
    });
  });

  it('of a shape nobody knows is explained once, with the dates read as they will be', async () => {
    await onPage({}, async (page, home) => {
      await handIn(page, home, { name: 'tableau.csv', text: ownTable });
      await waitForHeading(page, 'Que contiennent les colonnes de ce fichier');
      await page.getByLabel('Date de publication').selectOption('Quand');
      await page.getByLabel('Mois, jour, année').check({ force: true });
      expect((await page.locator('.mapping-reads li').allTextContents()).map(plain)[1]).toBe('« 25/02/2026 20:00 » ne se lit pas dans cet ordre.');
      await page.getByLabel('Jour, mois, année').check({ force: true });
      expect((await page.locator('.mapping-reads li').allTextContents()).map(plain)[1]).toBe('« 25/02/2026 20:00 » se lit le 25 février 2026 à 20 h.');
      await page.getByLabel('Personnes touchées', { exact: true }).selectOption('Touchés');
      await page.getByLabel('Un nouveau canal').check({ force: true });
      await page.getByRole('button', { name: 'Lire le fichier ainsi' }).click();
      await page.getByText('Donnez un nom au nouveau canal.').waitFor();
      await page.getByLabel('Nom', { exact: true }).fill('Le carnet de bal');
      await page.getByRole('button', { name: 'Lire le fichier ainsi' }).click();
      await waitForHeading(page, '3 publications sont reprises');
    });
  });

  it('that cannot be read leaves everything as it was, and says so', async () => {
    await onPage({}, async (page, home) => {
      await handIn(page, home, { name: 'photo.csv', text: '\u0000\u0001\u0002PNG' });
      await waitForHeading(page, 'Ce fichier n’a pas été repris');
      const slab = page.getByRole('alert');
      await slab.getByText('Rien n’a changé dans vos chiffres.').waitFor();
      await slab.getByRole('link', { name: 'Importer un autre fichier' }).waitFor();
    });
  });

  it('cut on its way is not kept, and can be sent again', async () => {
    await onPage({}, async (page, home) => {
      await page.route('**/api/v1/organisations/*/imports', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
      await visit(page, `${home}/donnees/importer`);
      await page.locator('input[type=file]').setInputFiles({ name: 'Oct-2025.csv', mimeType: 'text/csv', buffer: Buffer.from(facebookFile) });
      await page.getByRole('button', { name: 'Importer ce fichier' }).click();
      await page.getByRole('alert').getByText('La connexion a été coupée pendant l’envoi.').waitFor();
      await page.getByRole('button', { name: 'Importer ce fichier' }).waitFor();
    });
  });

  it('is undone after one question, newest first', async () => {
    await onPage({}, async (page, home) => {
      await handIn(page, home, { name: 'Nov-2025.csv', text: facebookFile.replaceAll(',10/', ',11/').replaceAll('96022126619', '96022126620') });
      await waitForHeading(page, '12 publications sont reprises');
      await visit(page, `${home}/donnees`);
      await page.getByRole('link', { name: 'Oct-2025.csv' }).last().click();
      await page.getByText('annulez d’abord le plus récent').waitFor();
      await visit(page, `${home}/donnees`);
      await page.getByRole('link', { name: 'Nov-2025.csv' }).click();
      await page.getByRole('button', { name: 'Annuler l’import et tout remettre comme avant' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click();
      await waitForHeading(page, 'L’import est annulé');
    });
  });
});

describe.skipIf(site.hasNoBrowser)('channels and what is typed in', () => {
  it('a sub-page stands under its page, and a channel says for whom it is', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees`);
      await page.getByRole('button', { name: 'Ajouter un canal' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Ajouter ce canal' }).click();
      await dialog.getByText('Donnez un nom à ce canal.').waitFor();
      await dialog.getByLabel('Nom').fill('Cerisier jeunes');
      await dialog.getByLabel('Pour qui').fill('les jeunes du quartier');
      await dialog.getByLabel('Dépend de').selectOption({ label: 'Le Cerisier' });
      await dialog.getByRole('button', { name: 'Ajouter ce canal' }).click();
      const row = page.locator('.channel-list > li[data-nested=true]');
      await row.waitFor();
      expect(plain(await row.locator('.channel-name').textContent())).toContain('Pour les jeunes du quartier');
    });
  });

  it('a month’s figure and a period without advertising are entered and withdrawn', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees`);
      await page.getByRole('link', { name: 'Le Cerisier', exact: true }).click();
      await page.getByLabel('Ce que le réseau affiche').selectOption({ label: 'Vues ou affichages' });
      await page.getByLabel('Chiffre', { exact: true }).fill('3 400');
      await page.getByRole('button', { name: 'Enregistrer ce chiffre' }).click();
      await page.getByRole('row', { name: /octobre 2026/ }).getByText('Vues (pas des personnes)').waitFor();
      await page.getByLabel('Du', { exact: true }).fill('2025-10-01');
      await page.getByLabel('Au', { exact: true }).fill('2025-10-31');
      await page.getByRole('button', { name: 'Déclarer' }).click();
      await page.getByText('Rien n’a été sponsorisé entre le 1er octobre 2025 et le 31 octobre 2025.').waitFor();
      await page.getByRole('button', { name: /Retirer la déclaration/ }).click();
      await page.getByText('Aucune période n’est déclarée.').waitFor();
    });
  });

  it.each(looks)('every page is without fault, $theme, $width pixels', async (look) => {
    await onPage(look, async (page, home) => {
      await visit(page, `${home}/donnees`);
      const imports = await page.locator('.import-list a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const channel = (await page.locator('.channel-name a').first().getAttribute('href')) ?? '';
      for (const address of [`${home}/donnees`, `${home}/donnees/importer`, channel, ...imports.slice(0, 4)]) {
        await visit(page, address);
        expect(await faultsOf(page), address).toEqual([]);
      }
    });
  });
});

/** Last: it leaves a second page behind. */
describe.skipIf(site.hasNoBrowser)('a file applied in an instant', () => {
  it('is asked its followers even though it was applied before its page opened', async () => {
    await onPage({}, async (page, home) => {
      await page.route(/\/imports\/[0-9a-f-]{36}$/, async (route) => {
        await settled(site.visitor, new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
        await route.continue();
      });
      const other = facebookFile.replaceAll('100066300057039', '100066300057040').replaceAll('9602212661', '9602212662');
      await handIn(page, home, { name: 'Autre-page.csv', text: other });
      await page.getByLabel('Abonnés').first().waitFor();
    });
  });

  it('is shown with the followers that were saved on the way to the month, whichever answer comes first', async () => {
    await onPage({}, async (page, home) => {
      await handIn(page, home, { name: 'Oct-2025.csv', text: facebookFile.replaceAll('100066300057039,Le Cerisier', '100066300057040,Le Cerisier au jardin') });
      const [asked, saved] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      // The month is asked for, and read, before the followers are saved; its answer comes after theirs.
      await routeOnce(page, '**/reports/2025-10', async (route) => { const answer = await route.fetch(); asked.resolve(undefined); await saved.promise; await route.fulfill({ response: answer }); });
      await page.route('**/followers', async (route) => { await asked.promise; await route.continue(); });
      page.on('response', (answer) => { if (answer.url().endsWith('/followers')) saved.resolve(undefined); });
      let read = 0;
      page.on('response', (answer) => { if (answer.url().endsWith('/reports/2025-10')) read += 1; });
      await page.getByLabel('Abonnés').first().fill('1300');
      await page.getByRole('button', { name: 'Enregistrer les abonnés' }).click();
      await page.getByRole('link', { name: /octobre 2025/ }).click();
      await saved.promise;
      await expect.poll(() => read).toBe(1);
      expect(await page.getByRole('heading', { level: 1, name: /Pour 100 abonnés/ }).count()).toBe(1);
    });
  });
});
