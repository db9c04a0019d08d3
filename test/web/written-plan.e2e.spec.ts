import type { PlanDocument, WrittenPlan } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { samplePlan } from '../fixtures/plan-document.sample.js';
import { clearCalendar } from '../support/clear-calendar.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looks, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true, furnish: ({ visitor }) => clearCalendar(visitor, { from: '2026-11-01', to: '2026-12-31' }) });
const { onPage } = site;
const DOOR = '/api/v1/organisations/demonstration/plan/document';
const PAGE = '/o/demonstration/plan/ecrit';
const blank = { aims: null, publics: [], duties: [], rules: { tone: null, answers: null, images: null, never: null }, rhythm: null, revisionDay: null, adoption: null };
const written = async () => (await site.visitor.json<PlanDocument>('GET', DOOR)).written;
const write = async (text: Partial<WrittenPlan>) => site.visitor.json<PlanDocument>('PUT', DOOR, { ...blank, ...text, version: (await written()).version });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const aims = (page: Page) => page.getByLabel('Ce que vous visez');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const sample = (): Partial<WrittenPlan> => {
  const { version: _version, textDay: _day, ...text } = samplePlan().written;
  return text;
};

beforeEach(async () => {
  if (!site.hasNoBrowser) await write({});
});

describe.skipIf(site.hasNoBrowser)('the written plan', () => {
  it('is begun from the plan, with suggestions that nobody takes over but the team', async () => {
    await onPage({}, async (page) => {
      await visit(page, '/o/demonstration/plan');
      await page.getByRole('link', { name: 'Plan écrit' }).click();
      await waitForHeading(page, 'Votre plan tient en quelques réponses');
      await page.getByText('Aucun rendez-vous n’est encore fixé').waitFor();
      await button(page, 'Commencer à écrire').click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(await aims(page).getAttribute('id'));
      expect(await page.locator('.written-plan :is(textarea, input)').evaluateAll((fields) => fields.filter((field) => 'value' in field && field.value !== ''))).toEqual([]);
      await button(page, 'Reprendre : Que les habitants sachent à temps ce qui se passe chez nous.').click();
      await page.keyboard.type(' Toujours.');
      expect(await button(page, 'Reprendre : Que nos activités se remplissent par le bouche-à-oreille plus que par la publicité.').count()).toBe(0);
      await button(page, 'Reprendre : Les aînés, La lettre d’information, l’accueil, le bulletin communal').click();
      await button(page, 'Enregistrer').click();
      await page.getByText('Le plan est enregistré.').waitFor();
      expect(await headingOf(page)).toBe('Notre plan de communication');
      await page.getByText('Projet : ce plan n’est pas encore adopté.').waitFor();
      expect(await focused(page)).toBe('Modifier');
    });
    expect(await written()).toMatchObject({ aims: 'Que les habitants sachent à temps ce qui se passe chez nous. Toujours.', publics: [{ who: 'Les aînés', where: 'La lettre d’information, l’accueil, le bulletin communal' }] });
  });

  it('is written with the keyboard alone', async () => {
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Commencer à écrire').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Que tout le monde le sache.');
      await button(page, 'Ajouter un rôle').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('accueil');
      await page.keyboard.press('Tab');
      await page.keyboard.type('affiche le programme');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Retirer');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('Remettre');
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('Rôle', { exact: true }).inputValue()).toBe('accueil');
      await button(page, 'Enregistrer').focus();
      await page.keyboard.press('Enter');
      await page.getByText('Le plan est enregistré.').waitFor();
    });
    expect(await written()).toMatchObject({ aims: 'Que tout le monde le sache.', duties: [{ role: 'accueil', does: 'affiche le programme' }] });
  });

  it('keeps what is not saved yet through other pages, and gives it back after it was dropped', async () => {
    await write({ aims: 'Avant' });
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Modifier').click();
      await aims(page).fill('Pendant');
      await page.locator('.written-back a').click();
      await page.getByRole('link', { name: 'Plan écrit' }).click();
      await expect.poll(() => aims(page).inputValue()).toBe('Pendant');
      await button(page, 'Abandonner les changements').click();
      await page.locator('.written-body').getByText('Avant').waitFor();
      await button(page, 'Annuler').click();
      await expect.poll(() => aims(page).inputValue()).toBe('Pendant');
    });
    expect((await written()).aims).toBe('Avant');
  });

  it('undoes what was saved', async () => {
    await write({ aims: 'Avant', rhythm: 'Le mardi' });
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Modifier').click();
      await aims(page).fill('Après');
      await button(page, 'Enregistrer').click();
      await page.getByText('Le plan est enregistré.').waitFor();
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await written()).aims).toBe('Avant');
    });
  });

  it('of two who write keeps both: what one had not touched comes from the other, and where both wrote one chooses', async () => {
    await write({ aims: 'Avant', rhythm: 'Le mardi' });
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Modifier').click();
      await aims(page).fill('Le mien');
      await page.getByLabel('Votre ton').fill('Mon ton');
      await write({ aims: 'Le leur', rhythm: 'Le jeudi' });
      await button(page, 'Enregistrer').click();
      await page.getByText('Une partie diffère').waitFor();
      await page.locator('.written-theirs').getByText('Le leur').waitFor();
      expect([await aims(page).inputValue(), await page.getByRole('textbox', { name: 'La revue du mois' }).inputValue()]).toEqual(['Le mien', 'Le jeudi']);
      await button(page, 'Garder mes textes').click();
      await button(page, 'Enregistrer').click();
      await page.getByText('Le plan est enregistré.').waitFor();
    });
    expect(await written()).toMatchObject({ aims: 'Le mien', rhythm: 'Le jeudi', rules: { tone: 'Mon ton' } });
  });

  it('lets the second take what the first wrote', async () => {
    await write({ publics: [{ who: 'Les parents', where: null }] });
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Modifier').click();
      await page.getByLabel('Qui', { exact: true }).fill('Les mères');
      await write({ publics: [{ who: 'Les pères', where: 'Ici' }] });
      await button(page, 'Enregistrer').click();
      await page.locator('.written-theirs').getByText('Les pères, Ici').waitFor();
      await button(page, 'Prendre ce texte').click();
      expect(await page.getByLabel('Qui', { exact: true }).inputValue()).toBe('Les pères');
      await button(page, 'Enregistrer').click();
      await page.getByText('Le plan est enregistré.').waitFor();
    });
    expect((await written()).publics).toEqual([{ who: 'Les pères', where: 'Ici' }]);
  });

  it('says where something is missing, takes the person there, and sends nothing', async () => {
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Commencer à écrire').click();
      await button(page, 'Ajouter un public').click();
      await page.getByLabel('Où on les touche').fill('Ici');
      await page.getByLabel('Adopté le').fill('2026-11-20');
      await button(page, 'Enregistrer').click();
      await page.getByText('Dites de qui il s’agit, ou retirez la ligne.').waitFor();
      await page.getByText('Dites qui l’a adopté.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(await page.getByLabel('Qui', { exact: true }).getAttribute('id'));
    });
    expect((await written()).adoption).toBeNull();
  });

  it('is downloaded as PDF', async () => {
    await write(sample());
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Télécharger le plan (PDF)' }).click()]);
      expect(download.suggestedFilename()).toBe('demonstration-plan.pdf');
    });
  });

  it('is read by whoever may not change it', async () => {
    const visitor = await memberOfRole('contributor', { portee: site.portee, slug: 'demonstration' });
    const see = (look: (page: Page) => Promise<void>) => asSignedIn({ browser: site.browser, visitor, look: {} }, async (page) => { await visit(page, PAGE); await look(page); });
    await see(async (page) => { await page.getByText('Rien n’est encore écrit. La coordination l’écrit').waitFor(); });
    await write(sample());
    await see(async (page) => {
      await page.getByText('Adopté le 12 novembre 2026 (conseil d’administration).').waitFor();
      expect(await page.getByRole('button', { name: /Modifier|Commencer/ }).count()).toBe(0);
    });
  });

  it.each(looks)('has no fault, empty, being written and written: $width $theme', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, PAGE);
      expect(await faultsOf(page)).toEqual([]);
      await write({ ...sample(), aims: 'x'.repeat(900), publics: [{ who: 'y'.repeat(80), where: null }] });
      await visit(page, PAGE);
      expect(await faultsOf(page)).toEqual([]);
      await button(page, 'Modifier').click();
      await button(page, 'Ajouter un public').click();
      await aims(page).fill('z');
      await write({ aims: 'w'.repeat(300) });
      await button(page, 'Enregistrer').click();
      await page.locator('.written-theirs').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
