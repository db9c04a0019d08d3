import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of processes and all they started, in bytes: what they share is counted once (proportional set size).
 * Null where the system does not tell (other than Linux, or another account's processes).
 */
export function memoryOf(roots: readonly number[]): { bytes: number; processes: number } | null {
  try {
    const family = familyOf(roots);
    const bytes = family.reduce((sum, pid) => sum + proportionalSize(pid), 0);
    return { bytes, processes: family.length };
  } catch {
    return null;
  }
}

/** The processes themselves, and the families of those they started. */
function familyOf(roots: readonly number[]): number[] {
  const everybody = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const childrenOf = Map.groupBy(everybody, parentOf);
  const withChildren = (pid: number): number[] => [pid, ...(childrenOf.get(pid) ?? []).flatMap(withChildren)];
  return [...new Set(roots.flatMap(withChildren))];
}

/** 0: the process has ended meanwhile. */
function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function proportionalSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
}

const TICKS_A_SECOND = 100;

/** Processor seconds that a process has used, with those of children that have ended; NaN where the system does not tell. */
export function processorSecondsOf(pid: number): number {
  try {
    // After the name, which may hold spaces: utime is the 14th field, stime the 15th, those of children follow (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').slice(11, 15) ?? [];
    return fields.reduce((sum, field) => sum + Number(field), 0) / TICKS_A_SECOND;
  } catch {
    return Number.NaN;
  }
}
