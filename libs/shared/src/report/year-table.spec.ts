import { describe, expect, it } from 'vitest';
import { emptyReport, sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { reportWords } from './report-words.js';
import { yearTable } from './year-table.js';

const words = reportWords('fr');

describe('yearTable', () => {
  it('says each set of posts with its number, and a dash under five', () => {
    const table = yearTable(sampleReport(), words);
    expect(table?.rows.map(({ name, posts, figure }) => [name, posts, figure])).toEqual([
      ['Toutes', '69', '6,1'],
      ['Non sponsorisées', '66', '5,9'],
      ['Sponsorisées', '3', '—'],
    ]);
  });

  it('does not call twelve months what a change of definition has shortened', () => {
    const report = sampleReport();
    expect(yearTable(report, words)?.title).toBe('Facebook depuis le 15 juin 2026');
    expect(yearTable({ ...report, year: report.year && { ...report.year, since: '2025-11-01' } }, words)?.title).toBe('Facebook sur douze mois');
  });

  it('leaves out what the network never tells', () => {
    expect(yearTable(sampleReport(), words)?.rows.map(({ key }) => key)).not.toContain('followersReached');
  });

  it('is not there for a centre without posts', () => {
    expect(yearTable(emptyReport(), words)).toBeNull();
  });
});
