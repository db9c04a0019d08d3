import type { Session } from '@portee/shared';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { authenticatorCode } from '../support/authenticator.js';
import { asSignedIn, faultsOf, looksInBothThemes, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const site = await openSite();
const EMAIL = 'coordination@cerisier.example';
const PASSWORD = 'un mot de passe assez long';
const PAGE = 'reglages/compte';
const section = (page: Page) => page.getByRole('region', { name: 'Second facteur' });
const secretOn = async (page: Page) => (await page.locator('.factor-secret').textContent() ?? '').replaceAll(/\s/gu, '');

/** Begins, and stands before the picture. */
async function begin(page: Page, home: string): Promise<string> {
  await visit(page, `${home}/${PAGE}`);
  await section(page).getByLabel('Mot de passe actuel').fill(PASSWORD);
  await section(page).getByRole('button', { name: 'Préparer un second facteur' }).click();
  await page.getByRole('img', { name: 'Image à lire avec l’application d’authentification' }).waitFor();
  return secretOn(page);
}

/** Signs in with the password, and stands before the code. */
async function toTheCode(page: Page): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(EMAIL);
  await page.getByLabel('Mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await waitForHeading(page, 'Il manque le code');
}
const asStranger = (see: (page: Page) => Promise<void>, look = {}) => asSignedIn({ browser: site.browser, visitor: new Visitor(site.portee.url), look }, see);

afterEach(async () => {
  if (!site.hasNoBrowser) await site.visitor.post('/api/v1/second-factor/end', { password: PASSWORD });
});

describe.skipIf(site.hasNoBrowser)('a second factor', () => {
  it('is put in place by picture or by hand, asked for at the next sign-in, replaced once by a recovery code, and removed', async () => {
    // A device of its own: confirming begins its session anew.
    const mine = new Visitor(site.portee.url);
    await mine.json<Session>('POST', '/api/v1/session', { email: EMAIL, password: PASSWORD });
    await asSignedIn({ browser: site.browser, visitor: mine, look: {} }, async (page) => {
      const secret = await begin(page, `/o/${site.visitor.slug}`);
      await page.getByLabel('Code montré par l’application').fill('000000');
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('Ce code n’est pas le bon.').waitFor();
      await page.getByLabel('Code montré par l’application').fill(authenticatorCode(secret));
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
      const [recovery = ''] = await page.locator('.recovery-codes code').allTextContents();
      await asStranger(async (other) => {
        await toTheCode(other);
        await other.getByLabel('Code', { exact: true }).fill(authenticatorCode(secret));
        await other.getByRole('button', { name: 'Se connecter' }).click();
        await other.waitForURL(/\/o\//u);
      });
      await asStranger(async (other) => {
        await toTheCode(other);
        await other.getByRole('button', { name: 'Je n’ai pas mon téléphone' }).click();
        await other.getByLabel('Code de secours').fill(recovery);
        await other.getByRole('button', { name: 'Se connecter' }).click();
        await other.waitForURL(/\/o\//u);
      });
      await section(page).getByLabel('Mot de passe actuel').fill(PASSWORD);
      await section(page).getByRole('button', { name: 'Retirer le second facteur' }).click();
      await page.getByText('Le second facteur est retiré.').waitFor();
      await section(page).getByRole('button', { name: 'Préparer un second facteur' }).waitFor();
    });
  });

  it.each(looksInBothThemes)('has no fault, being prepared and asked for: $width $theme', async (look) => {
    const mine = new Visitor(site.portee.url);
    await mine.json<Session>('POST', '/api/v1/session', { email: EMAIL, password: PASSWORD });
    await asSignedIn({ browser: site.browser, visitor: mine, look }, async (page) => {
      const secret = await begin(page, `/o/${site.visitor.slug}`);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('Code montré par l’application').fill(authenticatorCode(secret));
      await page.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    await asStranger(async (page) => {
      await toTheCode(page);
      expect(await faultsOf(page)).toEqual([]);
    }, look);
  });
});
