import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../networks/core/export-reader.js';
import { FileRefused } from './file-refusal.js';
import { MAX_WORKBOOK_BYTES, readWorkbook } from './workbook.js';

async function* parts(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

async function readAll(bytes: Buffer): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  for await (const record of await readWorkbook(parts(bytes), bytes.length)) records.push(record);
  return records;
}

async function refusalOf(bytes: Buffer, fileBytes = bytes.length): Promise<string> {
  try {
    await readWorkbook(parts(bytes), fileBytes);
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal.reason;
    throw error;
  }
  return 'accepted';
}

function book(rows: unknown[][], type: 'xlsx' | 'xls' | 'ods' = 'xlsx'): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['Rapport de novembre']]), 'Notes');
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows, { cellDates: false }), 'Chiffres');
  return Buffer.from(write(workbook, { type: 'buffer', bookType: type }));
}

/** A zip archive of one entry; `declared` is what its directory says of the size once inflated. */
function zip(contents: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(contents);
  const local = Buffer.alloc(30 + 1);
  local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(declared, 22); local.writeUInt16LE(1, 26); local.write('a', 30);
  const entry = Buffer.alloc(46 + 1);
  entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(declared, 24); entry.writeUInt16LE(1, 28); entry.write('a', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(entry.length, 12); end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

describe('readWorkbook', () => {
  it.each(['xlsx', 'xls', 'ods'] as const)('reads the first sheet that holds a table (%s), identifiers intact', async (type) => {
    const records = await readAll(book([['id', 'portée'], ['122158000000012345', 66], ['00123', 1200]], type));
    expect(records.map((record) => record.cells.slice(0, 2))).toEqual([['id', 'portée'], ['122158000000012345', '66'], ['00123', '1200']]);
    expect(records[1]?.line).toBe(2);
  });

  it('prints a number beyond what spreadsheets keep in its short form, so that it is refused as an identifier', async () => {
    const records = await readAll(book([['id', 'n'], [Number('122158000000012345'), 1]]));
    expect(records[1]?.cells[0]).toMatch(/^1\.22158.*e\+17$/);
  });

  it('prints dates year first, and leaves out an hour that the cell does not hold', async () => {
    const workbook = utils.book_new();
    const sheet = utils.aoa_to_sheet([['a', 'b'], [1, 2]]);
    sheet['A2'] = { t: 'n', v: 46349.770833333336, z: 'dd/mm/yyyy hh:mm' };
    sheet['B2'] = { t: 'n', v: 46349, z: 'dd/mm/yyyy' };
    utils.book_append_sheet(workbook, sheet, 'x');
    const records = await readAll(Buffer.from(write(workbook, { type: 'buffer', bookType: 'xlsx' })));
    expect(records[1]?.cells).toEqual(['2026-11-23 18:30:00', '2026-11-23']); // 46349 days after 1899-12-30
  });

  it('never evaluates a formula: the stored value is read', async () => {
    const workbook = utils.book_new();
    const sheet = utils.aoa_to_sheet([['a', 'b'], [1, 2]]);
    sheet['A2'] = { t: 'n', f: '1+1', v: 7 };
    utils.book_append_sheet(workbook, sheet, 'x');
    const records = await readAll(Buffer.from(write(workbook, { type: 'buffer', bookType: 'xlsx' })));
    expect(records[1]?.cells[0]).toBe('7');
  });

  it('refuses an archive whose directory declares more than 200 MB, before inflating it', async () => {
    expect(await refusalOf(zip(Buffer.from('x'), 300 * 1024 * 1024))).toBe('workbook-bomb');
  });

  it('refuses an archive that inflates to more than its directory declares', async () => {
    expect(await refusalOf(zip(Buffer.alloc(50 * 1024 * 1024), 1_000))).toBe('workbook-bomb');
  });

  it('refuses an archive packed a thousand times smaller than its contents', async () => {
    expect(await refusalOf(zip(Buffer.alloc(50 * 1024 * 1024), 50 * 1024 * 1024))).toBe('workbook-bomb');
  });

  it.each([
    { what: 'too big a file', bytes: Buffer.from('PK\u0003\u0004'), size: MAX_WORKBOOK_BYTES + 1, reason: 'workbook-too-big' },
    { what: 'a zip that is cut', bytes: book([['a', 'b'], [1, 2]]).subarray(0, 3_000), size: 3_000, reason: 'workbook-unreadable' },
    { what: 'a zip that is no workbook', bytes: zip(Buffer.from('hello'), 5), size: 200, reason: 'workbook-unreadable' },
    { what: 'a workbook without a table', bytes: book([]), size: 5_000, reason: 'workbook-empty' },
  ])('refuses $what', async ({ bytes, size, reason }) => {
    expect(await refusalOf(bytes, size)).toBe(reason);
  });
});
