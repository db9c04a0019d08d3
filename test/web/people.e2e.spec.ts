import type { PeopleOfOrganisation, Role } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { asSignedIn, faultsOf, headingOf, looksInBothThemes, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';
import { Visitor } from '../support/visitor.js';

const site = await openSite();
const PASSWORD = 'une phrase assez longue';
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/${path}`;
const people = () => site.visitor.json<PeopleOfOrganisation>('GET', at('people'));
const PAGE = 'reglages/personnes';
const link = (page: Page) => page.getByLabel(/^Le lien/u);

/** Invites on the page. @returns the link */
async function invite(page: Page, { email = '', role }: { email?: string; role: string }): Promise<string> {
  await page.getByLabel('Adresse électronique (facultatif)').fill(email);
  await page.getByLabel('Rôle', { exact: true }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  await link(page).waitFor();
  return link(page).inputValue();
}

/** A link that opens, made without the page. */
const linkFor = async (role: Role, email: string | null = null) => (await site.visitor.json<{ link: string }>('POST', at('invitations'), { role, email })).link;

/** Somebody new, signed in, with a place here. */
async function newcomer(role: Role, email: string): Promise<Visitor> {
  const visitor = new Visitor(site.portee.url);
  const token = new URL(await linkFor(role)).hash.slice(1);
  await visitor.json('POST', '/api/v1/invitations/accept', { token, person: { name: role, email, password: PASSWORD } });
  return visitor;
}

const removeOthers = async () => { for (const { id, isYou } of (await people()).members) if (!isYou) await site.visitor.delete(at(`people/${id}`)); };

/** Somebody who is nobody here yet. */
const asStranger = (see: (page: Page) => Promise<void>, look = {}) => asSignedIn({ browser: site.browser, visitor: new Visitor(site.portee.url), look }, see);

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  await removeOthers();
  for (const { id } of (await people()).invitations) await site.visitor.delete(at(`invitations/${id}`));
});

describe.skipIf(site.hasNoBrowser)('people and roles', () => {
  it('invite somebody by a link, who makes an account and arrives, and whose role then changes and is changed back', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      expect(await headingOf(page)).toBe('1 personne a accès');
      const address = await invite(page, { email: 'lou@exemple.be', role: 'Contribution' });
      expect(plain(await page.getByRole('list', { name: 'En attente' }).textContent())).toContain('lou@exemple.be');
      await asStranger(async (other) => {
        await visit(other, address);
        expect(await headingOf(other)).toBe('La Remise vous attend sur Portée');
        expect(await other.getByLabel('Adresse électronique').inputValue()).toBe('lou@exemple.be');
        await other.getByLabel('Votre nom').fill('Lou Martin');
        await other.getByLabel('Mot de passe').fill(PASSWORD);
        await other.getByRole('button', { name: 'Créer mon compte et rejoindre' }).click();
        await other.waitForURL(new RegExp(`/o/${site.visitor.slug}$`));
      });
      await page.reload();
      await waitForHeading(page, '2 personnes ont accès');
      await page.getByLabel('Rôle de Lou Martin').selectOption({ label: 'Coordination' });
      await page.getByText('Lou Martin a maintenant le rôle « Coordination ».').waitFor();
      await expect.poll(async () => (await people()).members.map(({ role }) => role)).toEqual(['owner', 'coordinator']);
      await page.getByRole('button', { name: 'Annuler' }).click();
      await expect.poll(async () => (await people()).members.map(({ role }) => role)).toEqual(['owner', 'contributor']);
      await page.getByRole('button', { name: 'Retirer l’accès de Lou Martin' }).click();
      await page.getByRole('button', { name: 'Retirer son accès pour de bon' }).click();
      await waitForHeading(page, '1 personne a accès');
    });
  });

  it('refuse what is no address, and say it by the field', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByLabel('Adresse électronique (facultatif)').fill('lou chez exemple');
      await page.getByRole('button', { name: 'Créer le lien' }).click();
      await page.getByText('Ceci n’est pas une adresse électronique.').waitFor();
      expect((await people()).invitations).toEqual([]);
    });
  });

  it('say of a link that was taken back, or cut, what to do', async () => {
    const address = await linkFor('reader');
    for (const { id } of (await people()).invitations) await site.visitor.delete(at(`invitations/${id}`));
    await asStranger(async (page) => {
      await page.goto(address);
      await page.getByText('Cette invitation n’existe plus').waitFor();
      await page.goto('about:blank');
      await visit(page, address.slice(0, address.indexOf('#')));
      expect(await headingOf(page)).toBe('Ce lien est incomplet');
    });
  });

  it('let whoever has an account join by signing in, and whoever is signed in join at once', async () => {
    const kim = await newcomer('reader', 'kim@exemple.be');
    await removeOthers();
    const first = await linkFor('contributor', 'kim@exemple.be');
    await asStranger(async (page) => {
      await visit(page, first);
      await page.getByText('Vous avez déjà un compte').waitFor();
      await page.getByLabel('Mot de passe').fill(PASSWORD);
      await page.getByRole('button', { name: 'Rejoindre' }).click();
      await page.waitForURL(/\/o\//u);
    });
    expect((await people()).members.map(({ role }) => role)).toEqual(['owner', 'contributor']);
    await removeOthers();
    const second = await linkFor('reader');
    await asSignedIn({ browser: site.browser, visitor: kim, look: {} }, async (page) => {
      await visit(page, second);
      await page.getByRole('button', { name: 'Rejoindre' }).click();
      await page.waitForURL(/\/o\//u);
    });
  });

  it('tell whoever is signed in with another address that the invitation is not theirs', async () => {
    const address = await linkFor('reader', 'autre@exemple.be');
    await site.onPage({}, async (page) => {
      await visit(page, address);
      await page.getByText('Cette invitation est pour autre@exemple.be').waitFor();
      await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    });
    // Signing out for good would take the member of all other tests along.
  });

  it('let somebody leave, after a question, and lead them out', async () => {
    const noor = await newcomer('contributor', 'noor@exemple.be');
    await asSignedIn({ browser: site.browser, visitor: noor, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/${PAGE}`);
      await page.getByRole('button', { name: 'Quitter La Remise' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Quitter', exact: true }).click();
      await page.waitForURL((url) => !url.pathname.includes('personnes'));
    });
    expect((await people()).members.map(({ role }) => role)).toEqual(['owner']);
  });

  it('show a reader who is there, and nothing to change', async () => {
    const reader = await newcomer('reader', 'sam@exemple.be');
    await asSignedIn({ browser: site.browser, visitor: reader, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/${PAGE}`);
      expect(await page.getByRole('combobox').count()).toBe(0);
      expect(await page.getByText('cerisier.example').count()).toBe(0);
      await page.getByRole('heading', { name: 'Qui peut faire quoi' }).waitFor();
    });
  });

  it.each(looksInBothThemes)('have no fault, with somebody awaited, and on the page of an invitation: $width $theme', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      const address = await invite(page, { role: 'Lecture' });
      expect(await faultsOf(page)).toEqual([]);
      await asStranger(async (other) => {
        await visit(other, address);
        expect(await faultsOf(other)).toEqual([]);
        await other.getByRole('button', { name: 'J’ai déjà un compte' }).click();
        expect(await faultsOf(other)).toEqual([]);
      }, look);
    });
  });
});
