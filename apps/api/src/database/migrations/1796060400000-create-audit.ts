import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, protectTenantTable } from './tenant-table.js';

/** Who did what. The application adds lines and reads them: it has no right to change or remove one. */
export class CreateAudit1796060400000 implements MigrationInterface {
  name = 'CreateAudit1796060400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        act text NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'program', 'command', 'portee')),
        actor_id text,
        person_id text,
        subject text CHECK (length(subject) <= 300),
        PRIMARY KEY (organisation_id, id)
      )`);
    await runner.query(`COMMENT ON COLUMN audit_entry.actor_id IS 'of a person or a token; names are looked up, so that an account that is deleted leaves none here'`);
    await protectTenantTable(runner, 'audit_entry');
    await runner.query(`REVOKE UPDATE, DELETE ON audit_entry FROM ${await applicationRole(runner)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
  }
}
