import type { ClientBase, QueryResultRow } from 'pg';

/** One statement on the connection that an archive is written or read over. */
export type Ask = (sql: string, parameters?: readonly unknown[]) => Promise<QueryResultRow[]>;

/** @param client  in a transaction */
export function asking(client: ClientBase): Ask {
  return async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
}

/** What a transaction says first so that cells read the same on every server. */
export const SAME_EVERYWHERE = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL jit = off`;
