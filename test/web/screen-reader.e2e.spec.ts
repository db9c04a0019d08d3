import type { PlanCalendar } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { accessibilityTree, type Heard } from '../support/accessibility-tree.js';
import { plain, visit } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

const site = await openSite({ hasDemonstration: true });
const HOME = '/o/demonstration';
const named = (heard: Heard[], role: string): string[] => heard.filter((one) => one.role === role).map(({ name }) => name);

describe.skipIf(site.hasNoBrowser)('who hears the page', () => {
  it.each(['', '/rapport', '/canaux', '/partages', '/jours-et-heures', '/publications', '/plan'])('is told each drawing in a sentence with its figures, or not at all: %s', async (path) => {
    await site.onPage({}, async (page) => {
      await visit(page, HOME + path);
      const drawings = named(await accessibilityTree(page), 'image');
      expect(drawings.filter((name) => !/\d|non mesurable/u.test(name) || name.length < 20)).toEqual([]);
    });
  });

  it('walks the calendar as a table of days, where each entry says what, when, where, on which day and what became of it', async () => {
    await site.onPage({}, async (page) => {
      await visit(page, `${HOME}/plan`);
      await expect.poll(async () => named(await accessibilityTree(page), 'button')).toContain('#UnLivreUnSoir, 18 h 30, Facebook, mercredi 18 novembre, publié');
      const heard = await accessibilityTree(page);
      expect(named(heard, 'table')).toEqual(['Du 16 novembre 2026 au 13 décembre 2026']);
      expect(named(heard, 'columnheader')).toEqual(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']);
      expect(named(heard, 'cell')).toHaveLength(28);
      expect(named(heard, 'cell')).toContain('lundi 23 novembre aujourd’hui');
      const { entries } = await site.visitor.json<PlanCalendar>('GET', '/api/v1/organisations/demonstration/plan/calendar?from=2026-11-16&to=2026-12-13');
      const buttons = named(heard, 'button');
      for (const { title, time, day } of entries) {
        const [hours, minutes] = time.split(':').map(Number);
        const when = `${String(hours)} h${minutes === 0 ? '' : ` ${String(minutes).padStart(2, '0')}`}`;
        expect(buttons.filter((name) => name.startsWith(`${plain(title)}, ${when}, `) && name.includes(` ${String(Number(day.slice(8))).replace(/^1$/u, '1er')} `))).not.toEqual([]);
      }
    });
  });

  it('hears of an hour of the week which hour it is', async () => {
    await site.onPage({}, async (page) => {
      await visit(page, `${HOME}/plan?semaine=2026-11-23&vue=semaine`);
      const heard = await accessibilityTree(page);
      expect(named(heard, 'rowheader')).toEqual(expect.arrayContaining(['10 h', '18 h']));
      expect(named(heard, 'columnheader').slice(1)).toEqual(['lundi 23 aujourd’hui', 'mardi 24', 'mercredi 25', 'jeudi 26', 'vendredi 27', 'samedi 28', 'dimanche 29']);
    });
  });
});
