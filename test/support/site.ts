import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Environment } from '../../apps/api/src/config/env.js';
import { openBrowser } from './browser.js';
import { startTestPortee, type TestPortee } from './portee.js';
import { asSignedIn, type Look } from './signed-in.js';
import { firstMember, type Member } from './visitor.js';

/** A Monday of the invented present: the demonstration's last whole month is October 2026. */
const NOW = new Date('2026-11-23T08:00:00Z');

/** What differs from file to file. */
interface Plan {
  /** Name of the first member's organisation. */
  organisation?: string;
  now?: () => Date;
  hasDemonstration?: boolean;
  /** Servers that run beside it: started before, with what the program must be told of them, and closed after it. */
  beside?: { start: () => Promise<Partial<Environment>>; close: () => Promise<void> };
  /** What else stands there before the first test. */
  furnish?: (standing: { portee: TestPortee; visitor: Member }) => Promise<void>;
}

/** The program with its pages, its first member signed in, and a browser: one of each for a file of tests. */
export interface Site {
  /** Then nothing is started, and the tests are skipped. */
  readonly hasNoBrowser: boolean;
  readonly browser: Browser;
  readonly portee: TestPortee;
  readonly visitor: Member;
  /** A window of the member's, closed when it has been seen; `home` is the address of their organisation. */
  readonly onPage: (look: Look, see: (page: Page, home: string) => Promise<void>) => Promise<void>;
}

/** Call it once, outside of tests. */
export async function openSite({ organisation = 'La Remise', now = () => NOW, hasDemonstration = false, beside, furnish }: Plan = {}): Promise<Site> {
  const { browser } = await openBrowser();
  let portee: TestPortee;
  let visitor: Member;

  beforeAll(async () => {
    if (browser === null) return;
    portee = await startTestPortee(await beside?.start(), { now });
    visitor = await firstMember(portee.url, organisation);
    if (hasDemonstration) await visitor.json('POST', '/api/v1/demonstration');
    await furnish?.({ portee, visitor });
  });
  afterAll(async () => {
    await browser?.close();
    await portee?.stop();
    await beside?.close();
  });

  const opened = (): Browser => {
    if (browser === null) throw new Error('no browser');
    return browser;
  };
  return {
    hasNoBrowser: browser === null,
    get browser() { return opened(); }, get portee() { return portee; }, get visitor() { return visitor; },
    onPage: (look, see) => asSignedIn({ browser: opened(), visitor, look }, (page) => see(page, `/o/${visitor.slug}`)),
  };
}
