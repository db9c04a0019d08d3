import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import type { BenchDatabase } from './bench-database.js';
import { type BenchProgram, withProgram } from './http-against-sql.js';
import type { Measure } from './verdict.js';

const RUNS = 3;
/** A phone as Lighthouse plays it: a processor four times as slow, 1.6 megabits a second, 150 ms to the server and back. */
const PHONE = { slowdown: 4, bytesPerSecond: 1_600_000 / 8, latency: 150 };
const SCREEN = { width: 412, height: 823 };
const PAGES = ['', 'rapport', 'canaux', 'publications', 'jours-et-heures', 'partages', 'plan', 'donnees'] as const;
/** Goals, not bounds: a shared machine is as slow as its neighbours make it. */
const COLD_SECONDS = 2.5;
const WARM_SECONDS = 1;
const SHIFT = 0.05;
const MOVE_MS = 100;

interface Felt { paint: number; shift: number }

/** How fast the pages of the demonstration feel on a phone: the largest paint, first and from the cache, what jumps, and the way from one month to another. */
export async function measureFelt(database: BenchDatabase): Promise<Measure[]> {
  const { browser } = await openBrowser();
  if (browser === null) return [];
  try {
    return await withProgram(database, async (program) => {
      await ask(program, 'POST', '/api/v1/demonstration');
      const measures: Measure[] = [];
      for (const path of PAGES) measures.push(...(await measurePage(() => openPhone(browser, program), path)));
      measures.push(await measureMonths(await openPhone(browser, program)));
      return measures;
    });
  } finally {
    await browser.close();
  }
}

async function measurePage(open: () => Promise<Phone>, path: string): Promise<Measure[]> {
  const [cold, warm]: [Felt[], Felt[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const phone = await open();
    cold.push(await visit(phone.page, path));
    warm.push(await visit(phone.page, path));
    await phone.context.close();
  }
  const what = path === '' ? 'overview' : path;
  return [
    { what: `${what}, first time`, runs: cold.map(({ paint }) => paint), unit: 's', limit: { kind: 'goal', side: 'at most', value: COLD_SECONDS }, note: 'largest paint, nothing in the cache' },
    { what: `${what}, again`, runs: warm.map(({ paint }) => paint), unit: 's', limit: { kind: 'goal', side: 'at most', value: WARM_SECONDS }, note: 'largest paint, files from the cache, answers asked anew' },
    { what: `${what}, what jumps`, runs: [...cold, ...warm].map(({ shift }) => shift), unit: 'ratio', limit: { kind: 'bound', side: 'at most', value: SHIFT }, note: 'layout shift, as browsers add it up' },
  ];
}

/** From a key to the name of the month, both months read before. */
async function measureMonths({ page, context }: Phone): Promise<Measure> {
  await visit(page, '');
  const runs: number[] = [];
  await move(page, 'ArrowLeft');
  await page.waitForLoadState('networkidle');
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowLeft', 'ArrowRight'] as const) runs.push(await move(page, key));
  await context.close();
  return { what: 'from one month to another', runs, unit: 'ms', limit: { kind: 'goal', side: 'at most', value: MOVE_MS }, note: 'both months read before; from the key to the picture of the other month' };
}

async function move(page: Page, key: 'ArrowLeft' | 'ArrowRight'): Promise<number> {
  await page.evaluate(() => {
    // As it is drawn: the address is ahead of the page.
    const month = (): string | null => document.querySelector('.month-stepper b')?.textContent ?? null;
    Reflect.set(window, 'moved', new Promise((resolve, reject) => {
      document.addEventListener('keydown', () => {
        const [before, start] = [month(), performance.now()];
        const look = (): void => {
          if (performance.now() - start > 10_000) { reject(new Error('the month did not change')); return; }
          if (month() === before || document.querySelector('main > [aria-busy=true]') !== null) requestAnimationFrame(look);
          else resolve(performance.now() - start);
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    }));
  });
  await page.keyboard.press(key);
  return page.evaluate<number>(() => Reflect.get(window, 'moved'));
}

interface Phone { page: Page; context: BrowserContext }

async function openPhone(browser: NonNullable<Awaited<ReturnType<typeof openBrowser>>['browser']>, { url, cookie }: BenchProgram): Promise<Phone> {
  const context = await browser.newContext({ baseURL: url, locale: 'fr-BE', timezoneId: 'Europe/Brussels', viewport: SCREEN });
  await context.addCookies(cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: decodeURIComponent(pair.slice(pair.indexOf('=') + 1)), url })));
  // Somebody who was here before: their device knows it.
  await context.addInitScript(() => { localStorage.setItem('portee.place', 'demonstration'); });
  const page = await context.newPage();
  await slow(await context.newCDPSession(page));
  return { page, context };
}

async function slow(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: PHONE.latency, downloadThroughput: PHONE.bytesPerSecond, uploadThroughput: PHONE.bytesPerSecond / 2 });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slowdown });
}

async function visit(page: Page, path: string): Promise<Felt> {
  await page.goto(`/o/demonstration/${path}`);
  // A slow processor leaves the line idle before the page stands.
  await page.waitForFunction(() => document.querySelector('main h1:not(.visually-hidden)') !== null && document.querySelector('main .loading') === null);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const seen = (type: string): PerformanceEntry[] => {
      const observer = new PerformanceObserver(() => undefined);
      observer.observe({ type, buffered: true });
      return observer.takeRecords();
    };
    const shifts = seen('layout-shift').filter((entry) => !('hadRecentInput' in entry && entry.hadRecentInput === true));
    return {
      paint: (seen('largest-contentful-paint').at(-1)?.startTime ?? Number.NaN) / 1000,
      shift: shifts.reduce((sum, entry) => sum + ('value' in entry && typeof entry.value === 'number' ? entry.value : 0), 0),
    };
  });
}

async function ask({ url, cookie }: BenchProgram, method: string, path: string): Promise<void> {
  const answer = await fetch(url + path, { method, headers: { cookie, origin: url } });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}
