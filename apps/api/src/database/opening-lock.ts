import { open, readFile, stat, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from '../config/system-error.js';
import { isAlive } from './postmaster-file.js';

const RETRY_MS = 100;
/** Longer than any start: initdb on a slow disk, or a recovery. */
const STALE_AFTER_MS = 6 * 60_000;

/**
 * Runs work while holding a lock file, so that two starts on one data folder decide one after the other.
 * A lock whose process is gone, or that is older than any start, is taken over.
 */
export async function whileHolding<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(lockFile))) {
    await dropIfStale(lockFile);
    await pause(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await unlink(lockFile);
  }
}

async function take(lockFile: string): Promise<boolean> {
  try {
    const file = await open(lockFile, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function dropIfStale(lockFile: string): Promise<void> {
  try {
    const pid = Number.parseInt(await readFile(lockFile, 'utf8'), 10);
    const { mtimeMs } = await stat(lockFile);
    // An empty file is a lock being written: its age decides.
    const isOrphan = Number.isInteger(pid) && !isAlive(pid);
    if (isOrphan || Date.now() - mtimeMs > STALE_AFTER_MS) await unlink(lockFile);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
