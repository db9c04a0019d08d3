import type { FileHead, FileRecord } from './export-reader.js';
import { HeaderColumns } from './header-columns.js';

/** First record of a file that holds something. Null: there is none. */
export function firstRecord(head: FileHead): FileRecord | null {
  return head.records.find((record) => !isBlank(record)) ?? null;
}

/** The columns that the first record names. */
export function headerOf(head: FileHead): { columns: HeaderColumns; line: number } {
  const record = firstRecord(head);
  return { columns: new HeaderColumns(record?.cells ?? []), line: record?.line ?? 0 };
}

/** A record without any text: an empty line, or separators alone. */
export function isBlank(record: FileRecord): boolean {
  return record.cells.every((cell) => cell.trim() === '');
}
