import type { Channel, Collection } from '@portee/shared';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BlueskyStandIn, startBlueskyStandIn } from '../networks/bluesky.stand-in.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { openBrowser } from '../support/browser.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { asSignedIn, faultsOf, type Look, looks, plain, visit } from '../support/signed-in.js';
import { firstMember, type Member } from '../support/visitor.js';

const found = await openBrowser();
const now = () => CENTRE_NOW;
let portee: TestPortee;
let visitor: Member;
let mastodon: MastodonStandIn;
let bluesky: BlueskyStandIn;

beforeAll(async () => {
  if (found.browser === null) return;
  mastodon = await startMastodonStandIn({ kind: 'mastodon', now, accounts: [inventCentre({ postsPerWeek: 1 })], approve: false, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
  bluesky = await startBlueskyStandIn({ now, accounts: [inventCentre({ postsPerWeek: 1, name: 'centre.bsky.social' })] });
  portee = await startTestPortee({ allowPrivateAddresses: true, networkUrls: { bluesky: bluesky.url } }, { now });
  visitor = await firstMember(portee.url, 'Le Cerisier');
});
afterAll(async () => {
  await found.browser?.close();
  await portee?.stop();
  await mastodon?.close();
  await bluesky?.close();
});

function onPage(look: Look, see: (page: Page, home: string) => Promise<void>): Promise<void> {
  if (found.browser === null) throw new Error('no browser');
  return asSignedIn({ browser: found.browser, visitor, look }, (page) => see(page, `/o/${visitor.slug}`));
}

const title = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const own = (path: string) => `/api/v1/organisations/${visitor.slug}${path}`;
const collected = (count: number) => vi.waitFor(async () => {
  const all = await visitor.json<Collection[]>('GET', own('/collections'));
  expect(all.filter(({ isBackfilled }) => isBackfilled)).toHaveLength(count);
}, { timeout: 15_000, interval: 100 });

describe.skipIf(found.browser === null)('connecting a channel', () => {
  it('is reached from the data page, and says what each network gives before it is chosen', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees`);
      await page.getByRole('link', { name: 'Connecter un canal' }).click();
      await title(page, 'Quel réseau voulez-vous connecter');
      const card = page.locator('.network-card', { hasText: 'Bluesky' });
      expect(plain(await card.locator('dl').textContent())).toMatch(/^DonneAbonnés · .*J’aime et réactions.*Ne donne pasPersonnes touchées/);
      await page.getByRole('link', { name: 'Ce que chaque réseau donne, en un tableau' }).click();
      await title(page, 'Ce que chaque réseau donne');
      expect(plain(await page.getByRole('row', { name: /^Personnes touchées /u }).first().textContent())).toContain('non donné');
    });
  });

  it('takes a Bluesky handle and no password, with the keyboard alone, and its figures come', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/connecter?reseau=bluesky`);
      await page.getByRole('textbox', { name: 'Nom du compte' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('À remplir.').waitFor();
      await page.keyboard.type('personne.bsky.social');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('rien ne répond à ce que vous avez indiqué').waitFor();
      expect(await page.getByRole('textbox', { name: 'Nom du compte' }).inputValue()).toBe('personne.bsky.social');
      await page.getByRole('textbox', { name: 'Nom du compte' }).fill('centre.bsky.social');
      await page.keyboard.press('Enter');
      await title(page, 'Est-ce le bon canal');
      expect(await page.getByRole('checkbox', { name: 'Centre culturel inventé' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Connecter ce canal' }).focus();
      await page.keyboard.press('Enter');
      await title(page, /est connecté/);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    });
    await collected(1);
  });

  it('goes to a Mastodon server and back, and may link a channel that lived on files', async () => {
    await visitor.json<Channel>('POST', own('/channels'), { network: 'mastodon', name: 'Notre compte' });
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/connecter`);
      await page.getByRole('link', { name: 'Connecter Mastodon' }).click();
      await page.getByRole('textbox', { name: 'Adresse du serveur' }).fill(mastodon.url);
      await press(page, 'Connecter');
      await page.getByText('Cette application demande à lire ce compte.').waitFor();
      await page.getByRole('link', { name: 'Autoriser' }).click();
      await title(page, 'Est-ce le bon canal');
      await page.getByRole('combobox', { name: 'Ranger ses chiffres dans' }).selectOption({ label: 'Notre compte' });
      const mend = mastodon.standIn.break(`/api/v1/accounts/${mastodon.accountId('centre')}`, { kind: 'reply', status: 503, json: {} });
      await press(page, 'Connecter ce canal');
      await page.getByRole('alert').getByText('ne répond pas').waitFor();
      mend();
      await press(page, 'Connecter ce canal');
      await title(page, 'Notre compte est connecté');
      await page.getByRole('link', { name: 'Voir Notre compte' }).click();
      await title(page, /Notre compte/);
    });
    await collected(2);
  });

  it('says no and late returns on a page, with the way to begin again', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/connecter?reseau=mastodon`);
      await page.getByRole('textbox', { name: 'Adresse du serveur' }).fill(mastodon.url);
      await press(page, 'Connecter');
      await page.getByRole('link', { name: 'Refuser' }).click();
      await title(page, 'La connexion n’a pas abouti');
      await page.getByRole('status').getByText('Chez Mastodon, l’accord n’a pas été donné').waitFor();
      await page.getByRole('link', { name: 'Recommencer' }).click();
      await title(page, 'Connecter Mastodon');
      await visit(page, '/api/v1/connections/callback?state=perdu&code=perdu');
      await title(page, 'Cette connexion n’existe plus');
    });
  });

  it('disconnects and connects again, and the figures stay', async () => {
    const channel = (await visitor.json<Channel[]>('GET', own('/channels'))).find(({ network }) => network === 'bluesky');
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/canaux/${channel?.id ?? ''}`);
      await press(page, 'Déconnecter');
      await page.getByRole('dialog').getByRole('button', { name: 'Déconnecter' }).click();
      await page.getByRole('link', { name: 'Connecter ce canal' }).click();
      await title(page, 'Reconnecter Centre culturel inventé');
      await page.getByRole('textbox', { name: 'Nom du compte' }).fill('centre.bsky.social');
      await press(page, 'Chercher');
      await page.getByText('C’est Centre culturel inventé').waitFor();
      await press(page, 'Connecter ce canal');
      await title(page, /est connecté/);
    });
    expect(await visitor.json<Channel>('GET', own(`/channels/${channel?.id ?? ''}`))).toMatchObject({ state: 'connected', posts: channel?.posts });
  });

  it('registers Portée at a network, for the host of the installation', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByText('Inscrire Portée chez Facebook').click();
      await page.getByText(`${portee.url}/api/v1/connections/callback`).first().waitFor();
      const facebook = page.locator('.application', { hasText: 'Facebook' }).first();
      await facebook.getByRole('textbox', { name: 'Identifiant de l’application' }).fill('1234');
      await facebook.getByLabel('Secret de l’application').fill('un secret');
      await facebook.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('sous l’identifiant 1234').waitFor();
      expect(await page.content()).not.toContain('un secret');
    });
  });

  it.each(looks)('holds at $width pixels, $theme, for every reader', async (look) => {
    await onPage(look, async (page, home) => {
      for (const path of ['/donnees/connecter', '/donnees/connecter?reseau=peertube', '/donnees/connecter?reseau=mastodon', '/donnees/reseaux', '/donnees/connecter?probleme=connection-not-found', '/reglages']) {
        await visit(page, `${home}${path}`);
        expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] });
      }
    });
  });
});
