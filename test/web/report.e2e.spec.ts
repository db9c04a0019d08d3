import type { MonthlyReport } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { crowdedReport } from '../fixtures/crowded-report.sample.js';
import { faultsOf, type Look, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });

/** The page of a month over an invented answer. */
function onReport(report: MonthlyReport, look: Look, see: (page: Page) => Promise<void>): Promise<void> {
  return site.onPage(look, async (page) => {
    await page.route('**/reports/2026-10*', (route) => route.fulfill({ json: report }));
    await visit(page, '/o/demonstration/rapport?mois=2026-10');
    await page.getByRole('heading', { name: 'Nos canaux, un par un' }).waitFor();
    await see(page);
  });
}

const forty = crowdedReport({ channels: 40, name: (index) => `Le Lavoir ${index}` });

describe.skipIf(site.hasNoBrowser)('the month’s page, with forty channels', () => {
  it('shows the main one first and ten at once, the others when asked', async () => {
    await onReport(forty, {}, async (page) => {
      const channels = page.getByRole('region', { name: 'Nos canaux, un par un' }).getByRole('rowheader');
      expect(await channels.count()).toBe(10);
      expect(plain(await channels.first().textContent())).toContain('Le Lavoir 0');
      await page.getByText('10 sur 40').waitFor();
      await page.getByRole('button', { name: 'Afficher la suite' }).click();
      await page.getByText('40 sur 40').waitFor();
      expect(await channels.count()).toBe(40);
    });
  });

  it('says what is proposed and how we know, in words', async () => {
    await onReport(forty, {}, async (page) => {
      const proposals = page.getByRole('region', { name: 'Ce que nous proposons' });
      expect(await proposals.getByRole('article').count()).toBe(3);
      expect(plain(await proposals.textContent())).toContain('Comment le savons-nous ?');
    });
  });

  it('copies each of its tables for a spreadsheet: what stands under a figure has a column of its own', async () => {
    await onReport(forty, {}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const copies = page.getByRole('button', { name: /^Copier en CSV : /u });
      const tables: Record<string, string[]> = {};
      for (const button of await copies.all()) {
        const what = plain(await button.getAttribute('aria-label')).replace('Copier en CSV : ', '');
        await button.click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe(Object.values(tables).at(-1)?.join('\r\n') ?? '');
        tables[what] = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
      }
      const channels = tables['Nos canaux, un par un'] ?? [];
      expect(channels[0]).toBe('"Canal","Canal (précisions)","Abonnés","Abonnés (précisions)","Personnes touchées pour 100 abonnés","Personnes touchées pour 100 abonnés (précisions)","Partages pour 100 j’aime","Partages pour 100 j’aime (précisions)","Publications","Publications (précisions)"');
      expect(channels[1]).toMatch(/^"Facebook","Le Lavoir 0","2840","'\+34 en un mois","5,6","probablement entre 4,1 et 7,7; 21 publications, octobre 2026","21","143 pour 684",/u);
      expect(channels).toHaveLength(11);
      expect(Object.keys(tables)).toEqual(expect.arrayContaining(['Les plus vues', 'Les moins vues', 'Nos canaux, un par un']));
      expect(Object.keys(tables).length).toBe(await page.getByRole('table').count());
    });
  });

  it.each(looks)('has no fault in $theme at $width, whatever the names', async (look) => {
    await onReport(crowdedReport({ channels: 40, name: (index) => `${index}${'bibliotheque'.repeat(9)}` }), look, async (page) => {
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
