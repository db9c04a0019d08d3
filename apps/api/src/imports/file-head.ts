import type { FileHead, FileRecord } from '../networks/core/export-reader.js';
import { isBlank } from '../networks/core/file-header.js';
import { readAhead } from './read-ahead.js';

/** Records that recognition by content looks at. */
export const HEAD_RECORDS = 50;

/** The beginning of a file, and all its records: the line `sep=` that some programs put first is left out. */
export async function readFileHead(records: AsyncIterable<FileRecord>): Promise<{ head: FileHead; records: AsyncGenerator<FileRecord> }> {
  const looked = await readAhead(withoutSeparatorLine(records), (head) => head.length >= HEAD_RECORDS);
  return { head: { records: looked.head }, records: looked.all };
}

async function* withoutSeparatorLine(records: AsyncIterable<FileRecord>): AsyncGenerator<FileRecord> {
  for await (const record of records) {
    if (record.line === 1 && /^sep=.?$/.test(record.cells[0] ?? '') && isBlank({ line: 1, cells: record.cells.slice(1) })) continue;
    yield record;
  }
}
