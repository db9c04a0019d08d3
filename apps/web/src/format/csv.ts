/** A figure with its sign runs nothing. */
const SIGNED_FIGURE = /^[-+]\d+(\.\d+)?$/u;

/**
 * A table as CSV for a spreadsheet: commas, every cell quoted. A cell that a spreadsheet would run as a formula is held back by
 * an apostrophe: texts quoted from files may begin with one.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(writeCell).join(',')).join('\r\n');
}

function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !SIGNED_FIGURE.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
