import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** On which advice channels were last compared: a channel that comes, changes or goes makes another comparison due. */
export class DateComparisons1795917600000 implements MigrationInterface {
  name = 'DateComparisons1795917600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channels_compared (
        organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
        fingerprint text
      )`);
    await runner.query(`COMMENT ON COLUMN channels_compared.fingerprint IS 'advice_fingerprint at the time; null: never compared'`);
    await protectTenantTable(runner, 'channels_compared');
    await openToLookUps(runner, 'channels_compared');
    // With the rights of who asks: the program sees its own organisation's rows alone.
    await runner.query(`
      CREATE FUNCTION advice_fingerprint(of_organisation uuid) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
        SELECT encode(sha256(convert_to(string_agg(a.channel_id::text || a.fingerprint, ' ' ORDER BY a.channel_id), 'UTF8')), 'hex')
        FROM channel_advice a WHERE a.organisation_id = of_organisation
      $$`);
    await createLookUp(runner, {
      signature: 'organisations_to_compare()',
      returns: 'TABLE (organisation_id uuid)',
      body: `RETURN QUERY SELECT a.organisation_id FROM (SELECT DISTINCT x.organisation_id FROM channel_advice x) a LEFT JOIN channels_compared c ON c.organisation_id = a.organisation_id
         WHERE c.fingerprint IS DISTINCT FROM advice_fingerprint(a.organisation_id);`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION organisations_to_compare');
    await runner.query('DROP FUNCTION advice_fingerprint');
    await runner.query('DROP TABLE channels_compared');
  }
}
