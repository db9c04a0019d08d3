import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { Visitor } from './visitor.js';

export interface Look { theme?: 'light' | 'dark'; width?: number }
export interface Window { browser: Browser; visitor: Visitor; look: Look }

/** Opens a window as somebody who is signed in, looks, and closes it. Errors in the page's own console become the test's. */
export async function asSignedIn({ browser, visitor, look }: Window, see: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    baseURL: visitor.url, locale: 'fr-BE', timezoneId: 'Europe/Brussels', colorScheme: look.theme ?? 'light', viewport: { width: look.width ?? 1280, height: 900 },
  });
  await context.addCookies(visitor.cookies());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => { errors.push(error.message); });
  try {
    await see(page);
  } finally {
    await context.close();
  }
  if (errors.length > 0) throw new Error(`the page broke: ${errors.join('; ')}`);
}

/** Goes to an address and waits until it stands: its heading is there and nothing loads any more. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}

/** What the page says first, with plain spaces. */
export async function headingOf(page: Page): Promise<string> {
  return plain(await page.getByRole('heading', { level: 1 }).textContent());
}

/** Waits until the page says this first. */
export function waitForHeading(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

const everyLook = ([1280, 768, 360] as const).flatMap((width) => [{ theme: 'light', width }, { theme: 'dark', width }] as const);

const isLong = process.env['PORTEE_TEST_TIER'] === 'long';

/** How every page is looked at for faults: light, on a phone, where most is too wide; in the long tier each width in both themes. */
export const looks: Required<Look>[] = isLong ? everyLook : [{ theme: 'light', width: 360 }];

/** For pages that together hold nearly everything there is to colour: dark on a desk as well. */
export const looksInBothThemes: Required<Look>[] = isLong ? everyLook : [...looks, { theme: 'dark', width: 1280 }];

/** What is wrong with a page as it stands: broken accessibility rules, and anything wider than the window. Empty: nothing. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Legacy: in this window alone. No page of ours holds frames, for which the other mode opens a window at each look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ...(beyond > 0 ? [`${String(beyond)} pixels beyond the window`] : []),
  ];
}

/** Text with every kind of space as a plain one, as people read it. */
export function plain(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}
