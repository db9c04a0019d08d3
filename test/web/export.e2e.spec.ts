import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite();

describe.skipIf(site.hasNoBrowser)('everything a centre has', () => {
  it('is taken along by its owner from the settings, told beforehand, and written in the journal', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      const section = page.getByRole('region', { name: 'Emporter vos données' });
      await section.getByText(/Dedans/u).waitFor();
      expect(plain(await section.innerText())).toMatch(/Dedans : aucun canal, aucune publication/u);
      expect(await faultsOf(page)).toEqual([]);
      const downloading = page.waitForEvent('download');
      await section.getByRole('link', { name: 'Tout exporter (.zip)' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/-portee\.zip$/u);
      const zip = await openPromise(await download.path(), { lazyEntries: true, autoClose: false });
      const names: string[] = [];
      for await (const entry of zip.eachEntry()) names.push(entry.fileName);
      zip.close();
      expect(names).toEqual(expect.arrayContaining(['README.md', 'data/organisation.csv', 'data/member.csv', 'manifest.json']));
      expect((await readFile(await download.path())).byteLength).toBeGreaterThan(1000);
      await visit(page, `${home}/reglages/journal`);
      await page.getByText('Tout exporté').filter({ visible: true }).first().waitFor();
    });
  });

  it('is offered to nobody else', async () => {
    const coordinator = await memberOfRole('coordinator', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: coordinator, look: {} }, async (page) => {
      await visit(page, `${site.portee.url}/o/${site.visitor.slug}/reglages`);
      await waitForHeading(page, 'Réglages');
      await page.getByRole('heading', { name: 'Vacances scolaires' }).waitFor();
      expect(await page.getByText('Emporter vos données').count()).toBe(0);
    });
  });
});
