import { randomBytes } from 'node:crypto';
import { inject, vi } from 'vitest';
import { askDatabase } from './database-client.js';
import { migrateDatabase } from '../../apps/api/src/database/migrate-database.js';
import { databaseRoles } from '../../apps/api/src/database/role-names.js';

/** Secret key of every installation under test. */
export const TEST_SECRET_KEY = 'only-for-tests-only-for-tests-32';

/** A database of its own, migrated, with the addresses of its roles. */
export interface TestDatabase {
  ownerUrl: string;
  applicationUrl: string;
  queueUrl: string;
  drop(): Promise<void>;
}

/** Makes an empty, migrated database. Call once a file, in beforeAll, and drop it in afterAll. */
export async function createDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = inject('ownerUrl');
  const name = `portee_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const addresses = options.migrated === false ? { applicationUrl: '', queueUrl: '' } : await migrateDatabase(url.href, TEST_SECRET_KEY);
  return { ownerUrl: url.href, ...addresses, drop: () => dropDatabase(serverUrl, name) };
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const roles = Object.values(databaseRoles(name));
  // A connection may live a moment longer than the program that closed it, and only a member of its role may end it.
  for (const role of roles) await onServer(serverUrl, `DO $$ BEGIN IF to_regrole('${role}') IS NOT NULL THEN GRANT ${role} TO CURRENT_USER; END IF; END $$`);
  // An autovacuum worker in it runs as a superuser, whom its owner may not end: it leaves by itself in a moment.
  await vi.waitFor(() => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`), { timeout: 20_000, interval: 100 });
  for (const role of roles) await onServer(serverUrl, `DROP ROLE IF EXISTS ${role}`);
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const url = new URL(serverUrl);
  url.pathname = '/postgres';
  await askDatabase(url.href, sql);
}
