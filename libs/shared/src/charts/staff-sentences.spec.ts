import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { toStaffInput, type StaffInput } from './staff-input.js';
import { staffRemarks, staffSummary, staffTitle } from './staff-sentences.js';
import { staffCsv, staffTable } from './staff-table.js';
import { staffWords } from './staff-words.js';

const words = staffWords('fr');
const report = sampleReport();
const [facebook, instagram, , youtube] = report.channels.map((channel, index) => toStaffInput(channel, index === 0 ? report.notes : [], report.month));

describe('the title of twelve months', () => {
  it('says the range since the last seam, and that it is too early for a trend', () => {
    expect(plain(staffTitle(given(facebook), words))).toBe('Entre 5 et 7 pour 100 depuis juin, trop tôt pour parler de tendance');
  });

  it('claims no trend from six months on either: it says where the months lie', () => {
    expect(plain(staffTitle(given(instagram), words))).toBe('Entre 12 et 17 pour 100 depuis novembre 2025');
  });

  it('says so when there is no figure at all', () => {
    expect(plain(staffTitle(given(youtube), words))).toBe('Pas encore assez de publications pour un chiffre du mois');
  });

  it('never says zero people', () => {
    const parts = given(instagram).parts.map((part) => ({ ...part, usual: { ...part.usual, median: 0.002 } }));
    expect(plain(staffTitle({ ...given(instagram), parts }, words))).toBe('Moins de 1 pour 100 depuis novembre 2025');
  });
});

describe('twelve months read aloud', () => {
  it('tell what is measured, the latest figure, the range, the seam and the gap', () => {
    const summary = plain(staffSummary(given(facebook), words));
    expect(summary).toContain('Facebook, personnes touchées pour 100 abonnés, mois par mois, de novembre 2025 à octobre 2026.');
    expect(summary).toContain('Dernier chiffre\u202F: 6 pour 100 en octobre 2026, sur 21 publications.');
    expect(summary).toContain('Le 15 juin 2026, Facebook a changé sa façon de compter');
    expect(summary).toContain('Non mesuré\u202F: mars 2026.');
  });

  it('name a long gap by its ends', () => {
    expect(staffRemarks(given(youtube), words).map(plain)).toEqual(['Non mesuré\u202F: de novembre 2025 à octobre 2026.']);
  });

  it('speak English as completely', () => {
    expect(plain(staffSummary(given(facebook), staffWords('en')))).toContain('Latest figure: 6 in 100 in October 2026, over 21 posts.');
  });
});

describe('twelve months as a table', () => {
  const { columns, rows } = staffTable(given(facebook), words);

  it('have a line for each month, two for the month cut by a seam', () => {
    expect(rows).toHaveLength(13);
    expect(rows.map(([month = '']) => plain(month))).toContain('juin 2026, jusqu’au 14 juin');
    expect(rows.map(([month = '']) => plain(month))).toContain('juin 2026, à partir du 15 juin');
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  it('show an unmeasured month as a dash with its reason', () => {
    expect(rows.find(([month = '']) => plain(month) === 'mars 2026')).toEqual(['mars 2026', '—', '—', '—', '0', 'non mesuré']);
  });

  it('leave unknown cells of the spreadsheet empty, and write decimal points', () => {
    const lines = staffCsv(given(facebook), words).split('\r\n');
    expect(lines).toContain('2026-03,,,,0,non mesuré');
    expect(lines.at(-1)).toMatch(/^2026-10,5\.62,\d\.\d\d,\d\.\d\d,21,$/);
  });
});

/** Figures hold to their noun by a no-break space: not what these rules are about. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

function given(input: StaffInput | undefined): StaffInput {
  if (input === undefined) throw new Error('the sample has four channels');
  return input;
}
