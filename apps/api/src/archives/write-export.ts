import type { Client } from 'pg';
import { asking } from './archive-connection.js';
import { ARCHIVE_VERSION, type ArchiveManifest } from './archive-manifest.js';
import type { ArchiveWriter } from './archive-writer.js';
import { exportedTables, MEMBERS } from './exported-tables.js';
import { exportReadme } from './export-readme.js';
import { readStoredTables } from './stored-tables.query.js';
import { writePart } from './write-part.js';

export interface ExportSource {
  /** In a transaction that sees one instant. */
  client: Client;
  organisation: { id: string; name: string; slug: string };
  /** What the tables have seen. */
  migrations: readonly string[];
  now: Date;
}

/** Writes everything an organisation has, in files that people can open. */
export async function writeExport({ client, organisation: { id, name, slug }, migrations, now }: ExportSource, archive: ArchiveWriter): Promise<ArchiveManifest> {
  archive.addText('README.md', exportReadme(name, now));
  const tables = [...exportedTables(await readStoredTables(asking(client))), MEMBERS];
  const part = await writePart({ client, archive, organisationId: id, folder: 'data/' }, tables);
  return archive.end({
    format: 'portee-archive', version: ARCHIVE_VERSION, kind: 'organisation', writtenAt: now.toISOString(), migrations: [...migrations], keyFingerprint: null,
    organisation: { name, slug }, parts: [part],
  });
}
