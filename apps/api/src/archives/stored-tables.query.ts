import { z } from 'zod';
import type { Ask } from './archive-connection.js';

/** A table as the database describes it. */
export interface StoredTable {
  schema: 'public' | 'auth';
  table: string;
  /** Its rows belong each to one organisation. */
  isTenant: boolean;
  columns: StoredColumn[];
  key: string[];
  /** Where its rows are read, where that is no table of this name. */
  from?: string;
}

export interface StoredColumn {
  name: string;
  type: string;
  kind: 'array' | 'text' | 'other';
}

const described = z.object({
  schema: z.enum(['public', 'auth']), table: z.string(), key: z.string().array(), refers: z.string().array(),
  columns: z.object({ name: z.string(), type: z.string(), category: z.string() }).array(),
});

/** Not rows of anybody: which migrations ran is said by the manifest. */
const BOOKKEEPING = 'public.portee_migration';

const QUERY = `
  SELECT n.nspname AS schema, c.relname AS "table",
    (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'category', t.typcategory) ORDER BY a.attnum)
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    coalesce((SELECT jsonb_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum))
       FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS key,
    coalesce((SELECT jsonb_agg(DISTINCT rn.nspname || '.' || r.relname)
       FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '[]') AS refers
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'auth') AND c.relkind = 'r' ORDER BY 1 DESC, 2`;

/** Every table of the installation, each after those it refers to: as it is now, so that a new one needs no word here. */
export async function readStoredTables(ask: Ask): Promise<StoredTable[]> {
  const left = new Map<string, z.infer<typeof described>>();
  for (const row of described.array().parse(await ask(QUERY))) left.set(`${row.schema}.${row.table}`, row);
  left.delete(BOOKKEEPING);
  const ordered: StoredTable[] = [];
  while (left.size > 0) {
    const ready = [...left].filter(([, { refers }]) => !refers.some((other) => left.has(other)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...left.keys()].join(', ')}`);
    for (const [name, row] of ready) {
      left.delete(name);
      ordered.push(toTable(row));
    }
  }
  return ordered;
}

function toTable({ schema, table, key, columns }: z.infer<typeof described>): StoredTable {
  const isTenant = schema === 'public' && (table === 'organisation' || columns.some(({ name }) => name === 'organisation_id'));
  return { schema, table, key, isTenant, columns: columns.map(({ name, type, category }) => ({ name, type, kind: category === 'A' ? 'array' : category === 'S' ? 'text' : 'other' })) };
}

/** The column that says whose a row of a tenant table is. */
export function ownerColumn({ table }: { table: string }): string {
  return table === 'organisation' ? 'id' : 'organisation_id';
}
