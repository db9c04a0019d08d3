import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { hasCode } from '../config/system-error.js';
import { ArchiveError } from './archive-error.js';
import { ARCHIVE_VERSION, archiveManifest, type ArchiveManifest, KEY_FILE, MANIFEST } from './archive-manifest.js';

/** What an archive without end would hold: enough for a thousand organisations, and small enough to be kept in memory. */
const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;
const MOST_KEY_BYTES = 4096;
/** How many times smaller than its contents an archive may be; tables of zeros reach a few hundred. Small ones are never a danger. */
const MOST_RATIO = 500;
const SMALL_BYTES = 64 * 1024 * 1024;

/** An archive that is read. Nothing of it is ever written to a path of its own choosing. */
export interface OpenedArchive {
  manifest: ArchiveManifest;
  /** Reads every file that the manifest tells of, once. @throws ArchiveError archive-damaged, archive-bomb */
  check: () => Promise<void>;
  /** Contents of a file that the manifest tells of. */
  stream: (path: string) => Promise<Readable>;
  /** The secret key that was put into it; null: none. */
  secretKey: () => Promise<string | null>;
  close: () => void;
}

/** @throws ArchiveError archive-unreadable, archive-not-ours, archive-damaged, archive-bomb, archive-newer */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const zip = await openZip(path);
  try {
    const entries = await listEntries(zip);
    const manifest = await readManifest(zip, entries);
    refuseBomb(zip, entries);
    return {
      manifest,
      check: () => checkFiles(zip, { entries, manifest }),
      stream: (file) => streamOf(zip, entries, file),
      secretKey: async () => (entries.has(KEY_FILE) ? (await readText(zip, { entries, path: KEY_FILE, most: MOST_KEY_BYTES })).trim() : null),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Entries = ReadonlyMap<string, Entry>;

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR')) throw new ArchiveError('archive-unreadable', { path }, { cause });
    throw damaged(basename(path), cause);
  }
}

async function listEntries(zip: ZipFile): Promise<Entries> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) keepEntry(entries, entry);
  } catch (cause) {
    throw damaged('zip', cause);
  }
  return entries;
}

function keepEntry(entries: Map<string, Entry>, entry: Entry): void {
  if (entries.has(entry.fileName) || entry.isEncrypted()) throw new Error(`two files named ${entry.fileName}, or a locked one`);
  entries.set(entry.fileName, entry);
}

async function readManifest(zip: ZipFile, entries: Entries): Promise<ArchiveManifest> {
  if (!entries.has(MANIFEST)) throw new ArchiveError('archive-not-ours');
  const text = await readText(zip, { entries, path: MANIFEST, most: MOST_MANIFEST_BYTES });
  const value = parseJson(text);
  if (isNewer(value)) throw new ArchiveError('archive-newer');
  const parsed = archiveManifest.safeParse(value);
  if (!parsed.success) throw damaged(MANIFEST, parsed.error);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ArchiveError('archive-not-ours', {}, { cause });
  }
}

function isNewer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && value.version > ARCHIVE_VERSION;
}

function refuseBomb({ fileSize }: ZipFile, entries: Entries): void {
  const inflated = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (inflated > SMALL_BYTES && inflated > fileSize * MOST_RATIO) throw new ArchiveError('archive-bomb');
}

async function checkFiles(zip: ZipFile, { entries, manifest }: { entries: Entries; manifest: ArchiveManifest }): Promise<void> {
  const files = manifest.parts.flatMap(({ tables }) => tables.flatMap(({ file }) => file ?? []));
  for (const file of files) await checkFile(zip, { entries, file });
}

async function checkFile(zip: ZipFile, { entries, file }: { entries: Entries; file: { path: string; bytes: number; sha256: string } }): Promise<void> {
  if (entries.get(file.path)?.uncompressedSize !== file.bytes) throw damaged(file.path);
  const hash = createHash('sha256');
  try {
    for await (const chunk of await streamOf(zip, entries, file.path)) hash.update(chunk);
  } catch (cause) {
    throw damaged(file.path, cause);
  }
  if (hash.digest('hex') !== file.sha256) throw damaged(file.path);
}

async function streamOf(zip: ZipFile, entries: Entries, path: string): Promise<Readable> {
  const entry = entries.get(path);
  if (entry === undefined) throw damaged(path);
  return zip.openReadStreamPromise(entry);
}

async function readText(zip: ZipFile, { entries, path, most }: { entries: Entries; path: string; most: number }): Promise<string> {
  if ((entries.get(path)?.uncompressedSize ?? 0) > most) throw new ArchiveError('archive-bomb');
  const parts: Buffer[] = [];
  try {
    for await (const chunk of await streamOf(zip, entries, path)) parts.push(chunk);
  } catch (cause) {
    throw damaged(path, cause);
  }
  return Buffer.concat(parts).toString('utf8');
}

function damaged(file: string, cause?: unknown): ArchiveError {
  return new ArchiveError('archive-damaged', { file }, { cause });
}
