import type { Channel, NewInvitation, OrganisationView, ProcessingRegister, Retention, Session } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { asSignedIn, faultsOf, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const site = await openSite();
const PASSWORD = 'un mot de passe assez long';
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}${path}`;

const file = ['channel,network,post_id,published_at,followers,reach,text,author_role,observed_at',
  ...['2019-03', '2019-04', '2026-09'].map((month) => `La page,facebook,${month},${month}-10T22:30:00Z,1000,50,Bonjour,animation,2026-10-20T00:00:00Z`), ''].join('\n');

describe.skipIf(site.hasNoBrowser)('privacy', () => {
  it('says how many lines a shorter time would delete, deletes them once that is confirmed, and writes the register', async () => {
    await importFile(site.visitor, { name: 'tout.csv', bytes: file });
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Confidentialité et durées' }).click();
      await page.getByRole('heading', { level: 1, name: 'Confidentialité' }).waitFor();
      await page.getByLabel('Textes des publications').selectOption('12');
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('2 lignes seraient effacées').waitFor();
      await dialog.getByText('les textes de 2 publications').waitFor();
      expect(await site.visitor.json<Retention>('GET', at('/privacy/retention'))).toMatchObject({ texts: null });
      await dialog.getByRole('button', { name: 'Effacer et enregistrer' }).click();
      await page.getByText('Les durées sont enregistrées.').waitFor();
      expect(await site.visitor.json<Retention>('GET', at('/privacy/retention'))).toMatchObject({ texts: 12 });

      await page.getByLabel('Responsable du traitement').fill('ASBL Le Cerisier, rue Haute 1');
      await page.getByLabel('Contact pour la vie privée').fill('vie-privee@cerisier.example');
      await page.getByRole('region', { name: 'Registre des traitements' }).getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('ASBL Le Cerisier, rue Haute 1 mesure l’audience').waitFor();
      await page.getByText('Textes des publications : 1 an').waitFor();
      await page.getByText('Les auteurs des publications, par leur fonction seulement.').waitFor();
      for (const told of ['portee.device', 'webhooks', 'annuaire de l’organisation', 'nonante jours']) await page.getByRole('region', { name: 'Registre des traitements' }).getByText(told).waitFor();
      expect((await site.visitor.json<ProcessingRegister>('GET', at('/privacy/register'))).fields.contact).toBe('vie-privee@cerisier.example');
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('lets somebody who may not change it read it', async () => {
    const { link } = await site.visitor.json<NewInvitation>('POST', at('/invitations'), { role: 'reader', email: null });
    const reader = new Visitor(site.portee.url);
    await reader.json('POST', '/api/v1/invitations/accept', { token: new URL(link ?? '').hash.slice(1), person: { name: 'Lou', email: 'lou@exemple.be', password: PASSWORD } });
    await asSignedIn({ browser: site.browser, visitor: reader, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/reglages/confidentialite`);
      await page.getByText('Les responsables les choisissent.').waitFor();
      await page.getByRole('heading', { name: 'Registre des traitements' }).waitFor();
      expect(await page.getByRole('button', { name: /Supprimer le centre|Voir ce que cela change/u }).count()).toBe(0);
      // The way out of an account, and of it alone.
      await visit(page, `/o/${site.visitor.slug}/reglages/compte`);
      await page.getByRole('button', { name: 'Supprimer mon compte…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Votre mot de passe').fill('ce n’est pas lui');
      await dialog.getByRole('button', { name: 'Supprimer pour de bon' }).click();
      await dialog.getByText('Le mot de passe actuel n’est pas celui-là.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await dialog.getByLabel('Votre mot de passe').fill(PASSWORD);
      await dialog.getByRole('button', { name: 'Supprimer pour de bon' }).click();
      await page.getByRole('heading', { level: 1, name: /connect/iu }).waitFor();
    });
    expect((await new Visitor(site.portee.url).post('/api/v1/session', { email: 'lou@exemple.be', password: PASSWORD })).status).toBe(401);
  });

  it('deletes a channel once its name is typed, and tells before what goes', async () => {
    const [channel] = await site.visitor.json<Channel[]>('GET', at('/channels'));
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/donnees/canaux/${channel?.id}`);
      await page.getByRole('button', { name: 'Supprimer ce canal' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('La plus ancienne publication date du 10 mars 2019.').waitFor();
      await dialog.getByLabel('Nom du canal').fill('La pag');
      await dialog.getByRole('button', { name: 'Supprimer définitivement' }).click();
      await dialog.getByText('Ce n’est pas le nom du canal.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await site.visitor.json<Channel[]>('GET', at('/channels'))).toHaveLength(1);
      await dialog.getByLabel('Nom du canal').fill('La page');
      await dialog.getByRole('button', { name: 'Supprimer définitivement' }).click();
      await page.getByText('La page est supprimé.').waitFor();
    });
    expect(await site.visitor.json<Channel[]>('GET', at('/channels'))).toEqual([]);
  });

  it('waits fourteen days before it deletes the centre, says so above every page, and takes it back there', async () => {
    const { name } = await site.visitor.json<OrganisationView>('GET', at(''));
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages/confidentialite`);
      const ask = async (typed: string, isNow = false): Promise<void> => {
        await page.getByRole('button', { name: 'Supprimer le centre…' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Nom du centre').fill(typed);
        await dialog.getByLabel('Votre mot de passe').fill(PASSWORD);
        if (isNow) await dialog.getByLabel('Tout de suite, sans retour').check();
        await dialog.getByRole('button', { name: 'Supprimer', exact: true }).click();
      };
      await ask('Autre chose');
      await page.getByText('Ce n’est pas le nom attendu.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await ask(name);
      await page.getByText(/^Ce centre sera supprimé le/u).waitFor();
      await visit(page, `${home}/rapport`);
      await page.getByText(/^Ce centre sera supprimé le/u).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Annuler la suppression' }).click();
      await page.getByText(/^Ce centre sera supprimé le/u).waitFor({ state: 'detached' });
      expect((await site.visitor.json<OrganisationView>('GET', at(''))).deletesAt).toBeNull();
      await visit(page, `${home}/reglages/confidentialite`);
      await ask(name, true);
      await page.getByText('Aucune organisation ne vous est encore ouverte.').waitFor();
    });
    expect((await site.visitor.json<Session>('GET', '/api/v1/session')).organisations).toEqual([]);
  });
});
