import type { Channel, Collection } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { type BlueskyStandIn, startBlueskyStandIn } from '../networks/bluesky.stand-in.js';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { type MastodonStandIn, startMastodonStandIn } from '../networks/mastodon.stand-in.js';
import { faultsOf, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const now = () => CENTRE_NOW;
let mastodon: MastodonStandIn;
let bluesky: BlueskyStandIn;
const site = await openSite({
  organisation: 'Le Cerisier', now,
  beside: {
    start: async () => {
      mastodon = await startMastodonStandIn({ kind: 'mastodon', now, accounts: [inventCentre({ postsPerWeek: 1 })], approve: false, callsPerFiveMinutes: Number.POSITIVE_INFINITY });
      bluesky = await startBlueskyStandIn({ now, accounts: [inventCentre({ postsPerWeek: 1, name: 'centre.bsky.social' })] });
      return { allowPrivateAddresses: true, networkUrls: { bluesky: bluesky.url } };
    },
    close: async () => { for (const one of [mastodon, bluesky]) await one?.close(); },
  },
});
const { onPage } = site;

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const own = (path: string) => `/api/v1/organisations/${site.visitor.slug}${path}`;
const collected = (count: number) => vi.waitFor(async () => {
  const all = await site.visitor.json<Collection[]>('GET', own('/collections'));
  expect(all.filter(({ isBackfilled }) => isBackfilled)).toHaveLength(count);
}, { timeout: 15_000, interval: 100 });

describe.skipIf(site.hasNoBrowser)('connecting a channel', () => {
  it('is reached from the data page, and says what each network gives before it is chosen', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees`);
      await page.getByRole('link', { name: 'Connecter un canal' }).click();
      await waitForHeading(page, 'Quel réseau voulez-vous connecter');
      const card = page.locator('.network-card', { hasText: 'Bluesky' });
      expect(plain(await card.locator('dl').textContent())).toMatch(/^DonneAbonnés · .*J’aime et réactions.*Ne donne pasPersonnes touchées/);
      await page.getByRole('link', { name: 'Ce que chaque réseau donne, en un tableau' }).click();
      await waitForHeading(page, 'Ce que chaque réseau donne');
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
      await waitForHeading(page, 'Est-ce le bon canal');
      expect(await page.getByRole('checkbox', { name: 'Centre culturel inventé' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Connecter ce canal' }).focus();
      await page.keyboard.press('Enter');
      await waitForHeading(page, /est connecté/);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    });
    await collected(1);
  });

  it('goes to a Mastodon server and back, and may link a channel that lived on files', async () => {
    await site.visitor.json<Channel>('POST', own('/channels'), { network: 'mastodon', name: 'Notre compte' });
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/connecter`);
      await page.getByRole('link', { name: 'Connecter Mastodon' }).click();
      await page.getByRole('textbox', { name: 'Adresse du serveur' }).fill(mastodon.url);
      await press(page, 'Connecter');
      await page.getByText('Cette application demande à lire ce compte.').waitFor();
      await page.getByRole('link', { name: 'Autoriser' }).click();
      await waitForHeading(page, 'Est-ce le bon canal');
      await page.getByRole('combobox', { name: 'Ranger ses chiffres dans' }).selectOption({ label: 'Notre compte' });
      const mend = mastodon.standIn.break(`/api/v1/accounts/${mastodon.accountId('centre')}`, { kind: 'reply', status: 503, json: {} });
      await press(page, 'Connecter ce canal');
      await page.getByRole('alert').getByText('ne répond pas').waitFor();
      mend();
      await press(page, 'Connecter ce canal');
      await waitForHeading(page, 'Notre compte est connecté');
      await page.getByRole('link', { name: 'Voir Notre compte' }).click();
      await waitForHeading(page, /Notre compte/);
    });
    await collected(2);
  });

  it('says no and late returns on a page, with the way to begin again', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/connecter?reseau=mastodon`);
      await page.getByRole('textbox', { name: 'Adresse du serveur' }).fill(mastodon.url);
      await press(page, 'Connecter');
      await page.getByRole('link', { name: 'Refuser' }).click();
      await waitForHeading(page, 'La connexion n’a pas abouti');
      await page.getByRole('status').getByText('Chez Mastodon, l’accord n’a pas été donné').waitFor();
      await page.getByRole('link', { name: 'Recommencer' }).click();
      await waitForHeading(page, 'Connecter Mastodon');
      await visit(page, '/api/v1/connections/callback?state=perdu&code=perdu');
      await waitForHeading(page, 'Cette connexion n’existe plus');
    });
  });

  it('disconnects and connects again, and the figures stay', async () => {
    const channel = (await site.visitor.json<Channel[]>('GET', own('/channels'))).find(({ network }) => network === 'bluesky');
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/canaux/${channel?.id ?? ''}`);
      await press(page, 'Déconnecter');
      await page.getByRole('dialog').getByRole('button', { name: 'Déconnecter' }).click();
      await page.getByRole('link', { name: 'Connecter ce canal' }).click();
      await waitForHeading(page, 'Reconnecter Centre culturel inventé');
      await page.getByRole('textbox', { name: 'Nom du compte' }).fill('centre.bsky.social');
      await press(page, 'Chercher');
      await page.getByText('C’est Centre culturel inventé').waitFor();
      await press(page, 'Connecter ce canal');
      await waitForHeading(page, /est connecté/);
    });
    expect(await site.visitor.json<Channel>('GET', own(`/channels/${channel?.id ?? ''}`))).toMatchObject({ state: 'connected', posts: channel?.posts });
  });

  it('registers Portée at a network, for the host of the installation', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByText('Inscrire Portée auprès de Facebook').click();
      await page.getByText(`${site.portee.url}/api/v1/connections/callback`).first().waitFor();
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
