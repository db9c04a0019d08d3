import { describe, expect, it } from 'vitest';
import { plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });

describe.skipIf(site.hasNoBrowser)('a language chosen in the settings', () => {
  it('is kept with the person, and speaks on the page, in the names of networks and in the next PDF', async () => {
    await site.onPage({}, async (page) => {
      await visit(page, '/o/demonstration/rapport?mois=2026-10');
      expect(plain(await page.locator('main').textContent())).toContain('Lettre d’information');
      await page.getByRole('link', { name: 'Réglages' }).first().click();
      await page.getByRole('radio', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      await page.goBack();
      await page.getByRole('rowheader', { name: 'Newsletter' }).waitFor();
      const address = await page.getByRole('link', { name: 'Download the PDF' }).getAttribute('href');
      const pdf = await site.visitor.send('GET', address ?? '');
      expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/\/Lang \(en/);
    });
    expect(await site.visitor.json('GET', '/api/v1/session')).toMatchObject({ user: { language: 'en' } });
  });
});
