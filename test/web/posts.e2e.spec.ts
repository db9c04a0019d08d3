import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, headingOf, looks, plain, visit } from '../support/signed-in.js';
import { takePicture } from '../support/picture.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const { onPage } = site;
const POSTS = '/o/demonstration/publications';

const rows = (page: Page): ReturnType<Page['locator']> => page.locator('.table tbody tr');
const isFalling = (figures: readonly number[]): boolean => figures.length > 1 && figures.every((figure, place) => place === 0 || figure <= (figures[place - 1] ?? 0));

describe.skipIf(site.hasNoBrowser)('the list of posts', () => {
  it('shows fifty, says of how many, and goes on from there', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      await rows(page).first().waitFor();
      const total = Number((await headingOf(page)).replaceAll(/\D/g, ''));
      expect(await rows(page).count()).toBe(50);
      await page.getByRole('button', { name: 'Afficher la suite' }).click();
      await rows(page).nth(99).waitFor();
      expect(plain(await page.locator('.show-more [role=status]').textContent())).toBe(`100 sur ${String(total)}`);
    });
  });

  it('keeps every choice in the address, and gives it back when one goes back', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      await page.getByLabel('Format', { exact: true }).selectOption('video');
      await page.waitForURL(/format=video/);
      await page.getByRole('heading', { level: 1, name: /répond/ }).waitFor();
      const videos = await headingOf(page);
      await page.getByLabel('Chercher dans les textes').fill('FANFARE');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=FANFARE/);
      // Going back before the page has followed would leave what is written as it is.
      await expect.poll(() => headingOf(page)).not.toBe(videos);
      await page.goBack();
      await page.waitForURL((url) => !url.searchParams.has('q'));
      // The address changes first, the page after it.
      await expect.poll(() => page.getByLabel('Chercher dans les textes').inputValue()).toBe('');
      expect(await page.getByLabel('Format', { exact: true }).inputValue()).toBe('video');
    });
  });

  it('does not tell the number of others while those that were chosen are being fetched', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      const all = await headingOf(page);
      const held = Promise.withResolvers<undefined>();
      await page.route('**/posts?*format=video*', async (route) => { await held.promise; await route.continue(); });
      await page.getByLabel('Format', { exact: true }).selectOption('video');
      await page.locator('.page-title[aria-busy=true]').waitFor();
      expect(await headingOf(page)).toBe(all);
      held.resolve(undefined);
      await page.getByRole('heading', { level: 1, name: /répond/ }).waitFor();
    });
  });

  it('sorts by a heading, with the keyboard', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      await page.getByRole('columnheader', { name: 'Personnes touchées' }).getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/tri=-reach/);
      const reached = async (): Promise<number[]> => (await rows(page).locator('td:nth-child(5)').allTextContents()).map((text) => Number(text.replaceAll(/\D/g, '')));
      await expect.poll(async () => isFalling(await reached())).toBe(true);
      expect(await page.getByRole('columnheader', { name: 'Personnes touchées' }).getAttribute('aria-sort')).toBe('descending');
    });
  });

  it('says when nothing answers, and takes the choices back in one press', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${POSTS}?q=introuvable-ici`);
      expect(await headingOf(page)).toBe('Aucune publication ne répond à ces choix');
      await page.getByRole('button', { name: 'Retirer tous les choix' }).first().click();
      await rows(page).first().waitFor();
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('never shows a rate that cannot be made', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      const mastodon = await page.getByLabel('Canal', { exact: true }).locator('option', { hasText: 'Mastodon' }).getAttribute('value');
      await page.getByLabel('Canal', { exact: true }).selectOption(mastodon);
      await page.waitForURL(/canal=/);
      await expect.poll(async () => new Set(await page.locator('.post-rate b').allTextContents())).toEqual(new Set(['Non mesurable']));
      const remarks = new Set((await page.locator('.post-rate small').allTextContents()).map(plain));
      expect(remarks).toEqual(new Set(['Le reste grandit encore.', 'Le réseau ne dit pas combien de personnes l’ont vue.', 'Supprimée sur le réseau.']));
    });
  });
});

describe.skipIf(site.hasNoBrowser)('one post', () => {
  it('that is young is not judged', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${POSTS}?tri=-publishedAt`);
      await page.getByRole('row').filter({ hasText: 'pour 100' }).filter({ hasText: 'Grandit encore' }).first().getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: 'Votre publication grandit encore' }).waitFor();
      await page.getByText('Elle ne se juge qu’à').waitFor();
    });
  });

  it('that is young on a network which counts no people waits for no judgement', async () => {
    await onPage({}, async (page) => {
      await visit(page, POSTS);
      await page.getByRole('row').filter({ hasText: 'Le reste grandit encore' }).first().getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: 'On ne sait pas combien de personnes l’ont vue' }).waitFor();
      const said = plain(await page.locator('.post-standing').textContent());
      expect(said).toContain('Ses autres chiffres montent encore. Ils ne se comparent qu’à 7 jours');
      expect(said).toContain('Un chiffre inconnu n’est pas zéro');
      expect(said).not.toMatch(/ne se juge|Elle comptera/);
    });
  });

  it('is compared in words, drawn, and told as a table', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${POSTS}?tri=-reachRate&sponsorise=false&du=2026-01-01&au=2026-10-31`);
      await page.locator('.post-name a').first().click();
      await page.getByRole('heading', { level: 1, name: 'Plus vue que d’habitude' }).waitFor();
      await page.locator('canvas[data-drawn]').waitFor();
      await page.getByRole('button', { name: 'Voir le tableau' }).click();
      expect(await page.locator('.post-curve').getByRole('row').count()).toBeGreaterThan(2);
      expect(plain(await page.locator('.post-standing').textContent())).toMatch(/Une publication habituelle en touche \d/);
    });
  });

  it('is drawn as a picture that says which post it is, and when its figures were read', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${POSTS}?tri=-reachRate&sponsorise=false&du=2026-01-01&au=2026-10-31`);
      await page.locator('.post-name a').first().click();
      await page.locator('canvas[data-drawn]').waitFor();
      const { words } = await takePicture(page);
      expect(words).toMatch(/^Comment elle a grandi .*\d{1,2} \p{L}+ 2026 à \d+ h.* · .* Chiffres relevés le \d{1,2} \p{L}+ 2026\. Données fictives/u);
    });
  });

  it('that does not exist says so', async () => {
    await onPage({}, async (page) => {
      await page.goto(`${POSTS}/019aa000-0000-7000-8000-000000000000`);
      await page.getByRole('alert').getByText('Cette publication n’existe pas').waitFor();
    });
  });
});

describe.skipIf(site.hasNoBrowser)('both pages', () => {
  it.each(looks)('are without fault, $theme, $width pixels', async (look) => {
    await onPage(look, async (page) => {
      for (const address of [POSTS, `${POSTS}?q=introuvable-ici`]) {
        await visit(page, address);
        expect(await faultsOf(page), address).toEqual([]);
      }
      await visit(page, `${POSTS}?tri=-reachRate`);
      await page.locator('.post-name a').first().click();
      await page.locator('#post-figures').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
