import type { ApiTokenView } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looksInBothThemes, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const site = await openSite();
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/${path}`;
const tokens = () => site.visitor.json<ApiTokenView[]>('GET', at('tokens'));
const PAGE = 'reglages/jetons';

/** Makes a key on the page. @returns the key */
async function make(page: Page, name: string): Promise<string> {
  await page.getByLabel('À quoi elle sert').fill(name);
  await page.getByLabel('Déposer des fichiers').check();
  await page.getByLabel('Elle ouvre pendant').selectOption({ label: '30 jours' });
  await page.getByRole('button', { name: 'Créer la clé' }).click();
  const secret = page.getByRole('textbox', { name: `La clé « ${name} »` });
  await secret.waitFor();
  return secret.inputValue();
}

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id } of await tokens()) await site.visitor.delete(at(`tokens/${id}`));
});

describe.skipIf(site.hasNoBrowser)('access keys', () => {
  it('are made for what is ticked, shown once, and open until they are revoked', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Clés d’accès' }).click();
      await waitForHeading(page, 'Aucune clé d’accès');
      const key = await make(page, 'Le tableur');
      const program = new Visitor(site.portee.url, { authorization: `Bearer ${key}` });
      expect((await program.get(at('channels'))).status).toBe(200);
      expect((await program.patch(`/api/v1/organisations/${site.visitor.slug}`, { name: 'x' })).status).toBe(403);
      await waitForHeading(page, '1 clé d’accès');
      expect(await page.getByRole('textbox', { name: 'La clé « Le tableur »' }).count()).toBe(1);
      await page.reload();
      const row = page.getByRole('listitem').filter({ hasText: 'Le tableur' });
      await row.waitFor();
      expect(plain(await row.textContent())).toMatch(/Lire les chiffres.*Déposer des fichiers.*Valable jusqu’au 23 décembre 2026.*Créée par Coordination, ce matin à 9 h · a servi ce matin à 9 h/u);
      expect(await page.getByRole('textbox', { name: 'La clé « Le tableur »' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Retirer la clé « Le tableur »' }).click();
      await page.getByRole('button', { name: 'Retirer : le programme n’entrera plus' }).click();
      await waitForHeading(page, 'Aucune clé d’accès');
      expect((await program.get(at('channels'))).status).toBe(401);
    });
  });

  it('are not made without a name, or for nothing', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByLabel('Lire les chiffres').uncheck();
      await page.getByRole('button', { name: 'Créer la clé' }).click();
      await page.getByText('Dites à quoi elle sert').waitFor();
      await page.getByText('Cochez au moins une chose').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
      expect(await tokens()).toEqual([]);
    });
  });

  it('are no business of whoever may not make them', async () => {
    const coordinator = await memberOfRole('coordinator', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: coordinator, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/reglages`);
      expect(await page.getByRole('link', { name: 'Clés d’accès' }).count()).toBe(0);
      await visit(page, `/o/${site.visitor.slug}/${PAGE}`);
      expect(await headingOf(page)).toBe('Clés d’accès');
      await page.getByText('Les responsables du centre créent les clés d’accès.').waitFor();
    });
  });

  it.each(looksInBothThemes)('have no fault, one just made: $width $theme', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await make(page, 'Le tableur');
      await page.getByRole('button', { name: 'Retirer la clé' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
