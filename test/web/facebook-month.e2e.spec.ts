import type { Collection, IngestionRun } from '@portee/shared';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IngestScheduler } from '../../apps/api/src/ingest/ingest.scheduler.js';
import { FACEBOOK_APPLICATION, type FacebookStandIn, startFacebookStandIn } from '../networks/facebook.stand-in.js';
import { inventPosts } from '../networks/invented-posts.js';
import { openBrowser } from '../support/browser.js';
import { playedClock } from '../support/collecting.js';
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

beforeAll(async () => {
  if (found.browser === null) return;
  const posts = inventPosts({ seed: 3, ...span, postsPerWeek: 4, followers: 4000 });
  const pages = [{ id: PAGE, name: 'Centre culturel inventé', followers: 4000, since: span.from, perDay: 2, posts }, { id: '100000000000002', name: 'Café du centre', followers: 300, since: span.from, posts: [] }];
  facebook = await startFacebookStandIn({ now: clock.now, pages, application: { ...FACEBOOK_APPLICATION, redirectUris } });
  portee = await startTestPortee({ networkUrls: { facebook: facebook.url } }, { now: clock.now });
  redirectUris.push(`${portee.url}/api/v1/connections/callback`);
  visitor = await firstMember(portee.url, 'Le centre');
  await visitor.json('PUT', '/api/v1/hosting/applications/facebook', { clientId: FACEBOOK_APPLICATION.id, clientSecret: FACEBOOK_APPLICATION.secret });
});
afterAll(async () => {
  await found.browser?.close();
  await portee?.stop();
  await facebook?.close();
});

const own = (path: string) => `/api/v1/organisations/${visitor.slug}${path}`;
const home = (path = '') => `/o/${visitor.slug}${path}`;
const sweep = () => portee.running.app.get(IngestScheduler, { strict: false }).sweep();
const collection = () => visitor.json<Collection[]>('GET', own('/collections')).then(([first]) => first);
const runs = async () => visitor.json<IngestionRun[]>('GET', own(`/channels/${(await collection())?.channelId ?? ''}/runs`));

/** As the days go by: whenever the channel is due, until it is no more connected. */
async function liveDays(days: number): Promise<void> {
  const until = new Date(clock.at.getTime() + days * 86_400_000);
  while (clock.at < until) {
    const [before] = await runs();
    const now = await collection();
    const due = now?.nextDueAt ?? null;
    if (due === null || new Date(due) >= until) {
      clock.at = until;
      return;
    }
    clock.at = new Date(Math.max(clock.at.getTime(), new Date(due).getTime()));
    await vi.waitFor(async () => {
      // A job of before may still be leaving the queue: then the claim ends, by the played clock too, and the next sweep adds it.
      clock.pass(1 / 50);
      await sweep();
      const [newest] = await runs();
      expect(newest?.id !== before?.id && newest?.state !== 'running').toBe(true);
    }, { timeout: 30_000, interval: 100 });
  }
}

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
    await vi.waitFor(async () => expect(await collection()).toMatchObject({ state: 'connected', isBackfilled: true }), { timeout: 30_000, interval: 50 });
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
      await visit(page, home(`/donnees/canaux/${(await collection())?.channelId ?? ''}`));
      expect(await textOf(page)).toMatch(/[Cc]lics/);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('asks a person to connect again when the access is dead, and goes on where it was', async () => {
    facebook.revokeAll(460);
    await liveDays(2);
    expect(await collection()).toMatchObject({ state: 'needs-reconnection', trouble: 'access-revoked' });
    await see(async (page) => {
      await visit(page, home('/donnees'));
      expect(await textOf(page)).toMatch(/reconnecter/i);
      await page.getByRole('link', { name: /Reconnecter/ }).first().click();
      await sayYes(page);
    });
    await vi.waitFor(async () => expect(await collection()).toMatchObject({ state: 'connected', trouble: null }), { timeout: 30_000, interval: 50 });
    const all = await visitor.json<IngestionRun[]>('GET', own(`/channels/${(await collection())?.channelId ?? ''}/runs?limit=200`));
    expect(all.filter(({ kind }) => kind === 'first')).toHaveLength(1);
  });
});
