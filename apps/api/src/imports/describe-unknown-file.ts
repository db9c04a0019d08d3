import { createHash } from 'node:crypto';
import type { FileHead, FileRecord } from '../networks/core/export-reader.js';
import { isBlank } from '../networks/core/file-header.js';
import { normaliseLabel } from '../networks/core/header-columns.js';
import { type ColumnGuesses, guessColumns } from './guess-columns.js';

/** Rows shown to the person who says what the columns mean. */
const PREVIEW_ROWS = 10;
/** Longest cell shown there. */
const PREVIEW_SIGNS = 200;

/** What a person needs to say what the columns of a file mean. */
export interface UnknownFile {
  preview: { headers: string[]; rows: string[][] };
  guesses: ColumnGuesses;
  /** Of the header, by which an answer given once is remembered. */
  fingerprint: string;
  headerLine: number;
}

/** The header of an unknown file, its first rows, and what its columns may mean. */
export function describeUnknownFile(head: FileHead): UnknownFile {
  const records = head.records.filter((record) => !isBlank(record));
  const header = findHeader(records);
  const headers = nameColumns(header?.cells ?? []);
  const rows = records
    .filter((record) => record.line > (header?.line ?? 0))
    .slice(0, PREVIEW_ROWS)
    .map((record) => headers.map((_header, position) => (record.cells[position] ?? '').slice(0, PREVIEW_SIGNS).toWellFormed().replaceAll('\u0000', '')));
  return { preview: { headers, rows }, guesses: guessColumns(headers, rows), fingerprint: fingerprintOf(headers), headerLine: header?.line ?? 0 };
}

/** Titles and notes above a table have fewer cells: the header is the first record about as wide as the widest. */
function findHeader(records: readonly FileRecord[]): FileRecord | undefined {
  const widths = records.map((record) => record.cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...widths);
  return records.find((_record, position) => (widths[position] ?? 0) >= Math.min(widest, Math.max(2, Math.ceil(widest * 0.6))));
}

/** Every column has a name of its own: a person chooses by it. */
function nameColumns(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, position) => {
    const name = cell.replace(/\s+/gu, ' ').trim().slice(0, 120).toWellFormed().replaceAll('\u0000', '') || `${position + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The same file downloaded next month has the same fingerprint; capitals and kinds of space do not count. */
function fingerprintOf(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(normaliseLabel).join('\n')).digest('hex').slice(0, 32);
}
