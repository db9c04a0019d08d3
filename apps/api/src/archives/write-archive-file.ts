import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { hasCode } from '../config/system-error.js';
import { ArchiveError } from './archive-error.js';
import type { ArchiveManifest } from './archive-manifest.js';
import { ArchiveWriter } from './archive-writer.js';
import { openArchive } from './open-archive.js';

/** For its owner's eyes alone. */
const MODE = 0o600;

/**
 * Writes an archive beside its place, reads it back, and puts it there when it is whole: what was cut short leaves no file under that name.
 * @throws ArchiveError archive-exists, archive-unwritable
 */
export async function writeArchiveFile(path: string, writtenAt: Date, write: (archive: ArchiveWriter) => Promise<ArchiveManifest>): Promise<ArchiveManifest> {
  await refuseExisting(path);
  const draft = `${path}.part`;
  const archive = new ArchiveWriter(writtenAt);
  try {
    const [manifest] = await Promise.all([
      write(archive).catch((error: unknown) => {
        archive.fail(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }),
      pipeline(archive.output, createWriteStream(draft, { mode: MODE, flush: true })).catch((cause: unknown) => {
        throw hasCode(cause, 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOSPC', 'EDQUOT') ? new ArchiveError('archive-unwritable', { path }, { cause }) : cause;
      }),
    ]);
    const readBack = await openArchive(draft);
    await readBack.check().finally(() => readBack.close());
    await rename(draft, path);
    return manifest;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await stat(path).then(() => true, (error: unknown) => !hasCode(error, 'ENOENT', 'ENOTDIR'));
  if (isThere) throw new ArchiveError('archive-exists', { path });
}
