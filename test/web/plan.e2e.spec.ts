import type { ChannelOutlook, Objective, PlanLine, RecommendationDecision } from '@portee/shared';
import type { Locator, Page } from 'playwright-core';
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
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
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
      await expect.poll(() => headingOf(page)).toBe('Une ligne dans votre plan');
      expect((await lines()).map(({ title, role, fromDay }) => [plain(title), role, fromDay])).toEqual([['Publier plus souvent avec des vidéos courtes', 'communication', '2026-11-23']]);
      await expect.poll(async () => (await page.getByRole('region', { name: 'À décider' }).locator('.advice h3').allTextContents()).map(plain)).not.toContain(advised);
      await button(page, 'Annuler').click();
      await expect.poll(lines).toEqual([]);
      expect(await decisions()).toEqual([]);
    });
  });

  it('keeps a dialog that is asked for while another is closing', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await button(page, 'Ajouter une ligne').click();
      // The browser tells of a dialog's end some time after it; a quick keyboard is there before.
      const isOpen = await page.evaluate(async () => {
        const press = (name: string): void => { [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click(); };
        const told = new Promise((resolve) => { document.querySelector('dialog[open]')?.addEventListener('close', resolve, { once: true }); });
        press('Annuler');
        while (document.querySelector('dialog[open]') !== null) await Promise.resolve();
        press('Ajouter une ligne');
        await told;
        await new Promise(requestAnimationFrame);
        return document.querySelector('dialog[open]') !== null;
      });
      expect(isOpen).toBe(true);
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
      await expect.poll(() => focused(page)).toBe('À décider');
      await button(page.getByRole('status'), 'Fermer').click();
      expect(await focused(page)).toBe('À décider');
      await page.getByRole('button', { name: 'Annuler cette décision' }).dblclick();
      expect((await decisions()).length).toBe(1);
      await button(page, 'Oui, annuler cette décision').click();
      await page.getByText('La décision est annulée').waitFor();
      expect(await decisions()).toEqual([]);
      await expect.poll(() => focused(page)).toBe('Votre plan commence par une décision');
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

  it('takes out two lines in a row, keeps the keyboard near, and undoes the last', async () => {
    for (const title of ['Une ligne', 'Une autre', 'Une dernière']) await site.visitor.json('POST', at('plan/lines'), { kind: 'other', title, fromDay: '2026-11-01' });
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      const first = page.getByRole('region', { name: 'Ce que vous ferez' }).getByRole('button', { name: 'Retirer du plan' }).first();
      const [taken, next] = [await first.getAttribute('aria-label'), await page.getByRole('button', { name: 'Modifier :' }).nth(1).getAttribute('aria-label')];
      await first.focus();
      await first.dblclick();
      await expect.poll(async () => (await lines()).length).toBe(2);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(next);
      expect(await page.getByRole('alert').count()).toBe(0);
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await lines()).length).toBe(3);
      await page.getByRole('button', { name: taken ?? '', exact: true }).waitFor();
    });
  });

  it('keeps what is typed of a decision when somebody else leaves nothing to decide', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await button(page, 'Pas pour nous').first().click();
      await inDialog(page).getByLabel('Pourquoi').fill('Personne n’est là le soir');
      for (const { records } of await site.visitor.json<ChannelOutlook[]>('GET', at('recommendations/outlook'))) {
        for (const { id } of records.filter(({ verdict, dimension }) => dimension !== 'channel' && verdict.match(/^(do_more|do_less|test)$/) !== null)) await site.visitor.json('POST', at(`recommendations/${id}/decision`), { decision: 'refused', reason: 'Décidé ailleurs' });
      }
      await page.clock.setFixedTime(new Date(Date.now() + 120_000));
      await page.evaluate(() => { window.dispatchEvent(new Event('visibilitychange')); });
      await page.getByText('Aucune recommandation n’attend').waitFor();
      expect(await inDialog(page).getByLabel('Pourquoi').inputValue()).toBe('Personne n’est là le soir');
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
      await inDialog(page).getByLabel('Canal').selectOption({ label: 'Lettre d’information' });
      await inDialog(page).getByLabel('Personnes touchées').fill('beaucoup');
      await button(page, 'Enregistrer').click();
      await inDialog(page).getByText('Écrivez un nombre').waitFor();
      await inDialog(page).getByLabel('Personnes touchées').fill('45,5');
      await button(page, 'Enregistrer').click();
      await page.getByText('Lettre d’information : 45,5 personnes pour 100 abonnés, 4e trimestre 2026').waitFor();
      expect(await objectives()).toMatchObject([{ measure: 'reach-rate', target: 0.455, quarter: '2026-Q4' }]);
      await page.getByRole('button', { name: 'Modifier : Lettre d’information' }).click();
      await inDialog(page).getByLabel('Personnes touchées').fill('12');
      expect(await inDialog(page).getByLabel('Ce qui se compte').count()).toBe(0);
      await button(page, 'Enregistrer').click();
      await page.getByText('12 personnes pour 100 abonnés, 4e trimestre 2026').waitFor();
      await button(page, 'Fixer un objectif').click();
      await inDialog(page).getByLabel('Trimestre').selectOption({ label: '1er trimestre 2027' });
      await inDialog(page).getByLabel('Personnes touchées').fill('1');
      await button(page, 'Enregistrer').click();
      await page.getByText('1 personne pour 100 abonnés, 1er trimestre 2027').waitFor();
      await page.getByText('Le trimestre n’a pas commencé.').waitFor();
      await page.getByRole('button', { name: /^Retirer du plan : .*2027$/ }).click();
      await page.getByRole('button', { name: 'Retirer du plan : Lettre d’information' }).click();
      await expect.poll(objectives).toEqual([]);
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await objectives()).length).toBe(1);
    });
  });

  it('offers no people as an objective where a network counts none', async () => {
    await onPage({}, async (page) => {
      await visit(page, PLAN);
      await button(page, 'Fixer un objectif').click();
      await inDialog(page).getByLabel('Canal').selectOption({ label: 'Mastodon' });
      expect(await inDialog(page).getByLabel('Ce qui se compte').locator('option').allTextContents()).toEqual(['Le nombre de publications']);
      await inDialog(page).getByLabel('Publications').fill('12');
      await button(page, 'Enregistrer').click();
      await page.getByText('Mastodon : 12 publications').waitFor();
    });
  });

  it('stands without recommendations where they cannot be read', async () => {
    await onPage({}, async (page) => {
      await page.route('**/recommendations/outlook*', (route) => route.abort());
      await page.goto(PLAN);
      await page.getByRole('heading', { name: 'Quatre semaines' }).waitFor();
      await page.getByRole('heading', { name: 'Objectifs' }).waitFor();
      expect(await headingOf(page)).toBe('Votre plan commence par une décision');
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
  it('a report that was read before a decision tells of it at once', async () => {
    await onPage({}, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      await page.getByRole('heading', { level: 3 }).first().waitFor();
      await page.getByRole('link', { name: 'Plan', exact: true }).first().click();
      await button(page, 'Ajouter au plan').first().click();
      await inDialog(page).getByRole('button', { name: 'Ajouter au plan' }).click();
      await page.getByText('C’est au plan.').waitFor();
      await page.goBack();
      await page.getByText('Au plan depuis le 23 novembre 2026.').waitFor({ timeout: 5_000 });
    });
  });

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
