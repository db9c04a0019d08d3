import { createRequire } from 'node:module';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase, ownerDataSource } from '../../apps/api/src/database/migrate-database.js';
import { migrations } from '../../apps/api/src/database/migrations/index.js';
import { databaseRoles } from '../../apps/api/src/database/role-names.js';
import { createDatabase, TEST_SECRET_KEY } from '../support/database.js';
import { fillEveryTable } from '../support/every-table.js';
import { addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

/** Not of one organisation: what networks know the installation by and ask it to wait for, its keys, the list of migrations; and what better-auth keeps of people in a schema of its own. */
const SHARED_TABLES = ['centre_group', 'encryption_key', 'host', 'network_application', 'network_wait', 'portee_migration', 'worker_beat'];

let ledger: TestLedger;
let owner: Client;

async function fill(name: string): Promise<{ id: string; timeZone: string }> {
  const made = await addOrganisation(ledger.transaction, name);
  await ledger.transaction.run(made.id, (manager) => fillEveryTable(manager, made, name));
  return made;
}

async function tenantTables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  return rows.map(({ name }) => name).filter((name) => !SHARED_TABLES.includes(name));
}

beforeAll(async () => {
  ledger = await openLedger();
  owner = new Client({ connectionString: ledger.database.ownerUrl });
  await owner.connect();
  await fill('premier');
  await fill('second');
});
afterAll(async () => {
  await owner.end();
  await ledger.close();
});

/** What it holds off: row-level-security.e2e.spec.ts. */
describe('row-level security', () => {
  it('is on, and forced, on every table that is not shared', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(SHARED_TABLES);
  });

  it('keeps from the planner which organisations there are, so that it plans for a later one as for any', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attname = 'organisation_id' AND a.attstattarget IS DISTINCT FROM 0`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the roles of the running program', () => {
  it('own nothing that lasts and can pass nothing', async () => {
    // Staging tables are a connection's own and empty between transactions (ledger.e2e.spec.ts): they hold nothing to own.
    const names = Object.values(databaseRoles(new URL(ledger.database.ownerUrl).pathname.slice(1)));
    const { rows: owned } = await owner.query(`SELECT relname FROM pg_class WHERE relowner IN (SELECT oid FROM pg_roles WHERE rolname = ANY ($1)) AND relkind <> 'S' AND relpersistence <> 't'`, [names]);
    expect(owned).toEqual([]);
    const { rows } = await owner.query(`SELECT 1 FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`, [names]);
    expect(rows).toEqual([]);
  });

  it('keep out of each other’s rooms', async () => {
    await expect(ledger.source.query('SELECT * FROM portee_queue.bullmq_queues')).rejects.toThrow(/permission denied/);
    const queue = new Client({ connectionString: ledger.database.queueUrl });
    await queue.connect();
    await expect(queue.query('SELECT * FROM post')).rejects.toThrow(/permission denied|does not exist/);
    await expect(queue.query('SELECT * FROM auth.session')).rejects.toThrow(/permission denied/);
    await queue.end();
  });
});

describe('migrations', () => {
  it('go down and up again, one by one, on a database that holds data', async () => {
    const source = await ownerDataSource(ledger.database.ownerUrl).initialize();
    try {
      for (const _ of migrations) await source.undoLastMigration();
      expect(await tenantTables()).toEqual([]);
      for (let count = 1; count <= migrations.length; count += 1) {
        await source.runMigrations();
        for (let undone = 0; undone < count; undone += 1) await source.undoLastMigration();
      }
    } finally {
      await source.destroy();
    }
    await migrateDatabase(ledger.database.ownerUrl, TEST_SECRET_KEY);
    await fill('third');
  });

  it('make the tables of people as better-auth wants them', async () => {
    const fromApi = createRequire(new URL('../../apps/api/src/main.ts', import.meta.url));
    const { getMigrations } = await import(fromApi.resolve('better-auth/db/migration'));
    const pool = new Pool({ connectionString: ledger.database.ownerUrl, options: '-c search_path=auth' });
    const { toBeCreated, toBeAdded } = await getMigrations({
      database: pool, emailAndPassword: { enabled: true }, user: { additionalFields: { language: { type: 'string', required: true, defaultValue: 'fr' }, timeZone: { type: 'string', required: false } } },
    });
    await pool.end();
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  });

  it('may run from several processes at once', async () => {
    const database = await createDatabase({ migrated: false });
    const addresses = await Promise.all([1, 2, 3].map(() => migrateDatabase(database.ownerUrl, TEST_SECRET_KEY)));
    expect(new Set(addresses.map(({ applicationUrl }) => applicationUrl)).size).toBe(1);
    await database.drop();
  });

  it('refuse a database that a newer Portée has used', async () => {
    await owner.query(`INSERT INTO portee_migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    await expect(migrateDatabase(ledger.database.ownerUrl, TEST_SECRET_KEY)).rejects.toMatchObject({ reason: 'newer-than-program' });
  });
});
