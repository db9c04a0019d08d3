import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { keepLog } from './kept-logs.js';
import { askDatabase } from './database-client.js';

export const ROOT = join(import.meta.dirname, '../..');

/** How a process ended. */
export interface Ending {
  code: number | null;
  output: string;
}

/** A Portée that runs as people run it: a process of its own, in a process group of its own. */
export interface PorteeProcess {
  pid: number;
  url: string;
  output(): string;
  /** @throws when it ends before it is ready, with what it said */
  ready: Promise<void>;
  ended: Promise<Ending>;
  /** To this process alone. */
  signal(name: NodeJS.Signals): void;
  /** To the whole group, as a terminal does. */
  signalGroup(name: NodeJS.Signals): void;
}

export interface StartOptions {
  dataFolder: string;
  port: number;
  /** Default: the launcher itself. */
  program?: { file: string; parameters: string[] };
  environment?: Record<string, string>;
  /** Another account. */
  account?: { uid: number; gid: number };
}

const LAUNCHER = { file: process.execPath, parameters: ['launch.mjs'] };
const everyGroup = new Set<number>();

/** Starts Portée on a data folder. */
export function startProcess({ dataFolder, port, program = LAUNCHER, environment = {}, account }: StartOptions): PorteeProcess {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, LANG: 'fr_BE.UTF-8', PORTEE_DATA: dataFolder, PORTEE_PORT: String(port), ...environment };
  const child = spawn(program.file, program.parameters, { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...account });
  const pid = child.pid ?? 0;
  everyGroup.add(pid);
  let words = '';
  child.stderr?.on('data', (chunk) => { keepLog(String(chunk)); });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (words += String(chunk)));
  const ended: Promise<Ending> = once(child, 'close').then(() => ({ code: child.exitCode, output: words }));
  const ready = untilReady(child, ended, () => words);
  ready.catch(() => undefined); // a test that expects a refusal looks at the ending only
  return {
    pid,
    url: `http://localhost:${port}`,
    output: () => words,
    ready,
    ended,
    signal: (name) => void child.kill(name),
    signalGroup: (name) => killGroup(pid, name),
  };
}

/** Ends whatever a test left behind. */
export function endEveryProcess(): void {
  for (const pid of everyGroup) killGroup(pid, 'SIGKILL');
  everyGroup.clear();
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Process number of the embedded server of a data folder; null: no server claims to be there. */
export function databasePid(dataFolder: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(dataFolder, 'database/postmaster.pid'), 'utf8'), 10);
  } catch {
    return null;
  }
}

/** A question to the embedded database of a data folder, with the rights of its owner. */
export async function askEmbedded(dataFolder: string, query: string): Promise<Record<string, unknown>[]> {
  const settings = z.object({ port: z.number(), password: z.string() }).parse(JSON.parse(readFileSync(join(dataFolder, 'database-server.json'), 'utf8')));
  return askDatabase({ host: '127.0.0.1', user: 'portee', database: 'portee', ...settings }, query);
}

async function untilReady(child: ChildProcess, ended: Promise<Ending>, output: () => string): Promise<void> {
  const isReady = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => {
      if (/Portée (est prête|travaille)/.test(output())) resolve();
    });
  });
  const early = ended.then(({ code }) => Promise.reject(new Error(`ended with ${code} before it was ready:\n${output()}`)));
  await Promise.race([isReady, early]);
}

function killGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // The group has already ended.
  }
}
