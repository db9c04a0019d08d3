import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What channels are to reach in a quarter. */
export class CreateObjectives1795999200000 implements MigrationInterface {
  name = 'CreateObjectives1795999200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE objective (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        channel_id uuid NOT NULL,
        quarter text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
        measure text NOT NULL CHECK (measure IN ('reach-rate', 'posts')),
        target float8 NOT NULL CHECK (target > 0),
        version int NOT NULL DEFAULT 1,
        deleted_at timestamptz,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN objective.target IS 'of a reach rate a fraction, of posts a whole number'`);
    await runner.query('CREATE UNIQUE INDEX objective_one ON objective (organisation_id, channel_id, quarter, measure) WHERE deleted_at IS NULL');
    await protectTenantTable(runner, 'objective');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE objective');
  }
}
