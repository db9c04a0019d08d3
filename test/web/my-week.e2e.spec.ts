import type { Channel } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { clearCalendar } from '../support/clear-calendar.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import type { Visitor } from '../support/visitor.js';

const HOME = '/o/demonstration';
const at = (path: string) => `/api/v1/organisations/demonstration/${path}`;
let contributor: Visitor;
const site = await openSite({
  hasDemonstration: true,
  furnish: async ({ portee, visitor }) => {
    contributor = await memberOfRole('contributor', { portee, slug: 'demonstration' });
    await clearCalendar(visitor, { from: '2026-11-01', to: '2026-12-31' });
    const channelId = (await visitor.json<Channel[]>('GET', at('channels'))).find(({ network }) => network === 'facebook')?.id;
    const plan = (day: string, title: string) => visitor.json('POST', at('plan/posts'), { channelId, title, day, time: '18:30', format: 'photo', role: 'médiation', note: 'Demander la photo à l’accueil' });
    await plan('2026-12-03', 'Les costumes');
    await plan('2026-11-26', 'Les coulisses');
    await plan('2026-12-08', 'Trop loin');
    await plan('2026-11-20', 'Passée');
  },
});
const titles = async (page: Page, name: string) => (await page.getByRole('region', { name }).getByRole('heading', { level: 3 }).allTextContents()).map(plain);

describe.skipIf(site.hasNoBrowser)('whoever publishes', () => {
  it('finds first what to publish next, when, where and how; on a phone too', async () => {
    await asSignedIn({ browser: site.browser, visitor: contributor, look: { width: 360 } }, async (page) => {
      await page.goto('/');
      await page.waitForURL(`**${HOME}/ma-semaine`);
      await waitForHeading(page, 'Jeudi 26 novembre à 18 h 30 : Les coulisses');
      expect(await titles(page, 'À publier')).toEqual(['Les coulisses', 'Les costumes']);
      const first = page.getByRole('region', { name: 'À publier' }).getByRole('listitem').first();
      await first.getByText('Facebook · Photo · médiation').waitFor();
      await first.getByText('Demander la photo à l’accueil').waitFor();
    });
  });

  it('sees how the last ones did against what is usual, and what the figures bear on when', async () => {
    await asSignedIn({ browser: site.browser, visitor: contributor, look: {} }, async (page) => {
      await visit(page, `${HOME}/ma-semaine`);
      const last = page.getByRole('region', { name: 'Vos dernières publications' });
      await expect.poll(() => last.getByRole('listitem').count()).toBe(3);
      // The latest is too young, or on a network that counts no people; the others can be judged.
      await expect.poll(() => last.getByText(/que d’habitude|comme d’habitude/u).count()).toBe(2);
      await expect.poll(async () => (await last.getByRole('listitem').locator('b:text-matches("que d’habitude|comme d’habitude|grandit encore|On ne sait pas|pour 100 abonnés")').count())).toBe(3);
      const moments = page.getByRole('region', { name: 'Quand publier' });
      await moments.getByRole('link', { name: 'Tous les jours et heures' }).waitFor();
      const cards = await moments.getByRole('article').count();
      expect(await moments.getByText('Aucun moment ne se détache').count()).toBe(cards === 0 ? 1 : 0);
      await last.getByRole('link').first().click();
      await page.waitForURL(/\/publications\/[0-9a-f-]{36}$/u);
    });
  });

  it('is told that nothing is planned, and nothing was published', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/ma-semaine`);
      expect(await headingOf(page)).toBe('Rien n’est prévu d’ici au 6 décembre');
      await page.getByText('Rien n’a encore été relevé.').waitFor();
      await page.getByText('Portée n’a pas encore de chiffres pour dire quand publier.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('is the only one who goes there first; the others find it beside the month', async () => {
    await site.onPage({}, async (page, home) => {
      await page.goto('/');
      await page.waitForURL((url) => url.pathname === home);
      await page.getByRole('navigation').getByRole('link', { name: 'Ma semaine' }).click();
      await page.waitForURL(`**${home}/ma-semaine`);
    });
  });

  it.each(looks)('has a page without fault: %o', async (look) => {
    await asSignedIn({ browser: site.browser, visitor: contributor, look }, async (page) => {
      await visit(page, `${HOME}/ma-semaine`);
      await expect.poll(() => page.locator('.loading').count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
