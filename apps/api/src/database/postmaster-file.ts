import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../config/system-error.js';

/** What a running PostgreSQL writes about itself in its folder. */
export interface RunningServer {
  pid: number;
  port: number;
}

const PID_LINE = 0;
const PORT_LINE = 3;

/** Reads postmaster.pid (PostgreSQL manual, "Database File Layout"); null: absent or cut short. */
export function parsePostmasterFile(text: string): RunningServer | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[PID_LINE] || Number.NaN);
  const port = Number(lines[PORT_LINE] || Number.NaN);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

/**
 * The server that lives in a cluster's folder. A file left by a dead server, whose number may by now belong
 * to some other program, is removed.
 */
export async function findRunningServer(cluster: string): Promise<RunningServer | null> {
  const file = join(cluster, 'postmaster.pid');
  try {
    const text = await readFile(file, 'utf8');
    const server = parsePostmasterFile(text);
    const pid = server?.pid ?? Number.parseInt(text, 10);
    if (isAlive(pid) && isPostgres(pid)) return server;
    await unlink(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
  return null;
}

/** Whether a process exists, whoever owns it. One that ended and was not yet buried by its parent is dead. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  return !/^\d+ \(.*\) [ZX]/s.test(readStat(pid) ?? '');
}

function isPostgres(pid: number): boolean {
  const line = process.platform === 'linux' ? readStat(pid) : askPs(pid);
  return line === null || line.includes('postgres');
}

/** Line of Linux about a process: "123 (postgres) S …"; null elsewhere, or when it is gone. */
function readStat(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}

/** Name of a process where there is no /proc; null when it cannot be told. */
function askPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
