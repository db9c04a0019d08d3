import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileRecord } from '../networks/core/export-reader.js';
import { FileRefused, refuse } from './file-refusal.js';
import type { Layout } from './sniff-layout.js';

/** Longest record accepted, in bytes: a post with its figures takes a few thousand. */
export const MAX_RECORD_BYTES = 1_048_576;

/**
 * Splits a delimited text into records. Quotation marks inside a cell are taken as they are, rows may be shorter or
 * longer than the header, an empty line gives a record with one empty cell so that lines count right.
 * @param text  with single line ends
 * @throws FileRefused while reading: a quotation mark never closed, a line beyond all measure
 */
export function splitRecords(text: AsyncIterable<string>, layout: Layout): AsyncGenerator<FileRecord> {
  if (!layout.isWrapped) return splitLines(text, layout.delimiter);
  // Each line was put between quotation marks as a whole: what is inside is the file.
  return splitLines(unwrap(splitLines(text, layout.delimiter)), layout.delimiter);
}

async function* splitLines(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<FileRecord> {
  const lines = new LineCount();
  const parser = parse({
    delimiter, record_delimiter: '\n', relax_quotes: true, relax_column_count: true, max_record_size: MAX_RECORD_BYTES, raw: true,
    on_record: (cells, { lines: lastLine }) => {
      lines.endRecord(lastLine);
      return cells;
    },
  });
  const source = Readable.from(text);
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const split of parser) yield checkedRecord(lines.take(), split);
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, lines.next) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** First lines of the records split but not yet taken, and of the one being split. */
class LineCount {
  next = 1;
  private readonly starts: number[] = [];

  endRecord(lastLine: number): void {
    this.starts.push(this.next);
    this.next = lastLine + 1;
  }

  take(): number {
    return this.starts.shift() ?? 0;
  }
}

/** What csv-parse gives is cells with the text they were split from, though its stream has no type. */
function checkedRecord(line: number, split: unknown): FileRecord {
  if (typeof split !== 'object' || split === null || !('record' in split) || !('raw' in split)) throw new TypeError('csv-parse gave no record');
  const { record: cells, raw } = split;
  if (!Array.isArray(cells) || typeof raw !== 'string') throw new TypeError('csv-parse gave no cells');
  const record: FileRecord = { line, cells };
  if (swallowsLines(record, raw)) throw new FileRefused(refuse('quote-not-closed', { line }, { line }));
  return record;
}

/**
 * A cell that begins with a quotation mark of its own and runs over lines was never closed, and has swallowed the rows
 * up to the next mark; unless that first mark was written doubled, as it should be.
 */
function swallowsLines({ cells }: FileRecord, raw: string): boolean {
  return cells.some((cell) => cell.startsWith('"') && cell.includes('\n')) && !raw.includes('"""');
}

function refusalOf(error: CsvError, line: number): FileRefused {
  const reason = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'line-too-long';
  return new FileRefused(refuse(reason, { line }, { line }), { cause: error });
}

async function* unwrap(records: AsyncIterable<FileRecord>): AsyncGenerator<string> {
  for await (const record of records) yield `${record.cells.join(',')}\n`;
}
