import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './tenant-table.js';

/**
 * People who sign in by a directory. An identity stands in better-auth's own table, as a password does: one of a directory belongs to one
 * person, and a person has one at most at each directory. Who is on the way there stands in a table of ours until they are back.
 */
export class CreateDirectoryLinks1796086000000 implements MigrationInterface {
  name = 'CreateDirectoryLinks1796086000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE UNIQUE INDEX "account_identity_idx" ON auth.account ("providerId", "accountId")');
    await runner.query('CREATE UNIQUE INDEX "account_userId_providerId_idx" ON auth.account ("userId", "providerId")');
    await runner.query(`
      CREATE TABLE auth.directory_attempt (
        state_hash bytea PRIMARY KEY, browser_hash bytea NOT NULL, nonce text NOT NULL, verifier text NOT NULL, back text NOT NULL,
        person_id text REFERENCES auth."user" ON DELETE CASCADE, invitation_hash bytea, language text NOT NULL, expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX directory_attempt_expires_at_idx ON auth.directory_attempt (expires_at)');
    await runner.query('CREATE INDEX directory_attempt_person_id_idx ON auth.directory_attempt (person_id)');
    await runner.query(`GRANT SELECT, INSERT, DELETE ON auth.directory_attempt TO ${await applicationRole(runner)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE auth.directory_attempt');
    await runner.query('DROP INDEX auth."account_userId_providerId_idx"');
    await runner.query('DROP INDEX auth."account_identity_idx"');
  }
}
