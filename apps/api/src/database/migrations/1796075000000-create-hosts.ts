import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from './tenant-table.js';

/** Until there were hosts: an owner of the oldest organisation, demonstrations apart. The first account opened the house. */
export const FIRST_HOSTS = `
  INSERT INTO host (person_id)
  SELECT u.id FROM auth."user" u WHERE u.id = (SELECT f.id FROM auth."user" f ORDER BY f."createdAt", f.id LIMIT 1)
    OR u.id IN (SELECT m.user_id FROM membership m WHERE m.role = 'owner' AND m.organisation_id = (SELECT o.id FROM organisation o WHERE NOT o.is_demonstration ORDER BY o.created_at, o.id LIMIT 1))`;

/** Who runs the installation, how much each organisation may hold, and when each worker was last there. */
export class CreateHosts1796075000000 implements MigrationInterface {
  name = 'CreateHosts1796075000000';

  async up(runner: QueryRunner): Promise<void> {
    const role = await applicationRole(runner);
    await runner.query(`
      CREATE TABLE host (
        person_id text PRIMARY KEY REFERENCES auth."user" ON DELETE CASCADE,
        named_by text REFERENCES auth."user" ON DELETE SET NULL,
        named_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(FIRST_HOSTS);
    await runner.query('CREATE TABLE worker_beat (worker_id uuid PRIMARY KEY, started_at timestamptz NOT NULL, beat_at timestamptz NOT NULL)');
    for (const table of ['host', 'worker_beat']) await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${role}`);
    await runner.query('ALTER TABLE organisation ADD COLUMN most_channels integer CHECK (most_channels > 0), ADD COLUMN most_bytes bigint CHECK (most_bytes > 0)');
    await runner.query(`COMMENT ON COLUMN organisation.most_bytes IS 'null, like most_channels: no limit'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP COLUMN most_channels, DROP COLUMN most_bytes');
    await runner.query('DROP TABLE worker_beat');
    await runner.query('DROP TABLE host');
  }
}
