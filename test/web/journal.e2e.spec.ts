import { describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, looks, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({
  furnish: async ({ visitor }) => {
    const at = (path: string) => `/api/v1/organisations/${visitor.slug}/${path}`;
    await visitor.json('POST', at('channels'), { network: 'facebook', name: 'La Remise' });
    await visitor.json('POST', at('invitations'), { role: 'reader' });
  },
});
const PAGE = 'reglages/journal';

describe.skipIf(site.hasNoBrowser)('the journal of an organisation', () => {
  it('tells who did what, and keeps what is looked for in the address', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Le journal' }).click();
      const rows = page.getByRole('row');
      await page.getByRole('cell', { name: 'Canal ajouté' }).waitFor();
      expect(await page.getByRole('row').filter({ hasText: 'Invitation' }).textContent()).toContain('Lecture');
      await page.getByLabel('Quoi').selectOption({ label: 'Canal ajouté' });
      await page.waitForURL(/acte=channel-added/u);
      await expect.poll(() => rows.count()).toBe(2);
      expect(await rows.last().textContent()).toContain('La Remise');
      await page.getByLabel('Quoi').selectOption({ label: 'Canal supprimé' });
      await page.getByRole('heading', { name: 'Rien ne correspond' }).waitFor();
      await page.getByRole('button', { name: 'Tout montrer' }).click();
      await page.getByRole('cell', { name: 'Canal ajouté' }).waitFor();
      await page.getByLabel('Chercher un canal, un fichier…').fill('remise');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=remise/u);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
      await expect.poll(() => rows.count()).toBe(2);
    });
  });

  it('lets a day be typed sign by sign, and takes it once it is whole', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByLabel('Du', { exact: true }).focus();
      await page.keyboard.type('01012020', { delay: 20 });
      await page.waitForURL(/du=2020-01-01/u);
      expect(await page.getByLabel('Du', { exact: true }).inputValue()).toBe('2020-01-01');
    });
  });

  it('shows all that one person did', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByRole('link', { name: 'Coordination' }).first().click();
      await page.waitForURL(/personne=/u);
      await page.getByRole('cell', { name: 'Canal ajouté' }).waitFor();
    });
  });

  it('says to a reader who reads it', async () => {
    const reader = await memberOfRole('reader', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: reader, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/${PAGE}`);
      await page.getByText('Les responsables du centre lisent le journal.').waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    });
  });

  it.each(looks)('has no fault: $width $theme', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByRole('cell', { name: 'Canal ajouté' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
