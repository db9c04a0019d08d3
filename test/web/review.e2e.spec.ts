import type { MonthReview, PlanLine, RecommendationDecision } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const REVIEW = '/o/demonstration/rapport/revue?mois=2026-10';
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;
const month = () => site.visitor.json<MonthReview>('GET', at('reports/2026-10/review'));
const decisions = () => site.visitor.json<RecommendationDecision[]>('GET', at('plan/decisions'));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const stepOf = (page: Page) => new URL(page.url()).searchParams.get('etape');
const names: Record<string, string> = { passe: 'Ce qui s’est passé', essais: 'Ce que nous avons essayé', decisions: 'Décider', mot: 'Écrire le mot du mois', cloture: 'Clore et transmettre' };
/** The step stands: in the address, and on the page. */
async function atStep(page: Page, address: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: names[address] ?? '', exact: true }).waitFor();
  expect(stepOf(page)).toBe(address);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
/** Names of the steps that are said to be done. */
const done = async (page: Page) => (await page.locator('.review-steps a[data-done="true"] .review-step-name').allTextContents()).map((name) => plain(name).replace(' (fait)', ''));

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  const { closedAt, version } = await month();
  if (closedAt !== null) await site.visitor.json('POST', at('reports/2026-10/reopen'), { version });
  await site.visitor.json('PUT', at('reports/2026-10/comment'), { comment: null, version: (await month()).version });
  for (const { id, recommendationId, isStanding } of await decisions()) if (isStanding) await site.visitor.ask('DELETE', at(`recommendations/${recommendationId}/decision?decision=${id}`));
});

describe.skipIf(site.hasNoBrowser)('the review of a month', () => {
  it('is lived with the keyboard alone, from the overview to a month that is closed', async () => {
    await onPage({}, async (page) => {
      await visit(page, '/o/demonstration');
      await page.getByRole('link', { name: 'Tenir la revue du mois' }).focus();
      await page.keyboard.press('Enter');
      await waitForHeading(page, 'La revue du mois : octobre 2026');
      await atStep(page, 'passe');
      await page.keyboard.press('ArrowRight');
      await atStep(page, 'essais');
      await expect.poll(() => focused(page)).toBe('Ce que nous avons essayé');
      await page.keyboard.press('ArrowLeft');
      await atStep(page, 'passe');
      await page.keyboard.press('ArrowRight');
      await atStep(page, 'essais');
      await page.keyboard.press('ArrowRight');
      await atStep(page, 'decisions');
      expect(await done(page)).toEqual(['Ce qui s’est passé', 'Ce que nous avons essayé']);
      for (const left of [2, 1, 0]) {
        await button(page, 'Pas pour nous').first().focus();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').getByLabel('Pourquoi').waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.type('Pas assez de monde');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('.advice').count()).toBe(left);
        await expect.poll(() => focused(page)).toBe('Décider');
      }
      expect(await decisions()).toHaveLength(3);
      await page.getByText('C’est décidé pour ce mois.').waitFor();
      await page.keyboard.press('ArrowRight');
      await atStep(page, 'mot');
      await button(page, 'Écrire un mot').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('Trois décisions.');
      // In a field they are the field's own.
      await page.keyboard.press('ArrowLeft');
      expect(stepOf(page)).toBe('mot');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await month()).comment).toBe('Trois décisions.');
      await page.getByRole('link', { name: 'Suite : Clore et transmettre' }).focus();
      await page.keyboard.press('Enter');
      await atStep(page, 'cloture');
      await button(page, 'Clore octobre').focus();
      await page.keyboard.press('Enter');
      await page.getByText('voici ce qui a été retenu').waitFor();
      expect((await month()).closedAt).not.toBeNull();
      expect(await done(page)).toHaveLength(5);
      expect(await page.getByRole('link', { name: 'Télécharger le PDF' }).getAttribute('href')).toMatch(/reports\/2026-10\.pdf$/u);
    });
  });

  it('begins again where one stopped, whoever did what meanwhile', async () => {
    await onPage({}, async (page) => {
      await visit(page, REVIEW);
      await atStep(page, 'passe');
      await page.getByRole('link', { name: 'Suite : Ce que nous avons essayé' }).click();
      await atStep(page, 'essais');
      await visit(page, REVIEW);
      await atStep(page, 'essais');
      await page.getByRole('link', { name: 'Suite : Décider' }).click();
      await atStep(page, 'decisions');
      await site.visitor.json('PUT', at('reports/2026-10/comment'), { comment: 'Écrit ailleurs', version: (await month()).version });
      await visit(page, REVIEW);
      await atStep(page, 'decisions');
      expect(await done(page)).toEqual(['Ce qui s’est passé', 'Ce que nous avons essayé', 'Écrire le mot du mois']);
    });
  });

  it('takes a decision back from the message that it leaves, and asks again', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${REVIEW}&etape=decisions`);
      await button(page, 'Ajouter au plan').first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Ajouter au plan' }).click();
      await page.getByRole('heading', { name: 'Décidé depuis la fin du mois' }).waitFor();
      await expect.poll(() => page.locator('.advice').count()).toBe(2);
      await button(page, 'Annuler').click();
      await expect.poll(() => page.locator('.advice').count()).toBe(3);
      expect(await decisions()).toEqual([]);
    });
  });

  it('leads to an experiment where one can be tried, and back', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${REVIEW}&etape=decisions`);
      await button(page, 'Tester chez nous').first().click();
      await page.getByRole('dialog', { name: 'Tester chez nous' }).waitFor();
      await page.goBack();
      await atStep(page, 'decisions');
    });
  });

  it('tells beside a line of the plan what following it changed', async () => {
    const [line] = await site.visitor.json<[PlanLine]>('GET', at('plan/lines'));
    const outcome = { lineId: line.id, kind: 'too-few-posts', dimension: 'band', level: 'evening', posts: { before: 4, after: 2 }, control: { before: 9, after: 9 }, growing: 0, fromDay: line.fromDay, until: '2026-11-23', since: '2026-01-01', cutAt: null, sharedWith: [], isAdapted: false, isPaidUnknown: false, followed: { before: { posts: 13, ofKind: 4 }, after: { posts: 11, ofKind: 2 } } };
    await onPage({}, async (page) => {
      await page.route('**/plan/outcomes', (route) => route.fulfill({ json: [outcome] }));
      await visit(page, `${REVIEW}&etape=essais`);
      const row = page.getByRole('region', { name: 'Au plan ce mois-là' }).getByRole('listitem').filter({ hasText: line.title });
      expect(plain(await row.textContent())).toContain('Trop tôt pour le dire : vos publications de début de soirée : 4 avant, 2 depuis. Il en faut 8 de chaque côté.');
    });
  });

  it('says of a month that is not over that it cannot be closed yet', async () => {
    await onPage({}, async (page) => {
      await visit(page, '/o/demonstration/rapport/revue?mois=2026-11&etape=cloture');
      await page.getByText('le clore à partir du 1er décembre 2026').waitFor();
      expect(await page.getByRole('button', { name: /^Clore/u }).count()).toBe(0);
    });
  });

  it('says what was kept of a closed month, asks nothing more of it, and is offered nowhere', async () => {
    await site.visitor.json('POST', at('reports/2026-10/close'), { version: (await month()).version });
    await onPage({}, async (page) => {
      await visit(page, `${REVIEW}&etape=decisions`);
      await page.getByText('la suite se décide dans le plan').waitFor();
      expect(await page.locator('.advice').count()).toBe(0);
      for (const path of ['', '/rapport?mois=2026-10']) {
        await visit(page, `/o/demonstration${path}`);
        expect(await page.getByRole('link', { name: 'Tenir la revue du mois' }).count()).toBe(0);
      }
    });
  });

  it('begins with figures where there are none', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/rapport/revue`);
      expect(await headingOf(page)).toMatch(/^La revue du mois/u);
      await page.getByText('La revue commence par des chiffres').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('lets who reads follow, and decide nothing', async () => {
    const reader = await memberOfRole('reader', { portee: site.portee, slug: 'demonstration' });
    await asSignedIn({ browser: site.browser, visitor: reader, look: {} }, async (page) => {
      await visit(page, `${REVIEW}&etape=decisions`);
      await page.getByText('La coordination décide.').waitFor();
      expect(await button(page, 'Ajouter au plan').count()).toBe(0);
      await visit(page, `${REVIEW}&etape=cloture`);
      await page.getByText('La coordination clôt le mois.').waitFor();
      expect(await button(page, 'Clore octobre').count()).toBe(0);
    });
  });

  it.each(looks)('has no fault at any step: $width $theme', async (look) => {
    await onPage(look, async (page) => {
      for (const step of ['passe', 'essais', 'decisions', 'mot', 'cloture']) {
        await visit(page, `${REVIEW}&etape=${step}`);
        expect({ step, faults: await faultsOf(page) }).toEqual({ step, faults: [] });
      }
    });
  });
});
