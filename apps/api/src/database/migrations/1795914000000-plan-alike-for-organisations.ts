import type { MigrationInterface, QueryRunner } from 'typeorm';
import { planAlike } from './tenant-table.js';

/** Tables that were there before each new one was made so. */
export class PlanAlikeForOrganisations1795914000000 implements MigrationInterface {
  name = 'PlanAlikeForOrganisations1795914000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of await tenantTables(runner)) await planAlike(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of await tenantTables(runner)) await runner.query(`ALTER TABLE ${table} ALTER COLUMN organisation_id SET STATISTICS -1`);
  }
}

async function tenantTables(runner: QueryRunner): Promise<string[]> {
  const rows: { name: string }[] = await runner.query(
    `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attname = 'organisation_id' AND NOT a.attisdropped ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
