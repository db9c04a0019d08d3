import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { hasCode } from '../config/system-error.js';
import { EMBEDDED_OWNER } from './embedded-cluster.js';

/** The database of an installation inside the embedded server. */
const DATABASE = 'portee';
const POLL_MS = 40;
const PATIENCE_MS = 30_000;
/** Replaying a long log may take minutes; the server says so at each attempt, so it is worth waiting. */
const RECOVERY_PATIENCE_MS = 5 * 60_000;
const RECOVERY_WORTH_A_WORD_MS = 3000;
/** SQLSTATE cannot_connect_now: starting up, recovering, or shutting down. */
const NOT_YET = '57P03';

/** Where the embedded server listens. */
interface ServerAddress {
  port: number;
  password: string;
}

/** A server that was just started, or found. */
interface AwaitedServer extends ServerAddress {
  /** null: not started by this process. */
  child: ChildProcess | null;
  /** Called once when recovery makes the person wait. */
  onRecovery: () => void;
}

/** The owner's address of a database of the embedded server. */
export function embeddedUrl({ port, password }: ServerAddress, database = DATABASE): string {
  return `postgres://${EMBEDDED_OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Waits until the server answers queries.
 * @returns false when it ended, or does not even listen after thirty seconds
 */
export async function awaitServer(server: AwaitedServer): Promise<boolean> {
  const start = Date.now();
  let hasSpoken = false;
  for (;;) {
    const state = await ask(server);
    if (state === 'ready') return true;
    const waitedMs = Date.now() - start;
    const hasEnded = server.child !== null && (server.child.exitCode !== null || server.child.signalCode !== null);
    if (hasEnded || waitedMs > (state === 'recovering' ? RECOVERY_PATIENCE_MS : PATIENCE_MS)) return false;
    if (state === 'recovering' && waitedMs > RECOVERY_WORTH_A_WORD_MS && !hasSpoken) {
      hasSpoken = true;
      server.onRecovery();
    }
    await pause(POLL_MS);
  }
}

/** Makes the installation's database when it is not there. */
export async function assureDatabase(server: ServerAddress): Promise<void> {
  const client = new Client({ connectionString: embeddedUrl(server, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(DATABASE)} TEMPLATE template0 ENCODING 'UTF8'`);
  } finally {
    await client.end();
  }
}

/** @throws the server's refusal, when waiting cannot change it (a password that is not its own) */
async function ask(server: ServerAddress): Promise<'ready' | 'recovering' | 'silent'> {
  const client = new Client({ connectionString: embeddedUrl(server, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // the connection's end is told by the next attempt
  try {
    await client.connect();
    await client.end();
    return 'ready';
  } catch (error) {
    if (hasCode(error, NOT_YET)) return 'recovering';
    const isRefusal = error instanceof Error && 'severity' in error;
    if (isRefusal) throw error;
    return 'silent';
  }
}
