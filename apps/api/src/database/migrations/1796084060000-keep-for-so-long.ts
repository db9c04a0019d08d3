import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, protectTenantTable } from './tenant-table.js';

/** For how long an organisation keeps what it has, and what its register of processing says of it. */
export class KeepForSoLong1796084060000 implements MigrationInterface {
  name = 'KeepForSoLong1796084060000';

  async up(runner: QueryRunner): Promise<void> {
    const months = (name: string) => `${name}_months smallint CHECK (${name}_months BETWEEN 6 AND 240)`;
    await runner.query(`
      CREATE TABLE privacy_settings (
        organisation_id uuid NOT NULL PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
        ${months('texts')}, ${months('imports')}, ${months('figures')},
        journal_months smallint NOT NULL DEFAULT 36 CHECK (journal_months BETWEEN 6 AND 120),
        register jsonb NOT NULL DEFAULT '{}'
      )`);
    await runner.query(`COMMENT ON TABLE privacy_settings IS 'no row: as proposed; months that are null: kept until somebody deletes it'`);
    await protectTenantTable(runner, 'privacy_settings');
    // Whatever the program asks for, half a year of the journal stays: what was done yesterday cannot be made undone by a setting of today.
    await createLookUp(runner, {
      signature: 'drop_old_journal(before timestamptz)',
      returns: 'int',
      body: `DECLARE gone int; BEGIN
        DELETE FROM audit_entry WHERE audit_entry.at < least(before, now() - interval '6 months');
        GET DIAGNOSTICS gone = ROW_COUNT;
        RETURN gone;
      END;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION drop_old_journal');
    await runner.query('DROP TABLE privacy_settings');
  }
}
