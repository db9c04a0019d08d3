import type { MonthlyReport, MonthReview } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, headingOf, looks, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const at = (path: string, month = '2026-09') => `/api/v1/organisations/demonstration/reports/${month}/${path}`;
const PAGE = '/o/demonstration/rapport?mois=2026-09';
const review = (month = '2026-09') => site.visitor.json<MonthReview>('GET', at('review', month));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const word = (page: Page) => page.getByLabel('Votre mot');

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  const { closedAt, version } = await review();
  if (closedAt !== null) await site.visitor.json('POST', at('reopen'), { version });
  await site.visitor.json('PUT', at('comment'), { comment: null, version: (await review()).version });
});

describe.skipIf(site.hasNoBrowser)('the review of a month', () => {
  it('takes in the team’s word, closes the month, and undoes both', async () => {
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Écrire un mot').click();
      await word(page).fill('Septembre a été porté par la fête.');
      await button(page, 'Enregistrer').click();
      await page.getByText('Le mot est enregistré').waitFor();
      await page.locator('.report-comment').getByText('porté par la fête').waitFor();
      await button(page, 'Clore septembre').click();
      await page.getByText('Le mois est clos.').waitFor();
      await page.getByRole('heading', { name: 'Mois clos le 23 novembre 2026' }).waitFor();
      expect(await button(page, 'Modifier').count()).toBe(0);
      expect(await site.visitor.json<MonthlyReport>('GET', '/api/v1/organisations/demonstration/reports/2026-09')).toMatchObject({ comment: 'Septembre a été porté par la fête.', closed: { by: 'owner' } });
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await review()).closedAt).toBeNull();
      await button(page, 'Clore septembre').waitFor();
    });
  });

  it('undoes the closing of the month that was closed, whichever month is looked at by then', async () => {
    await site.visitor.json('POST', at('close'), { version: (await review()).version });
    await onPage({}, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      await button(page, 'Clore octobre').click();
      await page.getByText('Le mois est clos.').waitFor();
      await page.getByRole('button', { name: 'Mois précédent' }).click();
      await waitForHeading(page, 'Le mois en entier : septembre 2026');
      await button(page, 'Rouvrir le mois').waitFor();
      await button(page, 'Annuler').click();
      await expect.poll(async () => (await review('2026-10')).closedAt).toBeNull();
      expect((await review()).closedAt).not.toBeNull();
    });
  });

  it('keeps what is being written through other months and pages, and is not closed over it', async () => {
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Écrire un mot').click();
      await page.keyboard.type('La fête, encore');
      expect(await button(page, 'Clore septembre').count()).toBe(0);
      await page.getByRole('button', { name: 'Mois précédent' }).click();
      await waitForHeading(page, 'Le mois en entier : août 2026');
      expect(await word(page).count()).toBe(0);
      await page.getByRole('button', { name: 'Mois suivant' }).click();
      await expect.poll(() => word(page).inputValue()).toBe('La fête, encore');
      await button(page, 'Annuler').click();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Écrire un mot');
      await button(page, 'Clore septembre').waitFor();
    });
  });

  it('stands under the name of its own month while another is on its way', async () => {
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      const answer = Promise.withResolvers<undefined>();
      await page.route('**/reports/2026-08', async (route) => { await answer.promise; await route.continue(); });
      await page.getByRole('button', { name: 'Mois précédent' }).click();
      await page.locator('.report[aria-busy="true"]').waitFor();
      expect(await headingOf(page)).toBe('Le mois en entier : septembre 2026');
      answer.resolve(undefined);
      await waitForHeading(page, 'Le mois en entier : août 2026');
    });
  });

  it('shows who writes what somebody else wrote meanwhile, and loses neither', async () => {
    await onPage({}, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Écrire un mot').click();
      await word(page).fill('La seconde version');
      await site.visitor.json('PUT', at('comment'), { comment: 'La première version', version: (await review()).version });
      await button(page, 'Enregistrer').click();
      await page.getByText('Quelqu’un d’autre a écrit').waitFor();
      await page.getByText('La première version').waitFor();
      expect(await word(page).inputValue()).toBe('La seconde version');
      await button(page, 'Garder ma version').click();
      await button(page, 'Enregistrer').click();
      await expect.poll(async () => (await review()).comment).toBe('La seconde version');
    });
  });

  it('is not offered for a month that is not over', async () => {
    await onPage({}, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-11');
      await button(page, 'Écrire un mot').waitFor();
      expect(await page.getByRole('button', { name: 'Clore' }).count()).toBe(0);
    });
  });

  it.each(looks)('has no fault, open, being written and closed: $width $theme', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, PAGE);
      await button(page, 'Écrire un mot').click();
      expect(await faultsOf(page)).toEqual([]);
      await site.visitor.json('PUT', at('comment'), { comment: 'Un mot sans espace : '.concat('x'.repeat(300)), version: (await review()).version });
      await site.visitor.json('POST', at('close'), { version: (await review()).version });
      await visit(page, PAGE);
      await page.getByRole('heading', { name: 'Mois clos' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
