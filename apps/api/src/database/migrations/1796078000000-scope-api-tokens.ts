import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp } from './tenant-table.js';

/** What each key of a program is for, and who made it. Those that exist keep all that their role may. */
export class ScopeApiTokens1796078000000 implements MigrationInterface {
  name = 'ScopeApiTokens1796078000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE api_token ADD COLUMN scopes text[] CHECK (cardinality(scopes) > 0), ADD COLUMN created_by text`);
    await runner.query(`COMMENT ON COLUMN api_token.scopes IS 'null: all that its role may'`);
    await runner.query('DROP FUNCTION api_token_by_hash');
    // Those that expired too: the program is told so. By whose clock is the application's matter.
    await createLookUp(runner, {
      signature: 'api_token_by_hash(hash bytea)',
      returns: 'TABLE (organisation_id uuid, token_id uuid, role text, scopes text[], expires_at timestamptz, last_used_at timestamptz)',
      body: 'RETURN QUERY SELECT t.organisation_id, t.id, t.role, t.scopes, t.expires_at, t.last_used_at FROM api_token t WHERE t.token_hash = hash AND t.revoked_at IS NULL;',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION api_token_by_hash');
    await createLookUp(runner, {
      signature: 'api_token_by_hash(hash bytea)',
      returns: 'TABLE (organisation_id uuid, token_id uuid, role text)',
      body: `RETURN QUERY SELECT t.organisation_id, t.id, t.role FROM api_token t
         WHERE t.token_hash = hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now());`,
    });
    await runner.query('ALTER TABLE api_token DROP COLUMN scopes, DROP COLUMN created_by');
  }
}
