import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './tenant-table.js';

/** Links that are sent to somebody about their account; which mail carried an invitation; who wants to be warned. */
export class CreateAccountLinks1796070060000 implements MigrationInterface {
  name = 'CreateAccountLinks1796070060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auth.account_link (
        user_id text NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('password', 'address')),
        token_hash bytea NOT NULL UNIQUE,
        email text CHECK ((email IS NULL) = (purpose = 'password')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, purpose)
      )`);
    await runner.query(`COMMENT ON TABLE auth.account_link IS 'one of each kind at a time; followed, it is deleted'`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON auth.account_link TO ${await applicationRole(runner)}`);
    await runner.query('ALTER TABLE invitation ADD COLUMN mail_id uuid');
    await runner.query(`COMMENT ON COLUMN invitation.mail_id IS 'the mail that carries its link; null: its link was handed over'`);
    await runner.query('ALTER TABLE membership ADD COLUMN wants_warnings boolean NOT NULL DEFAULT true');
    await runner.query('ALTER TABLE channel ADD COLUMN warned_at timestamptz');
    await runner.query(`COMMENT ON COLUMN channel.warned_at IS 'when people were told that it must be connected again; null again once it was read to the end'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE channel DROP COLUMN warned_at');
    await runner.query('ALTER TABLE membership DROP COLUMN wants_warnings');
    await runner.query('ALTER TABLE invitation DROP COLUMN mail_id');
    await runner.query('DROP TABLE auth.account_link');
  }
}
