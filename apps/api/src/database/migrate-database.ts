import { runMigrations as migrateQueue } from 'bullmq';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { QUEUE_SCHEMA, databaseRoles, rolePassword, urlForRole } from './role-names.js';

/** Why the database could not be brought to this version. */
export class MigrationError extends Error {
  constructor(
    readonly reason: 'newer-than-program' | 'needs-create-role' | 'role-too-strong' | 'failed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Addresses of the two roles that the running program uses. */
export interface DatabaseAddresses {
  applicationUrl: string;
  queueUrl: string;
}

/** Any constant will do; it must only be the same in every Portée process. */
export const MIGRATION_LOCK = 7_305_001;

/**
 * Brings roles, tables and queue to the version of this program, as the owner. Safe to run from several
 * processes at once and as often as one likes.
 * @throws MigrationError  a newer Portée has been here, or the owner may not create roles
 */
export async function migrateDatabase(ownerUrl: string, secretKey: string): Promise<DatabaseAddresses> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const database = await currentDatabase(client);
    const roles = databaseRoles(database);
    await prepareRoles(client, Object.values(roles), secretKey);
    await migrateTables(ownerUrl);
    await prepareQueue(client, roles.queue);
    return { applicationUrl: urlForRole(ownerUrl, roles.application, secretKey), queueUrl: urlForRole(ownerUrl, roles.queue, secretKey) };
  } finally {
    await client.end();
  }
}

/** A data source for the owner: migrations only. */
export function ownerDataSource(ownerUrl: string): DataSource {
  return new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: 'portee_migration', migrationsTransactionMode: 'each' });
}

async function currentDatabase(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const name = rows[0]?.name;
  if (name === undefined) throw new MigrationError('failed', 'the server did not tell the name of the database');
  return name;
}

async function prepareRoles(client: Client, roles: readonly string[], secretKey: string): Promise<void> {
  for (const role of roles) {
    const { rows } = await client.query<{ tooStrong: boolean }>('SELECT rolsuper OR rolbypassrls AS "tooStrong" FROM pg_roles WHERE rolname = $1', [role]);
    if (rows[0]?.tooStrong) throw new MigrationError('role-too-strong', `the role ${role} is a superuser or passes row-level security`);
    const verb = rows.length === 0 ? 'CREATE' : 'ALTER';
    try {
      await client.query(`${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(rolePassword(secretKey, role))}`);
    } catch (cause) {
      throw new MigrationError('needs-create-role', `the owner of the database may not ${verb.toLowerCase()} the role ${role}`, { cause });
    }
  }
}

async function migrateTables(ownerUrl: string): Promise<void> {
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    await refuseNewerDatabase(source);
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function refuseNewerDatabase(source: DataSource): Promise<void> {
  const [table] = await source.query<{ present: boolean }[]>(`SELECT to_regclass('public.portee_migration') IS NOT NULL AS present`);
  if (table?.present !== true) return;
  const applied = await source.query<{ name: string }[]>('SELECT name FROM portee_migration');
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown) throw new MigrationError('newer-than-program', `the database was migrated by a newer Portée (${unknown.name})`);
}

/** BullMQ makes one sequence per queue at first use, hence CREATE on its schema, and they are the role's own: an ordinary owner could not grant them. It owns no table. */
async function prepareQueue(client: Client, role: string): Promise<void> {
  const name = escapeIdentifier(role);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA}`);
  await migrateQueue(client, QUEUE_SCHEMA);
  await client.query(`
    GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${name};
    DO $$ DECLARE own regclass; BEGIN
      FOR own IN SELECT oid FROM pg_class WHERE relnamespace = '${QUEUE_SCHEMA}'::regnamespace AND relkind = 'S' AND pg_has_role(relowner, 'USAGE')
      LOOP EXECUTE format('GRANT USAGE ON SEQUENCE %s TO %I', own, ${escapeLiteral(role)}); END LOOP;
    END $$;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${name};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT USAGE ON SEQUENCES TO ${name};
    REVOKE ALL ON SCHEMA public FROM ${name};
  `);
}
