import type { Channel } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite();
const { onPage } = site;
const guide = (page: Page) => page.getByRole('region', { name: /^Pour bien commencer/u });
const ticked = async (page: Page) => { await guide(page).waitFor(); return (await guide(page).locator('li[data-done] a').allTextContents()).map(plain); };
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/${path}`;
const file = ['channel,network,post_id,published_at,paid,followers,reach', ...[1, 2, 3, 4, 5, 6].map((day) => `La lettre,newsletter,p${String(day)},2026-10-0${String(day)}T10:00:00Z,false,1000,60`)].join('\n');

describe.skipIf(site.hasNoBrowser)('a team that begins', () => {
  it.each(looks)('has five things to do, said without fault: %o', async (look) => {
    await onPage(look, async (page, home) => {
      await visit(page, home);
      await guide(page).getByRole('link', { name: 'Faire entrer vos chiffres' }).waitFor();
      // What comes after the first figures leads nowhere before them.
      expect((await guide(page).getByRole('link').allTextContents()).map(plain)).toEqual(['Faire entrer vos chiffres']);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('sees them ticked as they are really done, until all are', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, home);
      expect(await ticked(page)).toEqual([]);
      await importFile(site.visitor, { name: 'a.csv', bytes: file });
      await visit(page, `${home}?mois=2026-10`);
      expect(await ticked(page)).toEqual(['Faire entrer vos chiffres', 'Regarder le mois']);
      const channelId = (await site.visitor.json<Channel[]>('GET', at('channels')))[0]?.id;
      await site.visitor.json('POST', at('plan/appointments'), { channelId, title: 'La lettre du jeudi', weekday: 4, time: '18:30', fromDay: '2026-11-01' });
      const { version } = await site.visitor.json<{ version: number }>('GET', at('reports/2026-10/review'));
      await site.visitor.json('PUT', at('reports/2026-10/comment'), { comment: 'Un bon mois.', version });
      await visit(page, `${home}?mois=2026-10`);
      expect(await ticked(page)).toEqual(['Faire entrer vos chiffres', 'Regarder le mois', 'Prévoir un rendez-vous', 'Écrire le mot du mois']);
      await guide(page).getByRole('heading', { name: 'Pour bien commencer : encore une étape' }).waitFor();
    });
  });

  it('can put the guide away on this device; who decides nothing has none', async () => {
    await onPage({}, async (page, home) => {
      await visit(page, home);
      await guide(page).getByRole('button', { name: 'Ranger ce guide' }).click();
      await guide(page).waitFor({ state: 'detached' });
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await guide(page).count()).toBe(0);
    });
    const contributor = await memberOfRole('contributor', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: contributor, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}`);
      await page.waitForLoadState('networkidle');
      expect(await guide(page).count()).toBe(0);
    });
  });
});
