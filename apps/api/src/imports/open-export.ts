import type { ColumnMapping } from '@portee/shared';
import type { ExportReader, ExportRow, FileChannel, FileHead, FileRecord, ImportFormat, ReadingContext, RowProblem } from '../networks/core/export-reader.js';
import { chartRefusal, metaPerDayExport } from '../networks/core/meta-per-day.js';
import { FileRefused, type Refusal, refuse } from './file-refusal.js';
import { DuplicateFinder } from './find-duplicates.js';
import { describeUnknownFile, type UnknownFile } from './describe-unknown-file.js';
import { mappedExport } from './mapped.reader.js';
import { readFileHead } from './file-head.js';
import { recogniseFile } from './recognise-file.js';
import { openRecords } from './open-records.js';
import { SourceTap } from './source-tap.js';

/** What is known of a file before it is opened. */
export interface OpenOptions {
  /** Instant of download: nothing may be published or observed after it. */
  observedAt: Date;
  /** Size of the file in bytes. */
  fileBytes: number;
  /** Channel the person chose before sending, when any. */
  chosen: FileChannel | null;
  /** Zone the person says hours without offset are in; null: not said, the mapping's then. */
  fileTimeZone: string | null;
  /** What the columns of an unknown file mean; null: not said yet. */
  mapping: ColumnMapping | null;
  /** Network of the mapping's channel. */
  mappedNetwork: string | null;
}

/**
 * A file that can be read, one that needs a person's mapping, or one that is refused with the reason. While `rows` are
 * read, `FileRefused` may still be thrown: then nothing of the file may be kept.
 */
export type OpenedExport =
  | {
      kind: 'readable';
      format: ImportFormat;
      /** Zone in which the file's own hours are read; null: its hours carry their offset. */
      fileTimeZone: string | null;
      /** Each row once, in the order of the file. */
      rows: AsyncIterable<ExportRow>;
      /** Bytes of the file read so far. */
      bytesRead(): number;
    }
  | ({ kind: 'needs-mapping' } & UnknownFile)
  | ({ kind: 'refused' } & Refusal);

/** The one entry for files: decodes, recognises by content and reads in constant memory. Never throws on content. */
export async function openExport(source: AsyncIterable<Buffer>, options: OpenOptions): Promise<OpenedExport> {
  const tap = new SourceTap(source);
  let opened: OpenedExport | null = null;
  try {
    opened = await open(tap, options);
    return opened;
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', ...error.refusal };
    throw error;
  } finally {
    if (opened?.kind !== 'readable') await tap.close();
  }
}

async function open(tap: SourceTap, options: OpenOptions): Promise<OpenedExport> {
  const opened = await openRecords(tap, options.fileBytes);
  const { head, records } = await readFileHead(opened.records);
  const answer = decide(head, options);
  if (!('reader' in answer)) return answer;
  const { reader } = answer;
  const fileTimeZone = reader.fileTimeZone;
  const context: ReadingContext = { fileTimeZone: fileTimeZone ?? options.fileTimeZone ?? options.mapping?.timeZone ?? 'UTC', chosen: options.chosen, observedAt: options.observedAt };
  const rows = readRows(records, { reader, head, context, remarks: opened.remarks, tap });
  return { kind: 'readable', format: reader.format, fileTimeZone: reader.format === 'mapped' ? context.fileTimeZone : fileTimeZone, rows, bytesRead: () => tap.bytesRead };
}

function decide(head: FileHead, options: OpenOptions): { reader: ExportReader } | Exclude<OpenedExport, { kind: 'readable' }> {
  const recognition = recogniseFile(head);
  if (recognition.kind === 'refused') return { kind: 'refused', ...recognition.refusal };
  if (recognition.kind === 'known') {
    const refusal = recognition.reader === metaPerDayExport ? chartRefusal(head, options.chosen) : null;
    return refusal === null ? { reader: recognition.reader } : { kind: 'refused', ...refusal };
  }
  const unknown = describeUnknownFile(head);
  if (options.mapping === null) return { kind: 'needs-mapping', ...unknown };
  const missing = Object.values(options.mapping.columns).find((column) => !unknown.preview.headers.includes(column));
  if (missing !== undefined) return { kind: 'refused', ...refuse('mapping-column-missing', { column: missing }, { line: unknown.headerLine, column: missing }) };
  return { reader: mappedExport(options.mapping, { headerLine: unknown.headerLine, network: options.mappedNetwork }) };
}

async function* readRows(records: AsyncIterable<FileRecord>, work: { reader: ExportReader; head: FileHead; context: ReadingContext; remarks: readonly RowProblem[]; tap: SourceTap }): AsyncGenerator<ExportRow> {
  const reader = work.reader.open(work.head, work.context);
  const duplicates = new DuplicateFinder();
  const remarks = new FileRemarks(work.remarks);
  const read = (record: FileRecord) => reader.read(record).map((row) => remarks.tell(duplicates.check(row)));
  try {
    for await (const record of records) yield* read(record);
  } finally {
    await work.tap.close();
  }
}

/** What was noticed about the whole file is told with the first row kept after it was noticed. */
class FileRemarks {
  private told = 0;

  constructor(private readonly noticed: readonly RowProblem[]) {}

  tell(row: ExportRow): ExportRow {
    const isKept = row.kind === 'post' || row.kind === 'channel-day';
    if (!isKept || this.told === this.noticed.length) return row;
    const news = this.noticed.slice(this.told);
    this.told = this.noticed.length;
    return { ...row, remarks: [...news, ...row.remarks] };
  }
}
