import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { databasePid, freePort, startProcess } from '../support/portee-process.js';
import { memoryOf } from './process-memory.js';
import type { Measure } from './verdict.js';

const RUNS = 3;
/** Until what the start needed has been given back. */
const REST_MS = 10_000;

/** `npm start` on an empty data folder, then again; installed and built already. Memory of the last one at rest. */
export async function measureStart(): Promise<Measure[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  let memory: ReturnType<typeof memoryOf> = null;
  for (let index = 0; index < RUNS; index += 1) {
    const dataFolder = await mkdtemp(join(tmpdir(), 'portee-bench-'));
    cold.push((await startOnce(dataFolder)).seconds);
    const again = await startOnce(dataFolder, index === RUNS - 1);
    warm.push(again.seconds);
    memory = again.memory;
    await rm(dataFolder, { recursive: true, force: true });
  }
  const measures: Measure[] = [
    { what: 'start, cold', runs: cold, unit: 's', note: 'launcher to ready; makes the database, its roles and tables; nothing to install or build' },
    { what: 'start, warm', runs: warm, unit: 's', limit: { kind: 'bound', side: 'at most', value: 5 }, note: 'the same data folder again' },
  ];
  if (memory) {
    const note = `launcher, program and its ${memory.processes - 2} database processes, ${REST_MS / 1000} s after the start, shared memory once`;
    measures.push({ what: 'memory at rest, embedded', runs: [memory.bytes / 1024 / 1024], unit: 'MB', limit: { kind: 'goal', side: 'at most', value: 300 }, note });
  }
  return measures;
}

async function startOnce(dataFolder: string, isWeighed = false): Promise<{ seconds: number; memory: ReturnType<typeof memoryOf> }> {
  const port = await freePort();
  const start = performance.now();
  const portee = startProcess({ dataFolder, port });
  await portee.ready;
  const seconds = (performance.now() - start) / 1000;
  if (isWeighed) await wait(REST_MS);
  const database = databasePid(dataFolder);
  const memory = isWeighed ? memoryOf([portee.pid, ...(database === null ? [] : [database])]) : null;
  portee.signalGroup('SIGTERM');
  await portee.ended;
  return { seconds, memory };
}
