import type { ColumnMapping } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { fixture, openFile, postsOf, readRows, reasonsOf } from '../../../../test/support/exports.js';

const mapping = (columns: ColumnMapping['columns'], dateOrder: ColumnMapping['dateOrder'] = 'day-first'): ColumnMapping => ({ columns, timeZone: 'Europe/Brussels', dateOrder, newChannel: { network: 'newsletter', name: 'Lettre' } });
const dates = { published_at: 'Date', reach: 'Portée' };
const read = (lines: readonly string[], given = mapping(dates)) => readRows(['Date;Portée', ...lines, ''].join('\n'), { mapping: given, mappedNetwork: 'newsletter' });

describe('a file of another kind', () => {
  it('is shown with guesses, and the same header has the same fingerprint', async () => {
    const opened = await openFile(fixture('mapped-newsletter.csv'));
    expect(opened).toMatchObject({
      kind: 'needs-mapping', headerLine: 1,
      guesses: { post_id: 'ID campagne', text: 'Objet', published_at: 'Date d’envoi', followers: 'Distribués', reach: 'Ouvertures uniques', clicks: 'Clics uniques' },
    });
    const again = await openFile('ID  CAMPAGNE;Objet;Date d\'envoi;Distribués;Ouvertures uniques;Clics uniques\n1;x;01/02/2026 10:00;1;1;1\n');
    expect(again.kind === 'needs-mapping' && opened.kind === 'needs-mapping' && again.fingerprint === opened.fingerprint).toBe(true);
  });

  it('is read once its columns are known: decimal commas, parted thousands, the zone of the person', async () => {
    const opened = await openFile(fixture('mapped-newsletter.csv'));
    const columns = opened.kind === 'needs-mapping' ? opened.guesses : {};
    const rows = await readRows(fixture('mapped-newsletter.csv'), { mapping: mapping(columns), mappedNetwork: 'newsletter' });
    expect(postsOf(rows).map(({ reading }) => [reading.externalId, reading.publishedAt.toISOString(), reading.figures.followers, reading.figures.reach, reading.paid])).toEqual([
      ['101', '2026-01-05T17:30:00.000Z', 1190, 520, false],
      ['102', '2026-02-12T06:15:00.000Z', 1204, 498, false],
    ]);
    expect(reasonsOf(rows)).toEqual(['2 post guessed-windows-1252']);
  });

  it('asks again when a mapped column is gone', async () => {
    expect(await openFile(fixture('mapped-newsletter.csv'), { mapping: mapping(dates) })).toMatchObject({ kind: 'refused', reason: 'mapping-column-missing', column: 'Date' });
  });

  it.each([
    { date: '25/03/2026 18:30', order: 'day-first', expected: '2026-03-25T17:30:00.000Z' },
    { date: '03/25/2026 6:30 PM', order: 'month-first', expected: '2026-03-25T17:30:00.000Z' },
    { date: '2026-03-25 18:30', order: 'day-first', expected: '2026-03-25T17:30:00.000Z' }, // year first needs no order
    { date: '25 mars 2026 à 18h30', order: 'day-first', expected: '2026-03-25T17:30:00.000Z' },
    { date: 'mer. 25 mars 2026, 18:30', order: 'day-first', expected: '2026-03-25T17:30:00.000Z' },
    { date: 'Mar 25, 2026 18:30', order: 'day-first', expected: '2026-03-25T17:30:00.000Z' },
    { date: '2026-03-25T18:30:00+00:00', order: 'day-first', expected: '2026-03-25T18:30:00.000Z' }, // its own offset wins
    { date: '29/03/2026 02:30', order: 'day-first', expected: '2026-03-29T01:30:00.000Z' }, // skipped in Brussels: 03:30 in summer
  ] as const)('reads $date ($order)', async ({ date, order, expected }) => {
    const rows = await read([`${date};5`], mapping(dates, order));
    expect(postsOf(rows)[0]?.reading.publishedAt.toISOString()).toBe(expected);
  });

  it.each([
    { row: '25/03/2026;5', reason: 'time-missing' }, // an invented hour would falsify the hours
    { row: '03/25/2026 10:00;5', reason: 'mixed-date-orders' },
    { row: '31/02/2026 10:00;5', reason: 'date-impossible' },
    { row: 'bientôt;5', reason: 'date-unreadable' },
    { row: ';5', reason: 'value-missing' },
    { row: '25/03/2026 10:00;12,5', reason: 'not-whole' },
    { row: '25/03/2026 10:00;-3', reason: 'negative' },
    { row: '25/03/2026 10:00;5,6 %', reason: 'not-a-number' },
    { row: '25/03/2026 10:00;1,2E+05', reason: 'scientific-notation' },
    { row: '25/03/2027 10:00;5', reason: 'after-download' },
  ])('rejects $row', async ({ row, reason }) => {
    expect(reasonsOf(await read(['24/03/2026 10:00;1', row]))).toEqual([`3 rejected ${reason}`]);
  });

  it('gives a post without identifier the same one each time', async () => {
    const ids = async () => postsOf(await read(['25/03/2026 18:30;5', '26/03/2026 18:30;6'])).map(({ reading }) => reading.externalId);
    expect(await ids()).toEqual(await ids());
    expect(new Set(await ids()).size).toBe(2);
  });
});
