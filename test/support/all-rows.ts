import { LEFT_OUT } from '../../apps/api/src/archives/write-backup.js';
import { withClient } from './database-client.js';
import { everyTable } from './whole-database.js';

const NOT_ROWS = 'public.portee_migration';

/** Every row that a backup holds, as text, by table: two installations that hold the same are equal. */
export function allRows(ownerUrl: string): Promise<Record<string, string[]>> {
  return withClient(ownerUrl, async (client) => {
    // The owner is under row-level security as everybody else; only here, and only to look.
    await client.query(`BEGIN; SET LOCAL TimeZone = 'UTC'`);
    const rows: Record<string, string[]> = {};
    const tables = (await everyTable(client)).filter((name) => !name.startsWith('portee_queue.') && name !== NOT_ROWS && !LEFT_OUT.includes(name.replaceAll('"', '')));
    for (const table of tables) {
      await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      rows[table] = (await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`)).rows.map(({ row }) => row);
    }
    await client.query('ROLLBACK');
    return rows;
  });
}
