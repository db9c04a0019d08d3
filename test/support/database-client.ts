import { Client, type ClientConfig, type QueryResultRow } from 'pg';

/** A connection of its own for as long as something is asked over it. */
export async function withClient<Result>(where: string | ClientConfig, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(where);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One statement on a connection of its own. */
export function askDatabase<Row extends QueryResultRow>(where: string | ClientConfig, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return withClient(where, async (client) => (await client.query<Row>(sql, parameters)).rows);
}
