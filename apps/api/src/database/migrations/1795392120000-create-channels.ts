import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Channels, their days, what is typed in by hand about them, and the periods in which nothing was pushed. */
export class CreateChannels1795392120000 implements MigrationInterface {
  name = 'CreateChannels1795392120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        network text NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        kind text NOT NULL CHECK (kind IN ('page', 'account', 'group', 'list', 'site')),
        external_id text,
        audience text,
        parent_channel_id uuid,
        time_zone text NOT NULL,
        state text NOT NULL CHECK (state IN ('connected', 'needs-reconnection', 'file', 'hand', 'paused')),
        is_main boolean NOT NULL DEFAULT false,
        next_due_at timestamptz,
        origin_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, network, external_id),
        FOREIGN KEY (organisation_id, parent_channel_id) REFERENCES channel (organisation_id, id) ON DELETE SET NULL (parent_channel_id),
        CHECK (parent_channel_id <> id)
      )`);
    await runner.query(`CREATE UNIQUE INDEX channel_main ON channel (organisation_id) WHERE is_main`);
    await protectTenantTable(runner, 'channel');
    await runner.query(`
      CREATE TABLE channel_snapshot (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        day date NOT NULL,
        observed_at timestamptz NOT NULL,
        source text NOT NULL CHECK (source IN ('api', 'file', 'hand', 'demo')),
        origin_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        followers bigint, reach bigint, views bigint, visits bigint, followers_reached_28_days bigint,
        PRIMARY KEY (organisation_id, channel_id, day, observed_at, origin_id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX channel_snapshot_origin ON channel_snapshot (organisation_id, origin_id)`);
    await protectTenantTable(runner, 'channel_snapshot');
    await runner.query(`
      CREATE TABLE monthly_figure (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        month text NOT NULL,
        measure text NOT NULL,
        entered_at timestamptz NOT NULL,
        value double precision NOT NULL,
        basis text NOT NULL,
        note text,
        entered_by text NOT NULL,
        PRIMARY KEY (organisation_id, channel_id, month, measure, entered_at),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'monthly_figure');
    await runner.query(`
      CREATE TABLE unpaid_period (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        id uuid NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL CHECK (to_day >= from_day),
        declared_at timestamptz NOT NULL DEFAULT now(),
        declared_by text NOT NULL,
        PRIMARY KEY (organisation_id, channel_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await protectTenantTable(runner, 'unpaid_period');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['unpaid_period', 'monthly_figure', 'channel_snapshot', 'channel']) await runner.query(`DROP TABLE ${table}`);
  }
}
