import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './tenant-table.js';

/** The tables of better-auth 1.7, in a schema of their own: people, their sessions and passwords. */
export class CreatePeople1795392060000 implements MigrationInterface {
  name = 'CreatePeople1795392060000';

  async up(runner: QueryRunner): Promise<void> {
    const role = await applicationRole(runner);
    await runner.query(`CREATE SCHEMA auth`);
    await runner.query(`
      CREATE TABLE auth."user" (
        id text PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, "emailVerified" boolean NOT NULL, image text,
        "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL DEFAULT now(),
        language text NOT NULL DEFAULT 'fr'
      )`);
    await runner.query(`
      CREATE TABLE auth.session (
        id text PRIMARY KEY, "expiresAt" timestamptz NOT NULL, token text NOT NULL UNIQUE,
        "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL,
        "ipAddress" text, "userAgent" text, "userId" text NOT NULL REFERENCES auth."user" ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE auth.account (
        id text PRIMARY KEY, "accountId" text NOT NULL, "providerId" text NOT NULL,
        "userId" text NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
        "accessToken" text, "refreshToken" text, "idToken" text,
        "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
        "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE auth.verification (
        id text PRIMARY KEY, identifier text NOT NULL, value text NOT NULL, "expiresAt" timestamptz NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX "session_userId_idx" ON auth.session ("userId")`);
    await runner.query(`CREATE INDEX "account_userId_idx" ON auth.account ("userId")`);
    await runner.query(`CREATE INDEX verification_identifier_idx ON auth.verification (identifier)`);
    await runner.query(`GRANT USAGE ON SCHEMA auth TO ${role}`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO ${role}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA auth CASCADE`);
  }
}
