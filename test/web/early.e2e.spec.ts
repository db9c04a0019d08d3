import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { routeOnce } from '../support/route-once.js';
import { visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const HOME = '/o/demonstration';
const PLACE = '/api/v1/organisations/demonstration';
const site = await openSite({ hasDemonstration: true });
const { onPage } = site;

/** The page's own script, and what it shows first. */
const pages = [
  { path: '', file: 'overview-page', first: ['/reports/2026-10'] },
  { path: '/rapport', file: 'monthly-report-page', first: ['/reports/2026-10'] },
  { path: '/rapport?mois=2026-09', file: 'monthly-report-page', first: ['/reports/2026-09'] },
  { path: '/rapport/revue', file: 'review-page', first: ['/reports/2026-10'] },
  { path: '/canaux', file: 'channels-page', first: ['/reports/2026-10'] },
  { path: '/publications', file: 'posts-page', first: ['/channels'] },
  { path: '/partages', file: 'sharing-page', first: ['/channels'] },
  { path: '/jours-et-heures', file: 'timing-page', first: ['/channels', '/recommendations/outlook'] },
  { path: '/plan', file: 'plan-page', first: ['/channels', '/plan/lines', '/plan/decisions', '/plan/tested', '/plan/experiments', '/recommendations/outlook'] },
  { path: '/donnees', file: 'data-page', first: ['/channels'] },
  { path: '/donnees/importer', file: 'import-start-page', first: [] },
  { path: '/reglages', file: 'settings-page', first: [] },
];

describe.skipIf(site.hasNoBrowser)('what a page needs', () => {
  it.each(pages)('is asked for before the program itself has come, and once: « $path »', async ({ path, file, first }) => {
    await onPage({ width: 360 }, async (page) => {
      await visit(page, HOME);
      const wanted = [new RegExp(`/assets/${file}-[^/]+\\.js$`, 'u'), ...['', ...first].map((door) => new RegExp(`${PLACE}${door}$`, 'u')), /\/api\/v1\/session$/u];
      const early = await asksWithoutProgram(page, HOME + path, wanted);
      const later = await asksFrom(page, () => page.getByRole('heading', { level: 1 }).waitFor());
      await page.waitForFunction(() => document.querySelector('.loading') === null);
      const both = early.filter((url) => later.includes(url));
      // How channels do is read once more after they were first seen, on purpose.
      expect(both.filter((url) => !(path === '/donnees' && url.endsWith(PLACE)))).toEqual([]);
      expect(await page.evaluate(() => { const untaken: unknown = Reflect.get(globalThis, 'porteeAnswers'); return untaken instanceof Map ? [...untaken.keys()] : null; })).toEqual([]);
    });
  });

  it('is there, whatever page it is for', async () => {
    const assets = join(import.meta.dirname, '../../apps/web/dist/assets');
    const built = await readdir(assets);
    const early = await readFile(join(assets, built.find((name) => /^early-[^.]+\.js$/u.test(name)) ?? ''), 'utf8');
    const named = [...early.matchAll(/assets\/([\w.-]+\.(?:js|css))/gu)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !built.includes(name))).toEqual([]);
  });

  it('is read to its end where the page has no use for it: no connection stays taken', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, home);
      await visit(page, `${home}/publications`);
      await page.waitForLoadState('networkidle', { timeout: 10_000 });
    });
  });

  it('is asked for anew by whoever signs in, where the early answer was a refusal', async () => {
    await onPage({}, async (page) => {
      await visit(page, `${HOME}/publications`);
      await page.context().clearCookies();
      await page.goto(`${HOME}/publications`);
      await page.getByLabel('Adresse électronique').fill('coordination@cerisier.example');
      await page.getByLabel('Mot de passe').fill('un mot de passe assez long');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await waitForHeading(page, /^\d.* publications/u);
      await expect.poll(() => page.getByLabel('Canal', { exact: true }).locator('option').count()).toBe(6);
    });
  });

  it('is not asked for in a place where whoever is here was not seen last', async () => {
    await onPage({ width: 360 }, async (page) => {
      const early = await asksWithoutProgram(page, `${HOME}/plan`, [/plan-page-[^/]+\.js$/u, /\/api\/v1\/session$/u]);
      expect(early.filter((url) => url.includes(PLACE))).toEqual([]);
      await waitForHeading(page, /plan/u);
    });
  });

  it('is drawn in the theme that was chosen, before the program has come', async () => {
    await onPage({ theme: 'light' }, async (page) => {
      await visit(page, HOME);
      await page.evaluate(() => { localStorage.setItem('portee.theme', 'dark'); });
      await asksWithoutProgram(page, HOME, [/overview-page-[^/]+\.js$/u]);
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await waitForHeading(page, /abonnés/u);
    });
  });
});

/** Goes to an address while its program is held back, until all that is wanted has been asked for; then lets the program come. Tells what was asked. */
async function asksWithoutProgram(page: Page, address: string, wanted: readonly RegExp[]): Promise<string[]> {
  const program = /type="module"[^>]* src="([^"]+)"/u.exec(await (await page.request.get(address)).text())?.[1] ?? '';
  const held = Promise.withResolvers<undefined>();
  await routeOnce(page, `**${program}`, async (route) => { await held.promise; await route.continue(); });
  const asked: string[] = [];
  page.on('request', (request) => { asked.push(request.url()); });
  await page.goto(address, { waitUntil: 'commit' });
  await expect.poll(() => wanted.filter((one) => !asked.some((url) => one.test(url)))).toEqual([]);
  const early = [...asked];
  held.resolve(undefined);
  return early;
}

async function asksFrom(page: Page, until: () => Promise<void>): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => { asked.push(request.url()); });
  await until();
  return asked;
}
