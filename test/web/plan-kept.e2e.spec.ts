import { addDays, type Appointment, type Channel, type PlanFate, type PlanLine, type PostLink, type Recommendation, type RecommendationDecision } from '@portee/shared';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../support/imports.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const HEADER = 'channel,network,post_id,published_at,format,paid,followers,reach,text,observed_at';
let posts = 0;
const post = (channel: string, rest: { at: string; format?: string; reach?: number; text?: string }) => {
  posts += 1;
  return [channel, channel === 'La lettre' ? 'newsletter' : 'peertube', `p${String(posts)}`, rest.at, rest.format ?? 'photo', '', 1000, rest.reach ?? 50, rest.text ?? 'Annonce', '2026-11-22T20:00:00Z'].join(',');
};
/** Eight posts every second day, 50 and 100 people by turns. */
const eight = (from: string, { format, times = 1 }: { format: string; times?: number }) => Array.from({ length: 8 }, (_, index) => post('La chaîne', { at: `${addDays(from, 2 * index)}T08:00:00Z`, format, reach: (index % 2 === 0 ? 50 : 100) * times }));

/** Today is Monday 23 November 2026; channels were last read on the 22nd. Of four Thursdays the letter came out on three: on the 5th late, on the 12th not at all. */
const site = await openSite({
  furnish: async ({ visitor }) => {
    await importFile(visitor, {
      name: 'portee.csv',
      bytes: [
        HEADER,
        post('La lettre', { at: '2026-10-29T17:40:00Z', text: 'Coulisses du décor' }), post('La lettre', { at: '2026-11-05T21:00:00Z', text: 'Bonsoir' }),
        post('La lettre', { at: '2026-11-14T10:00:00Z', text: 'Le marché du samedi' }), post('La lettre', { at: '2026-11-19T17:35:00Z', text: 'Coulisses du son' }),
        ...eight('2026-08-01', { format: 'video' }), ...eight('2026-10-01', { format: 'video', times: 3 }), ...eight('2026-08-02', { format: 'live' }), ...eight('2026-10-02', { format: 'live', times: 1.5 }),
      ].join('\n'),
    });
  },
});
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/${path}`;
const ask = <T>(method: string, path: string, body?: unknown) => site.visitor.json<T>(method, at(path), body);
const SPAN = 'from=2026-10-26&to=2026-11-22';
const links = () => ask<PostLink[]>('GET', `plan/links?${SPAN}`);
const fates = async () => (await ask<PlanFate[]>('GET', `plan/fates?${SPAN}`)).map(({ entry, state, how }) => [entry.slice(-10), state, how]);
const fateOf = async (day: string) => (await fates()).find(([one]) => one === day)?.slice(1);
const postOn = async (day: string) => (await links()).find(({ localDay }) => localDay === day)?.postId ?? '';
/** Thursdays at half past six: four that are over. */
const addThursdays = (rest: object = {}) => ask<Appointment>('POST', 'plan/appointments', { channelId: letter, title: 'Coulisses', weekday: 4, time: '18:30', fromDay: '2026-10-29', ...rest });
/** Somebody says that the post of Saturday the 14th is that of a Thursday. */
async function sayItIsFor(appointmentDay: string): Promise<void> {
  const link = (await links()).find(({ localDay }) => localDay === '2026-11-14');
  await ask('PUT', `plan/links/${link?.postId ?? ''}`, { plan: { appointmentId: thursdays.id, appointmentDay }, version: link?.version ?? null });
}
let letter: string;
let video: string;
let thursdays: Appointment;

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const entry = (page: Page, day: string) => page.locator(`[data-day="${day}"]`).getByRole('button', { name: 'Coulisses' });
const onPlan = (see: (page: Page) => Promise<void>, look: { width?: number } = {}) => site.onPage(look, async (page, home) => { await visit(page, `${home}/plan?semaine=2026-10-26`); await see(page); });
/** What was done is done once the server says so, however busy it is. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });
const undo = (page: Page) => button(page.getByRole('status'), 'Annuler').click();
/** Opens what corrects the entry of a day, and waits until it can be chosen from. */
async function correct(page: Page, day: string): Promise<Locator> {
  await entry(page, day).click();
  await dialog(page).getByText('Corriger', { exact: true }).click();
  const field = dialog(page).getByLabel('La publication qui correspond');
  await field.waitFor();
  return field;
}
async function choose(page: Page, day: string, text: RegExp | string): Promise<void> {
  const field = await correct(page, day);
  const option = field.locator('option', { hasText: text });
  await field.selectOption((await option.getAttribute('value')) ?? 'none of them');
  await button(dialog(page), 'Enregistrer').first().click();
}

beforeAll(async () => {
  if (site.hasNoBrowser) return;
  const channels = await ask<Channel[]>('GET', 'channels');
  letter = channels.find(({ network }) => network === 'newsletter')?.id ?? '';
  video = channels.find(({ network }) => network === 'peertube')?.id ?? '';
});
beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id } of await ask<PlanLine[]>('GET', 'plan/lines')) await site.visitor.delete(at(`plan/lines/${id}`));
  for (const { id } of await ask<Appointment[]>('GET', 'plan/appointments')) await site.visitor.delete(at(`plan/appointments/${id}`));
  for (const { postId, how, version } of await links()) if ((how === 'hand' || how === 'none') && version !== null) await site.visitor.delete(at(`plan/links/${postId}?version=${String(version)}`));
  thursdays = await addThursdays();
});

describe.skipIf(site.hasNoBrowser)('what was published for what', () => {
  it('is seen in the calendar: kept, likely, missed, and to come', async () => {
    await onPlan(async (page) => {
      await page.locator('[data-fate="missed"]').waitFor();
      const seen = await page.locator('.calendar-entry').evaluateAll((entries) => entries.map((one) => [one.closest('td')?.dataset['day'], one.dataset['fate'], getComputedStyle(one, '::before').borderRadius]));
      expect(seen).toEqual([['2026-10-29', 'filled', '50%'], ['2026-11-05', 'likely', '50%'], ['2026-11-12', 'missed', '0px'], ['2026-11-19', 'filled', '50%']]);
      expect((await page.locator('.calendar-entry .visually-hidden').allTextContents()).map(plain)).toEqual([
        'Coulisses, 18 h 30, Lettre d’information, jeudi 29 octobre, publié', 'Coulisses, 18 h 30, Lettre d’information, sans doute publié, jeudi 5 novembre', 'Coulisses, 18 h 30, Lettre d’information, manqué, jeudi 12 novembre', 'Coulisses, 18 h 30, Lettre d’information, jeudi 19 novembre, publié',
      ]);
      await page.getByText('Trait : manqué.').waitFor();
      await button(page, 'Revenir à aujourd’hui').click();
      await soon(() => page.locator('td[data-day="2026-11-26"] .calendar-entry').evaluate((one) => one.dataset['fate'] ?? null)).toBeNull();
    });
  });

  it('is said with how sure it is, and leads to the post, which says what it was planned for', async () => {
    await onPlan(async (page) => {
      await entry(page, '2026-11-05').click();
      await dialog(page).getByText('Sans doute publié jeudi 5 novembre à 22 h').waitFor();
      await page.keyboard.press('Escape');
      await entry(page, '2026-11-19').click();
      await dialog(page).getByText('Publié jeudi 19 novembre à 18 h 35.').waitFor();
      await dialog(page).getByRole('link', { name: 'Coulisses du son' }).click();
      const plan = page.getByRole('region', { name: 'Dans le plan' });
      await plan.getByText('Elle tient « Coulisses », prévu jeudi 19 novembre à 18 h 30.').waitFor();
      expect(await plan.getByRole('button').count()).toBe(0);
      await plan.getByRole('link', { name: 'Voir dans le calendrier' }).click();
      await entry(page, '2026-11-19').waitFor();
    });
  });

  it('is corrected with the keyboard alone, and that is undone', async () => {
    await onPlan(async (page) => {
      await entry(page, '2026-11-12').focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Manqué : aucune publication ne correspond.').waitFor();
      await dialog(page).locator('.filled-form > summary').focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByLabel('La publication qui correspond').focus();
      await page.keyboard.type('samedi');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('C’est noté : « Coulisses » a été tenu.').waitFor();
      await soon(() => fateOf('2026-11-12')).toEqual(['filled', 'hand']);
      await page.locator('td[data-day="2026-11-12"] [data-fate="filled"]').waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('td')?.dataset['day'])).toBe('2026-11-12');
      await undo(page);
      await page.locator('td[data-day="2026-11-12"] [data-fate="missed"]').waitFor();
      expect(await fateOf('2026-11-12')).toEqual(['missed', null]);
    });
  });

  it('is nothing where somebody says so, and Portée’s own again where they take that back, on the post’s page too', async () => {
    await onPlan(async (page) => {
      await choose(page, '2026-11-19', /^Aucune$/u);
      await page.locator('td[data-day="2026-11-19"] [data-fate="missed"]').waitFor();
      await correct(page, '2026-11-19');
      await dialog(page).getByText('Quelqu’un de l’équipe a dit que la publication de jeudi 19 novembre, 18 h 35, ne correspond à rien de prévu.').waitFor();
      await button(dialog(page), 'Revenir à ce que Portée trouve').click();
      await soon(() => fateOf('2026-11-19')).toEqual(['filled', 'certain']);
      await undo(page);
      await soon(() => fateOf('2026-11-19')).toEqual(['missed', null]);
      await page.goto(`/o/${site.visitor.slug}/publications/${await postOn('2026-11-19')}`);
      const plan = page.getByRole('region', { name: 'Dans le plan' });
      await plan.getByText('Quelqu’un de l’équipe a dit qu’elle ne correspond à rien de prévu.').waitFor();
      await button(plan, 'Revenir à ce que Portée trouve').click();
      await plan.getByText('Elle tient « Coulisses »').waitFor();
      await undo(page);
      await plan.getByText('ne correspond à rien de prévu').waitFor();
    });
  });

  it('gives its place to another post by hand, and takes it again when that is undone', async () => {
    await sayItIsFor('2026-11-12');
    await onPlan(async (page) => {
      const field = await correct(page, '2026-11-12');
      expect((await field.locator('option').allTextContents()).map(plain)).toEqual([
        'Aucune', 'jeudi 5 novembre, 22 h, déjà pour « Coulisses » : Bonsoir', 'samedi 14 novembre, 11 h : Le marché du samedi', 'jeudi 19 novembre, 18 h 35, déjà pour « Coulisses » : Coulisses du son',
      ]);
      expect(await field.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent)).toContain('Le marché du samedi');
      await page.keyboard.press('Escape');
      await choose(page, '2026-11-12', 'Bonsoir');
      await soon(async () => (await links()).map(({ localDay, how }) => [localDay, how])).toEqual([['2026-10-29', 'certain'], ['2026-11-05', 'hand'], ['2026-11-14', null], ['2026-11-19', 'certain']]);
      expect(await fateOf('2026-11-05')).toEqual(['missed', null]);
      await undo(page);
      await soon(async () => (await links()).map(({ localDay, how }) => [localDay, how])).toEqual([['2026-10-29', 'certain'], ['2026-11-05', 'likely'], ['2026-11-14', 'hand'], ['2026-11-19', 'certain']]);
    });
  });

  it('is said by two people one after the other: the second sees what the first said, and loses nothing', async () => {
    await onPlan(async (page) => {
      const field = await correct(page, '2026-11-12');
      await field.selectOption(await postOn('2026-11-14'));
      await sayItIsFor('2026-11-05');
      await button(dialog(page), 'Enregistrer').first().click();
      await dialog(page).getByText('Quelqu’un d’autre vient d’en décider autrement.').waitFor();
      expect(await fateOf('2026-11-12')).toEqual(['missed', null]);
      await field.locator('option:checked', { hasText: 'déjà pour « Coulisses » : Le marché du samedi' }).waitFor({ state: 'attached' });
      await button(dialog(page), 'Enregistrer').first().click();
      await soon(() => fateOf('2026-11-12')).toEqual(['filled', 'hand']);
      await undo(page);
      await soon(() => fateOf('2026-11-05')).toEqual(['filled', 'hand']);
    });
  });

  it('is shown to readers, who correct nothing', async () => {
    const visitor = await memberOfRole('reader', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/plan?semaine=2026-10-26`);
      await entry(page, '2026-11-12').press('Enter');
      await dialog(page).getByText('Manqué').waitFor();
      expect(await dialog(page).getByText('Corriger').count()).toBe(0);
    });
  });

  it('leaves the calendar alone where it cannot be read, and says so', async () => {
    await site.onPage({}, async (page, home) => {
      await page.route('**/plan/fates*', (route) => route.abort());
      await visit(page, `${home}/plan?semaine=2026-10-26`);
      const calendar = page.getByRole('region', { name: 'Quatre semaines' });
      await calendar.getByText('les notes sont creuses').waitFor();
      await entry(page, '2026-11-12').waitFor();
      await page.unroute('**/plan/fates*');
      await button(calendar, 'Réessayer').click();
      await page.locator('[data-fate="missed"]').waitFor();
    });
  });
});

describe.skipIf(site.hasNoBrowser)('how much of the plan was kept', () => {
  const kept = (page: Page) => page.getByRole('region', { name: 'Ce qui a été tenu' });

  it('is told appointment by appointment, with what was missed and skipped, until when it is known, and what nobody planned', async () => {
    await ask('PUT', `plan/appointments/${thursdays.id}/exceptions/2026-10-29`, { kind: 'skipped', version: null });
    await onPlan(async (page) => {
      expect(plain(await kept(page).getByRole('listitem').textContent())).toBe('CoulissesLettre d’information2 jeudis sur 3dont un probable seulement · manqué le 12 nov. · un sauté · connu jusqu’au 21 novembre');
      expect(await kept(page).locator('.kept-head').count()).toBe(2);
      expect(await kept(page).locator('.kept-rest').count()).toBe(1);
      await kept(page).getByText('2 publications de ces canaux sont parues sans avoir été prévues').waitFor();
      await kept(page).getByRole('link', { name: 'Les voir' }).click();
      await page.waitForURL(`**/publications?du=2026-08-24&au=2026-11-22&canal=${letter}`);
    });
  });

  it('follows what is corrected, and is not there without an appointment', async () => {
    await onPlan(async (page) => {
      await kept(page).getByText('3 jeudis sur 4').waitFor();
      await choose(page, '2026-11-12', 'Le marché du samedi');
      await kept(page).getByText('4 jeudis sur 4').waitFor();
    });
    await site.visitor.delete(at(`plan/appointments/${thursdays.id}`));
    await onPlan(async (page) => {
      await page.getByRole('heading', { name: 'Objectifs' }).waitFor();
      expect(await kept(page).count()).toBe(0);
    });
  });
});

describe.skipIf(site.hasNoBrowser)('what a line of the plan changed', () => {
  /** The team makes more videos from October on. */
  async function followVideos(): Promise<void> {
    const record = (await ask<Recommendation[]>('GET', 'recommendations')).find(({ channelId, level }) => channelId === video && level === 'video');
    const { lineId } = await ask<RecommendationDecision>('POST', `recommendations/${record?.id ?? ''}/decision`, { decision: 'accepted', line: { kind: 'rule', title: 'Plus de vidéos' } });
    const line = (await ask<PlanLine[]>('GET', 'plan/lines')).find(({ id }) => id === lineId);
    if (!line) throw new Error('no line');
    const { id, decisionId: _decision, ...rest } = line;
    await ask('PUT', `plan/lines/${id}`, { ...rest, fromDay: '2026-10-01' });
  }
  const lineNamed = (page: Page, title: string) => page.getByRole('region', { name: 'Ce que vous ferez' }).getByRole('listitem').filter({ hasText: title }).first();

  it('stands beside it, with its interval, its posts on both sides and what it does not say', async () => {
    await followVideos();
    await ask('POST', 'plan/lines', { kind: 'rule', title: 'Répondre aux messages', fromDay: '2026-10-01' });
    await onPlan(async (page) => {
      const line = lineNamed(page, 'Plus de vidéos');
      await line.getByText('Vos vidéos touchent environ 100 % de personnes en plus que ce que le mouvement des autres laissait attendre. Probablement entre +28 % et ×3,1, jusqu’ici.').waitFor();
      expect(await line.locator('.interval-head[data-sure="true"]').count()).toBe(1);
      await line.getByText('Vos vidéos : 8 avant, 8 depuis.').waitFor();
      await line.getByText('Comparées à 8 autres publications du même canal avant, 8 depuis.').waitFor();
      await line.getByText('Personnes touchées pour 100 abonnés, d’habitude : 7,5 avant, 22 depuis.').waitFor();
      await line.locator('summary').focus();
      await page.keyboard.press('Enter');
      await line.getByText('Cela ne dit pas s’il vaut mieux publier avec des vidéos qu’autrement').waitFor();
      await line.getByText('Avant, 8 sur 16 publications en étaient ; depuis, 8 sur 16.').waitFor();
      await lineNamed(page, 'Répondre aux messages').getByText('Écrite par l’équipe : rien ne dit quelles publications elle change').waitFor();
      expect(await lineNamed(page, 'Répondre aux messages').locator('.interval-head').count()).toBe(0);
    });
  });

  it('is said not to be there where it cannot be read; the lines stand', async () => {
    await followVideos();
    await site.onPage({}, async (page, home) => {
      await page.route('**/plan/outcomes', (route) => route.abort());
      await visit(page, `${home}/plan`);
      const lines = page.getByRole('region', { name: 'Ce que vous ferez' });
      await lines.getByText('les lignes elles-mêmes sont intactes').waitFor();
      await lineNamed(page, 'Plus de vidéos').waitFor();
      await page.unroute('**/plan/outcomes');
      await button(lines, 'Réessayer').click();
      await lineNamed(page, 'Plus de vidéos').getByText('Ce qui a changé').waitFor();
    });
  });

  it.each(looks)('has no faults, as what was kept and what corrects it have none: $width $theme', async ({ width, theme }) => {
    await followVideos();
    await site.onPage({ width, theme }, async (page, home) => {
      await visit(page, `${home}/plan?semaine=2026-10-26`);
      await lineNamed(page, 'Plus de vidéos').getByText('Ce que cela dit, et ne dit pas').click();
      expect(await faultsOf(page)).toEqual([]);
      if (width < 600) await page.locator('.calendar-list').getByRole('button', { name: 'Coulisses' }).nth(2).click();
      else await entry(page, '2026-11-12').click();
      await dialog(page).getByText('Corriger', { exact: true }).click();
      await dialog(page).getByLabel('La publication qui correspond').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await visit(page, `${home}/publications/${await postOn('2026-11-19')}`);
      await page.getByRole('region', { name: 'Dans le plan' }).waitFor();
      expect(await headingOf(page)).not.toBe('');
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
