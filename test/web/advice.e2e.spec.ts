import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { faultsOf, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const HOME = '/o/demonstration?mois=2026-10';
const LESSONS = '[aria-labelledby=lessons]';

/** The overview of the demonstration, once it says what to draw from it. */
async function visitLessons(page: Page): Promise<void> {
  await visit(page, HOME);
  await page.locator(LESSONS).getByRole('article').first().waitFor();
}

/** Twelve posts of a page after the last change of definition: mornings, then evenings. */
function twelvePosts(): string {
  const rows = [40, 55, 60, 62, 66, 70, 75, 81, 90, 240, 22, 58].map((reach, index) => {
    const day = String(index + 3).padStart(2, '0');
    return `La Remise,facebook,${String(index)},2026-10-${day}T${index < 7 ? '09' : '18'}:00:00+02:00,photo,false,1200,${String(reach)},"Concert de saison, soirée ${String(index + 1)}",2026-11-15T10:00:00Z`;
  });
  return ['channel,network,post_id,published_at,format,paid,followers,reach,text,observed_at', ...rows].join('\n');
}

const solid = (page: Page): ReturnType<Page['locator']> => page.locator(`${LESSONS} article`).filter({ hasText: 'Indice solide' }).first();

describe.skipIf(site.hasNoBrowser)('what to draw from the month', () => {
  it.each(looks)('is without fault with its explanations open, $theme, $width pixels', async (look) => {
    await onPage(look, async (page) => {
      await visitLessons(page);
      const summaries = page.locator('.evidence > summary');
      for (const summary of await summaries.all()) await summary.click();
      // What was tested needs no figures that are fetched: it is explained by a sentence.
      await page.waitForFunction(() => [...document.querySelectorAll('.evidence')].every((one) => one.querySelector('summary ~ dl, summary ~ p:not([role])') !== null));
      expect(await summaries.count()).toBeGreaterThan(1);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('is three things at most, each with its certainty, its channel and its number of posts', async () => {
    await onPage({}, async (page) => {
      await visitLessons(page);
      const things = await page.locator(`${LESSONS} article`).allTextContents();
      expect(things.length).toBeLessThanOrEqual(3);
      for (const thing of things.map(plain)) {
        expect(thing).toMatch(/^(Testé chez vous|Indice solide|À vérifier|Pas encore assez de données|Pas de différence visible) (Facebook|Instagram|Lettre d’information)/);
        expect(thing).toMatch(/\d+ publications?/);
      }
    });
  });

  it('is explained to the keyboard: range, what is held equal, and the way to every post', async () => {
    await onPage({}, async (page) => {
      await visitLessons(page);
      const thing = solid(page);
      await thing.locator('summary').focus();
      await page.keyboard.press('Enter');
      await thing.getByText('À conditions égales').waitFor();
      expect(plain(await thing.locator('.interval').getAttribute('aria-label'))).toMatch(/^Environ [+−×].* probablement entre .* et .*\.$/);
      const posts = thing.locator('.evidence-posts a');
      const few = await posts.count();
      await thing.getByRole('button', { name: /^(Voir les|Les voir)/ }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => posts.count()).toBeGreaterThan(few);
      await posts.nth(few).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
      await page.getByRole('heading', { level: 1 }).waitFor();
    });
  });

  it('leaves the rest of the page alone when it cannot be read, and is asked again by one press', async () => {
    await onPage({}, async (page) => {
      const door = '**/recommendations/outlook*';
      await page.route(door, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"x","status":500,"reason":"unexpected"}' }));
      await visit(page, HOME);
      await page.getByRole('heading', { name: 'Les conseils n’ont pas pu être lus' }).waitFor();
      expect(plain(await page.getByRole('heading', { level: 1 }).textContent())).toMatch(/^Pour 100 abonnés/);
      await page.unroute(door);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.locator(LESSONS).getByRole('article').first().waitFor();
    });
  });
});

describe.skipIf(site.hasNoBrowser)('a centre that has little', () => {
  it('is told nothing while nothing was imported', async () => {
    await onPage({}, async (page) => {
      await visit(page, `/o/${site.visitor.slug}`);
      await page.getByRole('heading', { level: 1, name: 'Ici se lira le mois de votre centre' }).waitFor();
      expect(await page.locator(LESSONS).count()).toBe(0);
    });
  });

  it('sees its twelve posts, the eight that are missing, and something to try meanwhile', async () => {
    await importFile(site.visitor, { name: 'octobre.csv', bytes: twelvePosts() });
    await onPage({ width: 360 }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}?mois=2026-10`);
      const thing = page.locator(LESSONS);
      await thing.getByRole('heading', { name: 'Trop tôt pour des conseils' }).waitFor();
      await thing.getByRole('heading', { name: '12 publications jugées, il en faut au moins 20' }).waitFor();
      await thing.locator('.few').waitFor();
      expect(await thing.locator('.few-head[data-missing=false]').count()).toBe(12);
      expect(await thing.locator('.few-head[data-missing=true]').count()).toBe(8);
      await thing.getByText('un essai simple').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
