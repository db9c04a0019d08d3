import type { Agenda, Channel, PlanCalendar, PlannedPost } from '@portee/shared';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drag } from '../support/drag.js';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, type Look, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

/** Today is Monday 23 November 2026. */
const site = await openSite({
  furnish: async ({ visitor }) => { await visitor.json('POST', `/api/v1/organisations/${visitor.slug}/channels`, { network: 'facebook', name: 'La Remise' }); },
});
const at = (path: string) => `/api/v1/organisations/${site.visitor.slug}/plan/${path}`;
const ask = <T>(method: string, path: string, body?: unknown) => site.visitor.json<T>(method, at(path), body);
const standing = () => ask<Agenda | null>('GET', 'agenda');
const planned = async () => (await ask<PlanCalendar>('GET', 'calendar?from=2026-11-16&to=2026-12-13')).entries.map(({ title, day, time }) => `${title} ${day} ${time}`);
let facebook: string;

const event = (title: string, ...lines: string[]) => ['BEGIN:VEVENT', `SUMMARY:${title}`, ...lines, 'END:VEVENT'];
const timed = (title: string, start: string, end: string, ...lines: string[]) => event(title, `DTSTART;TZID=Europe/Brussels:${start}`, `DTEND;TZID=Europe/Brussels:${end}`, ...lines);
const calendar = (...events: string[][]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const CONCERT = timed('Concert de Noël', '20261204T200000', '20261204T223000', 'LOCATION:Grande salle');
const AGENDA = calendar(
  CONCERT, event('Exposition « Marées »', 'DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261213'), event('Portes ouvertes', 'DTSTART;VALUE=DATE:20261128', 'DTEND;VALUE=DATE:20261130'),
  timed('Atelier gravure', '20261125T140000', '20261125T160000', 'RRULE:FREQ=WEEKLY;COUNT=3'), timed('عرض للأطفال 🎪', '20261125T103000', '20261125T113000'),
  timed('Répétition', '20261125T160000', '20261125T180000'), timed('Ciné-club', '20261125T200000', '20261125T223000'), timed('Comité', '20261125T180000', '20261125T190000'),
  timed('Entretien', '20261126T090000', '20261126T100000', 'CLASS:PRIVATE'), timed('Bal', '20261127T200000', '20261127T230000', 'STATUS:CANCELLED'),
);

const hand = async (contents: string): Promise<void> => {
  const form = new FormData();
  form.set('file', new Blob([contents]), 'agenda.ics');
  expect((await site.visitor.send('POST', at('agenda'), form)).status).toBe(201);
};
const onPlan = (address: string, see: (page: Page) => Promise<void>, look: Look = {}) => site.onPage(look, async (page, home) => { await visit(page, `${home}/plan${address}`); await see(page); });
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const inDay = (page: Page, name: string, day: string) => page.locator(`[data-day="${day}"]`).getByRole('button', { name });
const choose = (page: Page, contents: string) => dialog(page).locator('input[type=file]').setInputFiles({ name: 'agenda.ics', mimeType: 'text/calendar', buffer: Buffer.from(contents) });
const undo = (page: Page) => button(page.getByRole('status'), 'Annuler').click();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '').then(plain);
const addPost = (rest: object = {}) => ask<PlannedPost>('POST', 'posts', { channelId: facebook, title: 'Vernissage', day: '2026-11-25', time: '12:00', ...rest });

beforeAll(async () => {
  if (site.hasNoBrowser) return;
  facebook = (await site.visitor.json<Channel[]>('GET', `/api/v1/organisations/${site.visitor.slug}/channels`))[0]?.id ?? '';
});
beforeEach(async () => {
  if (site.hasNoBrowser) return;
  for (const { id } of await ask<PlannedPost[]>('GET', 'posts?from=2026-11-01&to=2027-01-31')) await site.visitor.delete(at(`posts/${id}`));
  const agenda = await standing();
  if (agenda !== null) await site.visitor.delete(at(`agenda/${agenda.id}`));
});

describe.skipIf(site.hasNoBrowser)('the centre’s agenda', () => {
  it('comes from a file, says what was left out and why, and is undone', async () => {
    await onPlan('', async (page) => {
      expect(await page.getByLabel('Agenda du centre').count()).toBe(0);
      await button(page, 'Agenda du centre').click();
      await choose(page, AGENDA);
      await dialog(page).getByText('Un événement marqué privé : son titre n’est pas gardé.').waitFor();
      await dialog(page).getByText('Un événement annulé (Bal)').waitFor();
      expect(plain(await dialog(page).locator('.agenda-standing > p').textContent())).toContain('10 dates gardées, répétitions comprises, sur 10 événements du fichier');
      await page.keyboard.press('Escape');
      await inDay(page, 'Concert de Noël', '2026-12-04').waitFor();
      await undo(page);
      await expect.poll(standing).toBeNull();
      await inDay(page, 'Concert de Noël', '2026-12-04').waitFor({ state: 'detached' });
    });
  });

  it('is replaced by the next file, and comes back when that is undone', async () => {
    await hand(AGENDA);
    await onPlan('', async (page) => {
      await button(page, 'Agenda du centre').click();
      await choose(page, calendar(timed('Bal masqué', '20261205T200000', '20261205T230000')));
      await inDay(page, 'Bal masqué', '2026-12-05').waitFor();
      expect(await dialog(page).isVisible()).toBe(false);
      expect(await inDay(page, 'Concert de Noël', '2026-12-04').count()).toBe(0);
      await undo(page);
      await inDay(page, 'Concert de Noël', '2026-12-04').waitFor();
      await button(page, 'Agenda du centre').click();
      await button(dialog(page), 'Retirer cet agenda').click();
      await expect.poll(standing).toBeNull();
      await undo(page);
      await inDay(page, 'Concert de Noël', '2026-12-04').waitFor();
    });
  });

  it('refuses what is no agenda, says what to do, and keeps the one that stands', async () => {
    await hand(AGENDA);
    await onPlan('', async (page) => {
      await button(page, 'Agenda du centre').click();
      await choose(page, 'rien de bon');
      await dialog(page).getByRole('alert').filter({ hasText: 'n’est pas un agenda iCalendar' }).waitFor();
      await choose(page, AGENDA.replace('VERSION:2.0', `VERSION:2.0\r\n${event('x', 'DTSTART:20260101T100000Z', 'RRULE:FREQ=DAILY').join('\r\n').concat('\r\n').repeat(40).trim()}`));
      await dialog(page).getByRole('alert').filter({ hasText: 'trop rempli' }).waitFor();
    });
    expect((await standing())?.kept).toBe(10);
  });

  it('is not replaced over what somebody else imported meanwhile', async () => {
    await hand(AGENDA);
    await onPlan('', async (page) => {
      await button(page, 'Agenda du centre').click();
      await dialog(page).getByText('10 dates gardées').waitFor();
      await hand(calendar(CONCERT));
      await choose(page, calendar());
      await choose(page, calendar(timed('Bal masqué', '20261205T200000', '20261205T230000')));
      await dialog(page).getByRole('alert').waitFor();
      // What stands now is told before the eyes of who chooses again.
      await dialog(page).getByText('1 date gardée').waitFor();
    });
    expect((await standing())?.kept).toBe(1);
  });

  it('stands beside what is planned: by its hour, a few a day and the others for whoever asks', async () => {
    await hand(AGENDA);
    await addPost();
    await onPlan('', async (page) => {
      const wednesday = page.locator('[data-day="2026-11-25"]').getByRole('button');
      expect((await wednesday.evaluateAll((buttons) => buttons.map((one) => (one.querySelector('[aria-hidden]') === null ? one : one.querySelector('.visually-hidden'))?.textContent ?? null))).map(plain)).toEqual([
        'Vernissage, 12 h, Facebook, mercredi 25 novembre', '10 h 30 عرض للأطفال 🎪, agenda du centre, mercredi 25 novembre', '14 h Atelier gravure, agenda du centre, mercredi 25 novembre',
        '16 h Répétition, agenda du centre, mercredi 25 novembre', 'et 2 autres',
      ]);
      expect((await page.getByRole('list', { name: 'Se poursuivent' }).getByRole('button').allTextContents()).map(plain)).toEqual(['Exposition « Marées », jusqu’au 12 déc., agenda du centre, mardi 10 novembre']);
      await button(page.locator('[data-day="2026-11-25"]'), 'et 2 autres').click();
      await dialog(page).getByRole('button', { name: 'Ciné-club' }).click();
      await dialog(page).getByRole('heading', { name: 'Ciné-club' }).waitFor();
      expect(plain(await dialog(page).locator('.entry-view > p').first().textContent())).toBe('mercredi 25 novembre, de 20 h à 22 h 30');
    });
  });

  it('proposes a post a few days before an event, and remarks gently that there is none', async () => {
    await hand(calendar(CONCERT));
    await onPlan('', async (page) => {
      const remark = page.getByRole('list', { name: 'À remarquer' }).getByText('« Concert de Noël », vendredi 4 décembre : aucune publication n’est prévue.');
      await remark.waitFor();
      await inDay(page, 'Concert de Noël', '2026-12-04').click();
      await dialog(page).getByText('Grande salle').waitFor();
      await button(dialog(page), 'Planifier une publication pour cet événement').click();
      expect(await dialog(page).getByLabel('De quoi parlera-t-elle').inputValue()).toBe('Concert de Noël');
      expect(await dialog(page).getByLabel('Jour', { exact: true }).inputValue()).toBe('2026-12-01');
      await button(dialog(page), 'Prévoir').click();
      await inDay(page, 'Concert de Noël', '2026-12-01').waitFor();
      await remark.waitFor({ state: 'detached' });
      expect(await planned()).toEqual(['Concert de Noël 2026-12-01 18:00']);
    });
  });

  it('is left out on demand, kept in the address, and stays walked by arrows with what is planned', async () => {
    await hand(calendar(CONCERT));
    await addPost({ day: '2026-12-03' });
    await onPlan('', async (page) => {
      expect(await page.locator('.calendar [tabindex="0"]').count()).toBe(1);
      await inDay(page, 'Vernissage', '2026-12-03').focus();
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toContain('Concert de Noël');
      await page.keyboard.press('Enter');
      await dialog(page).getByRole('heading', { name: 'Concert de Noël' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Home');
      expect(await focused(page)).toContain('Vernissage');
      await page.getByLabel('Agenda du centre').click();
      await page.waitForURL('**/plan?agenda=masque');
      await inDay(page, 'Concert de Noël', '2026-12-04').waitFor({ state: 'detached' });
    });
    await onPlan('?agenda=masque&vue=liste', async (page) => {
      await page.locator('.calendar-list').getByRole('button', { name: /^Vernissage/u }).waitFor();
      expect(await page.locator('.agenda-event').count()).toBe(0);
      await page.getByLabel('Agenda du centre').click();
      await page.locator('.calendar-list').getByRole('button', { name: 'Concert de Noël' }).waitFor();
    });
  });

  it('leaves the calendar standing where it cannot be read, and is imported by the coordination alone', async () => {
    await hand(calendar(CONCERT));
    await addPost();
    await site.onPage({}, async (page, home) => {
      await page.route('**/plan/agenda**', (route) => route.abort());
      await visit(page, `${home}/plan`);
      await inDay(page, 'Vernissage', '2026-11-25').waitFor();
      const said = page.getByText('L’agenda du centre n’a pas pu être lu.');
      await said.waitFor();
      await page.unroute('**/plan/agenda**');
      await button(page, 'Réessayer').click();
      await inDay(page, 'Concert de Noël', '2026-12-04').waitFor();
      expect(await said.count()).toBe(0);
    });
    const visitor = await memberOfRole('reader', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/plan`);
      await inDay(page, 'Concert de Noël', '2026-12-04').click();
      await dialog(page).getByText('Grande salle').waitFor();
      expect(await button(dialog(page), 'Planifier une publication pour cet événement').count()).toBe(0);
      expect(await button(page, 'Agenda du centre').count()).toBe(0);
    });
  });
});

describe.skipIf(site.hasNoBrowser)('one week, hour by hour', () => {
  const cell = (page: Page, day: string, hour: number) => page.locator(`[data-day="${day}"][data-hour="${hour}"]`);

  it('is shown on demand, by weeks, and keeps its place in the address', async () => {
    await hand(AGENDA);
    await addPost({ time: '06:45' });
    await onPlan('', async (page) => {
      await button(page, 'Semaine').click();
      await page.getByRole('heading', { name: 'Une semaine' }).waitFor();
      await cell(page, '2026-11-25', 6).getByRole('button', { name: 'Vernissage' }).waitFor();
      await cell(page, '2026-11-25', 20).getByRole('button', { name: 'Ciné-club' }).waitFor();
      expect((await page.locator('.calendar-week thead th').allTextContents()).map(plain)).toEqual(['Heure', 'lundi 23 aujourd’hui', 'mardi 24', 'mercredi 25', 'jeudi 26', 'vendredi 27', 'samedi 28', 'dimanche 29']);
      expect((await page.locator('.calendar-week tbody th').allTextContents()).map(plain)).toEqual(['Journée', ...Array.from({ length: 16 }, (_, hour) => `${hour + 6} h`)]);
      await page.getByRole('row', { name: /^Journée/ }).getByRole('button', { name: 'Portes ouvertes' }).waitFor();
      await button(page, 'Une semaine plus tard').click();
      await cell(page, '2026-12-04', 20).getByRole('button', { name: 'Concert de Noël' }).waitFor();
      expect(new URL(page.url()).search).toBe('?vue=semaine&semaine=2026-11-30');
    });
  });

  it('moves what is dragged to another day and hour, and undoes it', async () => {
    await addPost({ time: '12:15' });
    await onPlan('?vue=semaine', async (page) => {
      await drag(page, cell(page, '2026-11-25', 12).getByRole('button'), cell(page, '2026-11-27', 17));
      await cell(page, '2026-11-27', 17).getByRole('button', { name: 'Vernissage' }).waitFor();
      await expect.poll(planned).toEqual(['Vernissage 2026-11-27 17:15']);
      await undo(page);
      await expect.poll(planned).toEqual(['Vernissage 2026-11-25 12:15']);
    });
  });

  it('is walked by arrows, and moves with Alt, arrows and Enter', async () => {
    await hand(calendar(timed('Ciné-club', '20261125T200000', '20261125T223000')));
    await addPost({ time: '12:15' });
    await addPost({ title: 'Affiche', day: '2026-11-27', time: '09:00' });
    await onPlan('?vue=semaine', async (page) => {
      await cell(page, '2026-11-25', 12).getByRole('button').focus();
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toContain('Ciné-club');
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toContain('Affiche');
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('status').filter({ hasText: 'jeudi 26 novembre à 10 h' }).waitFor();
      await page.keyboard.press('Enter');
      await cell(page, '2026-11-26', 10).getByRole('button', { name: 'Affiche' }).waitFor();
      await expect.poll(() => focused(page)).toContain('Affiche');
      expect(await planned()).toEqual(['Vernissage 2026-11-25 12:15', 'Affiche 2026-11-26 10:00']);
    });
  });

  it('is a list of seven days on a phone', async () => {
    await hand(AGENDA);
    await onPlan('?vue=semaine', async (page) => {
      await page.locator('.calendar-list').getByText('Portes ouvertes').waitFor();
      expect((await page.locator('.calendar-list > li > b').allTextContents()).map(plain)).toEqual(['mer. 25', 'sam. 28']);
      await button(page, 'Quatre semaines').click();
      await page.locator('.calendar-list').getByText('Concert de Noël').waitFor();
    }, { width: 360 });
  });

  it.each(looks)('has no fault, with the agenda and its dialogs: $width $theme', async (look) => {
    await hand(AGENDA);
    await addPost();
    for (const address of ['', '?vue=semaine']) {
      await onPlan(address, async (page) => {
        await page.locator('.agenda-event').first().waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await button(page, 'Agenda du centre').click();
        await dialog(page).getByText('10 dates gardées').waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Atelier gravure' }).first().click();
        await dialog(page).waitFor();
        expect(await faultsOf(page)).toEqual([]);
      }, look);
    }
  });
});
