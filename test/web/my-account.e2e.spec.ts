import type { OpenSession } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { asSignedIn, faultsOf, looks, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const site = await openSite();
const EMAIL = 'coordination@cerisier.example';
const PASSWORD = 'un mot de passe assez long';
const ANOTHER = 'une autre phrase, assez longue';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

/** One more device of the same person. */
async function device(userAgent: string, password = PASSWORD): Promise<Visitor> {
  const visitor = new Visitor(site.portee.url, { 'user-agent': userAgent });
  await visitor.json('POST', '/api/v1/session', { email: EMAIL, password });
  return visitor;
}
const isIn = async (who: Visitor) => (await who.get('/api/v1/sessions')).status === 200;
const sessions = () => site.visitor.json<OpenSession[]>('GET', '/api/v1/sessions');

describe.skipIf(site.hasNoBrowser)('one’s own account', () => {
  it('names the devices, and signs out the one that is chosen', async () => {
    const [phone, unknown] = [await device(PHONE), await device('')];
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Votre compte' }).click();
      await page.getByRole('button', { name: 'Déconnecter Safari, iOS' }).click();
      await page.getByText('Cet appareil est déconnecté.').waitFor();
      await page.getByRole('button', { name: 'Déconnecter Safari, iOS' }).waitFor({ state: 'detached' });
      expect([await isIn(phone), await isIn(unknown)]).toEqual([false, true]);
    });
    await site.visitor.delete('/api/v1/sessions');
    expect(await sessions()).toHaveLength(1);
  });

  it('changes its password with the present one, and goes on; other devices do not', async () => {
    const [mine, phone] = [await device('Firefox'), await device(PHONE)];
    await asSignedIn({ browser: site.browser, visitor: mine, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/reglages/compte`);
      const fill = async (current: string, wanted: string) => {
        await page.getByRole('region', { name: 'Mot de passe', exact: true }).getByLabel('Mot de passe actuel').fill(current);
        await page.getByLabel('Nouveau mot de passe').fill(wanted);
        await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
      };
      await fill(PASSWORD, 'court');
      await page.getByText('Ce mot de passe compte moins de 10 caractères.').waitFor();
      await fill('ce n’est pas le bon', ANOTHER);
      await page.getByText('Le mot de passe actuel n’est pas celui-là.').waitFor();
      expect(await isIn(phone)).toBe(true);
      await fill(PASSWORD, ANOTHER);
      await page.getByText('Le mot de passe est changé.').waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Votre compte' }).waitFor();
      await page.getByText('(cet appareil)').waitFor();
    });
    expect(await isIn(phone)).toBe(false);
    const again = await device('Firefox', ANOTHER);
    await again.ask('PUT', '/api/v1/session/password', { body: { current: ANOTHER, wanted: PASSWORD } });
    await site.visitor.json('POST', '/api/v1/session', { email: EMAIL, password: PASSWORD });
  });

  it.each(looks)('has no fault, with several devices: $width $theme', async (look) => {
    await device(PHONE);
    await device('');
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/reglages/compte`);
      await page.getByRole('button', { name: 'Déconnecter tous les autres' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
