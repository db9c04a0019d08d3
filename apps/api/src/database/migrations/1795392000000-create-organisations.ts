import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Organisations, who belongs to them, and the tokens of their programs. An organisation is inserted under its own id. */
export class CreateOrganisations1795392000000 implements MigrationInterface {
  name = 'CreateOrganisations1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    const role = await applicationRole(runner);
    await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        time_zone text NOT NULL,
        is_demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await protectTenantTable(runner, 'organisation', 'id');
    await runner.query(`
      CREATE TABLE membership (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        user_id text NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'coordinator', 'contributor', 'reader')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, user_id)
      )`);
    await runner.query(`CREATE INDEX membership_user ON membership (user_id)`);
    await protectTenantTable(runner, 'membership');
    await runner.query(`
      CREATE TABLE api_token (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        name text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        role text NOT NULL CHECK (role IN ('owner', 'coordinator', 'contributor', 'reader')),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (organisation_id, id)
      )`);
    await protectTenantTable(runner, 'api_token');
    await this.createLookUps(runner);
  }

  private async createLookUps(runner: QueryRunner): Promise<void> {
    for (const table of ['organisation', 'membership', 'api_token']) await openToLookUps(runner, table);
    await createLookUp(runner, {
      signature: 'organisation_id_by_slug(wanted text)',
      returns: 'uuid',
      body: `RETURN (SELECT id FROM organisation WHERE slug = wanted);`,
    });
    await createLookUp(runner, {
      signature: 'organisation_ids()',
      returns: 'SETOF uuid',
      body: `RETURN QUERY SELECT id FROM organisation ORDER BY created_at, id;`,
    });
    await createLookUp(runner, {
      signature: 'memberships_of(person text)',
      returns: 'TABLE (organisation_id uuid, role text)',
      body: `RETURN QUERY SELECT m.organisation_id, m.role FROM membership m WHERE m.user_id = person ORDER BY m.created_at, m.organisation_id;`,
    });
    await createLookUp(runner, {
      signature: 'api_token_by_hash(hash bytea)',
      returns: 'TABLE (organisation_id uuid, token_id uuid, role text)',
      body: `RETURN QUERY SELECT t.organisation_id, t.id, t.role FROM api_token t
         WHERE t.token_hash = hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now());`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const look of ['api_token_by_hash', 'memberships_of', 'organisation_ids', 'organisation_id_by_slug']) await runner.query(`DROP FUNCTION ${look}`);
    for (const table of ['api_token', 'membership', 'organisation']) await runner.query(`DROP TABLE ${table}`);
  }
}
