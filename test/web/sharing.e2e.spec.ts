import type { ChannelFormats, ChannelOutlook, ChannelPassedOn } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fewPassedOn, sampleFormats, samplePassedOn, sharingOutlook, unreachedPassedOn } from '../fixtures/insights.sample.js';
import { smallPage, unmeasuredMastodon } from '../fixtures/outlook.sample.js';
import { faultsOf, headingOf, looks, plain, visit } from '../support/signed-in.js';
import { takePicture } from '../support/picture.js';
import { openSite } from '../support/site.js';

/** Id of the demonstration's main channel: what the samples are about. */
let main = '';
const site = await openSite({
  hasDemonstration: true,
  furnish: async ({ visitor }) => {
    const channels = await visitor.json<{ id: string; isMain: boolean }[]>('GET', '/api/v1/organisations/demonstration/channels');
    main = channels.find(({ isMain }) => isMain)?.id ?? '';
  },
});
const { onPage } = site;
const SHARING = '/o/demonstration/partages';

interface Scene { passedOn?: ChannelPassedOn | null; formats?: ChannelFormats; outlook?: ChannelOutlook }

/** The main channel's page over invented answers. */
async function play(page: Page, { passedOn = samplePassedOn(main), formats = sampleFormats(main), outlook = sharingOutlook() }: Scene = {}): Promise<void> {
  const answers = { 'insights/passed-on': passedOn === null ? [] : [passedOn], 'insights/formats': [formats], 'recommendations/outlook': [{ ...outlook, channelId: main }] };
  for (const [door, body] of Object.entries(answers)) await page.route(`**/${door}*`, (route) => route.fulfill({ json: body }));
  await visit(page, SHARING);
}

const said = async (page: Page): Promise<string> => plain(await page.locator('main').textContent());
const row = (page: Page, name: string): ReturnType<Page['locator']> => page.locator('.group-table tr').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });

describe.skipIf(site.hasNoBrowser)('what is passed on', () => {
  it('is said of the channel in the address, and going back takes a choice back', async () => {
    await onPage({}, async (page) => {
      await visit(page, SHARING);
      await page.getByRole('heading', { level: 1, name: /^Sur Facebook, environ 1 partage pour \d+ j’aime$/ }).waitFor();
      await page.getByRole('navigation', { name: 'Canaux' }).getByRole('link', { name: 'Instagram' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sur Instagram/ }).waitFor();
      expect(new URL(page.url()).searchParams.get('canal')).toBeTruthy();
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: /^Sur Facebook/ }).waitFor();
    });
  });

  it('claims nothing of a newsletter whose shares nobody knows', async () => {
    await onPage({}, async (page) => {
      await visit(page, SHARING);
      await page.getByRole('link', { name: 'Lettre d’information' }).click();
      await page.getByRole('heading', { level: 1, name: /on ne sait pas ce qui se partage$/ }).waitFor();
      await row(page, 'E-mail').waitFor();
      expect(await said(page)).not.toMatch(/n’a encore été partagée|Aucune publication ne le demande|0 partage/);
      expect(await page.getByRole('columnheader', { name: 'Partages pour 100 j’aime' }).count()).toBe(0);
    });
  });

  it('compares formats with their range, pale under 8 posts, and says what is sure', async () => {
    await onPage({}, async (page) => {
      await play(page);
      await page.getByRole('heading', { level: 2, name: 'Vos vidéos touchent plus de monde que vos autres publications' }).waitFor();
      expect(plain(await row(page, 'Vidéo ?\\d').textContent())).toContain('Indice solide, environ +58 %');
      expect(await row(page, 'Vidéo courte').locator('[data-pale=true]').count()).toBe(4);
      expect(plain(await row(page, 'Vidéo courte').textContent())).toMatch(/moins de 8.*7 publications, il en faut 8/);
      expect(await row(page, 'Photo').locator('[data-pale=true]').count()).toBe(0);
    });
  });

  it('names the words that were counted as a call to share, and leads to where a team changes them', async () => {
    await onPage({}, async (page) => {
      await play(page);
      const words = page.locator('.asked header');
      const counted = async (): Promise<string> => plain(await words.locator('p').last().textContent());
      await expect.poll(counted).toMatch(/^Portée compte comme appel au partage : « partage », « partagez »,.* et « please share »\./);
      await words.getByRole('link', { name: 'Changer ces formules' }).click();
      const field = page.getByLabel('Formules, une par ligne');
      await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
      await field.fill('Passe le mot\nFaites suivre');
      await page.getByRole('button', { name: 'Enregistrer les formules' }).click();
      await page.getByText('Les formules sont enregistrées.').waitFor();
      await visit(page, SHARING);
      await expect.poll(counted).toContain('Votre équipe compte comme appel au partage : « Passe le mot » et « Faites suivre ».');
    });
    await site.visitor.json('PUT', '/api/v1/organisations/demonstration/insights/settings', { shareCalls: null });
  });

  it('leads from a post to its page, and from no theme to how one gives some', async () => {
    await onPage({}, async (page) => {
      await play(page, { formats: { ...sampleFormats(main), themes: [] } });
      expect(await page.getByRole('link', { name: 'donnez un thème à vos publications' }).getAttribute('href')).toBe('/o/demonstration/publications/themes');
      const [first] = samplePassedOn(main).mostShared;
      expect(await page.getByRole('link', { name: /^Les bottes de pluie/ }).getAttribute('href')).toBe(`/o/demonstration/publications/${first?.id ?? ''}`);
    });
  });

  it('gives the months as a picture that names the channel', async () => {
    await onPage({ theme: 'dark', width: 360 }, async (page) => {
      await play(page);
      const { file, width, words, corner } = await takePicture(page);
      expect([file, width]).toEqual([`partages-${main}.png`, 2400]);
      expect(words).toMatch(/Facebook .*Chiffres relevés le \d+ novembre 2026\. Données fictives/u);
      expect(corner).toEqual([255, 255, 255]);
    });
  });

  it('can be copied, and the months read as a table', async () => {
    await onPage({}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await play(page);
      await page.getByRole('button', { name: 'Voir le tableau' }).click();
      expect(await page.locator('.sharing-year tbody tr').count()).toBe(24);
      expect(plain(await page.locator('.sharing-year tbody tr').filter({ hasText: 'juillet 2025' }).textContent())).toContain('—');
      await page.locator('.group-table').first().getByRole('button', { name: 'Copier en CSV' }).click();
      await page.getByText('Tableau copié.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\r\n')).toHaveLength(8);
      expect(copied).toContain('"Texte seul","4","4","","","","4","76","5.2632","0.4"');
    });
  });
});

describe.skipIf(site.hasNoBrowser)('the page of shares and likes', () => {
  it('of a network that counts no people has no reach, and its shares all the same', async () => {
    await onPage({}, async (page) => {
      const formats = sampleFormats(main).formats.map((line) => ({ ...line, organic: { median: null, low: null, high: null, posts: 0 }, paid: 0, shareRate: null }));
      await play(page, { passedOn: unreachedPassedOn(main), formats: { ...sampleFormats(main), formats, themes: [] }, outlook: unmeasuredMastodon() });
      await page.getByRole('heading', { level: 2, name: 'Les formats, par ce qu’on en partage' }).waitFor();
      expect(await page.getByRole('columnheader', { name: /Personnes touchées|personnes touchées/ }).count()).toBe(0);
      expect(plain(await row(page, 'Photo').textContent())).toContain('18438 pour 2 432');
      expect(await said(page)).toContain('On ne sait pas combien de personnes sont touchées');
    });
  });

  it('of 12 posts draws no conclusion', async () => {
    await onPage({}, async (page) => {
      await play(page, { passedOn: fewPassedOn(main), outlook: smallPage() });
      await page.getByRole('heading', { level: 2, name: 'Pas encore assez de publications pour départager les formats' }).waitFor();
      const text = await said(page);
      expect(text).toContain('Trop tôt pour le dire : 2 publications seulement le demandent');
      expect(text).toContain('Aucun rendez-vous régulier dans vos textes');
    });
  });

  it('says where it is cut, and when nobody knows which posts were pushed', async () => {
    await onPage({}, async (page) => {
      await play(page, { passedOn: { ...samplePassedOn(main), since: '2026-06-15', cutAt: '2026-06-15' }, formats: { ...sampleFormats(main), basis: 'organic-and-unknown' } });
      await page.getByText('Sponsorisé non distingué').waitFor();
      const text = await said(page);
      expect(text).toContain('Juin 2026 à octobre 2026');
      expect(text).toContain('Depuis le 15 juin 2026');
    });
  });

  it('waits for a channel, then for its first post', async () => {
    await onPage({}, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/partages`);
      expect(await headingOf(page)).toBe('Ce que votre public transmet sera ici');
      await play(page, { passedOn: null });
      await page.getByRole('heading', { level: 1, name: 'Sur Facebook, rien n’est encore relevé' }).waitFor();
      await page.getByRole('link', { name: 'Voir les données de ce canal' }).waitFor();
    });
  });

  it('whose door fails says so, and is read when asked again', async () => {
    await onPage({}, async (page) => {
      await page.route('**/insights/passed-on*', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ reason: 'forbidden', status: 403 }) }));
      await visit(page, SHARING);
      await page.getByRole('alert').waitFor();
      await page.unroute('**/insights/passed-on*');
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sur Facebook, environ/ }).waitFor();
    });
  });

  it('claims nothing while verdicts cannot be read, and shows its figures', async () => {
    await onPage({}, async (page) => {
      await page.route('**/recommendations/outlook*', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ reason: 'forbidden', status: 403 }) }));
      await visit(page, SHARING);
      await page.getByRole('heading', { level: 2, name: 'Format par format' }).waitFor();
      await row(page, 'Photo').waitFor();
    });
  });

  it('shows its figures where the names of networks cannot be read', async () => {
    await onPage({}, async (page) => {
      await page.route('**/api/v1/networks', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ reason: 'forbidden', status: 403 }) }));
      await visit(page, SHARING);
      await row(page, 'Photo').waitFor();
    });
  });

  it.each(looks)('is without fault, $theme, $width pixels', async (look) => {
    await onPage(look, async (page) => {
      await play(page);
      await page.locator('.verdict-line').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
