import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { asSignedIn, plain, visit } from '../support/signed-in.js';
import { firstMember, type Member } from '../support/visitor.js';

const found = await openBrowser();
let portee: TestPortee;
let visitor: Member;

beforeAll(async () => {
  if (found.browser === null) return;
  portee = await startTestPortee({}, { now: () => new Date('2026-11-23T08:00:00Z') });
  visitor = await firstMember(portee.url);
  await visitor.json('POST', '/api/v1/demonstration');
});

afterAll(async () => {
  await found.browser?.close();
  await portee?.stop();
});

describe.skipIf(found.browser === null)('a language chosen in the settings', () => {
  it('is kept with the person, and speaks on the page, in the names of networks and in the next PDF', async () => {
    if (found.browser === null) throw new Error('no browser');
    await asSignedIn({ browser: found.browser, visitor, look: {} }, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      expect(plain(await page.locator('main').textContent())).toContain('Lettre d’information');
      await page.getByRole('link', { name: 'Réglages' }).first().click();
      await page.getByRole('radio', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      await page.goBack();
      await page.getByRole('rowheader', { name: 'Newsletter' }).waitFor();
      const address = await page.getByRole('link', { name: 'Download the PDF' }).getAttribute('href');
      const pdf = await visitor.send('GET', address ?? '');
      expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/\/Lang \(en/);
    });
    expect(await visitor.json('GET', '/api/v1/session')).toMatchObject({ user: { language: 'en' } });
  });
});
