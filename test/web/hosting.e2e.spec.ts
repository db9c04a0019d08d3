import type { HostedOrganisation, HostPerson } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looksInBothThemes, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const site = await openSite();
const PAGE = 'hebergement';
const all = () => site.visitor.json<HostedOrganisation[]>('GET', '/api/v1/hosting/organisations');

describe.skipIf(site.hasNoBrowser)('hosting', () => {
  it('opens an organisation by a link for its owner, limits it, and lets somebody else run the installation', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Organisations, limites, santé' }).click();
      await page.getByRole('heading', { level: 1, name: 'Hébergement' }).waitFor();
      await page.getByLabel('Son nom').fill('Le Foyer');
      await page.getByRole('button', { name: 'Ouvrir et obtenir le lien' }).click();
      const link = await page.getByLabel('Le lien pour la personne responsable de Le Foyer').inputValue();
      const owner = new Visitor(site.portee.url, { origin: site.portee.url });
      await owner.json('POST', '/api/v1/invitations/accept', { token: new URL(link).hash.slice(1), person: { name: 'Lou', email: 'lou@exemple.be', password: 'une phrase assez longue' } });
      const line = page.getByRole('list', { name: 'Organisations' }).getByRole('listitem').filter({ hasText: 'Le Foyer' });
      await line.getByText('Limites', { exact: true }).click();
      await line.getByLabel('Nombre de canaux').fill('3');
      await line.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('Limites de Le Foyer enregistrées.').waitFor();
      expect((await all()).find(({ slug }) => slug === 'le-foyer')).toMatchObject({ people: 1, limits: { channels: 3, storageBytes: null } });
      expect(plain(await line.textContent())).toContain('3 canaux au plus.');
      await page.getByLabel('Adresse électronique d’un compte').fill('lou@exemple.be');
      await page.getByRole('button', { name: 'Donner ce rôle' }).click();
      await page.getByRole('button', { name: 'Retirer à Lou la gestion de l’installation' }).waitFor();
      expect((await owner.json<HostPerson[]>('GET', '/api/v1/hosting/hosts')).map(({ name }) => name)).toContain('Lou');
      await page.getByRole('button', { name: 'Retirer à Lou la gestion de l’installation' }).click();
      await page.getByRole('button', { name: 'Retirer ce rôle pour de bon' }).click();
      await expect.poll(async () => (await owner.get('/api/v1/hosting/hosts')).status).toBe(403);
    });
  });

  it('says of an address that is nobody’s what to do', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByLabel('Adresse électronique d’un compte').fill('personne@exemple.be');
      await page.getByRole('button', { name: 'Donner ce rôle' }).click();
      await page.getByText('Personne n’a de compte à l’adresse personne@exemple.be.').waitFor();
    });
  });

  it.each(looksInBothThemes)('has no fault, $theme at $width', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByRole('table', { name: 'Files d’attente' }).waitFor();
      await page.getByText('Limites', { exact: true }).first().click();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('is nobody else’s page, and the settings lead nobody else there', async () => {
    const reader = await memberOfRole('reader', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: reader, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/reglages`);
      expect(await page.getByRole('link', { name: 'Organisations, limites, santé' }).count()).toBe(0);
      await visit(page, `/o/${site.visitor.slug}/${PAGE}`);
      expect(await headingOf(page)).toBe('Hébergement');
      await page.getByText('Seules les personnes qui gèrent l’installation voient cette page.').waitFor();
    });
  });
});
