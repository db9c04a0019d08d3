import type { ReportMailing, Session } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { linkIn, startMailServer, type TestMailServer } from '../support/mailbox.js';
import { asSignedIn, faultsOf, looks, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

let mails: TestMailServer;
const site = await openSite({
  hasDemonstration: true,
  beside: { start: async () => { mails = await startMailServer(); return { smtpUrl: mails.url, smtpFrom: 'Portée <portee@remise.example>' }; }, close: () => mails.stop() },
});
const PASSWORD = 'encore un autre mot de passe';

const demonstration = async () => (await site.visitor.json<Session>('GET', '/api/v1/session')).organisations.find(({ isDemonstration }) => isDemonstration)?.slug ?? '';
const mailing = async () => site.visitor.json<ReportMailing>('GET', `/api/v1/organisations/${await demonstration()}/report-mailing`);
/** Where the program is here: the mail says where people find it. */
const here = ({ pathname, hash }: URL) => `${site.portee.url}${pathname}${hash}`;

describe.skipIf(site.hasNoBrowser)('the report by mail', () => {
  it('is given a day and an address on its page, sent from the report, and stopped by whoever receives it', () => site.onPage({ width: 1280 }, async (page) => {
    const slug = await demonstration();
    await page.goto(`${site.portee.url}/o/${slug}/rapport/envoi`);
    await page.getByRole('radio', { name: 'Après accord' }).click();
    await page.getByLabel('Jour du mois').selectOption('5');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/C’est.noté/u).waitFor();
    await page.getByLabel('Adresse électronique').fill('pas une adresse');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByText(/Ceci.n’est.pas.une.adresse/u).waitFor();
    await page.getByLabel('Adresse électronique').fill('conseil@exemple.be');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByRole('listitem').filter({ hasText: 'conseil@exemple.be' }).waitFor();
    expect(await mailing()).toMatchObject({ mode: 'approval', day: 5, recipients: [{ email: 'conseil@exemple.be' }] });
    await page.goto(`${site.portee.url}/o/${slug}/rapport?mois=2026-10`);
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.getByText(/Il.part.à.1.adresse/u).waitFor();
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await page.getByText(/Le.rapport.part/u).waitFor();
    const mail = await mails.lastTo('conseil@exemple.be');
    expect(mail.parsed.attachments).toHaveLength(1);
    await asSignedIn({ browser: site.browser, visitor: new Visitor(site.portee.url), look: {} }, async (stranger) => {
      await stranger.goto(here(linkIn(mail, '/plus-de-rapport')));
      await stranger.getByRole('button', { name: 'Ne plus le recevoir' }).click();
      await waitForHeading(stranger, 'C’est fait');
    });
    expect((await mailing()).recipients).toMatchObject([{ stoppedAt: expect.any(String) }]);
  }));

  it.each(looks)('has no fault: $width $theme', (look) => site.onPage(look, async (page) => {
    await page.goto(`${site.portee.url}/o/${await demonstration()}/rapport/envoi`);
    await waitForHeading(page, 'Envoi du rapport');
    expect(await faultsOf(page)).toEqual([]);
  }));
});

describe.skipIf(site.hasNoBrowser)('a forgotten password', () => {
  it('is chosen anew by the link of a mail, which leads back to signing in', () => asSignedIn({ browser: site.browser, visitor: new Visitor(site.portee.url), look: {} }, async (page) => {
    const email = 'coordination@cerisier.example';
    await page.goto(`${site.portee.url}/connexion`);
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click();
    await waitForHeading(page, 'Mot de passe oublié');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await waitForHeading(page, 'Regardez vos messages');
    await page.goto(here(linkIn(await mails.lastTo(email), '/mot-de-passe')));
    await page.getByLabel('Nouveau mot de passe').fill('court');
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await waitForHeading(page, 'Le mot de passe est changé');
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await waitForHeading(page, 'Se connecter');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(/\/o\//u);
  }));
});
