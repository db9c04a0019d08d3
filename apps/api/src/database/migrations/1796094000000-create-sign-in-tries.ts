import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './tenant-table.js';

/** Tries to sign in that failed: of which account and from where as keyed hashes, so that the table names nobody. Unlogged: a crash forgets some waits, and nothing else. */
export class CreateSignInTries1796094000000 implements MigrationInterface {
  name = 'CreateSignInTries1796094000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE auth.sign_in_try (
        account bytea NOT NULL, origin bytea NOT NULL, is_known boolean NOT NULL, failures int NOT NULL, last_at timestamptz NOT NULL,
        PRIMARY KEY (account, origin)
      )`);
    await runner.query('CREATE INDEX sign_in_try_age ON auth.sign_in_try (last_at)');
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON auth.sign_in_try TO ${await applicationRole(runner)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE auth.sign_in_try');
  }
}
