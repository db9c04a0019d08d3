import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { PROJECT_FOLDER, type Environment, currentEnvironment, currentLanguage } from '../config/env.js';
import { SECRET_KEY_FILE } from '../config/secret-key.js';
import { StartError } from '../config/start-error.js';
import { sentenceFor } from '../config/terminal-messages.js';
import { migrations } from '../database/migrations/index.js';
import { openDatabaseServer } from '../database/open-database-server.js';
import { type DoctorMessages, doctorMessages } from './doctor-messages.js';

/** One thing looked at. `problem` keeps Portée from working; `advice` does not. */
export interface Finding {
  check: 'settings' | 'node' | 'data-folder' | 'secret-key' | 'database' | 'migrations' | 'queue' | 'pages' | 'address' | 'mail';
  state: 'good' | 'advice' | 'problem';
  /** What was found, and what to do about it, in the language of the terminal. */
  sentence: string;
}

const ROOM_TO_WORK_BYTES = 1024 ** 3;
const OLDEST_NODE = 22;
const ONLY_OWNER = 0o077;
const REDIS_TIMEOUT_MS = 5000;

/**
 * Looks at everything this installation needs, and says in plain words what is wrong with it. Changes nothing;
 * works while Portée runs and when it does not.
 */
export async function examineInstallation(): Promise<Finding[]> {
  const say = doctorMessages(currentLanguage());
  try {
    const environment = currentEnvironment();
    return [
      ...examineSettings(environment, say),
      ...(await examineDataFolder(environment, say)),
      ...(await examineDatabase(environment, say)),
      ...(await examineQueue(environment, say)),
      examinePages(say),
    ];
  } catch (error) {
    return [problemOf('settings', error)];
  }
}

function examineSettings({ unknownNames, host, publicUrl, smtpUrl }: Environment, say: DoctorMessages): Finding[] {
  const isOpen = !['127.0.0.1', 'localhost', '::1'].includes(host);
  const isPlain = isOpen && !publicUrl?.startsWith('https://');
  const major = Number.parseInt(process.versions.node, 10);
  return [
    ...unknownNames.map((name): Finding => ({ check: 'settings', state: 'advice', sentence: say.unknownVariable({ name }) })),
    ...(unknownNames.length === 0 ? [good('settings', say.settingsGood)] : []),
    major < OLDEST_NODE ? { check: 'node', state: 'advice', sentence: say.nodeOld({ found: process.versions.node }) } : good('node', say.nodeGood({ found: process.versions.node })),
    isPlain ? { check: 'address', state: 'advice', sentence: say.addressPlain({ host }) } : good('address', say.addressGood),
    smtpUrl === null ? { check: 'mail', state: 'advice', sentence: say.mailAbsent } : good('mail', say.mailGiven),
  ];
}

async function examineDataFolder({ dataFolder, databaseUrl }: Environment, say: DoctorMessages): Promise<Finding[]> {
  if (databaseUrl !== null || !existsSync(dataFolder)) return [];
  const { bavail, bsize } = await statfs(dataFolder);
  const megabytes = Math.round((bavail * bsize) / 1024 ** 2);
  const hasRoom = bavail * bsize >= ROOM_TO_WORK_BYTES;
  const folder = hasRoom ? good('data-folder', say.roomGood({ dataFolder, megabytes })) : advice('data-folder', say.roomShort({ dataFolder, megabytes }));
  return [folder, ...(await examineKeptKey(join(dataFolder, SECRET_KEY_FILE), say))];
}

async function examineKeptKey(file: string, say: DoctorMessages): Promise<Finding[]> {
  if (!existsSync(file)) return [];
  const isReadByOthers = process.platform !== 'win32' && ((await stat(file)).mode & ONLY_OWNER) !== 0;
  return [isReadByOthers ? { check: 'secret-key', state: 'problem', sentence: say.keyOpen({ file }) } : good('secret-key', say.keyGood({ file }))];
}

async function examineDatabase(environment: Environment, say: DoctorMessages): Promise<Finding[]> {
  try {
    const server = await openDatabaseServer(environment, { purpose: 'command' });
    try {
      return await examineContents(server.ownerUrl, say);
    } finally {
      await server.stop();
    }
  } catch (error) {
    return [problemOf('database', error)];
  }
}

async function examineContents(ownerUrl: string, say: DoctorMessages): Promise<Finding[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; present: boolean }>(
      `SELECT current_setting('server_version') AS version, to_regclass('public.portee_migration') IS NOT NULL AS present`,
    );
    const isMigrated = rows[0]?.present === true;
    const applied = isMigrated ? (await client.query<{ name: string }>('SELECT name FROM portee_migration')).rows : [];
    return [good('database', say.databaseGood({ version: rows[0]?.version ?? '?' })), judgeMigrations(applied.map(({ name }) => name), say)];
  } finally {
    await client.end();
  }
}

function judgeMigrations(applied: string[], say: DoctorMessages): Finding {
  const known = migrations.map((migration) => migration.name);
  if (applied.some((name) => !known.includes(name))) return { check: 'migrations', state: 'problem', sentence: sentenceFor({ reason: 'database-newer' }, currentLanguage()) };
  const waiting = known.length - applied.length;
  return waiting === 0 ? good('migrations', say.migrationsGood) : advice('migrations', say.migrationsWaiting({ waiting }));
}

async function examineQueue({ redisUrl }: Environment, say: DoctorMessages): Promise<Finding[]> {
  if (redisUrl === null) return [];
  const redis = new Redis(redisUrl, { lazyConnect: true, connectTimeout: REDIS_TIMEOUT_MS, maxRetriesPerRequest: 0, retryStrategy: null });
  redis.on('error', () => undefined); // told by the question below
  try {
    await redis.connect();
    await redis.ping();
    return [good('queue', say.queueGood)];
  } catch {
    return [{ check: 'queue', state: 'problem', sentence: sentenceFor({ reason: 'queue-unreachable', isRedis: true }, currentLanguage()) }];
  } finally {
    redis.disconnect();
  }
}

function examinePages(say: DoctorMessages): Finding {
  const isBuilt = existsSync(join(PROJECT_FOLDER, 'apps/web/dist/index.html'));
  return isBuilt ? good('pages', say.pagesGood) : { check: 'pages', state: 'problem', sentence: say.pagesMissing };
}

function good(check: Finding['check'], sentence: string): Finding {
  return { check, state: 'good', sentence };
}

function advice(check: Finding['check'], sentence: string): Finding {
  return { check, state: 'advice', sentence };
}

/** @throws the error, when it is none that a person at the terminal can cure */
function problemOf(check: Finding['check'], error: unknown): Finding {
  if (!(error instanceof StartError)) throw error;
  return { check, state: 'problem', sentence: sentenceFor(error.problem, currentLanguage()) };
}
