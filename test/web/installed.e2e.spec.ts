import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultsOf, looks, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const HOME = '/o/demonstration';
const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const manifestShape = z.object({
  name: z.string(), short_name: z.string(), lang: z.literal('fr-BE'), start_url: z.literal('/'), scope: z.literal('/'), display: z.literal('standalone'), theme_color: z.string(), background_color: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string().optional() })),
});
const away = (page: Page) => page.getByRole('status').getByText(/(Pas de connexion|Portée ne répond plus) depuis/u);

describe.skipIf(site.hasNoBrowser)('Portée on a phone', () => {
  it('can be installed: a browser finds nothing that keeps it from that, and each icon is what it says', async () => {
    await onPage({ width: 360 }, async (page) => {
      await visit(page, HOME);
      const session = await page.context().newCDPSession(page);
      const { errors, url } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      // A window of tests is a private one: browsers install from none.
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
      const answer = await page.request.get(url);
      expect(answer.headers()['content-type']).toMatch(/^application\/manifest\+json/u);
      const { icons } = manifestShape.parse(await answer.json());
      expect(icons.map(({ sizes, purpose }) => [sizes, purpose ?? 'any'])).toEqual([['any', 'any'], ['192x192', 'any'], ['512x512', 'any'], ['512x512', 'maskable']]);
      const linked = { src: await page.locator('link[rel=apple-touch-icon]').getAttribute('href') ?? '', sizes: '180x180', type: 'image/png' };
      for (const { src, sizes, type } of [...icons, linked]) {
        expect((await page.request.get(src)).headers()['content-type'], src).toBe(type);
        const drawn = await page.evaluate(async (address) => { const image = new Image(); image.src = address; await image.decode(); return `${String(image.naturalWidth)}x${String(image.naturalHeight)}`; }, src);
        if (sizes !== 'any') expect(drawn, src).toBe(sizes);
      }
    });
  });

  it('has the ground of the theme that was chosen around it', async () => {
    await onPage({ theme: 'light' }, async (page) => {
      await page.addInitScript(() => { localStorage.setItem('portee.theme', 'dark'); });
      await visit(page, HOME);
      expect(new Set(await page.locator('meta[name=theme-color]').evaluateAll((told) => told.map((meta) => meta.getAttribute('content')?.toUpperCase())))).toEqual(new Set(['#14172A']));
    });
  });
});

describe.skipIf(site.hasNoBrowser)('without a network', () => {
  it('what was loaded stays, with since when; a page that was asked for comes by itself once there is one', async () => {
    await onPage({ width: 360 }, async (page) => {
      await visit(page, `${HOME}/plus`);
      await page.context().setOffline(true);
      await away(page).waitFor();
      await page.getByRole('link', { name: 'Les mots de Portée' }).click();
      await page.waitForURL(/\/mots$/u);
      await page.getByRole('heading', { level: 1, name: 'Les autres pages' }).waitFor();
      expect(await page.getByText('Cette page s’est arrêtée').count()).toBe(0);
      await page.context().setOffline(false);
      await waitForHeading(page, 'Les mots de Portée');
      await expect.poll(() => away(page).count()).toBe(0);
    });
  });

  it('what was not read is not called empty, and comes by itself', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/chercher`);
      await page.context().setOffline(true);
      await page.getByRole('searchbox').fill('atelier');
      await page.getByText('Cela n’a pas encore pu être lu').waitFor();
      await page.context().setOffline(false);
      await page.getByText(/résultats pour/u).waitFor();
      expect(await page.getByText('Cela n’a pas encore pu être lu').count()).toBe(0);
    });
  });

  it('or without an answer over one, figures on screen are said to be from before, and read again with the first answer', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/publications`);
      await page.route('**/api/v1/**', (route) => route.abort());
      await page.getByRole('searchbox').first().or(page.getByLabel('Chercher dans les textes')).first().fill('atelier');
      await page.keyboard.press('Enter');
      await away(page).waitFor();
      const again = page.waitForRequest((request) => request.url().includes('/posts?'));
      await page.unroute('**/api/v1/**');
      await again;
      await waitForHeading(page, /répondent à ces choix/u);
      await expect.poll(() => away(page).count()).toBe(0);
    });
  });

  it.each(looks)('is said without fault: %o', async (look) => {
    await onPage(look, async (page) => {
      await visit(page, HOME);
      await page.context().setOffline(true);
      await away(page).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
