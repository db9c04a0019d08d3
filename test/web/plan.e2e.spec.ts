import type { Objective, PlanLine, RecommendationDecision } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, headingOf, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const PLAN = '/o/demonstration/plan';
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id, recommendationId, isStanding } of await decisions()) if (isStanding) await site.visitor.ask('DELETE', at(`recommendations/${recommendationId}/decision?decision=${id}`));
  for (const { id } of await lines()) await site.visitor.delete(at(`plan/lines/${id}`));
});

const decisions = () => site.visitor.json<RecommendationDecision[]>('GET', at('plan/decisions'));
const lines = () => site.visitor.json<PlanLine[]>('GET', at('plan/lines'));

const cards = (page: Page) => page.locator('.advice');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page) => page.getByRole('dialog');

describe.skipIf(site.hasNoBrowser)('the plan', () => {
  it('begins with the recommendations that wait, and takes one in with the keyboard', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      expect(await headingOf(page)).toBe('Votre plan commence par une décision');
      const advised = plain(await cards(page).first().getByRole('heading').textContent());
      await button(page, 'Ajouter au plan').first().focus();
      await page.keyboard.press('Enter');
      await inDialog(page).getByLabel('À qui cela revient').fill('communication');
      await page.keyboard.press('Enter');
      await page.getByText('C’est au plan.').waitFor();
      await expect.poll(() => headingOf(page)).toBe('Une décision porte votre plan');
      expect((await lines()).map(({ title, role, fromDay }) => [plain(title), role, fromDay])).toEqual([['Publier plus souvent avec des vidéos courtes', 'communication', '2026-11-23']]);
      await expect.poll(async () => (await page.locator('.advice h3').allTextContents()).map(plain)).not.toContain(advised);
      await button(page, 'Annuler').click();
      await expect.poll(lines).toEqual([]);
      expect(await decisions()).toEqual([]);
    });
  });

  it('calls a line in other words an adaptation', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await button(page, 'Ajouter au plan').first().click();
      await inDialog(page).getByLabel('Ce que vous ferez').fill('Le jeudi soir seulement');
      await inDialog(page).getByRole('button', { name: 'Ajouter au plan' }).click();
      await page.getByText('à votre manière').waitFor();
      expect(await decisions()).toMatchObject([{ decision: 'adapted', reason: 'Le jeudi soir seulement' }]);
    });
  });

  it('asks why something is not for us, and remembers it', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await button(page, 'Pas pour nous').first().click();
      await button(page, 'Écarter').click();
      await inDialog(page).getByText('Écrivez la raison').waitFor();
      await inDialog(page).getByLabel('Pourquoi').fill('Personne n’est là le soir');
      await button(page, 'Écarter').click();
      await page.getByRole('heading', { name: 'Décidé jusqu’ici' }).waitFor();
      await page.getByText('Personne n’est là le soir').waitFor();
      await page.getByRole('button', { name: 'Revenir dessus' }).click();
      await expect.poll(decisions).toEqual([]);
      await expect.poll(() => page.getByRole('heading', { name: 'Décidé jusqu’ici' }).count()).toBe(0);
    });
  });

  it('does not overwrite what somebody else wrote meanwhile, and keeps what was typed', async () => {
    const line = await site.visitor.json<PlanLine>('POST', at('plan/lines'), { kind: 'rule', title: 'Répondre le jour même', fromDay: '2026-11-01' });
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await page.getByRole('button', { name: 'Modifier : Répondre le jour même' }).click();
      const { id, decisionId: _, ...rest } = line;
      await site.visitor.json('PUT', at(`plan/lines/${id}`), { ...rest, title: 'Répondre dans l’heure' });
      await inDialog(page).getByLabel('Ce que vous ferez').fill('Répondre le soir');
      await inDialog(page).getByRole('button', { name: 'Enregistrer' }).click();
      await inDialog(page).getByRole('alert').waitFor();
      expect(await inDialog(page).getByLabel('Ce que vous ferez').inputValue()).toBe('Répondre le soir');
      expect(await lines()).toMatchObject([{ title: 'Répondre dans l’heure' }]);
    });
  });

  it('takes a line out, and brings it back', async () => {
    await site.visitor.json('POST', at('plan/lines'), { kind: 'other', title: 'Une ligne', fromDay: '2026-11-01' });
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await page.getByRole('button', { name: 'Retirer du plan : Une ligne' }).click();
      await expect.poll(lines).toEqual([]);
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await lines()).length).toBe(1);
    });
  });

  it('sets an objective, says how far it is, changes it and takes it out', async () => {
    const objectives = () => site.visitor.json<Objective[]>('GET', at('plan/objectives'));
    for (const { id } of await objectives()) await site.visitor.delete(at(`plan/objectives/${id}`));
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await button(page, 'Fixer un objectif').click();
      await inDialog(page).getByLabel('Canal').selectOption({ label: 'La lettre de Clairsonge' });
      await inDialog(page).getByLabel('Personnes touchées').fill('beaucoup');
      await button(page, 'Enregistrer').click();
      await inDialog(page).getByText('Écrivez un nombre').waitFor();
      await inDialog(page).getByLabel('Personnes touchées').fill('45,5');
      await button(page, 'Enregistrer').click();
      await page.getByText('La lettre de Clairsonge : 45,5 personnes pour 100 abonnés, 4e trimestre 2026').waitFor();
      expect(await objectives()).toMatchObject([{ measure: 'reach-rate', target: 0.455, quarter: '2026-Q4' }]);
      await page.getByRole('button', { name: 'Modifier : La lettre de Clairsonge' }).click();
      await inDialog(page).getByLabel('Ce qui se compte').selectOption('posts');
      await inDialog(page).getByLabel('Publications').fill('12');
      await button(page, 'Enregistrer').click();
      await page.getByText('12 publications, 4e trimestre 2026').waitFor();
      await page.getByRole('button', { name: 'Retirer du plan : La lettre de Clairsonge' }).click();
      await expect.poll(objectives).toEqual([]);
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await objectives()).length).toBe(1);
    });
  });

  it.each(looks)('has no fault, empty and with all that it holds: $width $theme', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, PLAN);
      expect(await faultsOf(page)).toEqual([]);
      await button(page, 'Plus tard').first().click();
      await inDialog(page).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await button(page, 'En reparler ce jour-là').click();
      await page.getByRole('heading', { name: 'Décidé jusqu’ici' }).waitFor();
      await site.visitor.json('POST', at('plan/lines'), { kind: 'other', title: 'Une ligne finie', fromDay: '2026-01-01', toDay: '2026-02-01', note: 'Deux lignes\net une autre' });
      await site.visitor.json('POST', at('plan/lines'), { kind: 'rule', title: 'Une ligne '.repeat(18), fromDay: '2026-01-01' });
      await visit(page, PLAN);
      await page.getByText('Une ligne terminée').click();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe.skipIf(site.hasNoBrowser)('elsewhere', () => {
  it('the overview says what is in the plan, and does not come back to what was refused', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      const titles = (await page.locator('.advice h3').allTextContents()).map(plain);
      await button(page, 'Ajouter au plan').first().click();
      await inDialog(page).getByRole('button', { name: 'Ajouter au plan' }).click();
      await page.getByText('C’est au plan.').waitFor();
      await expect.poll(async () => plain(await cards(page).first().getByRole('heading').textContent())).toBe(titles[1]);
      await button(page, 'Pas pour nous').first().click();
      await inDialog(page).getByLabel('Pourquoi').fill('Pas le temps');
      await button(page, 'Écarter').click();
      await page.getByText('la raison est retenue').waitFor();
      await visit(page, '/o/demonstration?mois=2026-10');
      const told = page.locator('.advice');
      await told.first().waitFor();
      expect(plain(await told.filter({ hasText: titles[0] ?? '' }).innerText())).toContain('Au plan depuis le 23 novembre.');
      expect((await told.locator('h3').allTextContents()).map(plain)).not.toContain(titles[1]);
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      await page.getByText('Au plan depuis le 23 novembre 2026.').waitFor();
      expect((await page.getByRole('heading', { level: 3 }).allTextContents()).map(plain)).not.toContain(titles[1]);
    });
  });
});
