import type { importFormats } from '@portee/shared';
import type { ChannelReading, PostReading } from './readings.js';

export type ImportFormat = (typeof importFormats)[number];

/** The channel a row speaks of, as the file names it. */
export interface FileChannel {
  network: string;
  /** The network's identifier of the page or account; null when the file has none. */
  externalId: string | null;
  name: string | null;
}

/** Where and why; the sentence is made from reason and params in the reader's catalogue of import problems. */
export interface RowProblem {
  column: string | null;
  reason: string;
  params: Readonly<Record<string, string | number>>;
}

/** One record of a delimited file: its first line (from 1, header included) and its cells as text. */
export interface FileRecord {
  line: number;
  cells: readonly string[];
}

/** What a row turned out to be. `remarks` are kept rows with something worth telling. */
export type ExportRow =
  | { kind: 'post'; line: number; channel: FileChannel; reading: PostReading; remarks: readonly RowProblem[] }
  | { kind: 'channel-day'; line: number; channel: FileChannel; reading: ChannelReading; remarks: readonly RowProblem[] }
  | { kind: 'rejected'; line: number; problem: RowProblem }
  | { kind: 'skipped'; line: number; remarks?: readonly RowProblem[] };

/** The beginning of a file, decoded and split: what recognition by content looks at. */
export interface FileHead {
  records: readonly FileRecord[];
}

/** What a person answered about the file, and what the channel is known to be. */
export interface ReadingContext {
  /** Zone in which hours without offset are to be read, when the format does not fix it itself. */
  fileTimeZone: string;
  /** Channel the person chose before sending, when any. */
  chosen: FileChannel | null;
  /** Instant of download: nothing may be published or observed after it. */
  observedAt: Date;
}

/** Turns records into readings, one at a time, in constant memory. Never throws on content. */
export interface RowReader {
  read(record: FileRecord): readonly ExportRow[];
}

/** One kind of export file. */
export interface ExportReader {
  readonly format: ImportFormat;
  /** Zone the format writes its hours in; null: offset in the file, or asked from the person. */
  readonly fileTimeZone: string | null;
  /** By content, never by name. */
  recognises(head: FileHead): boolean;
  open(head: FileHead, context: ReadingContext): RowReader;
}
