import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createOwnDatabase } from './own-database.js';
import { installReal } from './real-folder.js';

/** Bluesky's own servers on this machine. */
export interface BlueskyServers {
  /** Where people write. */
  pds: string;
  /** Where what they wrote is counted. */
  appView: string;
  close: () => Promise<void>;
}

const addresses = z.object({ pds: z.string(), appView: z.string() });

/** @returns the folder in which Bluesky's servers and lexicons are installed; the first time takes about three minutes */
export function installBluesky(): Promise<string> {
  return installReal({ network: 'bluesky', packages: { '@atproto/dev-env': '0.6.7', '@atproto/api': '0.21.0' }, compiled: ['better-sqlite3'] });
}

/** Starts the network in a process of its own, on a database of its own. */
export async function startBlueskyServers(folder: string, servers: { databaseUrl: string; redisUrl: string }): Promise<BlueskyServers> {
  const database = await createOwnDatabase(servers.databaseUrl);
  const temporary = join(folder, 'tmp');
  await mkdir(temporary, { recursive: true });
  const child = fork(join(import.meta.dirname, 'bluesky-network.mjs'), [folder], {
    env: { ...process.env, DB_POSTGRES_URL: database.url, DB_POSTGRES_SCHEMA: 'portee', REDIS_HOST: new URL(servers.redisUrl).host, LOG_ENABLED: 'false', TMPDIR: temporary, NODE_OPTIONS: '--no-deprecation' },
    execArgv: [],
  });
  const close = async (): Promise<void> => {
    await stop(child);
    await database.drop();
    await rm(temporary, { recursive: true, force: true });
  };
  const started: unknown = await Promise.race([once(child, 'message').then(([message]: unknown[]) => message), once(child, 'exit')]);
  const parsed = addresses.safeParse(started);
  if (parsed.success) return { ...parsed.data, close };
  await close();
  throw new Error('Bluesky’s servers did not start');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.send('stop');
  await gone;
}
