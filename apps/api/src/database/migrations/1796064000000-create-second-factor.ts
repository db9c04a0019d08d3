import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './tenant-table.js';

/** Second factors, in the table of better-auth's own plug-in: the secret and the recovery codes are encrypted by it. */
export class CreateSecondFactor1796064000000 implements MigrationInterface {
  name = 'CreateSecondFactor1796064000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE auth."user" ADD COLUMN "twoFactorEnabled" boolean NOT NULL DEFAULT false');
    await runner.query(`
      CREATE TABLE auth."twoFactor" (
        id text PRIMARY KEY, secret text NOT NULL, "backupCodes" text NOT NULL,
        "userId" text NOT NULL UNIQUE REFERENCES auth."user" ON DELETE CASCADE,
        verified boolean NOT NULL DEFAULT true, "failedVerificationCount" integer NOT NULL DEFAULT 0, "lockedUntil" timestamptz
      )`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON auth."twoFactor" TO ${await applicationRole(runner)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE auth."twoFactor"');
    await runner.query('ALTER TABLE auth."user" DROP COLUMN "twoFactorEnabled"');
  }
}
