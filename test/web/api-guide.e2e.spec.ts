import { describe, expect, it } from 'vitest';
import { faultsOf, looksInBothThemes, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite();

describe.skipIf(site.hasNoBrowser)('the page on the API', () => {
  it('is reached from the settings, and shows calls at this very address', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Utiliser l’API' }).click();
      await waitForHeading(page, 'Utiliser l’API');
      expect(await page.getByRole('region', { name: 'La portée par mois' }).textContent()).toContain(`"${site.portee.url}/api/v1/organisations/${site.visitor.slug}/insights/reach?from=2025-11-01&to=2026-11-23"`);
      await page.getByRole('link', { name: 'Créer une clé' }).click();
      await waitForHeading(page, 'Aucune clé d’accès');
    });
  });

  it.each(looksInBothThemes)('has no fault: $width $theme', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/reglages/jetons/api`);
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
