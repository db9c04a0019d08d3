import { Client, type ClientBase, type QueryResultRow } from 'pg';

/** One statement on the connection that an archive is written or read over. */
export type Ask = (sql: string, parameters?: readonly unknown[]) => Promise<QueryResultRow[]>;

/** @param client  in a transaction */
export function asking(client: ClientBase): Ask {
  return async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
}

/** What a transaction says first so that cells read the same on every server. */
export const SAME_EVERYWHERE = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL jit = off`;

/** Reads everything as it stood at one instant, over a connection of its own: whatever breaks off while rows are streamed ends that connection, and no other. */
export async function atOneInstant<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'portee archive' });
  client.on('error', () => undefined); // told by the statement that fails
  await client.connect();
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SAME_EVERYWHERE}`);
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } finally {
    await client.end();
  }
}
