import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What a team writes of its communication plan: one an organisation. */
export class CreateWrittenPlan1796011200000 implements MigrationInterface {
  name = 'CreateWrittenPlan1796011200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE written_plan (
        organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
        text jsonb NOT NULL CHECK (jsonb_typeof(text) = 'object'),
        text_changed_at timestamptz NOT NULL,
        adopted_day date,
        adopted_by text CHECK (length(adopted_by) BETWEEN 1 AND 120),
        version int NOT NULL,
        CHECK ((adopted_day IS NULL) = (adopted_by IS NULL))
      )`);
    await runner.query(`COMMENT ON COLUMN written_plan.text IS 'aims, publics, duties, rules of the house, rhythm and day of revision, as the contract has them'`);
    await runner.query(`COMMENT ON COLUMN written_plan.adopted_by IS 'a body, never a person'`);
    await protectTenantTable(runner, 'written_plan');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE written_plan');
  }
}
