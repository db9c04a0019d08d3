import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What a team says of a month, and the month as it was when they closed it. */
export class CreateMonthReview1795995600000 implements MigrationInterface {
  name = 'CreateMonthReview1795995600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE month_review (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        comment text CHECK (length(comment) BETWEEN 1 AND 2000),
        version int NOT NULL DEFAULT 1,
        closed_at timestamptz,
        closed_by text,
        report jsonb,
        PRIMARY KEY (organisation_id, month),
        CHECK ((closed_at IS NULL) = (report IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL))
      )`);
    await runner.query(`COMMENT ON COLUMN month_review.report IS 'the month as it was told when it was closed; later figures do not rewrite it'`);
    await runner.query(`COMMENT ON COLUMN month_review.closed_by IS 'a role, never a person'`);
    await protectTenantTable(runner, 'month_review');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE month_review');
  }
}
