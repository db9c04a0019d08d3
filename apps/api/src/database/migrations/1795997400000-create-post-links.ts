import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What people say of which published post fills which plan. Links that nobody made are found anew whenever they are asked for, and kept nowhere. */
export class CreatePostLinks1795997400000 implements MigrationInterface {
  name = 'CreatePostLinks1795997400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_link (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('plan', 'none', 'found')),
        planned_post_id uuid,
        appointment_id uuid,
        appointment_day date,
        linked_by text NOT NULL CHECK (length(linked_by) BETWEEN 1 AND 60),
        linked_at timestamptz NOT NULL,
        version int NOT NULL,
        PRIMARY KEY (organisation_id, post_id),
        FOREIGN KEY (organisation_id, post_id) REFERENCES post (organisation_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, planned_post_id) REFERENCES planned_post ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment ON DELETE CASCADE,
        CHECK ((appointment_id IS NULL) = (appointment_day IS NULL)),
        CHECK (num_nonnulls(planned_post_id, appointment_id) = CASE kind WHEN 'plan' THEN 1 ELSE 0 END)
      )`);
    await runner.query(`COMMENT ON COLUMN post_link.kind IS 'plan: it fills this one; none: it fills none; found: what people said of it was taken back, and counts for its version alone'`);
    await runner.query(`COMMENT ON COLUMN post_link.linked_by IS 'a role, never a person'`);
    await runner.query('CREATE UNIQUE INDEX post_link_planned ON post_link (organisation_id, planned_post_id)');
    await runner.query('CREATE UNIQUE INDEX post_link_occurrence ON post_link (organisation_id, appointment_id, appointment_day)');
    await protectTenantTable(runner, 'post_link');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE post_link');
  }
}
