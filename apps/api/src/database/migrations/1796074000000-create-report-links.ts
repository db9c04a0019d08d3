import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Links by which people without an account read the report of a month; and the journal, which can say that somebody came by one. */
export class CreateReportLinks1796074000000 implements MigrationInterface {
  name = 'CreateReportLinks1796074000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_link (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        language text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        made_by text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        reads integer NOT NULL DEFAULT 0,
        last_read_at timestamptz,
        PRIMARY KEY (organisation_id, id)
      )`);
    await runner.query(`COMMENT ON TABLE report_link IS 'taken back, it is deleted'`);
    await runner.query(`COMMENT ON COLUMN report_link.reads IS 'of the page and of its PDF; nothing is kept of who read'`);
    await protectTenantTable(runner, 'report_link');
    await openToLookUps(runner, 'report_link');
    await createLookUp(runner, {
      signature: 'report_link_by_hash(hash bytea)',
      returns: 'TABLE (organisation_id uuid, link_id uuid)',
      body: `RETURN QUERY SELECT l.organisation_id, l.id FROM report_link l WHERE l.token_hash = hash;`,
    });
    await knowActors(runner, ['person', 'program', 'command', 'portee', 'link']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION report_link_by_hash');
    await runner.query('DROP TABLE report_link');
    // The owner is under row-level security too, which here would hide what has to be told otherwise.
    await runner.query('ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE audit_entry SET actor_kind = 'portee' WHERE actor_kind = 'link'`);
    await runner.query('ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY');
    await knowActors(runner, ['person', 'program', 'command', 'portee']);
  }
}

async function knowActors(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  await runner.query('ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_kind_check');
  await runner.query(`ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_kind_check CHECK (actor_kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
}
