import { parentPort, workerData } from 'node:worker_threads';
import { read, SSF, utils } from '@e965/xlsx';

/** Most rows and columns of a sheet that are read. */
const MAX_ROWS = 200_001;
const MAX_COLUMNS = 400;

/** Largest whole number a spreadsheet keeps exactly: identifiers beyond it have lost their last digits. */
const EXACT_DIGITS = 1e15;

/** Runs in a thread of its own, with bounded memory and time. Formulas are never evaluated: their stored values are read. */
function readRows(bytes: Uint8Array): string[][] {
  const book = read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellStyles: false, cellNF: true, cellText: false, sheetRows: MAX_ROWS, bookVBA: false });
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    const range = sheet?.['!ref'];
    if (sheet === undefined || range === undefined) continue;
    const cells = sheet['!data'] ?? [];
    const { s: start, e: end } = utils.decode_range(sheet['!fullref'] ?? range);
    if (end.r >= MAX_ROWS) throw new Error('too many rows');
    const width = Math.min(end.c + 1, start.c + MAX_COLUMNS);
    const rows = Array.from({ length: Math.min(end.r + 1, cells.length) }, (_empty, row) => Array.from({ length: width }, (_cell, column) => cellText(cells[row]?.[column])));
    if (rows.filter((row) => row.filter((text) => text.trim() !== '').length > 1).length > 1) return rows;
  }
  return [];
}

function cellText(cell: { t: string; v?: unknown; z?: unknown } | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === 'e' || cell.t === 'z') return '';
  if (typeof cell.v === 'string') return cell.v;
  if (typeof cell.v === 'boolean') return cell.v ? '1' : '0';
  if (typeof cell.v !== 'number') return '';
  if (typeof cell.z === 'string' && SSF.is_date(cell.z)) return dateText(cell.v);
  return numberText(cell.v);
}

/** Printed in its short form, a number that is too long is refused as an identifier further on. */
function numberText(value: number): string {
  return Math.abs(value) >= EXACT_DIGITS ? value.toExponential() : String(value);
}

/** Year, month and day first: no order to guess. Without a time of day when the cell holds a day alone. */
function dateText(serial: number): string {
  // Half a second, so that 18:30 stored as 0,770833 stays 18:30.
  const date = SSF.parse_date_code(serial + 0.5 / 86_400);
  if (date === null) return String(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
  return Number.isInteger(serial) ? day : `${day} ${two(date.H)}:${two(date.M)}:${two(Math.floor(date.S))}`;
}

try {
  parentPort?.postMessage({ rows: readRows(workerData) });
} catch (error) {
  parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
}
