import type { WaysIn } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type TestDirectory, startDirectory } from '../support/directory.js';
import { freePort } from '../support/portee-process.js';
import { asSignedIn, faultsOf, looksInBothThemes, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const EMAIL = 'coordination@cerisier.example';
const PASSWORD = 'un mot de passe assez long';
const ACCOUNT = 'reglages/compte';

let directory: TestDirectory;
const site = await openSite({
  beside: {
    start: async () => {
      const port = await freePort();
      const publicUrl = `http://localhost:${String(port)}`;
      directory = await startDirectory(publicUrl);
      return { port, publicUrl, directory: directory.settings };
    },
    close: () => directory.stop(),
  },
});
const SIGN_IN = 'Se connecter avec l’annuaire de la commune';
const section = (page: Page) => page.getByRole('region', { name: 'Connexion avec l’annuaire de la commune' });
const asStranger = (see: (page: Page) => Promise<void>, look = {}) => asSignedIn({ browser: site.browser, visitor: new Visitor(site.portee.url), look }, see);

/** On the directory’s own pages: signs in, and agrees where it is asked. They load a font from elsewhere, which nobody waits for. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('chez eux');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  const agree = page.getByRole('button', { name: 'Continue' });
  await agree.or(page.locator('#contenu')).first().waitFor();
  if (await agree.isVisible()) await agree.click();
}
const withoutFonts = (page: Page) => page.route(/fonts\.googleapis\.com/u, (route) => route.abort());

describe.skipIf(site.hasNoBrowser)('a municipality’s directory', () => {
  it('sends whoever has no account back with the cure, links the account that a password proves, and lets in by itself from then on', async () => {
    directory.people.set('anne', { name: 'Anne', email: EMAIL, email_verified: true });
    await asStranger(async (page) => {
      await withoutFonts(page);
      await visit(page, `/connexion?vers=${encodeURIComponent(`/o/${site.visitor.slug}/plan`)}`);
      await page.getByRole('button', { name: SIGN_IN }).click();
      await signInThere(page, 'anne');
      await waitForHeading(page, 'Pas encore de compte ici');
      expect(plain(await page.locator('main').textContent())).toContain('Demandez une invitation');
      await page.getByLabel('Adresse électronique').fill(EMAIL);
      await page.getByLabel('Mot de passe').fill(PASSWORD);
      await page.getByRole('button', { name: 'Relier mon compte' }).click();
      await signInThere(page, 'anne');
      await page.waitForURL(new RegExp(`/o/${site.visitor.slug}`));
    });
    expect(await site.visitor.json<WaysIn>('GET', '/api/v1/session/directory')).toMatchObject({ hasPassword: true, linkedAt: expect.any(String) });
    await asStranger(async (page) => {
      await withoutFonts(page);
      await visit(page, `/connexion?vers=${encodeURIComponent(`/o/${site.visitor.slug}/plan`)}`);
      await page.getByRole('button', { name: SIGN_IN }).click();
      await signInThere(page, 'anne');
      await page.waitForURL(new RegExp(`/o/${site.visitor.slug}/plan$`));
    });
  });

  it('is unlinked and linked again in one’s account, by the password', async () => {
    await site.onPage({}, async (page, home) => {
      await withoutFonts(page);
      await visit(page, `${home}/${ACCOUNT}`);
      await section(page).getByLabel('Mot de passe actuel').fill(PASSWORD);
      await section(page).getByRole('button', { name: 'Ne plus relier ce compte' }).click();
      const link = section(page).getByRole('button', { name: 'Relier mon compte' });
      await link.waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('account-directory');
      await section(page).getByLabel('Mot de passe actuel').fill('pas celui-là');
      await link.click();
      await section(page).getByText('Le mot de passe actuel n’est pas celui-là').waitFor();
      await section(page).getByLabel('Mot de passe actuel').fill(PASSWORD);
      await link.click();
      await signInThere(page, 'anne');
      await page.waitForURL(new RegExp(`${home}/${ACCOUNT}$`));
      await section(page).getByText('Vous pouvez vous connecter avec l’annuaire de la commune depuis le').waitFor();
    });
  });

  it('lets an invited person in without a password, and their account says so', async () => {
    directory.people.set('lou', { name: 'Lou Martin', email: 'lou@commune.example', email_verified: true });
    const { link } = await site.visitor.json<{ link: string }>('POST', `/api/v1/organisations/${site.visitor.slug}/invitations`, { role: 'reader', email: 'lou@commune.example' });
    await asStranger(async (page) => {
      await withoutFonts(page);
      await visit(page, link);
      await page.getByRole('button', { name: 'Rejoindre avec l’annuaire de la commune' }).click();
      await signInThere(page, 'lou');
      await page.waitForURL(new RegExp(`/o/${site.visitor.slug}$`));
      await visit(page, `/o/${site.visitor.slug}/${ACCOUNT}`);
      expect(await page.getByLabel('Mot de passe actuel').count()).toBe(0);
      await page.getByText('Votre compte n’a pas de mot de passe').waitFor();
      await page.getByText('C’est votre seule façon d’entrer').waitFor();
    });
  });

  it('says in plain words what came of it, and leads back', async () => {
    await asStranger(async (page) => {
      await withoutFonts(page);
      await visit(page, '/connexion');
      await page.getByRole('button', { name: SIGN_IN }).click();
      await page.getByPlaceholder('Enter any login').waitFor();
      await page.getByRole('link', { name: 'Cancel' }).click();
      await waitForHeading(page, 'La connexion n’a pas eu lieu');
      await page.getByRole('link', { name: 'Revenir à la connexion' }).click();
      await waitForHeading(page, 'Se connecter');
    });
  });

  it.each(looksInBothThemes)('has no fault: $theme, $width', async (look) => {
    await asStranger(async (page) => {
      for (const address of ['/connexion', '/connexion/annuaire?raison=no-account', '/connexion/annuaire?raison=inconnue']) {
        await visit(page, address);
        expect({ address, faults: await faultsOf(page) }).toEqual({ address, faults: [] });
      }
    }, look);
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${ACCOUNT}`);
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
