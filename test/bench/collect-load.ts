import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort, type PorteeProcess, startProcess } from '../support/portee-process.js';
import { type BenchDatabase, databaseKinds, openBenchDatabase } from './bench-database.js';
import type { StandInsReady } from './collect-stand-ins.js';
import { addCollectedChannels, makeDue } from './due-channels.js';
import { inspectorFlag, liveHeapOf } from './live-heap.js';
import { memoryOf, processorSecondsOf } from './process-memory.js';

const POLL_MS = 500;
/** A connection that rests tells after ten seconds what it spent (PGSTAT_IDLE_INTERVAL of PostgreSQL). */
const REST_MS = 11_000;

/** How channels are collected. */
export interface SetUp {
  workers: number;
  queue: 'PostgreSQL' | 'Redis';
}

export interface Collected {
  setUp: SetUp;
  channels: number;
  seconds: number;
  /** Of one worker, at the start, half-way and at the end. */
  memory: readonly Memory[];
  /** Processor seconds of all workers. */
  processorSeconds: number;
  /** Seconds within statements, of all connections together. */
  databaseSeconds: number;
  /** Readings that were new. */
  readings: number;
}

/** Bytes: what the system counts for a worker, and what lives in it once its garbage has been collected. */
export interface Memory {
  resident: number;
  live: number;
}

interface Worker {
  process: PorteeProcess;
  inspectorPort: number;
}

/** What comes due. */
export interface Load {
  networks: StandInsReady;
  channels: number;
  dueWithin: number;
}

/** Channels that were collected yesterday come due, and workers collect them. */
export async function collectWith(setUp: SetUp, { networks, channels, dueWithin }: Load): Promise<Collected> {
  const database = await openBenchDatabase(databaseKinds().at(-1) ?? 'embedded');
  const folder = await mkdtemp(join(tmpdir(), 'portee-bench-'));
  const workers: Worker[] = [];
  try {
    await addCollectedChannels(database, networks, channels);
    for (let index = 0; index < setUp.workers; index += 1) workers.push(await startWorker({ database, networks, folder, queue: setUp.queue }));
    return { setUp, ...(await untilCollected(database, workers, { channels, dueWithin })) };
  } finally {
    for (const { process: worker } of workers) worker.signalGroup('SIGTERM');
    await Promise.all(workers.map(({ process: { ended } }) => ended));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startWorker({ database, networks, folder, queue }: { database: BenchDatabase; networks: StandInsReady; folder: string; queue: SetUp['queue'] }): Promise<Worker> {
  const inspectorPort = await freePort();
  const worker = startProcess({
    dataFolder: folder, port: await freePort(), program: { file: process.execPath, parameters: [inspectorFlag(inspectorPort), 'apps/api/dist/main.js'] },
    environment: {
      PORTEE_ROLE: 'worker', PORTEE_ALLOW_PRIVATE_ADDRESSES: 'on', DATABASE_URL: database.ownerUrl, PORTEE_SECRET_KEY: database.secretKey,
      ...(queue === 'Redis' ? { REDIS_URL: process.env['PORTEE_TEST_REDIS_URL'] ?? '' } : {}),
      ...Object.fromEntries(Object.entries(networks.urls).map(([network, url]) => [`PORTEE_${network.toUpperCase()}_API_URL`, url])),
    },
  });
  await worker.ready;
  return { process: worker, inspectorPort };
}

async function untilCollected(database: BenchDatabase, workers: readonly Worker[], load: Omit<Load, 'networks'>): Promise<Omit<Collected, 'setUp'>> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await wait(REST_MS);
    const before = await spentBy(client, workers);
    const { seconds, halfWay } = await watch(client, workers, { ...load, from: await makeDue(database, load.dueWithin) });
    const after = await spentBy(client, workers);
    await wait(REST_MS);
    const rested = await spentBy(client, workers);
    return {
      channels: load.channels, seconds, memory: [before.memory, halfWay, after.memory], processorSeconds: after.processor - before.processor,
      databaseSeconds: rested.statements - before.statements, readings: rested.readings - before.readings,
    };
  } finally {
    await client.end();
  }
}

/** Waits until all are collected. @throws when that takes far too long, with what is in the way */
async function watch(client: Client, workers: readonly Worker[], { channels, dueWithin, from }: Omit<Load, 'networks'> & { from: Date }): Promise<{ seconds: number; halfWay: Memory }> {
  const start = performance.now();
  const patience = 4 * dueWithin + channels;
  let halfWay: Memory | null = null;
  for (;;) {
    await wait(POLL_MS);
    const done = await countCollected(client, from);
    const seconds = (performance.now() - start) / 1000;
    if (done >= channels / 2) halfWay ??= await memoryOfOne(workers);
    if (done >= channels) return { seconds, halfWay: halfWay ?? (await memoryOfOne(workers)) };
    if (seconds > patience) throw new Error(`only ${done} of ${channels} channels were collected: ${await troubles(client)}`);
  }
}

interface Spent {
  memory: Memory;
  processor: number;
  statements: number;
  readings: number;
}

/** What has been spent since the beginning; statements by pg_stat_database.active_time, which PostgreSQL 14 brought. */
async function spentBy(client: Client, workers: readonly Worker[]): Promise<Spent> {
  const { rows } = await client.query<{ statements: number; readings: number }>(
    `SELECT (SELECT active_time / 1000 FROM pg_stat_database WHERE datname = current_database()) AS statements,
       (SELECT sum(n_tup_ins)::int FROM pg_stat_user_tables WHERE relname LIKE 'post_snapshot%') AS readings`,
  );
  const { statements, readings } = rows[0] ?? { statements: Number.NaN, readings: Number.NaN };
  return { memory: await memoryOfOne(workers), processor: workers.reduce((sum, { process: { pid } }) => sum + processorSecondsOf(pid), 0), statements, readings };
}

async function memoryOfOne(workers: readonly Worker[]): Promise<Memory> {
  const resident = (memoryOf(workers.map(({ process: { pid } }) => pid))?.bytes ?? Number.NaN) / workers.length;
  const [first] = workers;
  return { resident, live: first === undefined ? Number.NaN : await liveHeapOf(first.inspectorPort) };
}

async function countCollected(client: Client, from: Date): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM channel WHERE collected_at >= $1', [from]);
  return rows[0]?.count ?? 0;
}

async function troubles(client: Client): Promise<string> {
  const { rows } = await client.query<Record<string, unknown>>(`SELECT network, state, trouble, limited_until IS NOT NULL AS limited, count(*)::int FROM channel WHERE collected_at IS NULL OR trouble IS NOT NULL GROUP BY 1, 2, 3, 4`);
  return JSON.stringify(rows);
}
