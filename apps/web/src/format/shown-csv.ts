import { writeCsv } from './csv.js';

/** A cell as it is shown: what it says first, and what stands under it in small. */
type ShownCell = readonly string[];

/**
 * A table as it is shown, for a spreadsheet: figures keep their decimal sign and lose the spaces of their thousands. What
 * stands under a figure goes to a column of its own, named after both, where a column has any.
 * @param details  « précisions »
 */
export function shownCsv(titles: readonly string[], rows: readonly (readonly ShownCell[])[], details: string): string {
  const hasDetails = titles.map((_, place) => rows.some((row) => (row[place]?.length ?? 0) > 1));
  const spread = <Cell>(cells: readonly Cell[], write: (cell: Cell) => [string, string]): string[] => cells.flatMap((cell, place) => write(cell).slice(0, hasDetails[place] === true ? 2 : 1));
  return writeCsv([
    spread(titles.map(plainFigure), (title) => [title, `${title} (${details})`]),
    ...rows.map((row) => spread(row, ([main = '', ...rest]) => [plainFigure(main), rest.map(plainFigure).join('; ')])),
  ]);
}

/** « 2 840 » is 2840 for a spreadsheet, and « −12 » a number. */
function plainFigure(text: string): string {
  return text.replaceAll(/(?<=\d)[\u00A0\u202F](?=\d{3}(?!\d))/gu, '').replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll(/\u2212(?=\d)/gu, '-').trim();
}
