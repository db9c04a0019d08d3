import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Environment, readEnvironment } from '../../apps/api/src/config/env.js';
import { type RunningPortee, type StartSettings, startPortee } from '../../apps/api/src/start-portee.js';
import { keptLog } from './kept-logs.js';
import { createDatabase, type TestDatabase, TEST_SECRET_KEY } from './database.js';

type Furnishing = Pick<StartSettings, 'now' | 'logLevel' | 'webFolder'>;

/** Starts the whole program over a test's database, on a free port of this machine. Stop it in afterAll. */
export async function startOver(database: TestDatabase, changes: Partial<Environment> = {}, { logLevel = 'error', ...settings }: Furnishing = {}): Promise<RunningPortee> {
  const environment = { ...readEnvironment({}), port: 0, redisUrl: inject('redisUrl'), ...changes };
  // A process has one logger, which keeps the settings of its first program; here files of tests share a process.
  keptLog.show(logLevel);
  return startPortee({ environment, ...database, secretKey: TEST_SECRET_KEY, logLevel: 'info', logDestination: keptLog, ...settings });
}

/** The whole program in this process, on a database of its own and the queue of this run. */
export interface TestPortee {
  url: string;
  running: RunningPortee;
  database: TestDatabase;
  stop(): Promise<void>;
}

/** The same with a database made for it, which goes when it stops. */
export async function startTestPortee(changes: Partial<Environment> = {}, settings: Furnishing = {}): Promise<TestPortee> {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'portee-data-'));
  const running = await startOver(database, { dataFolder: folder, ...changes }, settings);
  return {
    url: running.url ?? '', running, database,
    stop: async () => {
      await running.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
