import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientBase, escapeIdentifier, type QueryResultRow } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { sqlState } from '../database/sql-state.js';
import { ArchiveError } from './archive-error.js';
import type { ArchivedPart, ArchivedTable } from './archive-manifest.js';
import { placeOf, valueOf } from './cells.js';
import { ownerColumn, type StoredTable } from './stored-tables.query.js';

const STAGED = 'archive_rows';

/** Where rows of an archive go to. */
export interface FillTarget {
  /** In the transaction that restores everything or nothing. */
  client: ClientBase;
  stream: (path: string) => Promise<Readable>;
  /** The name in addresses that an organisation comes under, where it is not its own. */
  slug?: string;
}

/** One staging table for all: a table of its own for each would hold a lock for each until the end. */
export async function openStagedRows(client: ClientBase, tables: readonly StoredTable[]): Promise<void> {
  const widest = Math.max(...tables.map(({ columns }) => columns.length));
  await client.query(`CREATE TEMPORARY TABLE ${STAGED} (${stagedColumns(widest).map((column) => `${column} text`).join(', ')}) ON COMMIT DROP`);
}

/**
 * Fills tables, in the order in which they can be filled, with the rows of one part, under an identifier that may be another than the one they were written under.
 * @throws ArchiveError archive-damaged  where rows are not what the tables take
 */
export async function fillPart(target: FillTarget & { tables: readonly StoredTable[] }, part: ArchivedPart, organisationId: string | null): Promise<void> {
  const { client, tables } = target;
  const known = new Map(part.tables.map((archived) => [`${archived.schema}.${archived.table}`, archived]));
  await client.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId ?? '']);
  for (const stored of tables) {
    const name = `${stored.schema}.${stored.table}`;
    const archived = known.get(name);
    known.delete(name);
    if (archived?.file) await fillTable(target, { stored, archived, organisationId });
  }
  const [unknown] = known.keys();
  if (unknown !== undefined) throw new ArchiveError('archive-damaged', { file: unknown });
}

interface Filling {
  stored: StoredTable;
  archived: ArchivedTable;
  organisationId: string | null;
}

async function fillTable(target: FillTarget, filling: Filling): Promise<void> {
  const { archived, organisationId, stored } = filling;
  const renamed = target.slug !== undefined && stored.table === 'organisation' ? [target.slug] : [];
  const insert = insertion(filling, renamed.length > 0 ? { slug: '$2' } : {});
  await ofFile(archived, async () => {
    await stage(target, archived);
    const { rowCount } = await target.client.query(insert, organisationId === null ? [] : [organisationId, ...renamed]);
    if (rowCount !== archived.rows) throw new ArchiveError('archive-damaged', { file: archived.file?.path ?? '' });
  });
}

/** Rows of a file that go into no table of its name, as values. */
export function stageTable(target: FillTarget, { stored, archived }: Omit<Filling, 'organisationId'>): Promise<QueryResultRow[]> {
  return ofFile(archived, async () => {
    await stage(target, archived);
    const values = archived.columns.flatMap((name, index) => stored.columns.filter((column) => column.name === name).map((column) => `${valueOf(column, `c${index + 1}`)} AS ${escapeIdentifier(name)}`));
    return (await target.client.query(`SELECT ${values.join(', ')} FROM ${STAGED}`)).rows;
  });
}

async function stage({ client, stream }: FillTarget, { file, columns }: ArchivedTable): Promise<void> {
  await client.query(`TRUNCATE ${STAGED}`);
  await pipeline(await stream(file?.path ?? ''), client.query(copyFrom(`COPY ${STAGED} (${stagedColumns(columns.length).join(', ')}) FROM STDIN WITH (FORMAT csv, HEADER true)`)));
}

/** @throws ArchiveError archive-damaged  for what its rows are to blame for */
async function ofFile<T>({ file }: ArchivedTable, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw isOfRows(cause) ? new ArchiveError('archive-damaged', { file: file?.path ?? '' }, { cause }) : cause;
  }
}

/** Whose a row is, is said by where it goes: an archive cannot say it. */
function insertion({ stored, archived, organisationId }: Filling, otherwise: Readonly<Record<string, string>>): string {
  const owner = organisationId === null ? null : ownerColumn(stored);
  const columns = archived.columns.flatMap((name, index) => {
    if (name === owner) return [];
    const column = stored.columns.find((one) => one.name === name);
    if (column === undefined) throw new ArchiveError('archive-damaged', { file: archived.file?.path ?? '' });
    return [{ name, value: otherwise[name] ?? valueOf(column, `c${index + 1}`) }];
  });
  if (owner !== null) columns.push({ name: owner, value: '$1::uuid' });
  return `INSERT INTO ${placeOf(stored)} (${columns.map(({ name }) => escapeIdentifier(name)).join(', ')}) SELECT ${columns.map(({ value }) => value).join(', ')} FROM ${STAGED}`;
}

function stagedColumns(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `c${index + 1}`);
}

/** Values, constraints or columns that do not fit: SQLSTATE classes 22, 23, 42 and 44. */
function isOfRows(error: unknown): boolean {
  return ['22', '23', '42', '44'].includes(sqlState(error)?.slice(0, 2) ?? '');
}
