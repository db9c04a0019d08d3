import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../apps/api/src/config/env.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { inventPosts } from '../networks/invented-posts.js';
import { playedClock } from '../support/collecting.js';
import { Days } from '../support/days.js';
import { faultsOf, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const PAGE = '100000000000001';
const clock = playedClock('2026-10-05T09:30:00Z');
const span = { from: new Date('2026-08-01T08:00:00Z'), to: new Date('2026-11-10T08:00:00Z') };
const redirectUris: string[] = [];
let facebook: FacebookStandIn;
let days: Days;

async function startFacebook(): Promise<Partial<Environment>> {
  const posts = inventPosts({ seed: 3, ...span, postsPerWeek: 4, followers: 4000 });
  const pages = [{ id: PAGE, name: 'Centre culturel inventé', followers: 4000, since: span.from, perDay: 2, posts }, { id: '100000000000002', name: 'Café du centre', followers: 300, since: span.from, posts: [] }];
  facebook = await startFacebookStandIn({ now: clock.now, pages, application: { ...FACEBOOK_APPLICATION, redirectUris } });
  return { networkUrls: { facebook: facebook.url } };
}

const site = await openSite({
  organisation: 'Le centre', now: clock.now,
  beside: { start: startFacebook, close: async () => facebook?.close() },
  furnish: async ({ portee, visitor }) => {
    redirectUris.push(`${portee.url}/api/v1/connections/callback`);
    days = new Days({ portee, visitor, clock });
    await visitor.json('PUT', '/api/v1/hosting/applications/facebook', { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret });
  },
});

const home = (path = '') => `/o/${site.visitor.slug}${path}`;
/** The collections of the only channel, newest first. */
const runs = async () => days.runs((await days.collection()).channelId);
const liveDays = async (count: number) => days.live((await days.collection()).channelId, count);

const see = (look: (page: Page) => Promise<void>): Promise<void> => site.onPage({}, look);

const textOf = async (page: Page) => plain(await page.locator('main').textContent());

/** From the page of the network through Facebook's own dialogue and back, to the channel connected. */
async function sayYes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connecter', exact: true }).click();
  await page.getByRole('checkbox', { name: /Centre culturel inventé/ }).check();
  await page.getByRole('checkbox', { name: /Café du centre/ }).uncheck();
  await page.getByRole('button', { name: /^Connecter ce canal/ }).click();
  await page.getByText(/est connecté/).first().waitFor();
}

describe.skipIf(site.hasNoBrowser)('a month of a Facebook page, in the browser', () => {
  it('begins with a yes on Facebook’s own page, and figures that come by themselves', async () => {
    await see(async (page) => {
      await visit(page, home('/donnees/connecter'));
      await page.getByRole('link', { name: /Connecter Facebook/ }).click();
      await sayYes(page);
      expect(await faultsOf(page)).toEqual([]);
    });
    await days.becomes(undefined, { state: 'connected', isBackfilled: true });
    expect((await runs())[0]).toMatchObject({ kind: 'first', state: 'done', refused: [] });
  });

  it('shows the month’s reach on the overview', async () => {
    await liveDays(25);
    await see(async (page) => {
      await visit(page, home('?mois=2026-10'));
      expect(await textOf(page)).toMatch(/Pour 100 abonnés, une publication typique touche/);
    });
  });

  it('says which figure Meta took away overnight, and keeps the others', async () => {
    facebook.withdrawMetric('post_clicks');
    await liveDays(2);
    expect((await runs())[0]?.refused).toEqual([{ measure: 'clicks', name: 'post_clicks', reason: 'withdrawn' }]);
    await see(async (page) => {
      await visit(page, home(`/donnees/canaux/${(await days.collection()).channelId}`));
      expect(await textOf(page)).toMatch(/[Cc]lics/);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('asks a person to connect again when the access is dead, and goes on where it was', async () => {
    facebook.revokeAll(460);
    await liveDays(2);
    expect(await days.collection()).toMatchObject({ state: 'needs-reconnection', trouble: 'access-revoked' });
    await see(async (page) => {
      await visit(page, home('/donnees'));
      expect(await textOf(page)).toMatch(/reconnecter/i);
      await page.getByRole('link', { name: /Reconnecter/ }).first().click();
      await sayYes(page);
    });
    await days.becomes(undefined, { state: 'connected', trouble: null });
    expect((await runs()).filter(({ kind }) => kind === 'first')).toHaveLength(1);
  });
});
