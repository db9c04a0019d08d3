import type { Channel } from '@portee/shared';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { crowdedWorld, emptyWorld, eveningWorld, seamedWorld, smallWorld, tuesdayWorld, type TimingSample, undeclaredWorld, unmeasuredWorld } from '../fixtures/timing.sample.js';
import { routeOnce } from '../support/route-once.js';
import { faultsOf, headingOf, type Look, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

let channels: Channel[];
const site = await openSite({
  hasDemonstration: true,
  furnish: async ({ visitor }) => { channels = await visitor.json('GET', '/api/v1/organisations/demonstration/channels'); },
});
const HOME = '/o/demonstration';

type World = (channel: number) => TimingSample;

/** The page of the channel of the first world, as if the server said these of its channels: every other part of it is real. */
function onTiming(worlds: Record<string, World>, look: Look, see: (page: Page) => Promise<void>): Promise<void> {
  const samples = Object.entries(worlds).map(([network, world], place) => {
    const channelId = idOf(network);
    const { outlook, timing } = world(place + 1);
    return { outlook: { ...outlook, channelId, network }, timing: { ...timing, channelId } };
  });
  return site.onPage(look, async (page) => {
    await page.route('**/recommendations/outlook*', (route) => route.fulfill({ json: samples.map(({ outlook }) => outlook) }));
    await page.route('**/insights/timing*', (route) => route.fulfill({ json: samples.flatMap(({ timing }) => (timing.channelId === askedChannel(route) ? [timing] : [])) }));
    await visit(page, addressOf(Object.keys(worlds)[0] ?? ''));
    await see(page);
  });
}

const askedChannel = (route: Route): string | null => new URL(route.request().url()).searchParams.get('channelId');
const idOf = (network: string): string => channels.find((one) => one.network === network)?.id ?? '';
const addressOf = (network: string): string => `${HOME}/jours-et-heures?canal=${idOf(network)}`;
const cells = (page: Page): ReturnType<Page['locator']> => page.locator('.slots-cell');
const belief = async (page: Page, network: string): Promise<string> => plain(await page.locator('.belief li').filter({ hasText: network }).textContent());

describe.skipIf(site.hasNoBrowser)('days and hours', () => {
  it('say what stands out, and draw a week whose every cell is read with its day, its band and its posts', async () => {
    await onTiming({ instagram: eveningWorld }, {}, async (page) => {
      expect(await headingOf(page)).toBe('Sur Instagram, le début de soirée touche plus de monde. Le jour, lui, compte peu.');
      expect(await cells(page).count()).toBe(35);
      const week = page.getByRole('table');
      expect(await week.getByRole('columnheader').count()).toBe(8);
      const evening = week.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Début de soirée 17 h-21 h' }) });
      expect(plain(await evening.getByRole('cell').nth(3).textContent())).toBe('19 pour 100 abonnés, 16 publications');
      expect(plain(await evening.getByRole('cell').last().textContent())).toBe('Environ +38 %, indice solide');
    });
  });

  it('colour no cell under eight posts, and name none the best', async () => {
    await onTiming({ instagram: eveningWorld }, {}, async (page) => {
      const posts = async (step: string): Promise<number[]> => (await page.locator(`.slots-cell${step} small`).allTextContents()).map(Number);
      expect((await posts(':not([data-step=none])')).every((count) => count >= 8)).toBe(true);
      expect((await posts('[data-step=none]')).every((count) => count < 8)).toBe(true);
      await page.getByText('Il n’y a pas de « meilleure case »').waitFor();
    });
  });

  it('go from channel to channel by the arrows, and keep the channel in the address', async () => {
    await onTiming({ facebook: seamedWorld, instagram: eveningWorld, newsletter: tuesdayWorld, mastodon: unmeasuredWorld, youtube: smallWorld }, {}, async (page) => {
      await page.locator('.channel-tabs a[aria-current]').focus();
      const order = await page.locator('.channel-tabs a').allTextContents();
      for (let step = 1; step <= order.length; step += 1) {
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => page.locator('.channel-tabs a[aria-current]').textContent()).toBe(order[step % order.length]);
      }
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL((url) => url.searchParams.get('canal') === channels.find(({ name }) => order.at(-1)?.includes(name))?.id || url.searchParams.get('canal') === idOf('newsletter'));
      await page.reload();
      await page.getByRole('heading', { level: 1, name: /lettre d’information/ }).waitFor();
    });
  });

  it('answer « le soir, ça marche mieux » channel by channel', async () => {
    await onTiming({ instagram: eveningWorld, facebook: seamedWorld, newsletter: tuesdayWorld, mastodon: unmeasuredWorld }, {}, async (page) => {
      expect(await belief(page, 'Instagram')).toContain('Oui, avant 21 h.');
      expect(await belief(page, 'Facebook')).toContain('On ne le sait pas encore.');
      expect(await belief(page, 'Lettre')).toContain('Vos chiffres ne peuvent pas le dire. Presque tout sort le mardi, le matin');
      expect(await belief(page, 'Mastodon')).toContain('On ne peut pas le savoir.');
    });
  });

  it.each<{ state: string; network: string; world: World; title: string; says: string[] }>([
    { state: 'no post', network: 'facebook', world: emptyWorld, title: 'Sur Facebook, aucune publication ne peut encore être comparée.', says: ['dès que leurs chiffres seront stables'] },
    { state: '12 posts', network: 'facebook', world: smallWorld, title: 'Sur Facebook, pas encore assez de publications pour parler d’heures.', says: ['Ce que 12 publications disent déjà', 'il en faut 20 : encore 8', 'mi-février', '7,1 pour 100 abonnés (5 publications)'] },
    { state: 'pushes that nobody told', network: 'facebook', world: undeclaredWorld, title: 'Sur Facebook, pas encore assez de publications pour parler d’heures.', says: ['Ce que 43 publications disent déjà', 'sponsorisé non distingué', 'on ne le sait que de 3 sur 43', 'Dire ce qui a été sponsorisé'] },
    { state: '60 posts behind a seam', network: 'facebook', world: seamedWorld, title: 'Sur Facebook, est-ce mieux en début de soirée ? Vos chiffres ne permettent pas encore de le dire.', says: ['depuis le 15 juin 2026', 'sponsorisé non distingué', 'Essai proposé : 38 publications'] },
    { state: '2,000 posts', network: 'facebook', world: crowdedWorld, title: 'Sur Facebook, la tranche après 21 h touche moins de monde. Côté jours, le jeudi touche plus de monde, le dimanche moins.', says: ['2 000 publications non sponsorisées, heure de Bruxelles', 'Le jeudi : environ +16 %, indice solide', 'Pendant les vacances scolaires'] },
    { state: 'no reach', network: 'mastodon', world: unmeasuredWorld, title: 'Mastodon ne compte pas les personnes touchées : les heures ne s’y comparent pas.', says: ['Portée n’en invente pas'] },
    { state: 'one slot only', network: 'newsletter', world: tuesdayWorld, title: 'Par la lettre d’information, presque tout sort le mardi, le matin : il n’y a rien à comparer.', says: ['Tout sort entre 6 h et 12 h', 'Presque tout sort le mardi : les jours ne se comparent pas.'] },
  ])('with $state say no more than the figures bear', async ({ network, world, title, says }) => {
    await onTiming({ [network]: world }, {}, async (page) => {
      expect(await headingOf(page)).toBe(title);
      const text = plain(await page.locator('main').textContent());
      for (const sentence of says) expect(text).toContain(sentence);
    });
  });

  it('give the same as tables, and copy them for a spreadsheet', async () => {
    await onTiming({ instagram: eveningWorld }, {}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Voir le tableau' }).click();
      expect(await page.locator('.timing-grid .table tbody tr').count()).toBe(12);
      await page.getByRole('button', { name: 'Copier en CSV' }).first().click();
      await page.getByText('Tableau copié.').waitFor();
      const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.trim());
      expect(copied).toHaveLength(1 + 12 + 35);
      expect(copied.find((line) => line.includes('"Début de soirée","64"'))).toBe('"","Début de soirée","64","","18.22","0.380","0.120","0.700","Environ +38\u202F%, indice solide"');
      await page.getByRole('button', { name: 'Voir heure par heure' }).click();
      expect(plain(await page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '18 h', exact: true }) }).textContent())).toContain('19 (16)');
    });
  });

  it('say what is the matter when the figures cannot be read, and read them when asked again', async () => {
    await onTiming({ instagram: eveningWorld }, {}, async (page) => {
      await page.unroute('**/insights/timing*');
      await routeOnce(page, '**/insights/timing*', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', json: { reason: 'forbidden' } }));
      await page.reload();
      await page.getByRole('alert').waitFor();
      expect(await headingOf(page)).toMatch(/^Sur Instagram/);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('table').waitFor();
    });
  });

  it('draw what the server itself says of the demonstration', async () => {
    await site.onPage({}, async (page) => {
      await visit(page, addressOf('facebook'));
      expect(await headingOf(page)).toMatch(/^Sur Facebook, .+\.$/);
      expect(await cells(page).count()).toBe(35);
      expect(await page.locator('.belief li').count()).toBe(channels.length);
      await page.getByText('depuis le 15 juin 2026').waitFor();
    });
  });

  it('are reached from the navigation, on a phone behind « Plus »', async () => {
    await onTiming({ instagram: eveningWorld }, { width: 360 }, async (page) => {
      await visit(page, HOME);
      await page.getByRole('navigation').getByRole('link', { name: 'Plus' }).click();
      await page.getByRole('main').getByRole('link', { name: 'Jours et heures' }).click();
      await page.waitForURL(/jours-et-heures/);
      await expect.poll(() => page.getByRole('link', { name: 'Plus' }).getAttribute('aria-current')).toBe('true');
    });
  });

  it('wait for a first channel in a new centre', async () => {
    await site.onPage({}, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/jours-et-heures`);
      expect(await headingOf(page)).toBe('Vos jours et vos heures seront ici');
    });
  });

  const states: Record<string, Record<string, World>> = { 'a finding': { instagram: eveningWorld, facebook: seamedWorld }, 'few posts': { facebook: smallWorld }, 'no reach': { mastodon: unmeasuredWorld } };
  it.each(Object.entries(states).flatMap(([state, worlds]) => looks.map((look) => ({ state, worlds, ...look }))))('are without fault with $state, $theme, $width pixels', async ({ worlds, ...look }) => {
    await onTiming(worlds, look, async (page) => {
      const closed = page.getByRole('button', { name: /^Voir/ });
      while (await closed.count() > 0) await closed.first().click();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
