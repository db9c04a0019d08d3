import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Client } from 'pg';
import { withClient } from './database-client.js';

interface Column { table: string; name: string; type: string }

/** Tables of every schema, as `schema.table`. */
export async function everyTable(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Columns of these kinds in tables of these schemas. */
export async function everyColumn(client: Client, schema: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, column_name AS name, CASE WHEN data_type = 'ARRAY' THEN udt_name ELSE data_type END AS type
     FROM information_schema.columns WHERE table_schema = $1 ORDER BY 1, ordinal_position`,
    [schema],
  );
  return rows;
}

/** Tables of the whole installation: they have no row of one organisation. */
export async function sharedTables(client: Client): Promise<Set<string>> {
  const tenants = new Set((await everyColumn(client, 'public')).filter(({ name, table }) => name === 'organisation_id' || table === 'public.organisation').map(({ table }) => table));
  return new Set((await everyTable(client)).filter((table) => table.startsWith('public.') && !tenants.has(table)));
}

/** The column that says whose a row is. */
export function keyOf(table: string): string {
  return table === 'public.organisation' ? 'id' : 'organisation_id';
}

/** How each of these words stands in a row written as text: as it is, or as the bytes of a column. */
function formsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
}

/** Rows of every table of every schema in which one of these words stands, as `table: row`; row-level security put aside, and put back. */
export function rowsThatTell(ownerUrl: string, words: readonly string[]): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    const found: string[] = [];
    await client.query('BEGIN');
    for (const table of await everyTable(client)) {
      await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      const { rows } = await client.query<{ told: string }>(`SELECT t::text AS told FROM ${table} t WHERE EXISTS (SELECT FROM unnest($1::text[]) word WHERE position(lower(word) IN lower(t::text)) > 0)`, [formsOf(words)]);
      found.push(...rows.map(({ told }) => `${table}: ${told.slice(0, 300)} … ${around(told, words)}`));
    }
    await client.query('ROLLBACK');
    return found;
  });
}

/** Where in a row the first of these words stands. */
function around(told: string, words: readonly string[]): string {
  const place = Math.max(0, ...words.map((word) => told.toLowerCase().indexOf(word.toLowerCase())));
  return told.slice(Math.max(0, place - 120), place + 120);
}

/** The same in Redis, of the keys that begin so. */
export async function redisKeysThatTell(url: string, prefix: string, words: readonly string[]): Promise<string[]> {
  const client = new Redis(url);
  try {
    const told = (await client.keys(`${prefix}:*`)).map(async (key) => ({ key, text: `${key} ${(await client.dumpBuffer(key))?.toString('latin1') ?? ''}` }));
    return (await Promise.all(told)).filter(({ text }) => words.some((word) => text.includes(word))).map(({ key }) => key);
  } finally {
    client.disconnect();
  }
}

/** Files of a folder, and of all folders in it, in which one of these words stands. */
export async function filesThatTell(folder: string, words: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (words.some((word) => bytes.includes(word))) found.push(path);
  }
  return found;
}

/**
 * Writes the word into every column that takes it, of these tables' rows of one organisation: texts, lists of texts, JSON and bytes. What a
 * table's rules refuse stays as it is. @returns the columns that hold it now
 */
export function markColumns(ownerUrl: string, { organisationId, word, tables }: { organisationId: string; word: string; tables?: ReadonlySet<string> }): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
    const marked: string[] = [];
    const values: Readonly<Record<string, string>> = { text: `'${word}'`, _text: `ARRAY['${word}']`, jsonb: `jsonb_build_object('told', '${word}')`, bytea: `convert_to('${word}', 'UTF8')` };
    for (const { table, name, type } of await everyColumn(client, 'public')) {
      const value = values[type];
      if (value === undefined || (tables !== undefined && !tables.has(table))) continue;
      const changed = await client.query(`UPDATE ${table} SET "${name}" = ${value} WHERE ${keyOf(table)} = $1`, [organisationId]).catch(() => null);
      if (changed !== null && (changed.rowCount ?? 0) > 0) marked.push(`${table}.${name}`);
    }
    return marked;
  });
}

/** Every uuid that stands in a row of an organisation: its own, and those of all that is in it. */
export function identifiersOf(ownerUrl: string, organisationId: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [organisationId]);
    const found = new Set<string>();
    const shared = await sharedTables(client);
    // Keys are the installation's, and outlive what they sealed.
    const columns = (await everyColumn(client, 'public')).filter(({ type, table, name }) => type === 'uuid' && name !== 'key_id' && !shared.has(table));
    for (const { table, name } of columns) {
      const { rows } = await client.query<{ id: string | null }>(`SELECT DISTINCT "${name}" AS id FROM ${table} WHERE ${keyOf(table)} = $1`, [organisationId]);
      rows.forEach(({ id }) => { if (id !== null) found.add(id); });
    }
    return [...found];
  });
}

/** Tables whose rows go with a row of this one, by their foreign keys. */
export async function tablesUnder(client: Client, root: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `WITH RECURSIVE under AS (
       SELECT $1::regclass::oid AS id UNION SELECT f.conrelid FROM pg_constraint f JOIN under u ON f.confrelid = u.id WHERE f.contype = 'f' AND f.confdeltype = 'c'
     ) SELECT format('%I.%I', n.nspname, c.relname) AS name FROM under u JOIN pg_class c ON c.oid = u.id JOIN pg_namespace n ON n.oid = c.relnamespace`,
    [root],
  );
  return new Set(rows.map(({ name }) => name));
}
