import type { Channel, PlannedPost, PlanLine } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const HOME = '/o/demonstration';
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;
const site = await openSite({
  hasDemonstration: true,
  furnish: async ({ visitor }) => {
    const channelId = (await visitor.json<Channel[]>('GET', at('channels')))[0]?.id;
    await visitor.json<PlanLine>('POST', at('plan/lines'), { kind: 'rule', title: 'Répondre le soir même', note: 'Un clafoutis à qui répond le premier', fromDay: '2025-01-01', toDay: '2025-12-31' });
    await visitor.json<PlannedPost>('POST', at('plan/posts'), { channelId, title: 'La recette du clafoutis', day: '2027-02-10', time: '18:30' });
    await visitor.json('POST', at('plan/objectives'), { channelId, quarter: '2027-Q1', measure: 'posts', target: 12 });
  },
});
const { onPage } = site;
const field = (page: Page) => page.getByRole('searchbox');
const focused = (page: Page) => page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? `field ${document.activeElement.value}` : document.activeElement?.textContent));
const found = (page: Page) => page.getByRole('main').getByRole('region');
const groups = async (page: Page) => (await found(page).getByRole('heading', { level: 2 }).allTextContents()).map(plain);

describe.skipIf(site.hasNoBrowser)('looking for something', () => {
  it('begins by a key on any page, keeps the words in the address, and leads by arrows to what was found', async () => {
    await onPage({}, async (page) => {
      await visit(page, HOME);
      await page.keyboard.press('/');
      await waitForHeading(page, 'Chercher');
      await expect.poll(() => focused(page)).toBe('field ');
      await page.keyboard.type('CLÀFOUTIS');
      await page.getByText('2 résultats pour').waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('CLÀFOUTIS');
      expect(await groups(page)).toEqual(['Publications prévues 1', 'Lignes du plan 1']);
      expect(await page.locator('mark').allTextContents()).toEqual(['clafoutis', 'clafoutis']);
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('La recette du clafoutis');
      await page.keyboard.press('ArrowUp');
      expect(await focused(page)).toBe('field CLÀFOUTIS');
      for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('Répondre le soir même');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/plan#ligne-/u);
      // A line that has ended lies folded away: it is unfolded.
      // What lies below the first sight is drawn a turn later, on a busy machine more than the second that is waited for otherwise.
      await page.getByText('Un clafoutis à qui').waitFor();
      await expect.poll(() => focused(page), { timeout: 10_000 }).toContain('Répondre le soir même');
      await page.goBack();
      await page.getByText('2 résultats pour').waitFor();
      expect(await field(page).inputValue()).toBe('CLÀFOUTIS');
    });
  });

  it('leads to the week of what is planned, to the post, and to all posts of the words', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/chercher?q=recette+clafoutis`);
      await page.getByRole('link', { name: 'La recette du clafoutis' }).click();
      await page.waitForURL(/plan\?semaine=2027-02-08#plan-calendar/u);
      await page.getByRole('button', { name: /La recette du clafoutis/u }).waitFor();
      await page.goto(`${HOME}/chercher?q=atelier`);
      const all = page.getByRole('link', { name: /^Voir les \d+ publications$/u });
      await all.waitFor();
      const total = /\d+/u.exec(await all.textContent() ?? '')?.[0] ?? '';
      await all.click();
      await waitForHeading(page, new RegExp(`^${total} publications répondent`, 'u'));
      await page.goBack();
      await found(page).first().getByRole('link').first().click();
      await page.waitForURL(/\/publications\/[0-9a-f-]{36}$/u);
    });
  });

  it('says what to write, that nothing is there, and that it could not look', async () => {
    await onPage({}, async (page) => {
      await visit(page, HOME);
      await page.getByRole('link', { name: 'Chercher' }).click();
      await waitForHeading(page, 'Chercher');
      expect(await found(page).count()).toBe(0);
      await field(page).fill('z');
      await field(page).press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('z');
      expect(await page.getByRole('alert').count()).toBe(0);
      await field(page).fill('zygomatique');
      await page.getByRole('heading', { name: /Aucun résultat/u }).waitFor();
      await page.route('**/search?*', (route) => route.abort());
      await field(page).fill('zygote');
      await page.getByRole('alert').waitFor({ timeout: 15_000 });
      await page.unroute('**/search?*');
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('heading', { name: /Aucun résultat/u }).waitFor();
    });
  });

  it.each(looks)('is without fault: %o', async (look) => {
    await onPage(look, async (page) => {
      for (const q of ['', 'atelier', 'clafoutis', 'zygomatique']) {
        await visit(page, `${HOME}/chercher?q=${q}`);
        if (q !== '') await page.getByText(/résultats? pour|Aucun résultat/u).first().waitFor();
        expect(await faultsOf(page), q).toEqual([]);
      }
    });
  });
});
