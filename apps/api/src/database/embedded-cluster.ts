import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chown, mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../config/start-error.js';
import type { DataFolder } from './data-folder.js';
import type { DatabaseAccount, EmbeddedBinaries } from './embedded-binaries.js';
import { isAlive } from './postmaster-file.js';

/** The superuser of the embedded cluster: owner of every table, used for migrations only. */
export const EMBEDDED_OWNER = 'portee';

/** Where and as whom the embedded programs run. */
export interface EmbeddedCluster {
  binaries: EmbeddedBinaries;
  account: DatabaseAccount | null;
  folder: DataFolder;
}

const STOP_POLL_MS = 50;
const FAST_STOP_MS = 7000;
const LOG_LINES_SHOWN = 12;
const DRAFT_SUFFIX = '.making-';

/** Sized for one organisation's machine: the whole program should rest under 300 MB. */
const SERVER_SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100', // one program at its busiest holds some twenty-five; commands and a program that takes over come beside it
  'shared_buffers=64MB',
  'io_method=sync', // no separate reading processes: they cost memory and bring nothing on one disk
  'jit=off',
  'wal_level=minimal', // no replica and no archive can follow it; files load faster
  'max_wal_senders=0',
  'log_destination=stderr',
  'logging_collector=off',
  'lc_messages=C', // the log is read for "No space left on device"
];

/**
 * Makes the cluster: UTF-8, sorted the same on every machine. Made beside and moved when whole, so that a
 * start cut short leaves nothing half made.
 * @throws StartError  disk-full, embedded-database-failed
 */
export async function makeCluster({ binaries, account, folder }: EmbeddedCluster, password: string): Promise<void> {
  // A draft of its own: the initdb of a start that was killed may still be writing in another.
  const draft = `${folder.cluster}${DRAFT_SUFFIX}${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await Promise.all([draft, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=scram-sha-256', '--no-instructions'];
  try {
    const child = await run({ binaries, account, folder }, binaries.initdb, [...flags, `--username=${EMBEDDED_OWNER}`, `--pwfile=${passwordFile}`, `--pgdata=${draft}`]);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw await explainLog(folder);
    await rename(draft, folder.cluster);
  } finally {
    await removeDrafts(folder);
  }
}

/** What killed starts left. One that is still being written goes at the next occasion. */
async function removeDrafts(folder: DataFolder): Promise<void> {
  const left = (await readdir(folder.path)).filter((name) => name.startsWith(`${basename(folder.cluster)}${DRAFT_SUFFIX}`));
  await Promise.allSettled(left.map((name) => rm(join(folder.path, name), { recursive: true, force: true })));
}

/**
 * Spawns the server in its own process group: Ctrl-C at the terminal must reach the application only, which
 * stops the database last. Its words go to the log file, which outlives this process.
 */
export async function spawnServer(cluster: EmbeddedCluster, port: number): Promise<ChildProcess> {
  const settings = SERVER_SETTINGS.flatMap((setting) => ['-c', setting]);
  const server = await run(cluster, cluster.binaries.postgres, ['-D', cluster.folder.cluster, '-p', String(port), ...settings]);
  server.unref(); // it may outlive us: a command that still uses it stops it
  return server;
}

/** Stops a server quickly and in order; after seven seconds without regard, its rows being safe either way. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  const deadline = Date.now() + FAST_STOP_MS;
  while (isAlive(pid) && Date.now() < deadline) await pause(STOP_POLL_MS);
  if (isAlive(pid)) signal(pid, 'SIGQUIT');
}

/** The problem that the end of the server's log tells. */
export async function explainLog(folder: DataFolder): Promise<StartError> {
  const text = await readFile(folder.log, 'utf8');
  const lastLines = text.trimEnd().split('\n').slice(-LOG_LINES_SHOWN).join('\n');
  if (/No space left on device|Disk quota exceeded/i.test(lastLines)) return new StartError({ reason: 'disk-full', folder: folder.path });
  return new StartError({ reason: 'embedded-database-failed', log: folder.log, lastLines });
}

/** Below those that systems hand to outgoing connections: one of these could have it at the moment when a database that died must come back to it. */
const QUIET_PORTS = { first: 20_000, many: 12_000 };
const TRIES = 20;

/** The preferred port when nobody has it, otherwise one that is likely to stay free. */
export async function freePort(preferred: number | null): Promise<number> {
  const wished = preferred === null ? null : await tryPort(preferred);
  if (wished !== null) return wished;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = await tryPort(QUIET_PORTS.first + randomInt(QUIET_PORTS.many));
    if (port !== null) return port;
  }
  return (await tryPort(0)) ?? 0;
}

async function tryPort(wanted: number): Promise<number | null> {
  const server = createServer();
  try {
    const listening = once(server, 'listening');
    server.listen(wanted, '127.0.0.1');
    await listening;
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : null;
  } catch {
    return null;
  } finally {
    server.close();
  }
}

async function run({ account, folder }: EmbeddedCluster, program: string, parameters: string[]): Promise<ChildProcess> {
  const log = await open(folder.log, 'w', 0o600);
  try {
    const identity = account ? { uid: account.uid, gid: account.gid } : {};
    const child = spawn(program, parameters, { ...identity, detached: true, stdio: ['ignore', log.fd, log.fd], cwd: folder.path, windowsHide: true });
    await once(child, 'spawn');
    return child;
  } finally {
    await log.close();
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (isAlive(pid)) process.kill(pid, name);
}
