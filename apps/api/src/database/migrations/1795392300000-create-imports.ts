import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Files handed in, their bytes until they are applied, their problems, and what undoing them needs. */
export class CreateImports1795392300000 implements MigrationInterface {
  name = 'CreateImports1795392300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'reading', 'needs-mapping', 'needs-decision', 'applied', 'refused', 'undone', 'failed')),
        format text,
        file_name text NOT NULL,
        file_bytes bigint NOT NULL,
        file_sha256 bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by text NOT NULL,
        observed_at timestamptz NOT NULL,
        applied_at timestamptz,
        channel_id uuid,
        channel_ids uuid[] NOT NULL DEFAULT '{}',
        adopted_channel_id uuid,
        file_time_zone text,
        mapping jsonb,
        fingerprint text,
        preview jsonb,
        skip_rejected boolean NOT NULL DEFAULT false,
        rows_read int NOT NULL DEFAULT 0,
        rows_accepted int NOT NULL DEFAULT 0,
        rows_rejected int NOT NULL DEFAULT 0,
        bytes_read bigint NOT NULL DEFAULT 0,
        problems_total int NOT NULL DEFAULT 0,
        outcome jsonb,
        refusal jsonb,
        attempts int NOT NULL DEFAULT 0,
        claimed_at timestamptz,
        PRIMARY KEY (organisation_id, id)
      )`);
    await runner.query(`CREATE INDEX import_uploaded ON import (organisation_id, uploaded_at DESC)`);
    await protectTenantTable(runner, 'import');
    await openToLookUps(runner, 'import');
    await runner.query(`
      CREATE TABLE import_chunk (
        organisation_id uuid NOT NULL, import_id uuid NOT NULL, number int NOT NULL, bytes bytea NOT NULL,
        PRIMARY KEY (organisation_id, import_id, number),
        FOREIGN KEY (organisation_id, import_id) REFERENCES import ON DELETE CASCADE
      )`);
    await runner.query(`ALTER TABLE import_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await protectTenantTable(runner, 'import_chunk');
    await runner.query(`
      CREATE TABLE import_problem (
        organisation_id uuid NOT NULL, import_id uuid NOT NULL, number int NOT NULL,
        line int NOT NULL, column_name text, severity text NOT NULL CHECK (severity IN ('rejected', 'remark')),
        reason text NOT NULL, params jsonb NOT NULL,
        PRIMARY KEY (organisation_id, import_id, number),
        FOREIGN KEY (organisation_id, import_id) REFERENCES import ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'import_problem');
    await runner.query(`
      CREATE TABLE import_replaced (
        organisation_id uuid NOT NULL, import_id uuid NOT NULL, post_id uuid NOT NULL, description jsonb NOT NULL,
        PRIMARY KEY (organisation_id, import_id, post_id),
        FOREIGN KEY (organisation_id, import_id) REFERENCES import ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON TABLE import_replaced IS 'descriptions of posts as they were before an import changed them'`);
    await protectTenantTable(runner, 'import_replaced');
    await runner.query(`
      CREATE TABLE column_mapping (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        fingerprint text NOT NULL, mapping jsonb NOT NULL, used_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, fingerprint)
      )`);
    await protectTenantTable(runner, 'column_mapping');
    await createLookUp(runner, {
      signature: 'imports_waiting(idle_seconds double precision)',
      returns: 'TABLE (organisation_id uuid, import_id uuid)',
      body: `RETURN QUERY SELECT i.organisation_id, i.id FROM import i
         WHERE i.state = 'waiting' OR (i.state = 'reading' AND i.claimed_at < now() - make_interval(secs => idle_seconds))
         ORDER BY i.uploaded_at;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION imports_waiting`);
    for (const table of ['column_mapping', 'import_replaced', 'import_problem', 'import_chunk', 'import']) await runner.query(`DROP TABLE ${table}`);
  }
}
