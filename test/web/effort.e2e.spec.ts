import type { Channel, ChannelEffort, PostPage } from '@portee/shared';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { faultsOf, headingOf, looks, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

let channels: Channel[];
const site = await openSite({
  furnish: async ({ visitor }) => {
    const own = `/api/v1/organisations/${visitor.slug}/channels`;
    for (const [network, name] of [['facebook', 'La page'], ['newsletter', 'La lettre']]) await visitor.json('POST', own, { network, name });
    channels = await visitor.json<Channel[]>('GET', own);
  },
});
const { onPage } = site;
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/${path}`;
const page = (month = '2026-10') => `/o/${site.visitor.slug}/donnees/heures?mois=${month}`;

beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const month of ['2026-09', '2026-10']) await site.visitor.json('PUT', at(`effort/${month}`), { channels: channels.map(({ id }) => ({ channelId: id, hours: null, euros: null })) });
});

const field = (window: Page, channel: string, label: string) => window.getByRole('group', { name: channel }).getByLabel(label);
const save = (window: Page) => window.getByRole('button', { name: 'Enregistrer' }).click();
async function entered(): Promise<Record<string, [number | null, number | null]>> {
  const told = await site.visitor.json<ChannelEffort[]>('GET', at('effort?from=2026-10&to=2026-10'));
  return Object.fromEntries(told.map(({ channelId, months: [month] }) => [channels.find(({ id }) => id === channelId)?.name ?? '', [month?.hours ?? null, month?.euros ?? null]]));
}
const enter = (channel: string, month: { hours: number } | { euros: number }) => site.visitor.json('PUT', at('effort/2026-10'), { channels: channels.flatMap(({ id, name }) => (name === channel ? [{ channelId: id, ...month }] : [])) });
/** Who comes back to the window after a while sees what others entered. */
async function readAgain(window: Page): Promise<void> {
  await window.clock.setFixedTime(Date.now() + 60_000);
  await window.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
}
const enterSeptember = () => site.visitor.json('PUT', at('effort/2026-09'), { channels: channels.map(({ id }, index) => ({ channelId: id, hours: 4 + index })) });

describe.skipIf(site.hasNoBrowser)('hours and spending of a month', () => {
  it('are entered with the keyboard, told in the title, and undone', async () => {
    await onPage({}, async (window) => {
      await visit(window, page());
      expect(await headingOf(window)).toBe('Octobre 2026 : où sont allées vos heures ?');
      await field(window, 'La page', 'Heures').focus();
      await window.keyboard.type('9h30');
      await window.keyboard.press('Tab');
      await window.keyboard.type('12,50');
      await window.keyboard.press('Enter');
      await window.getByText('Heures et dépenses enregistrées').waitFor();
      expect(await entered()).toEqual({ 'La page': [9.5, 12.5], 'La lettre': [null, null] });
      await expect.poll(() => headingOf(window)).toBe('Octobre 2026 : déjà 9 h 30, un canal reste à noter');
      await window.getByRole('button', { name: 'Annuler' }).click();
      await expect.poll(entered).toEqual({ 'La page': [null, null], 'La lettre': [null, null] });
    });
  });

  it('take over those of the month before where nothing is written', async () => {
    await enterSeptember();
    await onPage({}, async (window) => {
      await visit(window, page());
      await field(window, 'La page', 'Heures').fill('7');
      await window.getByRole('button', { name: 'Reprendre les heures du mois d’avant (septembre)' }).click();
      await save(window);
      await window.getByText('Heures et dépenses enregistrées').waitFor();
      const september = new Map(channels.map(({ name }, index) => [name, 4 + index]));
      expect(await entered()).toEqual({ 'La page': [7, null], 'La lettre': [september.get('La lettre'), null] });
      await expect.poll(() => window.getByRole('button', { name: 'Reprendre' }).count()).toBe(0);
    });
  });

  it('are held back with the field named, and nothing is saved', async () => {
    await onPage({}, async (window) => {
      await visit(window, page());
      await field(window, 'La page', 'Heures').fill('neuf');
      await field(window, 'La lettre', 'Heures').fill('3');
      await save(window);
      await window.getByText('Écrivez une durée').waitFor();
      expect(await field(window, 'La page', 'Heures').getAttribute('aria-invalid')).toBe('true');
      expect(await field(window, 'La page', 'Heures').evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await entered()).toEqual({ 'La page': [null, null], 'La lettre': [null, null] });
    });
  });

  it('are asked twice where they are more than a full-time post', async () => {
    await onPage({}, async (window) => {
      await visit(window, page());
      await field(window, 'La page', 'Heures').fill('300');
      await save(window);
      await window.getByText('davantage qu’un temps plein').waitFor();
      expect(await entered()).toMatchObject({ 'La page': [null, null] });
      await save(window);
      await expect.poll(entered).toMatchObject({ 'La page': [300, null] });
    });
  });

  it('wait, unsaved, for who looks at another month or page', async () => {
    await onPage({}, async (window) => {
      await visit(window, page());
      await field(window, 'La page', 'Heures').fill('5 h');
      await window.getByLabel('Mois', { exact: true }).selectOption('2026-09');
      await expect.poll(() => headingOf(window)).toContain('Septembre');
      expect(await field(window, 'La page', 'Heures').inputValue()).toBe('');
      await window.getByRole('link', { name: 'Données', exact: true }).first().click();
      await window.getByRole('link', { name: 'Noter octobre' }).click();
      await expect.poll(() => field(window, 'La page', 'Heures').inputValue()).toBe('5 h');
    });
  });

  it('of a colleague stay, on the rows that were not written on and in the field that was not', async () => {
    await onPage({}, async (window) => {
      await visit(window, page());
      await field(window, 'La page', 'Heures').fill('5');
      await enter('La lettre', { hours: 6 });
      await readAgain(window);
      await expect.poll(() => field(window, 'La lettre', 'Heures').inputValue()).toContain('6');
      await save(window);
      await window.getByText('Heures et dépenses enregistrées').waitFor();
      expect(await entered()).toEqual({ 'La page': [5, null], 'La lettre': [6, null] });
      await enter('La page', { euros: 20 });
      await window.getByRole('button', { name: 'Annuler' }).click();
      await expect.poll(entered).toEqual({ 'La page': [null, 20], 'La lettre': [6, null] });
    });
  });

  it('are saved, and say so, for who looks at another month before the answer', async () => {
    await onPage({}, async (window) => {
      await visit(window, page());
      const answer = Promise.withResolvers<undefined>();
      await window.route('**/effort/2026-10', async (route) => { await answer.promise; await route.continue(); });
      await field(window, 'La page', 'Heures').fill('5');
      await save(window);
      const months = window.getByLabel('Mois', { exact: true });
      await months.focus();
      await window.keyboard.press('ArrowDown');
      await expect.poll(() => headingOf(window)).toContain('Septembre');
      expect(await months.evaluate((list) => list === document.activeElement)).toBe(true);
      expect(await field(window, 'La page', 'Heures').inputValue()).toBe('');
      answer.resolve(undefined);
      await window.getByText('Heures et dépenses enregistrées : octobre').waitFor();
      await months.selectOption('2026-10');
      await expect.poll(() => field(window, 'La page', 'Heures').inputValue()).toMatch(/^5\sh$/u);
    });
  });

  it('are set against each other only where they were noted as often', async () => {
    await enterSeptember();
    await enter('La page', { hours: 12 });
    await onPage({}, async (window) => {
      await visit(window, page());
      await window.getByRole('heading', { level: 2, name: 'Où vont les heures notées' }).waitFor();
      await enter('La lettre', { hours: 40 });
      await visit(window, page());
      await window.getByRole('heading', { level: 2, name: 'des heures notées vont au canal « La lettre »' }).waitFor();
    });
  });

  it('name the network where two channels have one name', async () => {
    const own = at('channels');
    const { id } = await site.visitor.json<Channel>('POST', own, { network: 'instagram', name: 'La page' });
    await onPage({}, async (window) => {
      await visit(window, page());
      await window.getByRole('group', { name: 'Instagram, La page', exact: true }).waitFor();
      expect(await window.getByRole('group').evaluateAll((groups) => groups.flatMap((group) => group.getAttribute('aria-label') ?? []))).toEqual(expect.arrayContaining(['Facebook, La page', 'La lettre']));
    });
    await site.visitor.ask('DELETE', `${own}/${id}`);
  });

  it('of one push are noted on its post, beside the channel’s own', async () => {
    await importFile(site.visitor, { name: 'a.csv', bytes: 'channel,network,post_id,published_at,paid,followers,reach\nLa page,facebook,pushed,2026-10-05T10:00:00Z,true,1000,900\nLa page,facebook,not,2026-10-06T10:00:00Z,false,1000,50\n' });
    const { items } = await site.visitor.json<PostPage>('GET', at('posts'));
    const address = (external: string) => `/o/${site.visitor.slug}/publications/${items.find(({ externalId }) => externalId === external)?.id ?? ''}`;
    const euros = (window: Page) => window.getByLabel('Euros dépensés');
    await onPage({}, async (window) => {
      await visit(window, address('pushed'));
      await euros(window).fill('douze');
      await save(window);
      await window.getByText('Écrivez un montant').waitFor();
      await euros(window).fill('12,5');
      await save(window);
      await window.getByText('La dépense est enregistrée').waitFor();
      expect(await entered()).toMatchObject({ 'La page': [null, 12.5] });
      await visit(window, page());
      await window.getByText('En plus de 12,5').waitFor();
      await visit(window, address('not'));
      await window.getByRole('heading', { name: 'Thèmes' }).waitFor();
      expect(await euros(window).count()).toBe(0);
    });
  });

  it.each(looks)('have no fault: $width $theme', async (look) => {
    await enterSeptember();
    await onPage(look, async (window) => {
      await visit(window, page('2026-09'));
      await window.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await faultsOf(window)).toEqual([]);
      await visit(window, `/o/${site.visitor.slug}/donnees`);
      await window.getByText('Septembre 2026, environ').waitFor();
      expect(await faultsOf(window)).toEqual([]);
    });
  });
});
