import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { askDatabase } from './database-client.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import { openDatabaseServer } from '../../apps/api/src/database/open-database-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of an ordinary role that may create databases and roles: the owner of every test's database. */
    ownerUrl: string;
    /** Redis for the queue; null: the queue lives in PostgreSQL. */
    redisUrl: string | null;
  }
}

/**
 * One real PostgreSQL for a project of tests: the embedded one with the queue in it, or, for the project
 * `api-servers`, the servers of PORTEE_TEST_DATABASE_URL and PORTEE_TEST_REDIS_URL.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const onServers = project.name === 'api-servers';
  const given = onServers ? process.env['PORTEE_TEST_DATABASE_URL'] : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'portee-test-'));
  const environment = readEnvironment(given ? { DATABASE_URL: given, PORTEE_SECRET_KEY: 'only-for-tests-only-for-tests-32' } : { PORTEE_DATA: folder });
  const server = await openDatabaseServer(environment, { purpose: 'serve' });
  project.provide('ownerUrl', await ordinaryOwner(server.ownerUrl));
  project.provide('redisUrl', onServers ? (process.env['PORTEE_TEST_REDIS_URL'] ?? null) : null);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** A superuser passes row-level security: tests must not run as one. */
async function ordinaryOwner(serverUrl: string): Promise<string> {
  const password = randomBytes(12).toString('hex');
  const role = `portee_owner_${randomBytes(4).toString('hex')}`;
  await askDatabase(serverUrl, `CREATE ROLE ${role} LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`);
  const url = new URL(serverUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
