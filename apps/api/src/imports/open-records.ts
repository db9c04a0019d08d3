import type { FileRecord, RowProblem } from '../networks/core/export-reader.js';
import { decodeText } from './decode-text.js';
import { FileRefused, refuse } from './file-refusal.js';
import { looksLike } from './looks-like.js';
import { readAhead } from './read-ahead.js';
import { sniffLayout } from './sniff-layout.js';
import { splitRecords } from './split-records.js';
import { readWorkbook } from './workbook.js';

/** How much of a file is looked at to know its encoding and its delimiter. */
const HEAD_BYTES = 65_536;

export interface OpenedRecords {
  records: AsyncIterable<FileRecord>;
  /** Remarks on the whole file, complete once the records are read to the end. */
  remarks: readonly RowProblem[];
}

/** A file as records, whether delimited text or workbook. @throws FileRefused, also while the records are read */
export async function openRecords(source: AsyncIterable<Buffer>, fileBytes: number): Promise<OpenedRecords> {
  let size = 0;
  const looked = await readAhead(source, (head) => (size += head.at(-1)?.length ?? 0) >= HEAD_BYTES);
  const kind = looksLike(Buffer.concat(looked.head));
  if (kind === 'zip' || kind === 'office') return { records: await readWorkbook(looked.all, fileBytes), remarks: [] };
  const decoded = decodeText(joinHead(looked.all, looked.head));
  let length = 0;
  const text = await readAhead(decoded.text, (head) => (length += head.at(-1)?.length ?? 0) >= HEAD_BYTES);
  const layout = sniffLayout(text.head.join(''));
  if (layout === null) throw new FileRefused(refuse(text.head.every((part) => part.trim() === '') ? 'empty-file' : 'not-a-table'));
  return { records: splitRecords(text.all, layout), remarks: decoded.remarks };
}

/** The parts looked at as one, so that a file handed over byte by byte is still seen as what it is. */
async function* joinHead(all: AsyncIterable<Buffer>, head: readonly Buffer[]): AsyncGenerator<Buffer> {
  let seen = 0;
  if (head.length > 0) yield Buffer.concat(head);
  for await (const chunk of all) {
    seen += 1;
    if (seen > head.length) yield chunk;
  }
}
