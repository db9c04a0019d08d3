import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { inventPosts } from '../networks/invented-posts.js';
import { openBrowser } from '../support/browser.js';
import { playedClock } from '../support/collecting.js';
import { Days } from '../support/days.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { asSignedIn, faultsOf, plain, visit } from '../support/signed-in.js';
import { firstMember, type Member } from '../support/visitor.js';

const PAGE = '100000000000001';
const clock = playedClock('2026-10-05T09:30:00Z');
const span = { from: new Date('2026-08-01T08:00:00Z'), to: new Date('2026-11-10T08:00:00Z') };
const redirectUris: string[] = [];
const found = await openBrowser();
let facebook: FacebookStandIn;
let portee: TestPortee;
let visitor: Member;
let days: Days;

beforeAll(async () => {
  if (found.browser === null) return;
  const posts = inventPosts({ seed: 3, ...span, postsPerWeek: 4, followers: 4000 });
  const pages = [{ id: PAGE, name: 'Centre culturel inventé', followers: 4000, since: span.from, perDay: 2, posts }, { id: '100000000000002', name: 'Café du centre', followers: 300, since: span.from, posts: [] }];
  facebook = await startFacebookStandIn({ now: clock.now, pages, application: { ...FACEBOOK_APPLICATION, redirectUris } });
  portee = await startTestPortee({ networkUrls: { facebook: facebook.url } }, { now: clock.now });
  redirectUris.push(`${portee.url}/api/v1/connections/callback`);
  visitor = await firstMember(portee.url, 'Le centre');
  days = new Days({ portee, visitor, clock });
  await visitor.json('PUT', '/api/v1/hosting/applications/facebook', { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret });
});
afterAll(async () => {
  await found.browser?.close();
  await portee?.stop();
  await facebook?.close();
});

const home = (path = '') => `/o/${visitor.slug}${path}`;
/** The collections of the only channel, newest first. */
const runs = async () => days.runs((await days.collection()).channelId);
const liveDays = async (count: number) => days.live((await days.collection()).channelId, count);

function see(look: (page: Page) => Promise<void>): Promise<void> {
  if (found.browser === null) throw new Error('no browser');
  return asSignedIn({ browser: found.browser, visitor, look: {} }, look);
}

const textOf = async (page: Page) => plain(await page.locator('main').textContent());

/** From the page of the network through Facebook's own dialogue and back, to the channel connected. */
async function sayYes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connecter', exact: true }).click();
  await page.getByRole('checkbox', { name: /Centre culturel inventé/ }).check();
  await page.getByRole('checkbox', { name: /Café du centre/ }).uncheck();
  await page.getByRole('button', { name: /^Connecter ce canal/ }).click();
  await page.getByText(/est connecté/).first().waitFor();
}

describe.skipIf(found.browser === null)('a month of a Facebook page, in the browser', () => {
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
