import { describe, expect, it } from 'vitest';
import { withClient } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { faultsOf, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite();
const file = ['channel,network,post_id,published_at,followers,reach', ...[1, 2, 3, 4, 5].map((day) => `La page,facebook,${String(day)},2026-09-0${String(day)}T10:00:00Z,1000,40`), ''].join('\n');

/** What the sweep does with six centres (`test/api/comparison.e2e.spec.ts`). */
async function putAmongCentres(): Promise<void> {
  await withClient(site.portee.database.ownerUrl, async (client) => {
    const { rows: [own] } = await client.query<{ id: string }>('SELECT id FROM organisation WHERE slug = $1', [site.visitor.slug]);
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [own?.id]);
    await client.query(`INSERT INTO centre_median VALUES ($1, 'facebook', '2026-09', 0.04)`, [own?.id]);
    await client.query(`INSERT INTO centre_group VALUES ('facebook', '2026-09', 6, 5.3, 6.5, 7.8, now())`);
  });
}

describe.skipIf(site.hasNoBrowser)('the comparison between centres', () => {
  it('says what is given and received before it is agreed to, and is left the same way', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages/confidentialite`);
      const section = page.getByRole('region', { name: 'Comparaison entre centres' });
      await section.getByText('Votre centre ne participe pas.').waitFor();
      await section.getByText('Rien d’autre').waitFor();
      await section.getByRole('button', { name: 'Participer à la comparaison' }).click();
      await section.getByText('Votre centre participe.').waitFor();
      await section.getByRole('button', { name: 'Ne plus participer' }).click();
      await section.getByText('Votre centre ne participe pas.').waitFor();
    });
  });

  it('is one sentence in the report of a month, with what it means beside it; without a group, nothing', async () => {
    await importFile(site.visitor, { name: 'a.csv', bytes: file });
    await site.onPage({ width: 360 }, async (page, home) => {
      await visit(page, `${home}/rapport?mois=2026-09`);
      await page.getByRole('heading', { name: 'Le mot de l’équipe' }).waitFor();
      expect(await page.getByRole('region', { name: 'Comparaison entre centres' }).count()).toBe(0);
      await putAmongCentres();
      await visit(page, `${home}/rapport?mois=2026-09`);
      const region = page.getByRole('region', { name: 'Comparaison entre centres' });
      await region.getByText('touche chez vous 4 personnes pour 100 abonnés').waitFor();
      await region.getByText('sur 6 centres, le vôtre compris, la valeur du milieu est 6,5').waitFor();
      await region.getByText('ce n’est pas un classement').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
