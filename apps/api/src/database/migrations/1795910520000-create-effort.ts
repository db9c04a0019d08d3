import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What channels cost: hours of work, and euros of the channel or of one of its posts. Never by named person. */
export class CreateEffort1795910520000 implements MigrationInterface {
  name = 'CreateEffort1795910520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE effort (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        month text NOT NULL,
        hours numeric(8, 2) NOT NULL CHECK (hours >= 0),
        entered_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, channel_id, month),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'effort');
    await runner.query(`
      CREATE TABLE spend (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        month text NOT NULL,
        post_id uuid,
        euros numeric(12, 2) NOT NULL CHECK (euros >= 0),
        entered_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (organisation_id, channel_id, month, post_id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN spend.post_id IS 'null: of the channel, not of one post'`);
    await protectTenantTable(runner, 'spend');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['spend', 'effort']) await runner.query(`DROP TABLE ${table}`);
  }
}
