import type { Appointment, Channel, PlanCalendar, PlannedPost } from '@portee/shared';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drag } from '../support/drag.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

/** Today is Monday 23 November 2026. */
const site = await openSite({
  furnish: async ({ visitor }) => {
    for (const network of ['facebook', 'instagram']) await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/channels`, { network, name: `La Remise, ${network}` });
  },
});
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/plan/${path}`;
const ask = <T>(method: string, path: string, body?: unknown) => site.visitor.json<T>(method, at(path), body);
const standing = async () => (await ask<PlanCalendar>('GET', 'calendar?from=2026-11-16&to=2026-12-13')).entries.map(({ title, day, time }) => `${title} ${day} ${time}`);
let facebook: string;

/** Every Thursday from the 26th on: three in the weeks that are shown. */
const addThursdays = (rest: object = {}) => ask<Appointment>('POST', 'appointments', { channelId: facebook, title: 'Coulisses', weekday: 4, time: '18:30', fromDay: '2026-11-26', ...rest });
const addPost = (rest: object = {}) => ask<PlannedPost>('POST', 'posts', { channelId: facebook, title: 'Vernissage', day: '2026-11-25', time: '12:00', ...rest });
const plan = (address: string) => (see: (page: Page) => Promise<void>, look: { width?: number } = {}) => site.onPage(look, async (page, home) => { await visit(page, `${home}/plan${address}`); await see(page); });
const onPlan = plan('');
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const cell = (page: Page, day: string) => page.locator(`[data-day="${day}"]`);
const entry = (page: Page, name: string, day: string) => cell(page, day).getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const undo = (page: Page) => button(page.getByRole('status'), 'Annuler').click();

beforeAll(async () => {
  if (site.hasNoBrowser) return;
  const channels = await site.visitor.json<Channel[]>('GET', `/api/v1/organisations/${site.visitor.slug}/channels`);
  facebook = channels.find(({ network }) => network === 'facebook')?.id ?? '';
});
beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id } of await ask<PlannedPost[]>('GET', 'posts?from=2026-11-01&to=2027-01-31')) await site.visitor.delete(at(`posts/${id}`));
  for (const { id } of await ask<Appointment[]>('GET', 'appointments')) await site.visitor.delete(at(`appointments/${id}`));
});

describe.skipIf(site.hasNoBrowser)('the calendar of the plan', () => {
  it('says what will be here, and takes an appointment and a post in', async () => {
    await onPlan(async (page) => {
      await page.getByText('viendront ici, jour par jour').waitFor();
      await button(page, 'Ajouter un rendez-vous').click();
      await button(dialog(page), 'Ajouter').click();
      await dialog(page).getByText('Donnez un titre.').waitFor();
      expect(await dialog(page).getByLabel('Son nom').evaluate((field) => field === document.activeElement)).toBe(true);
      await dialog(page).getByLabel('Son nom').fill('Le jeudi des coulisses');
      await dialog(page).getByLabel('Jour de la semaine').selectOption('jeudi');
      await dialog(page).getByLabel('Heure').fill('18:30');
      await dialog(page).getByLabel('À quel rythme').selectOption('2');
      await button(dialog(page), 'Ajouter').click();
      await entry(page, 'Le jeudi des coulisses', '2026-11-26').waitFor();
      await button(page, 'Prévoir une publication').click();
      await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Vernissage');
      await dialog(page).getByLabel('Jour', { exact: true }).fill('2026-11-27');
      await button(dialog(page), 'Prévoir').click();
      await entry(page, 'Vernissage', '2026-11-27').waitFor();
      expect(await standing()).toEqual(['Le jeudi des coulisses 2026-11-26 18:30', 'Vernissage 2026-11-27 18:00', 'Le jeudi des coulisses 2026-12-10 18:30']);
      expect(plain(await entry(page, 'Le jeudi des coulisses', '2026-11-26').locator('.visually-hidden').textContent())).toBe('Le jeudi des coulisses, 18 h 30, Facebook, jeudi 26 novembre');
      expect(await page.locator('[aria-current="date"]').getAttribute('data-day')).toBe('2026-11-23');
    });
  });

  it('moves what is dragged to another day, and undoes it', async () => {
    await addThursdays();
    await addPost();
    await onPlan(async (page) => {
      await drag(page, entry(page, 'Vernissage', '2026-11-25'), cell(page, '2026-12-01'));
      await entry(page, 'Vernissage', '2026-12-01').waitFor();
      expect(await dialog(page).isVisible()).toBe(false);
      await drag(page, entry(page, 'Coulisses', '2026-11-26'), cell(page, '2026-11-28'));
      await expect.poll(standing).toEqual(['Coulisses 2026-11-28 18:30', 'Vernissage 2026-12-01 12:00', 'Coulisses 2026-12-03 18:30', 'Coulisses 2026-12-10 18:30']);
      await undo(page);
      await expect.poll(async () => (await standing())[0]).toBe('Coulisses 2026-11-26 18:30');
    });
  });

  it('is walked with one Tab and arrows, and moves with Alt, arrows and Enter', async () => {
    await addThursdays();
    await addPost();
    await onPlan(async (page) => {
      expect(await page.locator('.calendar [tabindex="0"]').count()).toBe(1);
      await entry(page, 'Vernissage', '2026-11-25').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      expect(await focusedDay(page)).toBe('2026-12-03');
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('ArrowUp');
      await page.getByRole('status').filter({ hasText: 'vendredi 27 novembre' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await standing()).toContain('Coulisses 2026-12-03 18:30');
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Enter');
      await entry(page, 'Coulisses', '2026-12-04').waitFor();
      await expect.poll(() => focusedDay(page)).toBe('2026-12-04');
      await undo(page);
      await entry(page, 'Coulisses', '2026-12-03').waitFor();
    });
  });

  it('skips one occurrence, says so, and takes it in again', async () => {
    await addThursdays();
    await onPlan(async (page) => {
      await entry(page, 'Coulisses', '2026-11-26').click();
      await button(dialog(page), 'Sauter cette fois').click();
      await page.getByText('jeudi 26 novembre : sauté cette fois').waitFor();
      await expect.poll(() => focusedDay(page)).toBe('2026-12-03');
      await undo(page);
      await entry(page, 'Coulisses', '2026-11-26').click();
      await button(dialog(page), 'Sauter cette fois').click();
      await page.getByRole('button', { name: 'Le maintenir' }).click();
      await entry(page, 'Coulisses', '2026-11-26').waitFor();
    });
  });

  it('takes an appointment off, and brings it back as it was', async () => {
    await addThursdays();
    await onPlan(async (page) => {
      await entry(page, 'Coulisses', '2026-11-26').click();
      await button(dialog(page), 'Modifier toute la série').click();
      await button(dialog(page), 'Retirer du calendrier').click();
      await expect.poll(standing).toEqual([]);
      await undo(page);
      await expect.poll(async () => (await standing()).length).toBe(3);
    });
  });

  it('takes a post off and brings it back, and puts a moved occurrence back on its day', async () => {
    await addPost();
    const { id } = await addThursdays({ toDay: '2026-11-30' });
    await ask('PUT', `appointments/${id}/exceptions/2026-11-26`, { kind: 'moved', movedToDay: '2026-11-27', movedToTime: '17:00', version: null });
    await onPlan(async (page) => {
      await entry(page, 'Vernissage', '2026-11-25').click();
      await button(dialog(page), 'Ne plus la prévoir').click();
      await expect.poll(standing).toEqual(['Coulisses 2026-11-27 17:00']);
      await undo(page);
      await entry(page, 'Vernissage', '2026-11-25').waitFor();
      await entry(page, 'Coulisses', '2026-11-27').click();
      await button(dialog(page), 'Remettre à son jour').click();
      await entry(page, 'Coulisses', '2026-11-26').waitFor();
      await undo(page);
      await expect.poll(standing).toEqual(['Vernissage 2026-11-25 12:00', 'Coulisses 2026-11-27 17:00']);
    });
  });

  it('prepares a post in the place of an occurrence', async () => {
    await addThursdays({ toDay: '2026-11-30', role: 'communication' });
    await onPlan(async (page) => {
      await entry(page, 'Coulisses', '2026-11-26').click();
      await button(dialog(page), 'Préparer cette publication').click();
      await dialog(page).getByText('Elle prendra la place de « Coulisses »').waitFor();
      await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Les coulisses du décor');
      await button(dialog(page), 'Prévoir').click();
      await entry(page, 'Les coulisses du décor', '2026-11-26').waitFor();
      expect(await standing()).toEqual(['Les coulisses du décor 2026-11-26 18:30']);
    });
  });

  it('edits every time of an appointment, beside what somebody else changed of it', async () => {
    const { id, channelId: _channel, exceptions: _exceptions, ...rule } = await addThursdays();
    await onPlan(async (page) => {
      await entry(page, 'Coulisses', '2026-11-26').click();
      await button(dialog(page), 'Modifier toute la série').click();
      await dialog(page).getByLabel('Jour de la semaine').selectOption('vendredi');
      await ask('PUT', `appointments/${id}`, { ...rule, time: '19:00', everyWeeks: 2 });
      await button(dialog(page), 'Enregistrer').click();
      await dialog(page).getByText('Maintenant : 19 h').waitFor();
      await dialog(page).getByText('Maintenant : Toutes les 2 semaines').waitFor();
      await button(dialog(page), 'Garder ma version').click();
      await expect.poll(async () => (await standing())[0]).toBe('Coulisses 2026-11-27 18:30');
    });
  });

  it('shows what somebody else wrote meanwhile beside what was typed, and lets the person choose', async () => {
    const { id, ...post } = await addPost();
    await onPlan(async (page) => {
      for (const [choice, kept] of [['Garder ma version', 'Le vernissage du soir'], ['Prendre l’autre', 'Vernissage à midi']] as const) {
        await entry(page, post.title, '2026-11-25').click();
        await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Le vernissage du soir');
        const { version } = await ask<PlannedPost>('GET', `posts/${id}`);
        await ask('PUT', `posts/${id}`, { ...post, title: 'Vernissage à midi', version });
        await button(dialog(page), 'Enregistrer').click();
        await dialog(page).getByText('Maintenant : Vernissage à midi').waitFor();
        expect(await dialog(page).getByLabel('De quoi parlera-t-elle').inputValue()).toBe('Le vernissage du soir');
        await button(dialog(page), choice).click();
        if (choice === 'Prendre l’autre') await button(dialog(page), 'Enregistrer').click();
        await dialog(page).waitFor({ state: 'hidden' });
        expect((await ask<PlannedPost>('GET', `posts/${id}`)).title).toBe(kept);
        await ask('PUT', `posts/${id}`, { ...post, version: (await ask<PlannedPost>('GET', `posts/${id}`)).version });
        await page.reload();
      }
    });
  });

  it('does not move by hand what somebody else moved meanwhile', async () => {
    const { id, ...post } = await addPost();
    await onPlan(async (page) => {
      await entry(page, 'Vernissage', '2026-11-25').waitFor();
      await ask('PUT', `posts/${id}`, { ...post, day: '2026-11-24' });
      await drag(page, entry(page, 'Vernissage', '2026-11-25'), cell(page, '2026-11-27'));
      await page.getByRole('alert').waitFor();
      await entry(page, 'Vernissage', '2026-11-24').waitFor();
      expect(await standing()).toEqual(['Vernissage 2026-11-24 12:00']);
    });
  });

  it('moves an occurrence over what somebody else decided only once that was seen', async () => {
    const { id } = await addThursdays();
    await onPlan(async (page) => {
      await entry(page, 'Coulisses', '2026-11-26').click();
      await ask('PUT', `appointments/${id}/exceptions/2026-11-26`, { kind: 'moved', movedToDay: '2026-11-25', movedToTime: '17:00', version: null });
      await dialog(page).getByLabel('Jour', { exact: true }).fill('2026-11-27');
      await button(dialog(page), 'Déplacer').click();
      await dialog(page).getByText('Maintenant : déplacé au mercredi 25 novembre à 17 h.').waitFor();
      expect(await dialog(page).getByLabel('Jour', { exact: true }).inputValue()).toBe('2026-11-27');
      await button(dialog(page), 'Garder ma version').click();
      // The hour is of this version too, though nobody touched its field.
      await expect.poll(async () => (await standing())[0]).toBe('Coulisses 2026-11-27 18:30');
      await undo(page);
      await expect.poll(async () => (await standing())[0]).toBe('Coulisses 2026-11-25 17:00');
    });
  });

  it('keeps a theme that the list of themes does not hold, and says so', async () => {
    const { id: themeId } = await site.visitor.json<{ id: string }>('POST', `/api/v1/organisations/${site.visitor.slug}/themes`, { name: 'Vernissages' });
    const { id } = await addPost({ themeId });
    await site.onPage({}, async (page, home) => {
      await page.route('**/themes', (route) => route.abort());
      await visit(page, `${home}/plan`);
      await entry(page, 'Vernissage', '2026-11-25').click();
      await dialog(page).getByLabel('De quoi parlera-t-elle').fill('Le vernissage du soir');
      await button(dialog(page), 'Enregistrer').click();
      await entry(page, 'Le vernissage du soir', '2026-11-25').waitFor();
      expect(await ask<PlannedPost>('GET', `posts/${id}`)).toMatchObject({ title: 'Le vernissage du soir', themeId });
    });
  });

  it('leaves an occurrence that is kept in holidays where it stands, and takes it there again', async () => {
    await addThursdays({ skipsHolidays: true, toDay: '2026-12-24' });
    await plan('?semaine=2026-12-21')(async (page) => {
      const kept = entry(page, 'Coulisses', '2026-12-24');
      await page.getByRole('button', { name: 'Le maintenir' }).click();
      await kept.click();
      expect(await button(dialog(page), 'Remettre à son jour').count()).toBe(0);
      await button(page.locator('.toasts'), 'Fermer').dispatchEvent('click');
      await button(dialog(page), 'Déplacer').click();
      await dialog(page).waitFor({ state: 'hidden' });
      expect(await page.locator('.toast').count()).toBe(0);
      await drag(page, kept, cell(page, '2026-12-23'));
      await entry(page, 'Coulisses', '2026-12-23').waitFor();
      await drag(page, entry(page, 'Coulisses', '2026-12-23'), cell(page, '2026-12-24'));
      await kept.waitFor();
      await expect.poll(() => page.locator('.calendar-ghost').count()).toBe(0);
      expect(await kept.count()).toBe(1);
    });
  });

  it('does once what was clicked twice', async () => {
    await addThursdays({ toDay: '2026-11-30' });
    await onPlan(async (page) => {
      await entry(page, 'Coulisses', '2026-11-26').click();
      await button(dialog(page), 'Sauter cette fois').evaluate((one: HTMLElement) => { one.click(); setTimeout(() => { one.click(); }, 0); });
      await undo(page);
      await entry(page, 'Coulisses', '2026-11-26').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    });
  });

  it('shows readers what is planned, lets contributors plan, and leaves rules and addresses to the coordination', async () => {
    await addThursdays({ note: 'Une photo' });
    const seen = { reader: [], contributor: ['Prévoir une publication'] } as const;
    for (const role of ['reader', 'contributor'] as const) {
      const visitor = await memberOfRole(role, { portee: site.portee, slug: site.visitor.slug });
      await asSignedIn({ browser: site.browser, visitor, look: {} }, async (page) => {
        await visit(page, `/o/${site.visitor.slug}/plan`);
        await entry(page, 'Coulisses', '2026-11-26').waitFor();
        expect(await page.locator('.calendar-acts').getByRole('button').allTextContents()).toEqual(seen[role]);
        await drag(page, entry(page, 'Coulisses', '2026-12-03'), cell(page, '2026-12-04'));
        await entry(page, 'Coulisses', role === 'reader' ? '2026-12-03' : '2026-12-04').waitFor();
        // What only seems to be a drag is a click for a reader.
        if (role === 'contributor') await entry(page, 'Coulisses', '2026-11-26').click();
        else await entry(page, 'Coulisses', '2026-11-26').press('Enter');
        await dialog(page).getByText('Une photo').waitFor();
        expect(await dialog(page).getByRole('button').allTextContents()).toEqual(role === 'reader' ? [''] : ['', 'Déplacer', 'Sauter cette fois', 'Préparer cette publication']);
      });
    }
  });

  it('says what failed and that the rest is safe, and tries again', async () => {
    await addThursdays();
    await site.onPage({}, async (page, home) => {
      await page.route('**/plan/calendar*', (route) => route.abort());
      await page.goto(`${home}/plan`);
      const retry = page.getByRole('region', { name: 'Quatre semaines' }).getByRole('button', { name: 'Réessayer' });
      await retry.waitFor();
      // Perhaps other weeks can be read.
      await button(page, 'Quatre semaines plus tard').waitFor();
      await page.unroute('**/plan/calendar*');
      await retry.click();
      await entry(page, 'Coulisses', '2026-11-26').waitFor();
    });
  });

  it('says gently what may have escaped', async () => {
    await addThursdays({ toDay: '2026-12-10' });
    await addPost({ day: '2026-11-26', time: '17:30' });
    await ask('POST', 'posts', { channelId: facebook, title: 'Vœux', day: '2026-12-27', time: '10:00' });
    await plan('?semaine=2026-12-09')(async (page) => {
      expect((await page.getByRole('list', { name: 'À remarquer' }).getByRole('listitem').allTextContents()).map(plain)).toEqual([
        'Rien n’est prévu sur Facebook la semaine du 14 décembre.', '« Vœux », dimanche 27 décembre, tombe en vacances scolaires.',
      ]);
      await button(page, 'Revenir à aujourd’hui').click();
      await page.getByText('Deux publications à moins de deux heures sur Facebook, jeudi 26 novembre.').waitFor();
    });
  });

  it('keeps weeks and view in the address, and is a list on a phone', async () => {
    await addThursdays();
    await onPlan(async (page) => {
      await button(page, 'Quatre semaines plus tard').click();
      await page.getByText('14 décembre – 10 janvier 2027').waitFor();
      await button(page, 'Liste').click();
      expect(new URL(page.url()).search).toBe('?semaine=2026-12-14&vue=liste');
      await page.getByLabel('Aller au mois').selectOption('2026-11');
      await page.getByText('26 octobre – 22 novembre').waitFor();
    });
    await onPlan(async (page) => {
      expect((await page.locator('.calendar-list > li > b').allTextContents()).map(plain)).toEqual(['jeu. 26', 'jeu. 3 déc.', 'jeu. 10 déc.']);
      await page.locator('.calendar-list').getByRole('button', { name: 'Coulisses' }).first().click();
      await dialog(page).getByLabel('Jour', { exact: true }).fill('2026-11-27');
      await button(dialog(page), 'Déplacer').click();
      await page.locator('.calendar-list').getByRole('button', { name: /, déplacé, /u }).waitFor();
      expect((await standing())[0]).toBe('Coulisses 2026-11-27 18:30');
    }, { width: 360 });
  });

  it('keeps emoji and writing from right to left as they were typed, where they stand and where they are changed', async () => {
    const title = 'مهرجان الألوان 🎪👩‍👩‍👧 à 18 h';
    await addPost({ title, role: 'إدارة' });
    await onPlan(async (page) => {
      const standing = page.locator('.calendar-list').getByRole('button', { name: title });
      expect(plain(await standing.locator('.calendar-name').textContent())).toBe(`${title}, 12 h`);
      await standing.click();
      expect(await dialog(page).getByLabel('De quoi parlera-t-elle').inputValue()).toBe(title);
      await button(dialog(page), 'Enregistrer').click();
      await dialog(page).waitFor({ state: 'hidden' });
      expect(await faultsOf(page)).toEqual([]);
    }, { width: 360 });
    expect((await ask<PlannedPost[]>('GET', 'posts?from=2026-11-25&to=2026-11-25'))[0]).toMatchObject({ title, role: 'إدارة' });
  });

  it.each(looks)('has no fault, with its dialogs: $width $theme', async (look) => {
    await addThursdays({ role: 'communication', note: 'Une photo\nprise en répétition' });
    await addPost({ title: 'Une publication dont le titre est long '.repeat(3).trim(), day: '2026-11-26', time: '17:00' });
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/plan`);
      await page.getByText('Deux publications à moins de deux heures').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      for (const name of ['Ajouter un rendez-vous', 'Prévoir une publication', 'S’abonner au calendrier']) {
        await button(page, name).click();
        await dialog(page).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: 'Coulisses' }).first().click();
      await dialog(page).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});


function focusedDay(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.closest('[data-day]')?.getAttribute('data-day') ?? null);
}
