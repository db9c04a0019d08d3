import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseRoles } from '../../apps/api/src/database/role-names.js';
import { fillEveryTable, sumsOfRows, type TenantTable, tenantTables } from '../support/every-table.js';
import { addOrganisation, openLedger, type TestLedger } from '../support/ledger.js';

/** What a look-up may give out by its own right: identifiers, and the role that goes with one. */
const IDENTIFIERS = /^(SETOF )?uuid$|^TABLE\((\w+_id uuid|role text)(, (\w+_id uuid|role text))*\)$/;
/** What gives out something else. Adding one is a decision. */
const TELLS_MORE: Record<string, string> = {
  // Which networks this installation asks at all, for the worker's queues: no organisation is told by it.
  'connected_networks()': 'SETOF text',
  // Until when and for what a key opens: the guard asks before an organisation is known.
  'api_token_by_hash(bytea)': 'TABLE(organisation_id uuid, token_id uuid, role text, scopes text[], expires_at timestamp with time zone, last_used_at timestamp with time zone)',
  // Tells nothing: it puts « deleted » in place of somebody who has no account, in the organisation of the transaction alone.
  'forget_in_journal(text)': 'void',
  // How many lines of the journal went: those of more than half a year, in the organisation of the transaction alone.
  'drop_old_journal(timestamp with time zone)': 'integer',
  // The post office works for everybody: it takes one mail that is due, its words encrypted, and says what became of it. No organisation reads by it.
  'take_mail(timestamp with time zone,interval)': 'TABLE(organisation_id uuid, id uuid, to_address text, language text, sealed bytea, tries integer, created_at timestamp with time zone)',
  'settle_mail(uuid,integer,text,text,timestamp with time zone,timestamp with time zone)': 'boolean',
  'return_mail(uuid,text,timestamp with time zone)': 'boolean',
  'forget_mails(timestamp with time zone)': 'void',
  // Puts six centres or more together into a row without names, once, and says whether it did.
  'keep_centre_group(text,text,timestamp with time zone)': 'boolean',
};

let ledger: TestLedger;
let owner: Client;
/** The role of the running program, on a connection of its own, with none of the program's checks. */
let program: Client;
let ours: string;
let theirs: string;
let tables: TenantTable[];

beforeAll(async () => {
  ledger = await openLedger();
  owner = new Client({ connectionString: ledger.database.ownerUrl });
  program = new Client({ connectionString: ledger.database.applicationUrl });
  await Promise.all([owner.connect(), program.connect()]);
  [ours, theirs] = [await fill('ours'), await fill('theirs')];
  tables = await ledger.transaction.lookUp(tenantTables);
});
afterAll(async () => {
  await Promise.all([owner.end(), program.end()]);
  await ledger.close();
});

async function fill(name: string): Promise<string> {
  const made = await addOrganisation(ledger.transaction, name);
  await ledger.transaction.run(made.id, (manager) => fillEveryTable(manager, made, name));
  return made.id;
}

/** Does something as an organisation, or as none, and takes it back. @returns what it said, or why it was refused */
async function as(organisationId: string | null, sql: string, parameters: unknown[] = []): Promise<{ rows: number } | { refused: string }> {
  await program.query('BEGIN');
  try {
    if (organisationId !== null) await program.query(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId]);
    await program.query('SET CONSTRAINTS ALL DEFERRED');
    return { rows: (await program.query(sql, parameters)).rowCount ?? 0 };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  } finally {
    await program.query('ROLLBACK');
  }
}

const nobodysRows = [{ rows: 0 }, { refused: expect.stringContaining('permission denied') }];
const PASSED = /row-level security|permission denied/;

describe('row-level security alone, without any check of the program', () => {
  it('knows every table there is, and each holds a row of theirs that could be seen', async () => {
    const sums = await ledger.transaction.run(theirs, (manager) => sumsOfRows(manager, theirs));
    expect(Object.entries(sums).filter(([, sum]) => sum.startsWith('0 '))).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  it.each([{ who: 'another organisation', asks: () => ours }, { who: 'no organisation', asks: () => null }])('lets $who see, change and remove no row of theirs', async ({ asks }) => {
    const before = await ledger.transaction.run(theirs, (manager) => sumsOfRows(manager, theirs));
    for (const { name, key } of tables) {
      const tries = [`SELECT 1 FROM ${name} WHERE ${key} = $1`, `UPDATE ${name} SET ${key} = ${key} WHERE ${key} = $1`, `DELETE FROM ${name} WHERE ${key} = $1`];
      for (const sql of tries) expect(nobodysRows, sql).toContainEqual(await as(asks(), sql, [theirs]));
      expect(await as(asks(), `SELECT 1 FROM ${name} WHERE ${key} <> coalesce($1::uuid, gen_random_uuid())`, [asks()]), name).toEqual({ rows: 0 });
    }
    expect(await ledger.transaction.run(theirs, (manager) => sumsOfRows(manager, theirs))).toEqual(before);
  });

  it('lets nobody write a row for them, nor give them one of one’s own', async () => {
    for (const { name, key } of tables) {
      const row = await rowOf(name);
      for (const writer of [ours, null]) expect(await as(writer, `INSERT INTO ${name} SELECT * FROM json_populate_record(NULL::${name}, $1)`, [row]), name).toEqual({ refused: expect.stringMatching(PASSED) });
      expect(await as(ours, `UPDATE ${name} SET ${key} = $1`, [theirs]), name).toEqual({ refused: expect.stringMatching(PASSED) });
    }
  });

  it('is missed where a table comes without its policy', async () => {
    await owner.query('CREATE TABLE planted (organisation_id uuid, word text)');
    await owner.query(`GRANT SELECT ON planted TO "${databaseRoles(new URL(ledger.database.ownerUrl).pathname.slice(1)).application}"`);
    await owner.query(`INSERT INTO planted VALUES ($1, 'x')`, [theirs]);
    expect((await ledger.transaction.lookUp(tenantTables)).map(({ name }) => name)).toContain('planted');
    expect(await as(ours, 'SELECT 1 FROM planted WHERE organisation_id = $1', [theirs])).toEqual({ rows: 1 });
    await owner.query('DROP TABLE planted');
  });
});

/** A whole row of theirs, as JSON. */
async function rowOf(table: string): Promise<string> {
  return ledger.transaction.run(theirs, async (manager) => {
    const [row]: { row: string }[] = await manager.query(`SELECT row_to_json(t)::text AS row FROM ${table} t LIMIT 1`);
    return row?.row ?? '';
  });
}

describe('what passes row-level security', () => {
  it('is a list of look-ups that give identifiers only, for the program alone, with the place they look in pinned', async () => {
    const { rows } = await owner.query<{ name: string; gives: string; path: string[]; open: boolean }>(
      `SELECT p.oid::regprocedure::text AS name, pg_get_function_result(p.oid) AS gives, p.proconfig AS path, has_function_privilege('public', p.oid, 'EXECUTE') AS open
       FROM pg_proc p WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) ORDER BY 1`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.fromEntries(rows.filter(({ gives }) => !IDENTIFIERS.test(gives)).map(({ name, gives }) => [name, gives]))).toEqual(TELLS_MORE);
    for (const { name, path, open } of rows) expect({ name, path, open }).toEqual({ name, path: ['search_path=public, pg_temp'], open: false });
  });

  it('is no view, and no table of another schema that holds an organisation’s rows', async () => {
    const { rows: views } = await owner.query(
      `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
         AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`,
    );
    expect(views).toEqual([]);
    const { rows: elsewhere } = await owner.query(`SELECT table_schema, table_name FROM information_schema.columns WHERE column_name = 'organisation_id' AND table_schema <> 'public'`);
    expect(elsewhere).toEqual([]);
  });

  it('is no right of the one role in the rooms of the other, table by table', async () => {
    const roles = databaseRoles(new URL(ledger.database.ownerUrl).pathname.slice(1));
    const rights = (role: string, schemas: string[]) => owner.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY ($2) AND c.relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege($1, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')`, [role, schemas]);
    expect((await rights(roles.application, ['portee_queue'])).rows).toEqual([]);
    expect((await rights(roles.queue, ['public', 'auth'])).rows).toEqual([]);
    const { rows: bypasses } = await owner.query(`SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND has_table_privilege($1, c.oid, 'TRUNCATE')`, [roles.application]);
    expect(bypasses).toEqual([]);
  });
});
