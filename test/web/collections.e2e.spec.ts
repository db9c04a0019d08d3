import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE_NOW, inventCentre } from '../networks/invented-centre.js';
import { startMastodonStandIn, type MastodonStandIn } from '../networks/mastodon.stand-in.js';
import { hoursFrom, PlayedCollections } from '../support/played-collections.js';
import { faultsOf, type Look, looks, plain, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

/** A Monday, noon in Brussels. */
const NOW = CENTRE_NOW;
const FACEBOOK = 'Le Cerisier';
const INSTAGRAM = 'cerisier.asbl';
const CENTRE = inventCentre({ postsPerWeek: 40 });

let played: PlayedCollections;
let server: MastodonStandIn;
const channels: Record<string, string> = {};
const site = await openSite({
  organisation: 'Le Cerisier', now: () => NOW,
  beside: {
    start: async () => {
      server = await startMastodonStandIn({ kind: 'mastodon', now: () => NOW, accounts: [CENTRE], latencyMs: 300, isQuiet: true });
      return { allowPrivateAddresses: true };
    },
    close: async () => server?.close(),
  },
  furnish: async ({ portee, visitor }) => { played = await PlayedCollections.open({ ownerUrl: portee.database.ownerUrl, visitor, now: NOW }); },
});
afterAll(() => played?.close());

/** The browser's clock stands where the server's does; what waits goes on waiting. */
function onPage(look: Look, see: (page: Page, home: string) => Promise<void>): Promise<void> {
  return site.onPage(look, async (page, home) => {
    await page.clock.setFixedTime(NOW);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await see(page, `${home}/donnees`);
  });
}

const row = (page: Page, name: string) => page.locator('.channel-list > li').filter({ has: page.getByRole('link', { name, exact: true }) });
const textOf = async (page: Page, name: string): Promise<string> => plain(await row(page, name).textContent());

describe.skipIf(site.hasNoBrowser)('a first collection', () => {
  it('is told while it goes on, and how it ended', async () => {
    channels['mastodon'] = await played.channel('mastodon', '@centre@mastodon.example', {
      external_id: server.accountId('centre'), settings: JSON.stringify({ address: server.url }), is_backfilled: false, collected_at: null, next_due_at: NOW.toISOString(),
    });
    await onPage({}, async (page, home) => {
      await visit(page, home);
      await page.getByText(/\d+\spublications lues, jusqu’en\s\S+\s2026\. Les plus récentes viennent d’abord/).waitFor({ timeout: 45_000 });
      await waitForHeading(page, 'La première collecte de @centre@mastodon.example est en cours');
      expect(await page.locator('.channel-list [aria-live=polite]').first().textContent()).toMatch(/^@centre@mastodon\.example\s: (La première collecte commence|\d+)/);
      await page.getByText(new RegExp(`Première collecte terminée\\s: ${String(CENTRE.posts.length)}\\spublications lues, jusqu’en juillet 2026\\.`)).first().waitFor({ timeout: 45_000 });
      await waitForHeading(page, 'Votre canal est à jour');
      expect(await textOf(page, '@centre@mastodon.example')).toContain(`${String(CENTRE.posts.length)} publicationsReliéRelevé cet après-midi à 12 h`);
    });
  });

  it('stays in the channel’s history, and another one is asked for', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/canaux/${channels['mastodon'] ?? ''}`);
      const history = page.getByRole('group', { name: 'Collectes précédentes' });
      await history.getByRole('row', { name: new RegExp(`Première.*${String(CENTRE.posts.length)}`) }).waitFor();
      await page.getByRole('button', { name: 'Actualiser maintenant' }).click();
      await page.getByText('La collecte de @centre@mastodon.example est demandée.').waitFor();
      await history.getByRole('row', { name: /Ordinaire/ }).getByText('Terminée').waitFor({ timeout: 45_000 });
      expect(await page.getByRole('button', { name: 'Actualiser maintenant' }).count()).toBe(1);
      await page.getByRole('button', { name: 'Copier en CSV', exact: true }).click();
      await page.getByText('Tableau copié.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^"Date","Sorte","Durée en secondes","Publications lues".*\r?\n"2026-11-23 12:00","Première"/s);
    });
  });

  it('is paused and taken up again without a question', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/canaux/${channels['mastodon'] ?? ''}`);
      await page.getByRole('button', { name: 'Mettre en pause' }).press('Enter');
      await page.getByText('Plus rien n’est relevé tant que ce canal est en pause. Ses chiffres restent.').first().waitFor();
      expect(plain(await page.locator(':focus').textContent())).toBe('Reprendre');
      await page.getByRole('button', { name: 'Annuler', exact: true }).click();
      await page.getByRole('button', { name: 'Mettre en pause' }).waitFor();
      await page.getByRole('button', { name: 'Mettre en pause' }).click();
      await visit(page, home);
      await row(page, '@centre@mastodon.example').getByText('En pause', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Reprendre la collecte de @centre@mastodon.example' }).press('Enter');
      await row(page, '@centre@mastodon.example').getByText('En pause', { exact: true }).waitFor({ state: 'detached' });
      expect(plain(await page.locator(':focus').textContent())).toBe('@centre@mastodon.example');
    });
  });
});

describe.skipIf(site.hasNoBrowser)('channels that do badly', () => {
  beforeAll(async () => {
    const withdrawn = { measure: 'viewsPaid', name: 'post_media_view_paid', reason: 'withdrawn' };
    channels['healthy'] = await played.channel('facebook', FACEBOOK);
    await played.run(channels['healthy'], { started_at: hoursFrom(NOW, -51), finished_at: hoursFrom(NOW, -50.9) });
    await played.run(channels['healthy'], { started_at: hoursFrom(NOW, -27), finished_at: hoursFrom(NOW, -26.9), refused: JSON.stringify([withdrawn]) });
    await played.run(channels['healthy'], { refused: JSON.stringify([withdrawn]), remarks: JSON.stringify([{ reason: 'count-negative', externalId: '1' }, { reason: 'count-negative', externalId: '2' }]) });
    channels['late'] = await played.channel('peertube', 'Le Cerisier en images', { trouble: 'unavailable', trouble_since: hoursFrom(NOW, -30), failures: 5, collected_at: hoursFrom(NOW, -40) });
    await played.run(channels['late'], { state: 'failed', reason: 'unavailable', posts_read: 0 });
    channels['limited'] = await played.channel('youtube', 'Le Cerisier TV', { limited_until: hoursFrom(NOW, 20), next_due_at: hoursFrom(NOW, 20) });
    channels['ends'] = await played.channel('instagram', 'cerisier.expo');
    await played.accessEnds(channels['ends'], 24 * 9);
    channels['broken'] = await played.channel('instagram', INSTAGRAM, { state: 'needs-reconnection', trouble: 'access-revoked', trouble_since: hoursFrom(NOW, -96), collected_at: hoursFrom(NOW, -100) });
    await played.run(channels['broken'], { state: 'failed', reason: 'access-revoked', posts_read: 0 });
  });

  it('come first, each with its sentence and the one thing to do', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, home);
      await waitForHeading(page, 'Un canal à reconnecter');
      const slab = page.getByRole('alert');
      expect(plain(await slab.textContent())).toContain('cerisier.asbl : Instagram n’accepte plus notre accès');
      expect(plain(await slab.textContent())).toContain('Rien n’a été relevé depuis le 19 novembre à 8 h.');
      expect(await slab.getByRole('link', { name: 'Reconnecter cerisier.asbl' }).getAttribute('href')).toBe(`${home}/connecter?canal=${channels['broken'] ?? ''}`);
      expect((await page.locator('.channel-name a').allTextContents()).slice(0, 3)).toEqual([INSTAGRAM, 'Le Cerisier en images', 'cerisier.expo']);
      expect(await textOf(page, 'Le Cerisier en images')).toContain('PeerTube n’a pas répondu. Cela dure depuis hier. Portée réessaie d’elle-même, aucun chiffre ne se perd.');
      await row(page, 'Le Cerisier en images').getByRole('button', { name: 'Actualiser Le Cerisier en images maintenant' }).waitFor();
      expect(await textOf(page, 'Le Cerisier TV')).toContain('Limité jusqu’à demain, 8 h');
      expect(await textOf(page, 'cerisier.expo')).toContain('L’accès à Instagram se termine dans 9 jours, le 2 décembre.');
      expect(await textOf(page, FACEBOOK)).toContain('Relevé ce matin à 9 hProchain relevé demain vers 13 h');
    });
  });

  it('say on their page what the network refused and claimed', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, `${home}/canaux/${channels['healthy'] ?? ''}`);
      const given = page.locator('.not-given');
      await given.getByText('Le réseau ne donne plus ce chiffre.').waitFor();
      expect(plain(await given.textContent())).toContain('Vues par la publicitéLe réseau ne donne plus ce chiffre. Depuis le 22 novembre.');
      expect(plain(await given.textContent())).toContain('2 nombres plus petits que zéro');
      await visit(page, `${home}/canaux/${channels['limited'] ?? ''}`);
      expect(await page.getByRole('button', { name: 'Actualiser maintenant' }).getAttribute('aria-disabled')).toBe('true');
    });
  });

  it('leave the page whole when their state cannot be read', async () => {
    await onPage({}, async (page, home) => {
      await page.route(/\/collections$/, (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ reason: 'forbidden', status: 403 }) }));
      await visit(page, home);
      await page.getByText('L’état des collectes n’a pas pu être lu.').waitFor();
      await row(page, FACEBOOK).getByText('Relevé automatique').waitFor();
      await page.unroute(/\/collections$/);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await row(page, FACEBOOK).getByText('Relié').waitFor();
    });
  });

  it.each(looks)('are without fault, $theme, $width pixels', async (look) => {
    await onPage(look, async (page, home) => {
      for (const address of [home, ...['healthy', 'broken', 'ends'].map((name) => `${home}/canaux/${channels[name] ?? ''}`)]) {
        await visit(page, address);
        expect(await faultsOf(page), address).toEqual([]);
      }
    });
  });
});
