import { Client } from 'pg';

/**
 * Who uses a running embedded server, told by advisory locks: they vanish with their process, so nothing is
 * ever left to clean. Everyone holds `presence` shared; the program that serves also holds `service`.
 */
export interface UsageLocks {
  /** False: another program serves from this data folder. */
  claimService(address: string): Promise<boolean>;
  /** From now on, a second start waits instead of giving up. */
  announceStop(): Promise<void>;
  /** Address of the program that serves; null: none. "" while it stops. */
  servedAt(): Promise<string | null>;
  /** Leaves. True: nobody else is here and nobody can come any more, so the server is ours to stop. */
  leave(): Promise<boolean>;
  /** Resolves when the server has gone, whatever the reason, `leave` included. */
  gone: Promise<void>;
}

const PRESENCE = 7_305_101;
const SERVICE = 7_305_102;
const SERVING_PREFIX = 'portee at ';
const STOPPING_NAME = 'portee stopping';

/** Marks this process as a user of the server; null: the server is being stopped by its last user. */
export async function joinUsers(serverUrl: string): Promise<UsageLocks | null> {
  const client = new Client({ connectionString: serverUrl, application_name: 'portee', keepAlive: true });
  const gone = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    client.on('error', () => resolve());
  });
  await client.connect();
  if (!(await isGranted(client, `SELECT pg_try_advisory_lock_shared(${PRESENCE}) AS granted`))) {
    await client.end();
    return null;
  }
  return { ...locksOf(client), gone };
}

function locksOf(client: Client): Omit<UsageLocks, 'gone'> {
  return {
    claimService: async (address) => {
      if (!(await isGranted(client, `SELECT pg_try_advisory_lock(${SERVICE}) AS granted`))) return false;
      await nameConnection(client, `${SERVING_PREFIX}${address}`);
      return true;
    },
    announceStop: () => nameConnection(client, STOPPING_NAME),
    servedAt: () => servingAddress(client),
    leave: async () => {
      await client.query(`SELECT pg_advisory_unlock_shared(${PRESENCE}), pg_advisory_unlock(${SERVICE})`);
      const isLast = await isGranted(client, `SELECT pg_try_advisory_lock(${PRESENCE}) AS granted`);
      if (!isLast) await client.end();
      return isLast;
    },
  };
}

async function servingAddress(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND objid = ${SERVICE} AND objsubid = 1 AND classid = 0`,
  );
  const name = rows[0]?.application_name;
  if (name === undefined) return null;
  return name.startsWith(SERVING_PREFIX) ? name.slice(SERVING_PREFIX.length) : '';
}

async function isGranted(client: Client, query: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(query);
  return rows[0]?.granted === true;
}

async function nameConnection(client: Client, name: string): Promise<void> {
  await client.query(`SELECT set_config('application_name', $1, false)`, [name]);
}
