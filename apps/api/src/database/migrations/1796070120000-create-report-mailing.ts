import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Who receives the report of each month by mail, when, and which months have left. */
export class CreateReportMailing1796070120000 implements MigrationInterface {
  name = 'CreateReportMailing1796070120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_recipient (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        to_address text NOT NULL CHECK (length(to_address) <= 254),
        language text NOT NULL,
        stop_token text NOT NULL,
        created_at timestamptz NOT NULL,
        stopped_at timestamptz,
        last_mail_id uuid,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, to_address)
      )`);
    await runner.query(`COMMENT ON COLUMN report_recipient.stop_token IS 'in the clear, for every mail repeats it; all it does is stop the mails to this address; a copy of an organisation has the same'`);
    await runner.query('CREATE INDEX report_recipient_stop ON report_recipient (stop_token)');
    await runner.query(`
      CREATE TABLE report_mailing (
        organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
        mode text NOT NULL CHECK (mode IN ('off', 'approval', 'automatic')),
        day int NOT NULL CHECK (day BETWEEN 1 AND 28),
        since timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE report_sending (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped')),
        recipients int NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, month)
      )`);
    for (const table of ['report_recipient', 'report_mailing', 'report_sending']) await protectTenantTable(runner, table);
    await openToLookUps(runner, 'report_recipient');
    await openToLookUps(runner, 'report_mailing');
    await createLookUp(runner, {
      signature: 'report_recipient_by_token(token text)',
      returns: 'TABLE (organisation_id uuid, recipient_id uuid)',
      body: `RETURN QUERY SELECT r.organisation_id, r.id FROM report_recipient r WHERE r.stop_token = token;`,
    });
    await createLookUp(runner, {
      signature: 'organisations_that_mail()',
      returns: 'SETOF uuid',
      body: `RETURN QUERY SELECT m.organisation_id FROM report_mailing m WHERE m.mode <> 'off' ORDER BY 1;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['report_recipient_by_token', 'organisations_that_mail']) await runner.query(`DROP FUNCTION ${name}`);
    for (const table of ['report_sending', 'report_mailing', 'report_recipient']) await runner.query(`DROP TABLE ${table}`);
  }
}
