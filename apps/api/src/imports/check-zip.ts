import { once } from 'node:events';
import { createInflateRaw } from 'node:zlib';
import { FileRefused, refuse } from './file-refusal.js';

/** Most bytes a workbook may take once inflated: two hundred thousand rows take about a hundred million. */
const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
/** How many times smaller than its contents an entry may be: tables of zeros reach a few hundred. */
const MAX_RATIO = 1_000;
/** Entries under this size are never a danger, however well they are packed. */
const SMALL_BYTES = 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  packed: number;
  inflated: number;
  method: number;
  dataAt: number;
}

/**
 * Makes sure that a zip archive stays within bounds once opened: first by what its directory declares, before a byte is
 * inflated; then by inflating each entry with a bound, for a directory may lie.
 * @throws FileRefused workbook-bomb or workbook-unreadable
 */
export async function checkZip(bytes: Buffer): Promise<void> {
  const entries = readDirectory(bytes);
  const total = entries.reduce((sum, entry) => sum + entry.inflated, 0);
  const isBomb = total > MAX_INFLATED_BYTES || entries.some((entry) => entry.inflated > SMALL_BYTES && entry.inflated > entry.packed * MAX_RATIO);
  if (isBomb) throw new FileRefused(refuse('workbook-bomb'));
  for (const entry of entries) await checkInflated(bytes, entry);
}

function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  // 0xffff announces the wide form of the format, which no spreadsheet of ours needs.
  if (count > MAX_ENTRIES) throw new FileRefused(refuse('workbook-bomb'));
  const entries: ZipEntry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw unreadable();
    entries.push(readEntry(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number): ZipEntry {
  const local = bytes.readUInt32LE(at + 42);
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw unreadable();
  const entry = {
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    inflated: bytes.readUInt32LE(at + 24),
    dataAt: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
  };
  const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (isLocked) throw new FileRefused(refuse('workbook-locked'));
  // The size said beside the data must be the directory's, or be left to it (bit 3).
  const isLeftToDirectory = (bytes.readUInt16LE(local + 6) & 8) !== 0;
  if (!isLeftToDirectory && bytes.readUInt32LE(local + 22) !== entry.inflated) throw new FileRefused(refuse('workbook-bomb'));
  return entry;
}

async function checkInflated(bytes: Buffer, entry: ZipEntry): Promise<void> {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packed);
  if (entry.method === STORED) {
    if (entry.inflated !== packed.length) throw unreadable();
    return;
  }
  if (entry.method !== DEFLATED) throw unreadable();
  const size = await inflatedSize(packed, entry.inflated);
  if (size > entry.inflated) throw new FileRefused(refuse('workbook-bomb'));
}

/** Inflated size in bytes; stops counting just beyond the limit. */
async function inflatedSize(packed: Buffer, limit: number): Promise<number> {
  const inflate = createInflateRaw();
  let size = 0;
  inflate.on('data', (part: Buffer) => {
    size += part.length;
    if (size > limit) inflate.destroy();
  });
  inflate.end(packed);
  try {
    await once(inflate, 'close');
  } catch (cause) {
    throw unreadable(cause);
  }
  return size;
}

function unreadable(cause?: unknown): FileRefused {
  return new FileRefused(refuse('workbook-unreadable'), { cause });
}
