import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { Organisation } from '../../apps/api/src/accounts/organisation.entity.js';
import { readEnvironment } from '../../apps/api/src/config/env.js';
import { applicationDataSource } from '../../apps/api/src/database/data-source.js';
import { migrateDatabase } from '../../apps/api/src/database/migrate-database.js';
import { openDatabaseServer } from '../../apps/api/src/database/open-database-server.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { askDatabase } from '../support/database-client.js';

/** Which PostgreSQL is measured. */
export type DatabaseKind = 'embedded' | 'server';

const SECRET_KEY = 'only-for-benches-only-for-bench-32';

/** A migrated database for the time of a measure. */
export interface BenchDatabase {
  kind: DatabaseKind;
  ownerUrl: string;
  applicationUrl: string;
  queueUrl: string;
  secretKey: string;
  transaction: TenantTransaction;
  drop(): Promise<void>;
}

/** Kinds that can be measured here: a server only when PORTEE_TEST_DATABASE_URL names one. */
export function databaseKinds(): DatabaseKind[] {
  return process.env['PORTEE_TEST_DATABASE_URL'] === undefined ? ['embedded'] : ['embedded', 'server'];
}

export async function openBenchDatabase(kind: DatabaseKind): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'portee-bench-'));
  const given = process.env['PORTEE_TEST_DATABASE_URL'] ?? '';
  const environment = readEnvironment(kind === 'server' ? { DATABASE_URL: given, PORTEE_SECRET_KEY: SECRET_KEY } : { PORTEE_DATA: folder });
  const server = await openDatabaseServer(environment, { purpose: 'serve' });
  const name = `portee_bench_${randomBytes(5).toString('hex')}`;
  await askDatabase(server.ownerUrl, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const owner = new URL(server.ownerUrl);
  owner.pathname = `/${name}`;
  const addresses = await migrateDatabase(owner.href, SECRET_KEY);
  const source = await applicationDataSource(addresses.applicationUrl, 4).initialize();
  return {
    kind, ownerUrl: owner.href, ...addresses, secretKey: SECRET_KEY, transaction: new TenantTransaction(source),
    drop: async () => {
      await source.destroy();
      await askDatabase(server.ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      for (const role of [`${name}_app`, `${name}_queue`]) await askDatabase(server.ownerUrl, `DROP ROLE IF EXISTS ${role}`);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An organisation of its own; its id. */
export async function addBenchOrganisation({ transaction }: BenchDatabase): Promise<string> {
  const id = newId();
  await transaction.run(id, (manager) => manager.insert(Organisation, { id, slug: `banc-${id}`, name: 'Le banc', timeZone: 'Europe/Brussels', isDemonstration: false }));
  return id;
}
