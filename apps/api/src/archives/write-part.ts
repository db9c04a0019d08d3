import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ArchivedPart, ArchivedTable } from './archive-manifest.js';
import type { ArchiveWriter } from './archive-writer.js';
import { asking } from './archive-connection.js';
import { archivedColumns, sourceOf, writingRows } from './cells.js';
import { ownerColumn, type StoredTable } from './stored-tables.query.js';

/** Where the rows of a part come from and go to. */
export interface PartSource {
  /** In a transaction that sees the rows as they were at its beginning. */
  client: ClientBase;
  archive: ArchiveWriter;
  /** Of what: an organisation, or (null) what belongs to none. */
  organisationId: string | null;
  /** Folder of its files in the archive, with a slash at its end. */
  folder: string;
}

/** Writes the rows of some tables, a file each where there are any. */
export async function writePart(source: PartSource, tables: readonly StoredTable[]): Promise<ArchivedPart> {
  const { organisationId, client } = source;
  // The owner of the tables is under row-level security too, unless it is a superuser, who needs the condition in each statement.
  if (organisationId !== null) await client.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId]);
  const written: ArchivedTable[] = [];
  for (const stored of tables) written.push(await writeTable(source, stored));
  return { organisationId, tables: written };
}

async function writeTable({ client, archive, organisationId, folder }: PartSource, stored: StoredTable): Promise<ArchivedTable> {
  const { schema, table } = stored;
  const said = { schema, table, columns: archivedColumns(stored).map(({ name }) => name) };
  if (!(await hasRows(client, stored, organisationId))) return { ...said, rows: 0, file: null };
  const copy = client.query(copyTo(writingRows(stored, organisationId)));
  const file = await archive.addStream(`${folder}${schema === 'auth' ? 'auth.' : ''}${table}.csv`, copy);
  return { ...said, rows: copy.rowCount, file };
}

async function hasRows(client: ClientBase, stored: StoredTable, organisationId: string | null): Promise<boolean> {
  const whose = organisationId === null ? '' : `WHERE ${ownerColumn(stored)} = $1`;
  return (await asking(client)(`SELECT 1 FROM ${sourceOf(stored)} ${whose} LIMIT 1`, organisationId === null ? [] : [organisationId])).length > 0;
}
