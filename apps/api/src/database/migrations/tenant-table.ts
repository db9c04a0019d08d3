import type { QueryRunner } from 'typeorm';
import { databaseRoles } from '../role-names.js';

/** Quoted name of the application role of the database that is being migrated. */
export async function applicationRole(runner: QueryRunner): Promise<string> {
  const rows: { name: string }[] = await runner.query('SELECT current_database() AS name');
  return `"${databaseRoles(rows[0]?.name ?? 'portee').application.replaceAll('"', '""')}"`;
}

/** Puts a tenant table under row-level security, forced on its owner too, and opens it to the application role. */
export async function protectTenantTable(runner: QueryRunner, table: string, key = 'organisation_id'): Promise<void> {
  const role = await applicationRole(runner);
  const own = `${key} = nullif(current_setting('app.organisation_id', true), '')::uuid`;
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY own_organisation ON ${table} USING (${own}) WITH CHECK (${own})`);
  await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${role}`);
  if (key === 'organisation_id') await planAlike(runner, table);
}

/**
 * Keeps statistics of which organisations there are away from the planner. With them it takes one that came since they were made for one with a single row,
 * thinks any index as good as another, and reads all its rows for each of its rows.
 */
export async function planAlike(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ALTER COLUMN organisation_id SET STATISTICS 0`);
}

/**
 * Lets the owner of the tables read this one across organisations, so that look-up functions work where the
 * owner is an ordinary role and row-level security is forced on it.
 */
export async function openToLookUps(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`CREATE POLICY look_ups ON ${table} FOR SELECT TO CURRENT_USER USING (true)`);
}

/** A look-up that must work before an organisation is known: runs with the owner's rights, returns identifiers only. */
export async function createLookUp(runner: QueryRunner, { signature, returns, body }: { signature: string; returns: string; body: string }): Promise<void> {
  const role = await applicationRole(runner);
  const name = signature.slice(0, signature.indexOf('('));
  await runner.query(`CREATE FUNCTION ${signature} RETURNS ${returns} LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN ${body} END $$`);
  await runner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
  await runner.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${role}`);
}
