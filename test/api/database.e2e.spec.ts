import { createRequire } from 'node:module';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase, ownerDataSource } from '../../apps/api/src/database/migrate-database.js';
import { migrations } from '../../apps/api/src/database/migrations/index.js';
import { databaseRoles } from '../../apps/api/src/database/role-names.js';
import { createDatabase, TEST_SECRET_KEY } from '../support/database.js';
import { addChannel, addOrganisation, openLedger, reading, type TestLedger, write } from '../support/ledger.js';

/** Not of one organisation: what networks know the installation by and ask it to wait for, its keys, the list of migrations; and what better-auth keeps of people in a schema of its own. */
const SHARED_TABLES = ['encryption_key', 'network_application', 'network_wait', 'portee_migration'];

let ledger: TestLedger;
let owner: Client;
let organisation: { id: string; timeZone: string };

async function fill(name: string): Promise<{ id: string; timeZone: string }> {
  const made = await addOrganisation(ledger.transaction, name);
  await ledger.transaction.run(made.id, async (manager) => {
    const channel = await addChannel(manager, made, 'facebook');
    const posts = [reading('1', '2025-03-01T10:00:00Z', { figures: { reach: 60, followers: 1000 } })];
    await write(manager, made.id, { channel, observedAt: '2025-04-01T10:00:00Z', posts });
    await manager.query(`INSERT INTO membership VALUES ($1, 'somebody', 'owner')`, [made.id]);
    await manager.query(`INSERT INTO api_token (organisation_id, id, name, token_hash, role) VALUES ($1, $1, 'x', sha256($2), 'reader')`, [made.id, Buffer.from(name)]);
    await manager.query(`INSERT INTO monthly_figure VALUES ($1, $2, '2025-03', 'views', now(), 3, 'views', NULL, 'owner')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO unpaid_period (organisation_id, channel_id, id, from_day, to_day, declared_by) VALUES ($1, $2, $1, '2025-01-01', '2025-02-01', 'owner')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO import (organisation_id, id, state, file_name, file_bytes, file_sha256, uploaded_at, uploaded_by, observed_at) VALUES ($1, $1, 'waiting', 'x', 0, '', now(), 'owner', now())`, [made.id]);
    await manager.query(`INSERT INTO import_chunk VALUES ($1, $1, 1, 'x')`, [made.id]);
    await manager.query(`INSERT INTO import_problem VALUES ($1, $1, 1, 2, NULL, 'remark', 'x', '{}')`, [made.id]);
    await manager.query(`INSERT INTO import_replaced SELECT $1, $1, id, '{}' FROM post`, [made.id]);
    await manager.query(`INSERT INTO encryption_key (id, sealed) VALUES ($1, 'x') ON CONFLICT DO NOTHING`, [made.id]);
    await manager.query(`INSERT INTO credential (organisation_id, channel_id, key_id, sealed, issued_at) VALUES ($1, $2, $1, 'x', now())`, [made.id, channel.id]);
    await manager.query(`INSERT INTO connection_attempt (organisation_id, id, network, way, started_by, expires_at) VALUES ($1, $1, 'mastodon', 'find', 'owner', now())`, [made.id]);
    await manager.query(`INSERT INTO ingestion_run (organisation_id, id, channel_id, kind, state, holder, started_at, stage, since) VALUES ($1, $1, $2, 'first', 'done', $1, now(), 'known', now())`, [made.id, channel.id]);
    await manager.query(`INSERT INTO effort VALUES ($1, $2, '2025-03', 2.25, now())`, [made.id, channel.id]);
    await manager.query(`INSERT INTO spend (organisation_id, channel_id, month, post_id, euros, entered_at) SELECT $1, $2, '2025-03', id, 12.5, now() FROM post`, [made.id, channel.id]);
    await manager.query(`INSERT INTO theme (organisation_id, id, name) VALUES ($1, $1, 'ateliers')`, [made.id]);
    await manager.query(`INSERT INTO post_theme (organisation_id, theme_id, post_id, by_hand) SELECT $1, $1, id, true FROM post`, [made.id]);
    await manager.query(`INSERT INTO appointment (organisation_id, id, channel_id, title, weekday, time, every_weeks, from_day, skips_holidays, theme_id) VALUES ($1, $1, $2, 'jeudi', 4, '18:30', 1, '2025-03-06', false, $1)`, [made.id, channel.id]);
    await manager.query(`INSERT INTO appointment_exception VALUES ($1, $1, '2025-03-13', 'skipped', NULL, NULL, NULL, 1)`, [made.id]);
    await manager.query(`INSERT INTO planned_post (organisation_id, id, channel_id, title, day, time, appointment_id, appointment_day) VALUES ($1, $1, $2, 'x', '2025-03-06', '18:30', $1, '2025-03-06')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO calendar_feed (organisation_id, id, token_hash, created_at) VALUES ($1, $1, sha256($2), now())`, [made.id, Buffer.from(name)]);
    await manager.query(`INSERT INTO channel_advice VALUES ($1, $2, 1, 1, 'x', now(), now(), '{}', '[]', '{}')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO channels_compared VALUES ($1, 'x')`, [made.id]);
    await manager.query(`INSERT INTO recommendation VALUES ($1, $2, $1, 0, 'advice', 'hour_band', 'evening', 0.4, 0.1, 0.8, 12, 'do_more', NULL, now(), 1, 'x')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO recommendation_change VALUES ($1, $1, $2, now(), now(), 'test', 0.4, -0.1, 0.8, 10, 1, 'x')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO recommendation_decision (organisation_id, id, recommendation_id, channel_id, dimension, decision, said, decided_at, decided_by) VALUES ($1, $1, $1, $2, 'hour_band', 'accepted', '{}', now(), 'owner')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO plan_line (organisation_id, id, channel_id, decision_id, kind, title, from_day) VALUES ($1, $1, $2, $1, 'rule', 'x', '2025-03-06')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO experiment (organisation_id, id, channel_id, recommendation_id, dimension, level, against, sees, each_arm, seed, metric, starts_day, last_day, started_at, started_by, state) VALUES ($1, $1, $2, $1, 'hour_band', 'evening', 'morning', 1, 10, 4294967295, 'reach-rate', '2025-03-06', '2025-06-06', now(), 'owner', 'under_way')`, [made.id, channel.id]);
    await manager.query(`INSERT INTO experiment_slot VALUES ($1, $1, 1, 1, 'level', '2025-03-06', 'photo', $1, NULL)`, [made.id]);
    await manager.query(`INSERT INTO month_review VALUES ($1, '2025-03', 'x', 1, now(), 'owner', '{}')`, [made.id]);
    await manager.query(`INSERT INTO post_link (organisation_id, post_id, kind, planned_post_id, linked_by, linked_at, version) SELECT $1, id, 'plan', $1, 'owner', now(), 1 FROM post`, [made.id]);
    await manager.query(`INSERT INTO invitation (organisation_id, id, role, token_hash, created_at, expires_at) VALUES ($1, $1, 'reader', sha256($2), now(), now())`, [made.id, Buffer.from(`invited by ${name}`)]);
    await manager.query(`INSERT INTO audit_entry (organisation_id, id, act, actor_kind) VALUES ($1, $1, 'signed-in', 'portee')`, [made.id]);
    await manager.query(`INSERT INTO agenda VALUES ($1, $1, now(), 'owner', '2025-01-01', '2026-01-01', 1, 1, '[]', '[]')`, [made.id]);
    await manager.query(`INSERT INTO agenda_event VALUES ($1, $1, 0, 'x', NULL, '2025-03-06', '2025-03-06', NULL, NULL)`, [made.id]);
    await manager.query(`INSERT INTO objective (organisation_id, id, channel_id, quarter, measure, target) VALUES ($1, $1, $2, '2025-Q1', 'posts', 12)`, [made.id, channel.id]);
    await manager.query(`INSERT INTO written_plan VALUES ($1, '{}', now(), '2025-03-06', 'le conseil', 1)`, [made.id]);
    await manager.query(`INSERT INTO analysis_settings VALUES ($1, '[]', '{}')`, [made.id]);
    await manager.query(`INSERT INTO column_mapping VALUES ($1, 'x', '{}', now())`, [made.id]);
  });
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
  organisation = await fill('premier');
  await fill('second');
});
afterAll(async () => {
  await owner.end();
  await ledger.close();
});

describe('row-level security', () => {
  it('is on, and forced, on every table that is not shared', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(SHARED_TABLES);
  });

  it('shows every table its own organisation’s rows alone, in which there are some', async () => {
    for (const table of await tenantTables()) {
      const column = table === 'organisation' ? 'id' : 'organisation_id';
      const rows = await ledger.transaction.run(organisation.id, (manager) => manager.query<Record<string, string>[]>(`SELECT * FROM ${table}`));
      expect(rows.length, table).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row[column])), table).toEqual(new Set([organisation.id]));
    }
  });

  it('keeps from the planner which organisations there are, so that it plans for a later one as for any', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attname = 'organisation_id' AND a.attstattarget IS DISTINCT FROM 0`,
    );
    expect(rows).toEqual([]);
  });

  it('shows nothing at all where no organisation was said', async () => {
    for (const table of await tenantTables()) expect(await ledger.source.query(`SELECT * FROM ${table}`), table).toEqual([]);
  });

  it('refuses rows written for another organisation', async () => {
    const stranger = '01900000-0000-7000-8000-000000000001';
    const writing = ledger.transaction.run(organisation.id, (manager) => manager.query(`INSERT INTO membership VALUES ($1, 'x', 'owner')`, [stranger]));
    await expect(writing).rejects.toThrow('row-level security');
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
      database: pool, emailAndPassword: { enabled: true }, user: { additionalFields: { language: { type: 'string', required: true, defaultValue: 'fr' } } },
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
