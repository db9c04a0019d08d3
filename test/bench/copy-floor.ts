import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { BenchDatabase } from './bench-database.js';

/** Milliseconds that COPY needs for what the last import made, run by run. */
export interface CopyFloors {
  /** Posts and readings, into tables with the same keys and no references. */
  bare: number[];
  /** Posts, readings and settled posts, into tables with the same keys, indexes and references: all the rows an import leaves behind, months aside. */
  whole: number[];
}

const LAST_CHANNEL = '(SELECT max(id::text)::uuid FROM channel)';
const ROWS = {
  post: `SELECT p.* FROM post p WHERE p.channel_id = ${LAST_CHANNEL}`,
  post_snapshot: `SELECT n.* FROM post p JOIN post_snapshot n ON n.organisation_id = p.organisation_id AND n.post_id = p.id WHERE p.channel_id = ${LAST_CHANNEL}`,
  post_stat: `SELECT s.* FROM post_stat s WHERE s.channel_id = ${LAST_CHANNEL}`,
};
type Table = keyof typeof ROWS;
const BARE: readonly Table[] = ['post', 'post_snapshot'];
const WHOLE: readonly Table[] = [...BARE, 'post_stat'];
const REFERENCES = [
  'ALTER TABLE floor_post ADD FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE',
  ...['floor_post_snapshot', 'floor_post_stat'].map((table) => `ALTER TABLE ${table} ADD FOREIGN KEY (organisation_id, post_id) REFERENCES floor_post (organisation_id, id) ON DELETE CASCADE`),
];

export async function timeCopy(database: BenchDatabase, runs: number): Promise<CopyFloors> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const rows = await copyAllOut(client);
    const floors: CopyFloors = { bare: [], whole: [] };
    for (let index = 0; index < runs; index += 1) {
      floors.bare.push(await copyIn(client, rows, { tables: BARE, references: [] }));
      floors.whole.push(await copyIn(client, rows, { tables: WHOLE, references: REFERENCES }));
    }
    return floors;
  } finally {
    await client.end();
  }
}

async function copyAllOut(client: Client): Promise<Record<Table, Buffer[]>> {
  await client.query(`SELECT set_config('app.organisation_id', (SELECT organisation_ids()::text LIMIT 1), false)`);
  return { post: await copyOut(client, 'post'), post_snapshot: await copyOut(client, 'post_snapshot'), post_stat: await copyOut(client, 'post_stat') };
}

async function copyOut(client: Client, table: Table): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const stream = client.query(copyTo(`COPY (${ROWS[table]}) TO STDOUT`));
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(stream, 'end');
  return chunks;
}

async function copyIn(client: Client, rows: Record<Table, Buffer[]>, { tables, references }: { tables: readonly Table[]; references: readonly string[] }): Promise<number> {
  for (const table of tables) await client.query(`CREATE TABLE floor_${table} (LIKE ${table} INCLUDING INDEXES)`);
  for (const reference of references) await client.query(reference);
  const start = performance.now();
  await client.query('BEGIN');
  for (const table of tables) await pipeline(Readable.from(rows[table]), client.query(copyFrom(`COPY floor_${table} FROM STDIN`)));
  await client.query('COMMIT');
  const time = performance.now() - start;
  await client.query(`DROP TABLE ${tables.map((table) => `floor_${table}`).join(', ')}`);
  return time;
}
