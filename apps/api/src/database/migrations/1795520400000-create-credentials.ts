import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** What opens channels, encrypted, and the keys it is encrypted with. */
export class CreateCredentials1795520400000 implements MigrationInterface {
  name = 'CreateCredentials1795520400000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createShared(runner);
    await runner.query(`
      CREATE TABLE credential (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        key_id uuid NOT NULL REFERENCES encryption_key,
        sealed bytea NOT NULL,
        expires_at timestamptz,
        renew_at timestamptz,
        scopes text[] NOT NULL DEFAULT '{}',
        issued_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, channel_id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'credential');
    await runner.query(`
      CREATE TABLE connection_attempt (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        network text NOT NULL,
        way text NOT NULL CHECK (way IN ('authorise', 'find', 'sign-in')),
        started_by text NOT NULL,
        state_hash bytea UNIQUE,
        channel_id uuid,
        choices jsonb NOT NULL DEFAULT '[]',
        problem text,
        key_id uuid REFERENCES encryption_key,
        sealed bytea,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN connection_attempt.choices IS 'channels that may be chosen, without what opens them'`);
    await protectTenantTable(runner, 'connection_attempt');
    await openToLookUps(runner, 'connection_attempt');
    await createLookUp(runner, {
      signature: 'connection_attempt_by_state(hash bytea)',
      returns: 'TABLE (organisation_id uuid, attempt_id uuid)',
      body: `RETURN QUERY SELECT a.organisation_id, a.id FROM connection_attempt a WHERE a.state_hash = hash;`,
    });
  }

  /** Of the installation, not of one organisation. */
  private async createShared(runner: QueryRunner): Promise<void> {
    const role = await applicationRole(runner);
    await runner.query(`CREATE TABLE encryption_key (id uuid PRIMARY KEY, sealed bytea NOT NULL, created_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await runner.query(`COMMENT ON COLUMN encryption_key.sealed IS 'the key, encrypted with one made from the secret key of the installation'`);
    await runner.query(`
      CREATE TABLE network_application (
        network text NOT NULL,
        host text NOT NULL DEFAULT '',
        client_id text NOT NULL,
        key_id uuid NOT NULL REFERENCES encryption_key,
        sealed bytea NOT NULL,
        registered_at timestamptz NOT NULL,
        PRIMARY KEY (network, host)
      )`);
    for (const table of ['encryption_key', 'network_application']) await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${role}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION connection_attempt_by_state`);
    for (const table of ['connection_attempt', 'credential', 'network_application', 'encryption_key']) await runner.query(`DROP TABLE ${table}`);
  }
}
