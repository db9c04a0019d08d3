import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { StartError } from '../config/start-error.js';

/** Oldest PostgreSQL that Portée is tried on. */
const OLDEST_VERSION = 15;
const RETRY_MS = 500;
const CONNECT_TIMEOUT_MS = 5000;

/**
 * Makes sure that a database server given by address answers and is recent enough.
 * @param patienceMs  how long one that does not answer is asked again
 * @throws StartError  database-unreachable, database-too-old
 */
export async function checkExternalDatabase(url: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let failure = await checkOnce(url);
  while (failure !== null) {
    if (Date.now() > deadline) throw new StartError({ reason: 'database-unreachable', address: withoutSecrets(url), cause: briefCause(failure) }, { cause: failure });
    await pause(RETRY_MS);
    failure = await checkOnce(url);
  }
}

/** Why the server did not answer; null when all is well. */
async function checkOnce(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined); // told by the failing query
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number`,
    );
    const found = rows[0];
    if (Number(found?.number) >= OLDEST_VERSION * 10_000) return null;
    throw new StartError({ reason: 'database-too-old', found: found?.version ?? '?', needed: String(OLDEST_VERSION) });
  } catch (error) {
    if (error instanceof StartError) throw error;
    return error ?? new Error('no reason given');
  } finally {
    await client.end();
  }
}

/** Host, port and name of a database, without user and password. */
function withoutSecrets(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function briefCause(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return briefCause(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
