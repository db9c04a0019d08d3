import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { headingOf } from '../support/signed-in.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { CentreYear, type Clock } from './year/centre-year.js';
import { type Hands, keyboardHands, mouseHands } from './year/hands.js';

const found = await openBrowser();
const ways = [{ way: 'with a mouse', handsOn: mouseHands }, ...(process.env['PORTEE_TEST_TIER'] === 'long' ? [{ way: 'with the keyboard alone', handsOn: keyboardHands }] : [])];

describe.skipIf(found.browser === null).each(ways)('a year of a small centre, $way', ({ handsOn }) => {
  const clock: Clock = { now: new Date('2025-11-02T09:00:00Z') };
  let portee: TestPortee;
  let context: BrowserContext;
  let hands: Hands;
  let year: CentreYear;

  beforeAll(async () => {
    if (found.browser === null) return;
    portee = await startTestPortee({}, { now: () => clock.now });
    context = await found.browser.newContext({ baseURL: portee.url, locale: 'fr-BE', timezoneId: 'Europe/Brussels', viewport: { width: 1280, height: 900 } });
    hands = handsOn(await context.newPage());
    year = new CentreYear(hands, clock);
    await year.isThe('2025-11-02T09:00:00Z');
  });
  afterAll(async () => {
    await context?.close();
    await portee?.stop();
  });

  it('begins with a file, and what it says', async () => {
    await year.begins();
    await year.opens('');
    expect(await headingOf(hands.page)).toMatch(/^Pour 100 abonnés/);
  });

  it('decides and plans', async () => {
    await year.reviews('2025-10', 'Avant le plan.');
    await year.accepts(/début de soirée/);
    await year.setsAnObjective('8');
    await year.promises({ title: 'Le jeudi soir', weekday: 'jeudi', time: '18:30', from: '2025-11-03' });
    await year.subscribes();
  });

  it('lives twelve months by its plan, and closes each', async () => {
    for (const month of ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) {
      await year.lives(month);
      await year.reviews(month, `Le mois ${month}, en un mot.`);
    }
  }, 300_000);
});
