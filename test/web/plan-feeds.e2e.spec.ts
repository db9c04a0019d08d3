import type { PlanFeed } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({
  furnish: async ({ visitor }) => {
    const channel = await visitor.json<{ id: string }>('POST', `/api/v1/organisations/${visitor.slug}/channels`, { network: 'facebook', name: 'La Remise' });
    await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/plan/appointments`, { channelId: channel.id, title: 'Coulisses', weekday: 4, time: '18:30', fromDay: '2026-11-26' });
  },
});
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/plan/${path}`;
const feeds = () => site.visitor.json<PlanFeed[]>('GET', at('feeds'));
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const field = (page: Page) => dialog(page).getByLabel('L’adresse secrète');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** The panel, with one address made. */
const onPanel = (see: (page: Page) => Promise<void>, prepare: (page: Page) => Promise<unknown> = async () => undefined) => site.onPage({}, async (page, home) => {
  await prepare(page);
  await visit(page, `${home}/plan`);
  await page.getByRole('button', { name: 'S’abonner au calendrier' }).click();
  await button(page, 'Créer une adresse').click();
  await field(page).waitFor();
  await see(page);
});

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id } of await feeds()) await site.visitor.delete(at(`feeds/${id}`));
});

describe.skipIf(site.hasNoBrowser)('addresses of the calendar', () => {
  it('are shown once, renewed and taken back, each after a second word', async () => {
    await onPanel(async (page) => {
      const first = await field(page).inputValue();
      expect(await (await fetch(first)).text()).toContain('Coulisses');
      await button(page, 'Renouveler : Tout le calendrier').click();
      expect((await fetch(first)).status).toBe(200);
      expect(await faultsOf(page)).toEqual([]);
      await button(page, 'Renouveler ? L’adresse actuelle ne marchera plus.').click();
      await expect.poll(() => field(page).inputValue()).not.toBe(first);
      expect((await fetch(first)).status).toBe(404);
      await button(page, 'Couper : Tout le calendrier').click();
      await button(page, 'Oui, couper cette adresse').click();
      await expect.poll(feeds).toEqual([]);
      await field(page).waitFor({ state: 'detached' });
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('role');
    });
  });

  it('are not taken back by a double click', async () => {
    await onPanel(async (page) => {
      await button(page, 'Couper : Tout le calendrier').dblclick();
      await button(page, 'Oui, couper cette adresse').waitFor();
      expect(await focused(page)).toBe('Oui, couper cette adresse');
      expect((await feeds()).length).toBe(1);
    });
  });

  it('can be copied by hand where the browser has no clipboard', async () => {
    await onPanel(async (page) => {
      await button(page, 'Copier l’adresse').click();
      expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(await field(page).inputValue());
    }, async (page) => { await page.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'clipboard'); }); });
  });
});
