import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Centres of one installation beside each other: who agreed, what each gave, and what was made of it once for all. */
export class CompareCentres1796090000000 implements MigrationInterface {
  name = 'CompareCentres1796090000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE comparison_agreement (organisation_id uuid NOT NULL PRIMARY KEY REFERENCES organisation ON DELETE CASCADE, agreed_at timestamptz NOT NULL)');
    await runner.query(`
      CREATE TABLE centre_median (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        network text NOT NULL, month text NOT NULL, rate double precision NOT NULL CHECK (rate >= 0),
        PRIMARY KEY (organisation_id, network, month)
      )`);
    for (const table of ['comparison_agreement', 'centre_median']) await protectTenantTable(runner, table);
    await openToLookUps(runner, 'centre_median');
    await runner.query(`
      CREATE TABLE centre_group (
        network text NOT NULL, month text NOT NULL, centres integer NOT NULL CHECK (centres >= 6),
        low numeric NOT NULL, middle numeric NOT NULL, high numeric NOT NULL, computed_at timestamptz NOT NULL,
        PRIMARY KEY (network, month)
      )`);
    await runner.query(`GRANT SELECT ON centre_group TO ${await applicationRole(runner)}`);
    // Five others and oneself. What there is once stays: made anew after somebody came or left, it would tell what they gave.
    await createLookUp(runner, {
      signature: 'keep_centre_group(asked_network text, asked_month text, at timestamptz)',
      returns: 'boolean',
      body: `
        INSERT INTO centre_group (network, month, centres, low, middle, high, computed_at)
          SELECT asked_network, asked_month, count(*), round((100 * percentile_cont(0.25) WITHIN GROUP (ORDER BY rate))::numeric, 1),
            round((100 * percentile_cont(0.5) WITHIN GROUP (ORDER BY rate))::numeric, 1), round((100 * percentile_cont(0.75) WITHIN GROUP (ORDER BY rate))::numeric, 1), at
          FROM centre_median WHERE centre_median.network = asked_network AND centre_median.month = asked_month HAVING count(*) >= 6
          ON CONFLICT DO NOTHING;
        RETURN FOUND;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION keep_centre_group');
    await runner.query('DROP TABLE centre_group, centre_median, comparison_agreement');
  }
}
