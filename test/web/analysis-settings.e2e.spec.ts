import type { AnalysisSettings } from '@portee/shared';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, type Look, looks, plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const CALENDAR = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Congé de détente', 'DTSTART;VALUE=DATE:20270222', 'DTEND;VALUE=DATE:20270306', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

const site = await openSite({ now: () => new Date('2026-11-29T10:00:00Z') });

function see(look: Look, check: (page: Page) => Promise<void>): Promise<void> {
  return site.onPage(look, async (page, home) => {
    await visit(page, `${home}/reglages`);
    await page.getByRole('heading', { name: 'Vacances scolaires' }).waitFor();
    await check(page);
  });
}

const stored = () => site.visitor.json<AnalysisSettings>('GET', `/api/v1/organisations/${site.visitor.slug}/insights/settings`);
const holidays = (page: Page) => page.getByRole('region', { name: 'Vacances scolaires' });
const rowOf = (page: Page, name: string) => holidays(page).getByRole('listitem').filter({ hasText: name });
const choose = (page: Page, contents: string) => page.locator('input[type=file]').setInputFiles({ name: 'ecole.ics', mimeType: 'text/calendar', buffer: Buffer.from(contents) });

describe.skipIf(site.hasNoBrowser)('school holidays, in the settings', () => {
  it('are added to those of Portée, taken away and put back', () =>
    see({}, async (page) => {
      await holidays(page).getByLabel('Nom').fill('Congé d’automne');
      await holidays(page).getByLabel('Du', { exact: true }).fill('2026-10-19');
      await holidays(page).getByLabel('Au (compris)').fill('2026-10-18');
      await page.getByRole('button', { name: 'Ajouter la période' }).click();
      await page.getByText('La seconde date vient avant la première.').waitFor();
      await holidays(page).getByLabel('Au (compris)').fill('2026-10-30');
      await page.getByRole('button', { name: 'Ajouter la période' }).click();
      expect(plain(await rowOf(page, 'Congé d’automne').locator('small').textContent())).toBe('du 19 octobre 2026 au 30 octobre 2026');
      expect((await stored()).holidays.periods).toHaveLength(9);
      await rowOf(page, 'Congé d’automne').getByRole('button').click();
      await rowOf(page, 'Congé d’automne').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Annuler' }).click();
      await rowOf(page, 'Congé d’automne').waitFor();
      await page.getByRole('button', { name: 'Revenir aux vacances de Portée' }).click();
      await rowOf(page, 'Congé d’automne').waitFor({ state: 'detached' });
      expect((await stored()).holidays.isDefault).toBe(true);
    }));

  it('come from a calendar, which is told what is wrong with it', () =>
    see({}, async (page) => {
      await choose(page, 'rien');
      await page.getByRole('alert').filter({ hasText: 'n’est pas un calendrier' }).waitFor();
      await choose(page, CALENDAR);
      await page.getByText('1 période est importée.').waitFor();
      expect(await holidays(page).getByRole('alert').count()).toBe(0);
      expect(plain(await rowOf(page, 'Congé de détente').locator('small').textContent())).toBe('du 22 février 2027 au 5 mars 2027');
      expect(plain(await rowOf(page, 'Vacances d’été').first().textContent())).toContain('proposée par Portée');
    }));
});

describe.skipIf(site.hasNoBrowser)('calls to share, in the settings', () => {
  it('are a phrase a line', () =>
    see({}, async (page) => {
      const field = page.getByLabel('Formules, une par ligne');
      expect((await field.inputValue()).split('\n')).toContain('faites tourner');
      await field.fill('Passe le mot\nrt');
      await page.getByRole('button', { name: 'Enregistrer les formules' }).click();
      await page.getByText(/À corriger.*rt/).waitFor();
      await field.fill('Passe le mot\n\n  Faites suivre ');
      await page.getByRole('button', { name: 'Enregistrer les formules' }).click();
      await page.getByText('Les formules sont enregistrées.').waitFor();
      expect((await stored()).shareCalls).toEqual({ isDefault: false, phrases: ['Passe le mot', 'Faites suivre'] });
      await page.getByRole('button', { name: 'Revenir aux formules de Portée' }).click();
      await page.getByText('Ce sont les formules de Portée.').waitFor();
      expect((await field.inputValue()).split('\n')).toContain('faites tourner');
    }));
});

describe.skipIf(site.hasNoBrowser)('the settings', () => {
  it.each(looks)('have no fault: $theme, $width pixels', (look) => see(look, async (page) => expect(await faultsOf(page)).toEqual([])));
});
