import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownCsv } from './shown-csv.js';

describe('a table as it is shown, as CSV', () => {
  it('gives what stands under a figure a column of its own, only where there is any', () => {
    expect(shownCsv(['Canal', 'Abonnés', 'Portée'], [[['Facebook'], ['2\u202F840', '+34 en un mois'], ['5,6']], [['Instagram'], ['\u221212'], ['—']]], 'précisions')).toBe(
      '"Canal","Abonnés","Abonnés (précisions)","Portée"\r\n"Facebook","2840","\'+34 en un mois","5,6"\r\n"Instagram","-12","","—"',
    );
  });

  it('has as many cells in each line as in its first, whatever the cells', () => {
    const anyWords = fc.array(fc.string({ unit: fc.constantFrom('a', '1', '\u202F', ' ', '\u2212', ',') }), { maxLength: 4 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }).chain((width) => fc.tuple(fc.array(fc.constant('t'), { minLength: width, maxLength: width }), fc.array(fc.array(anyWords, { minLength: width, maxLength: width }), { maxLength: 6 }))), ([titles, rows]) => {
      const lines = shownCsv(titles, rows, 'd').split('\r\n').map((line) => (line.match(/"(?:[^"]|"")*"/gu) ?? []).length);
      expect(new Set(lines).size).toBe(1);
      expect(lines).toHaveLength(rows.length + 1);
    }));
  });
});
