import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { headingOf } from '../support/signed-in.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { CentreYear, type Clock } from './year/centre-year.js';
import { type Hands, keyboardHands, mouseHands } from './year/hands.js';

/** Two subjects a week, so that each has its pair. */
const TRIAL = [
  { month: '2025-11', days: ['2025-11-04', '2025-11-06', '2025-11-11', '2025-11-13', '2025-11-18', '2025-11-20', '2025-11-25', '2025-11-27'] },
  { month: '2025-12', days: ['2025-12-09', '2025-12-11', '2025-12-16', '2025-12-18', '2025-12-23', '2025-12-26'] },
  { month: '2026-01', days: ['2026-01-06', '2026-01-08', '2026-01-13', '2026-01-15', '2026-01-20', '2026-01-22'] },
];
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

  it('tries for three months what its figures suggest, and reads the answer once', async () => {
    await year.reviews('2025-10', 'Avant le plan.');
    await year.accepts(/vidéos/);
    await year.triesAtHome(/début de soirée/);
    await year.subscribes();
    for (const { month, days } of TRIAL) {
      await year.plansForTheTrial(days);
      await year.lives(month);
      await year.reviews(month, `Un essai, ${month}.`);
    }
    // How much more is told differs with the draw, which is chance's; that it is more does not, where it is two and a half times as many.
    await year.opens('plan');
    await expect.poll(() => year.reads('Essais')).toMatch(/Testé chez vous.*Publier en début de soirée touche environ [^.]* (?:de personnes en plus|fois plus de personnes)\..*20 publications tirées au sort/);
  });

  it('decides, and plans what it decided', async () => {
    await year.accepts(/début de soirée/);
    await year.setsAnObjective('8');
    await year.promises('2026-02-02');
  });

  it('lives nine more months by its plan, and closes each', async () => {
    for (const month of ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) {
      await year.lives(month);
      await year.reviewsTogether(month, `Le mois ${month}, en un mot.`);
    }
  });

  it('sees at the end what it kept, and what that changed', async () => {
    await year.opens('plan');
    await expect.poll(() => year.reads('Ce qui a été tenu')).toContain(`${String(year.keptSince('2026-08-03'))} jeudis sur 13`);
    const lines = () => year.reads('Ce que vous ferez');
    // Of videos all posts are counted, and told with what they are held against; of evenings the draw has answered, and nothing else does.
    await expect.poll(lines).toMatch(/Publier plus souvent avec des vidéos.*Vos vidéos : \d+ avant, 36 depuis\..*Ce que cela dit, et ne dit pas/);
    await expect.poll(lines).toMatch(/Publier plus souvent en début de soirée.*Un essai tiré au sort porte sur la même question/);
  });
});
