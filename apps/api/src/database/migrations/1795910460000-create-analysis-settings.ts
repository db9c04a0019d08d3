import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What an organisation tells Portée of its place: school holidays, and how its texts ask to be passed on. Null: Portée's own list. */
export class CreateAnalysisSettings1795910460000 implements MigrationInterface {
  name = 'CreateAnalysisSettings1795910460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE analysis_settings (
        organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
        holidays jsonb,
        share_calls text[]
      )`);
    await protectTenantTable(runner, 'analysis_settings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE analysis_settings');
  }
}
