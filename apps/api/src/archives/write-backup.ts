import type { Client } from 'pg';
import { asking, atOneInstant } from './archive-connection.js';
import { ARCHIVE_VERSION, type ArchivedPart, type ArchiveManifest, KEY_FILE } from './archive-manifest.js';
import type { ArchiveWriter } from './archive-writer.js';
import { keyFingerprint } from './key-fingerprint.js';
import { readMigrations } from './migration-steps.js';
import { readStoredTables, type StoredTable } from './stored-tables.query.js';
import { writePart } from './write-part.js';

export interface BackupSource {
  ownerUrl: string;
  secretKey: string;
  /** Whether the key goes into the archive. */
  withKey: boolean;
  now: Date;
}

/**
 * Not in a backup: an older one would bring back devices that were signed out since, links that have served, mails that have left, workers that run elsewhere,
 * and what is half done within minutes.
 */
export const LEFT_OUT: readonly string[] = ['auth.session', 'auth.verification', 'auth.directory_attempt', 'auth.account_link', 'auth.sign_in_try', 'public.connection_attempt', 'public.mail', 'public.worker_beat'];

/** Writes the whole installation as it stood at one instant, while it works on. */
export function writeBackup(source: BackupSource, archive: ArchiveWriter): Promise<ArchiveManifest> {
  return atOneInstant(source.ownerUrl, (client) => writeAll(source, client, archive));
}

async function writeAll({ secretKey, withKey, now }: BackupSource, client: Client, archive: ArchiveWriter): Promise<ArchiveManifest> {
  const ask = asking(client);
  const tables = (await readStoredTables(ask)).filter(({ schema, table }) => !LEFT_OUT.includes(`${schema}.${table}`));
  const migrations = await readMigrations(ask);
  const manifest: ArchiveManifest = {
    format: 'portee-archive', version: ARCHIVE_VERSION, kind: 'installation', writtenAt: now.toISOString(), migrations,
    keyFingerprint: keyFingerprint(secretKey), organisation: null, parts: await writeParts(client, archive, tables),
  };
  if (withKey) archive.addText(KEY_FILE, `${secretKey}\n`);
  return archive.end(manifest);
}

async function writeParts(client: Client, archive: ArchiveWriter, tables: readonly StoredTable[]): Promise<ArchivedPart[]> {
  const shared = tables.filter(({ isTenant }) => !isTenant);
  const tenant = tables.filter(({ isTenant }) => isTenant);
  const parts = [await writePart({ client, archive, organisationId: null, folder: 'installation/' }, shared)];
  for (const { id } of await asking(client)('SELECT organisation_ids AS id FROM organisation_ids()')) {
    parts.push(await writePart({ client, archive, organisationId: String(id), folder: `organisations/${String(id)}/` }, tenant));
  }
  return parts;
}
