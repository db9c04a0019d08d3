import type { ChannelOutlook, ComparedChannel } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { comparedOutlooks, sampleCompared } from '../fixtures/insights.sample.js';
import { sampleReport } from '../fixtures/monthly-report.sample.js';
import { faultsOf, headingOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { takePicture } from '../support/picture.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const CHANNELS = '/o/demonstration/canaux?mois=2026-10';

/** The page over invented answers. */
async function play(page: Page, { channels = sampleCompared(), outlooks = comparedOutlooks() }: { channels?: ComparedChannel[]; outlooks?: ChannelOutlook[] } = {}): Promise<void> {
  const answers = { 'insights/channels': channels, 'recommendations/outlook': outlooks, 'reports/2026-10': sampleReport() };
  for (const [door, body] of Object.entries(answers)) await page.route(`**/${door}*`, (route) => route.fulfill({ json: body }));
  await visit(page, CHANNELS);
}

const compared = (page: Page): ReturnType<Page['locator']> => page.locator('.channels-table > .table-frame tbody tr');
const networks = async (page: Page): Promise<string[]> => (await compared(page).locator('.channels-name > span').evaluateAll((names) => names.map((name) => name.firstChild?.textContent ?? '')));
const cell = async (page: Page, network: string, column: number): Promise<string> => plain(await compared(page).filter({ hasText: network }).locator('td').nth(column).innerText());

describe.skipIf(site.hasNoBrowser)('the comparison of channels', () => {
  it('is sorted by keyboard, holds its order in the address, and keeps the unknown last both ways', async () => {
    await onPage({}, async (page) => {
      await play(page);
      const reach = page.getByRole('columnheader', { name: 'Personnes touchées pour 100 abonnés' });
      await reach.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/tri=-portee/);
      // The address changes first, the page after it.
      await expect.poll(() => networks(page)).toEqual(['Lettre d’information', 'Instagram', 'Facebook', 'YouTube', 'Mastodon']);
      await page.keyboard.press('Enter');
      await page.waitForURL(/tri=portee/);
      await expect.poll(() => networks(page)).toEqual(['Facebook', 'Instagram', 'Lettre d’information', 'YouTube', 'Mastodon']);
      expect(await reach.getAttribute('aria-sort')).toBe('ascending');
      await page.reload();
      await compared(page).nth(4).waitFor();
      await expect.poll(() => networks(page)).toEqual(['Facebook', 'Instagram', 'Lettre d’information', 'YouTube', 'Mastodon']);
    });
  });

  it('is sorted from a list where it has no headings to press', async () => {
    await onPage({ width: 360 }, async (page) => {
      await play(page);
      await page.getByLabel('Trier').selectOption('-abonnes');
      await page.waitForURL(/tri=-abonnes/);
      await expect.poll(async () => (await networks(page)).slice(0, 2)).toEqual(['Facebook', 'Instagram']);
    });
  });

  it('never puts a stand-in where reach stands', async () => {
    await onPage({}, async (page) => {
      await play(page);
      expect(await cell(page, 'Mastodon', 1)).toBe('— non mesurable sur ce réseau');
      const standIns = page.locator('.stand-ins');
      expect(plain(await standIns.getByRole('columnheader').last().textContent())).toMatch(/^À la place : réactions, commentaires et partages/);
      expect(plain(await standIns.getByRole('row').last().textContent())).toContain('Mastodon');
      expect(await page.locator('.channels-table > .table-frame').getByText('réactions').count()).toBe(0);
    });
  });

  it('says why there is no figure, and compares nobody by two months of hours', async () => {
    await onPage({}, async (page) => {
      await play(page, { channels: sampleCompared().map((one) => (one.network === 'mastodon' ? { ...one, euros: 0, monthsWithEuros: 12 } : one)) });
      expect(await cell(page, 'Mastodon', 4)).toBe('— rien dépensé');
      expect(await cell(page, 'Facebook', 3)).toBe('353 34 100 contacts pour 96 h 30, 10 mois');
      expect(await cell(page, 'Instagram', 3)).toMatch(/moins de 3 mois : ne se compare pas$/);
      expect(await cell(page, 'Lettre', 3)).toBe('— heures non saisies');
      expect(await cell(page, 'Lettre', 4)).toBe('— dépenses non saisies');
      expect(await cell(page, 'YouTube', 1)).toMatch(/^— 3 publications jugées en douze mois/);
      await page.getByRole('columnheader', { name: 'Contacts par heure' }).getByRole('button').click();
      await page.waitForURL(/tri=-heure/);
      await expect.poll(async () => (await networks(page))[0]).toBe('Facebook');
    });
  });

  it('names who reaches a larger share, and that this is not more people', async () => {
    await onPage({}, async (page) => {
      await play(page);
      await waitForHeading(page, 'Instagram touche une plus grande part de ses abonnés que vos autres canaux');
      const verdicts = page.locator('.channels-verdicts');
      expect(plain(await verdicts.locator('header').textContent())).toContain('une plus grande part n’est pas plus de monde. Une publication typique touche environ 425 personnes');
      expect(plain(await verdicts.getByRole('listitem').filter({ hasText: 'Instagram' }).textContent())).toContain('Indice solide, environ +34 %');
      expect(await verdicts.getByRole('listitem').filter({ hasText: 'Mastodon' }).count()).toBe(0);
    });
  });

  it('draws every year on one scale, with its seam and its gap', async () => {
    await onPage({}, async (page) => {
      await play(page);
      const drawings = page.locator('.years svg[role=img]');
      await drawings.first().waitFor();
      const axes = await drawings.evaluateAll((all) => all.map((one) => [...one.querySelectorAll('[data-mark=quiet][text-anchor=end]')].map((label) => label.textContent).join(' ')));
      expect(new Set(axes)).toEqual(new Set(['3 6 12 24 48']));
      const facebook = page.locator('.years li').filter({ hasText: 'Facebook' });
      expect(plain(await facebook.getByRole('heading').textContent())).toBe('Entre 5 et 7 pour 100 depuis juin, trop tôt pour parler de tendance');
      expect(await facebook.locator('[data-mark=seam]').count()).toBe(1);
      expect(await facebook.locator('text').filter({ hasText: 'non mesuré' }).count()).toBe(1);
      expect(plain(await page.locator('.years li').filter({ hasText: 'Mastodon' }).textContent())).toContain('Non mesurable sur ce réseau');
    });
  });

  it('gives the years as one picture, each with its name, its finding and its remarks', async () => {
    await onPage({ theme: 'dark' }, async (page) => {
      await play(page);
      const { file, width, words, corner, drawing } = await takePicture(page);
      expect([file, width]).toEqual(['demonstration-2026-10-years.png', 2400]);
      expect(words).toMatch(/^Douze mois, tous à la même échelle .*Facebook, .*Entre 5 et 7 pour 100 depuis juin, trop tôt pour parler de tendance.*non mesuré.*Facebook\. .*Chiffres relevés le .* Données fictives/u);
      expect(words).not.toContain('Mastodon');
      expect(corner).toEqual([255, 255, 255]);
      expect(drawing).toBeGreaterThan(1_000);
    });
  });
});

describe.skipIf(site.hasNoBrowser)('the page of channels', () => {
  it('asks for the twelve months that end with the one on screen', async () => {
    await onPage({}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => { if (request.url().includes('/insights/channels')) asked.push(new URL(request.url()).search); });
      await visit(page, CHANNELS);
      await compared(page).nth(4).waitFor();
      await page.getByRole('button', { name: 'Mois précédent' }).click();
      await page.waitForURL(/mois=2026-09/);
      await expect.poll(() => asked, { timeout: 15_000 }).toEqual(['?from=2025-11&to=2026-10', '?from=2025-10&to=2026-09']);
    });
  });

  it('waits for channels, and has nothing to compare one with', async () => {
    await onPage({}, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/canaux`);
      expect(await headingOf(page)).toBe('Vos canaux seront ici, côte à côte');
      await play(page, { channels: sampleCompared().slice(0, 1), outlooks: comparedOutlooks().slice(0, 1) });
      expect(await headingOf(page)).toBe('Un seul canal : rien à comparer encore');
      expect(await page.locator('.channels-verdicts').count()).toBe(0);
    });
  });

  it('keeps its figures in sight when verdicts or years cannot be read, and says so', async () => {
    await onPage({}, async (page) => {
      for (const door of ['**/recommendations/outlook*', '**/reports/2026-10*']) await page.route(door, (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ reason: 'forbidden', status: 403 }) }));
      await visit(page, CHANNELS);
      await page.getByRole('alert').nth(1).waitFor();
      expect(await compared(page).count()).toBe(5);
      expect(await headingOf(page)).toBe('5 canaux, côte à côte');
    });
  });

  it.each(looks)('is without fault, $theme, $width pixels', async (look) => {
    await onPage(look, async (page) => {
      await play(page);
      await page.locator('.years svg[role=img]').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
