import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Who is invited into an organisation and has not come yet. */
export class CreateInvitations1796056800000 implements MigrationInterface {
  name = 'CreateInvitations1796056800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        email text CHECK (length(email) <= 254),
        role text NOT NULL CHECK (role IN ('owner', 'coordinator', 'contributor', 'reader')),
        invited_by text,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, id)
      )`);
    await runner.query(`COMMENT ON TABLE invitation IS 'taken up or taken back, it is deleted'`);
    await runner.query('CREATE UNIQUE INDEX invitation_email ON invitation (organisation_id, email)');
    await protectTenantTable(runner, 'invitation');
    await openToLookUps(runner, 'invitation');
    await createLookUp(runner, {
      signature: 'invitation_by_hash(hash bytea)',
      returns: 'TABLE (organisation_id uuid, invitation_id uuid)',
      body: `RETURN QUERY SELECT i.organisation_id, i.id FROM invitation i WHERE i.token_hash = hash;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION invitation_by_hash');
    await runner.query('DROP TABLE invitation');
  }
}
