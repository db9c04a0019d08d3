import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../apps/api/src/config/env.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { INSTAGRAM_APPLICATION, type InstagramStandIn, startInstagramStandIn } from '../networks/instagram.stand-in.js';
import { inventPosts } from '../networks/invented-posts.js';
import { GOOGLE_CLIENT, startYoutubeStandIn, type YoutubeStandIn } from '../networks/youtube.stand-in.js';
import { playedClock } from '../support/collecting.js';
import { Days } from '../support/days.js';
import { faultsOf, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const CHANNEL = 'UCexempleCentreCulturel01';
const clock = playedClock('2026-10-05T09:30:00Z');
const span = { from: new Date('2026-08-01T08:00:00Z'), to: new Date('2026-10-30T08:00:00Z') };
const redirectUris: string[] = [];
let youtube: YoutubeStandIn;
let facebook: FacebookStandIn;
let instagram: InstagramStandIn;
let days: Days;

const postsOf = (seed: number) => inventPosts({ seed, ...span, postsPerWeek: 3, followers: 1200 });
const accountOf = (id: string, username: string) => ({ id, username, name: username, followers: 1200, since: span.from, posts: postsOf(Number(id.at(-1))) });

async function startNetworks(): Promise<Partial<Environment>> {
  const { now } = clock;
  youtube = await startYoutubeStandIn({ now, channels: [{ id: CHANNEL, title: 'La chaîne du centre', subscribers: 412, since: span.from, posts: postsOf(1) }], client: { ...GOOGLE_CLIENT, redirectUris }, approve: 'ask' });
  const page = { id: '100000000000001', name: 'Centre culturel inventé', followers: 4000, since: span.from, posts: [], instagram: accountOf('17841400000000001', 'cc_invente') };
  facebook = await startFacebookStandIn({ now, pages: [page], application: { ...FACEBOOK_APPLICATION, redirectUris }, approve: 'ask' });
  instagram = await startInstagramStandIn({ now, accounts: [accountOf('17841400000000002', 'cc_des_jeunes')], application: { ...INSTAGRAM_APPLICATION, redirectUris }, approve: 'ask' });
  return { networkUrls: { youtube: youtube.url, facebook: facebook.url, instagram: instagram.url } };
}

const site = await openSite({
  organisation: 'Le centre', now: clock.now,
  beside: { start: startNetworks, close: async () => { for (const one of [youtube, facebook, instagram]) await one?.close(); } },
  furnish: async ({ portee, visitor }) => {
    redirectUris.push(`${portee.url}/api/v1/connections/callback`);
    days = new Days({ portee, visitor, clock });
    for (const [network, { id, secret }] of Object.entries({ youtube: GOOGLE_CLIENT, facebook: FACEBOOK_APPLICATION, instagram: INSTAGRAM_APPLICATION })) {
      await visitor.json('PUT', `/api/v1/hosting/applications/${network}`, { clientId: id, clientSecret: secret });
    }
  },
});

const home = (path = '') => `/o/${site.visitor.slug}${path}`;
const textOf = async (page: Page) => plain(await page.locator('main').textContent());
const idOf = async (name: string) => (await site.visitor.json<{ id: string; name: string }[]>('GET', `/api/v1/organisations/${site.visitor.slug}/channels`)).find((one) => one.name === name)?.id ?? '';

const see = (look: (page: Page) => Promise<void>): Promise<void> => site.onPage({}, look);

/** A way to an account: what is chosen on Portée's page, and whose dialogue asks. */
interface Door { network: string; door?: string; signsInAt: string; dialogue: string; channel: string; figures: RegExp }

const doors: [Door, Door, Door] = [
  { network: 'YouTube', signsInAt: 'Google', dialogue: 'Google', channel: 'La chaîne du centre', figures: /La chaîne du centre, Vidéo.*Non mesurable/ },
  { network: 'Instagram', door: 'Par la page Facebook', signsInAt: 'Facebook', dialogue: 'Facebook', channel: 'cc_invente', figures: /\d+ pour 100/ },
  { network: 'Instagram', door: 'Avec Instagram directement', signsInAt: 'Instagram', dialogue: 'Instagram', channel: 'cc_des_jeunes', figures: /\d+ pour 100/ },
];

/** From the network's page in the assistant, which says where one goes, to that dialogue, and through one of the two links there. */
async function answerDialogue(page: Page, { door, signsInAt, dialogue }: Door, answer: 'Autoriser' | 'Annuler'): Promise<void> {
  if (door !== undefined) await page.getByRole('radio', { name: door }).check();
  await page.getByText(`Vous allez chez ${signsInAt}, puis vous revenez ici.`).waitFor();
  await page.getByRole('button', { name: 'Connecter', exact: true }).click();
  await waitForHeading(page, dialogue);
  await page.getByRole('link', { name: answer }).click();
}

describe.skipIf(site.hasNoBrowser)('an account that one signs in to, in the browser', () => {
  it.each(doors)('tells a no in the dialogue of $dialogue, and comes with its figures after a yes', async (door) => {
    const { network, signsInAt, channel, figures } = door;
    await see(async (page) => {
      await visit(page, home('/donnees'));
      await page.getByRole('link', { name: 'Connecter un canal' }).click();
      await page.getByRole('link', { name: `Connecter ${network}` }).click();
      await waitForHeading(page, `Connecter ${network}`);
      await answerDialogue(page, door, 'Annuler');
      await waitForHeading(page, 'La connexion n’a pas abouti');
      expect(await textOf(page)).toContain(`Chez ${signsInAt}, l’accord n’a pas été donné`);
      await page.getByRole('link', { name: 'Recommencer' }).click();
      await answerDialogue(page, door, 'Autoriser');
      await waitForHeading(page, 'Est-ce le bon canal');
      expect(await page.getByRole('checkbox', { name: channel }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Connecter ce canal' }).click();
      await waitForHeading(page, `Le canal ${channel} est connecté`);
      await days.becomes(await idOf(channel), { state: 'connected', isBackfilled: true, trouble: null });
      await page.getByRole('link', { name: `Voir ${channel}` }).click();
      await waitForHeading(page, new RegExp(`^${channel} : [\\d ]+ abonnés`, 'u'));
      await page.getByRole('link', { name: /Voir ses \d+ publications/ }).click();
      await page.getByRole('row', { name: /Concert de la saison/ }).first().waitFor();
      expect(await textOf(page)).toMatch(figures);
    });
  });

  it('says that a permission or its access was taken away, and is connected again in its place', async () => {
    youtube.revoke(CHANNEL);
    facebook.removePermission('instagram_basic', 200);
    instagram.revokeAll(458);
    await days.live(await idOf('La chaîne du centre'), 2);
    for (const [name, trouble] of [['La chaîne du centre', 'access-revoked'], ['cc_invente', 'permission-missing'], ['cc_des_jeunes', 'access-revoked']] as const) {
      await days.becomes(await idOf(name), { state: 'needs-reconnection', trouble });
    }
    await see(async (page) => {
      await visit(page, home('/donnees'));
      const all = await textOf(page);
      for (const said of ['3 canaux à reconnecter', 'cc_des_jeunes : Instagram n’accepte plus notre accès', 'Il manque une permission pour lire ce canal', 'YouTube n’accepte plus notre accès']) expect(all).toContain(said);
      await page.getByRole('link', { name: 'Reconnecter cc_des_jeunes' }).first().click();
      expect(await page.getByRole('radio', { name: 'Avec Instagram directement' }).isChecked()).toBe(true);
      await page.goBack();
      await page.getByRole('link', { name: 'cc_invente', exact: true }).first().click();
      await waitForHeading(page, /^cc_invente : /u);
      expect(await textOf(page)).toMatch(/Reconnectez ce canal en acceptant toutes les permissions demandées.*ce canal n’est pas relevé en ce moment/);
      await page.getByRole('link', { name: 'Reconnecter cc_invente' }).click();
      await answerDialogue(page, doors[1], 'Autoriser');
      await page.getByText('C’est cc_invente').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Connecter ce canal' }).click();
      await waitForHeading(page, 'Le canal cc_invente est connecté');
    });
    await days.becomes(await idOf('cc_invente'), { state: 'connected', trouble: null });
  });

  it('is not opened by a person who unticks what is needed', async () => {
    youtube.grantOnly([]);
    await see(async (page) => {
      await visit(page, home('/donnees/connecter?reseau=youtube'));
      await answerDialogue(page, doors[0], 'Autoriser');
      await waitForHeading(page, 'La connexion n’a pas abouti');
      expect(await textOf(page)).toContain('il manque une permission');
    });
    youtube.grantOnly(null);
  });

  it('is begun again by a person whose session ended meanwhile', async () => {
    await see(async (page) => {
      await visit(page, home('/donnees/connecter?reseau=youtube'));
      await page.getByRole('button', { name: 'Connecter', exact: true }).click();
      await waitForHeading(page, 'Google');
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'Autoriser' }).click();
      await waitForHeading(page, 'Se connecter');
      expect(await textOf(page)).toContain('Votre session a pris fin pendant que vous étiez chez le réseau');
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('textbox', { name: 'Adresse électronique' }).fill('coordination@cerisier.example');
      await page.getByLabel('Mot de passe').fill('un mot de passe assez long');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await waitForHeading(page, 'La connexion n’a pas abouti');
      expect(await textOf(page)).toContain('Votre session a pris fin pendant que vous étiez chez Google');
      await page.getByRole('link', { name: 'Recommencer' }).click();
      await waitForHeading(page, 'Connecter YouTube');
    });
  });
});
