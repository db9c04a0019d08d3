import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a collection stopped short at its cursor: a cursor is thrown away for what itself does, not for what others before it did. */
export class CountTriesOfRuns1795546800000 implements MigrationInterface {
  name = 'CountTriesOfRuns1795546800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ingestion_run ADD COLUMN tries int NOT NULL DEFAULT 0');
    await runner.query(`COMMENT ON COLUMN ingestion_run.tries IS 'how often it stopped short since its cursor last moved'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ingestion_run DROP COLUMN tries');
  }
}
