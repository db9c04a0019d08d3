import { escapeIdentifier } from 'pg';
import { ownerColumn, type StoredColumn, type StoredTable } from './stored-tables.query.js';

/**
 * Signs with which a spreadsheet begins to calculate, as in imports/formula-text.ts: a text that begins so gets an apostrophe more, and loses it
 * when it is read back.
 */
const SIGNS = String.raw`[-=+@\t\r\n＝＋－＠]`;

/** Table and schema, quoted. */
export function placeOf({ schema, table }: Pick<StoredTable, 'schema' | 'table'>): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}

/** Columns of a table that stand in its file: whose a row is, is said by the part it is in. */
export function archivedColumns(stored: StoredTable): StoredColumn[] {
  return stored.isTenant ? stored.columns.filter(({ name }) => name !== 'organisation_id') : stored.columns;
}

/** What rows are read from. */
export function sourceOf(stored: StoredTable): string {
  return stored.from ?? placeOf(stored);
}

/** The statement that writes a table's rows as CSV, of one organisation or of the installation. */
export function writingRows(stored: StoredTable, organisationId: string | null): string {
  const cells = archivedColumns(stored).map((column) => `${cell(column)} AS ${escapeIdentifier(column.name)}`);
  const whose = organisationId === null ? '' : ` WHERE ${ownerColumn(stored)} = '${assureUuid(organisationId)}'`;
  const order = stored.key.length === 0 ? '' : ` ORDER BY ${stored.key.map(escapeIdentifier).join(', ')}`;
  return `COPY (SELECT ${cells.join(', ')} FROM ${sourceOf(stored)}${whose}${order}) TO STDOUT WITH (FORMAT csv, HEADER true)`;
}

/** The value that stands in the database for the cell of a row that was read, as SQL. @param place  of the staged cell */
export function valueOf({ type, kind }: StoredColumn, place: string): string {
  if (kind === 'text') return `CASE WHEN ${place} ~ E'^''+${SIGNS}' THEN substr(${place}, 2) ELSE ${place} END`;
  if (kind === 'array') return `CASE WHEN ${place} IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text(${place}::jsonb))::${type} END`;
  return `${place}::${type}`;
}

function cell({ name, kind }: StoredColumn): string {
  const column = escapeIdentifier(name);
  if (kind === 'text') return `CASE WHEN ${column} ~ E'^''*${SIGNS}' THEN '''' || ${column} ELSE ${column} END`;
  return kind === 'array' ? `to_jsonb(${column})` : column;
}

function assureUuid(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not an identifier');
  return id;
}
