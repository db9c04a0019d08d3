import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What reports read: each post's settled figures, each channel's months. Rebuildable from the snapshots. */
export class CreateRollups1795392240000 implements MigrationInterface {
  name = 'CreateRollups1795392240000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post_stat (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        published_at timestamptz NOT NULL,
        local_day date NOT NULL,
        local_minute smallint NOT NULL,
        format text,
        paid boolean,
        is_final boolean NOT NULL,
        age_unknown boolean NOT NULL,
        ineligible text,
        definition_day date NOT NULL,
        followers bigint, followers_estimated boolean NOT NULL,
        reach bigint, reach_organic bigint, reach_paid bigint, reach_followers bigint,
        views bigint, views_organic bigint, views_paid bigint, views_followers bigint,
        likes bigint, comments bigint, shares bigint, saves bigint, clicks bigint,
        observed_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, post_id),
        FOREIGN KEY (organisation_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN post_stat.local_minute IS 'minute of the local day, 0 to 1439'`);
    await runner.query(`CREATE INDEX post_stat_channel_day ON post_stat (organisation_id, channel_id, local_day)`);
    await runner.query(`CREATE INDEX post_stat_published ON post_stat (organisation_id, published_at, post_id)`);
    await protectTenantTable(runner, 'post_stat');
    await runner.query(`
      CREATE TABLE channel_month (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        month text NOT NULL,
        definition text NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        figures jsonb NOT NULL,
        method_version int NOT NULL,
        PRIMARY KEY (organisation_id, channel_id, month, definition),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'channel_month');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['channel_month', 'post_stat']) await runner.query(`DROP TABLE ${table}`);
  }
}
