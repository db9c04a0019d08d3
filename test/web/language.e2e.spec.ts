import { describe, expect, it } from 'vitest';
import { plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });

describe.skipIf(site.hasNoBrowser)('a language chosen in the settings', () => {
  it.each([
    { language: 'en', own: 'English', settings: 'Settings', newsletter: 'Newsletter', download: 'Download the PDF' },
    { language: 'nl', own: 'Nederlands', settings: 'Instellingen', newsletter: 'Nieuwsbrief', download: 'De pdf downloaden' },
  ])('is kept with the person, and speaks on the page, in the names of networks and in the next PDF: $own', async ({ language, own, settings, newsletter, download }) => {
    await site.onPage({}, async (page) => {
      await site.visitor.send('PATCH', '/api/v1/session/person', { language: 'fr' });
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      expect(plain(await page.locator('main').textContent())).toContain('Lettre d’information');
      await page.getByRole('link', { name: 'Réglages' }).first().click();
      await page.getByRole('radio', { name: own }).click();
      await page.getByRole('heading', { level: 1, name: settings }).waitFor();
      await page.goBack();
      await page.getByRole('rowheader', { name: newsletter }).waitFor();
      const address = await page.getByRole('link', { name: download }).getAttribute('href');
      const pdf = await site.visitor.send('GET', address ?? '');
      expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(new RegExp(String.raw`/Lang \(${language}`));
    });
    expect(await site.visitor.json('GET', '/api/v1/session')).toMatchObject({ user: { language } });
  });
});
