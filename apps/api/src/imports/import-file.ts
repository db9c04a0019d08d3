import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { TenantTransaction } from '../database/tenant-transaction.js';
import { ImportError } from './import-error.js';

export const MEGABYTE = 1024 * 1024;
const CHUNK_BYTES = MEGABYTE;

/** Names one import of one organisation. */
export interface ImportKey {
  organisationId: string;
  id: string;
}

/**
 * Keeps a file's bytes in the database, in pieces, as they arrive: state lives in Postgres alone, and an
 * upload cut in the middle leaves nothing behind.
 * @throws ImportError file-too-large  past the limit, in bytes
 */
export async function keepFile(manager: EntityManager, key: ImportKey, file: { bytes: AsyncIterable<Uint8Array>; limit: number }): Promise<{ size: number; sha256: Buffer }> {
  const hash = createHash('sha256');
  let size = 0;
  let number = 0;
  for await (const piece of pieces(file.bytes)) {
    size += piece.length;
    if (size > file.limit) throw new ImportError('file-too-large', { limit: Math.floor(file.limit / MEGABYTE) });
    hash.update(piece);
    number += 1;
    await manager.query('INSERT INTO import_chunk (organisation_id, import_id, number, bytes) VALUES ($1, $2, $3, $4)', [key.organisationId, key.id, number, piece]);
  }
  return { size, sha256: hash.digest() };
}

/** An upload that ends before it is whole. */
async function* untilCut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (cause) {
    throw new ImportError('upload-cut', {}, { cause });
  }
}

async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const part of untilCut(bytes)) {
    waiting.push(part);
    size += part.length;
    if (size < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** The bytes of a kept file, a piece at a time, each in a short transaction of its own. */
export async function* readFile(transaction: TenantTransaction, key: ImportKey): AsyncGenerator<Buffer> {
  for (let number = 1; ; number += 1) {
    const piece = await transaction.run(key.organisationId, async (manager) => {
      const [row] = await manager.query<{ bytes: Buffer }[]>('SELECT bytes FROM import_chunk WHERE organisation_id = $1 AND import_id = $2 AND number = $3', [key.organisationId, key.id, number]);
      return row?.bytes;
    });
    if (!piece) return;
    yield piece;
  }
}

/** Forgets the bytes: once applied, refused or undone, nothing needs them. */
export async function dropFile(manager: EntityManager, key: ImportKey): Promise<void> {
  await manager.query('DELETE FROM import_chunk WHERE organisation_id = $1 AND import_id = $2', [key.organisationId, key.id]);
}
