import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** What each collection needs to go on after any interruption, and what networks have asked to wait for. */
export class CreateCollection1795520460000 implements MigrationInterface {
  name = 'CreateCollection1795520460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE channel
        ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN memory jsonb,
        ADD COLUMN claimed_until timestamptz,
        ADD COLUMN limited_until timestamptz,
        ADD COLUMN collected_at timestamptz,
        ADD COLUMN is_backfilled boolean NOT NULL DEFAULT false,
        ADD COLUMN failures int NOT NULL DEFAULT 0,
        ADD COLUMN trouble text,
        ADD COLUMN trouble_since timestamptz`);
    await runner.query(`COMMENT ON COLUMN channel.memory IS 'what its connector asked to be remembered'`);
    await runner.query(`CREATE INDEX channel_due ON channel (network, next_due_at) WHERE state = 'connected'`);
    await this.createRuns(runner);
    await this.createWaits(runner);
    await openToLookUps(runner, 'channel');
    await runner.query(`CREATE POLICY claims ON channel FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await createLookUp(runner, {
      signature: 'connected_networks()',
      returns: 'SETOF text',
      body: `RETURN QUERY SELECT DISTINCT c.network FROM channel c WHERE c.state = 'connected' ORDER BY 1;`,
    });
    await createLookUp(runner, {
      signature: 'claim_due_channels(asked_network text, asked_organisation uuid, at timestamptz, lease interval, most int)',
      returns: 'TABLE (organisation_id uuid, channel_id uuid)',
      body: `RETURN QUERY UPDATE channel c SET claimed_until = at + lease FROM (
           SELECT d.organisation_id, d.id FROM channel d
           WHERE d.network = asked_network AND (asked_organisation IS NULL OR d.organisation_id = asked_organisation) AND d.state = 'connected' AND d.next_due_at <= at AND (d.claimed_until IS NULL OR d.claimed_until <= at)
           ORDER BY d.next_due_at LIMIT most FOR UPDATE SKIP LOCKED
         ) due WHERE c.organisation_id = due.organisation_id AND c.id = due.id RETURNING c.organisation_id, c.id;`,
    });
  }

  private async createRuns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ingestion_run (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        channel_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('first', 'regular')),
        state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
        holder uuid NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        stage text NOT NULL,
        cursor jsonb,
        since timestamptz NOT NULL,
        reason text,
        kept_answer text,
        pages int NOT NULL DEFAULT 0, busy_ms bigint NOT NULL DEFAULT 0,
        posts_read int NOT NULL DEFAULT 0, posts_new int NOT NULL DEFAULT 0, snapshots_new int NOT NULL DEFAULT 0,
        unchanged int NOT NULL DEFAULT 0, days_new int NOT NULL DEFAULT 0, absent int NOT NULL DEFAULT 0,
        oldest_post_at timestamptz,
        refused jsonb NOT NULL DEFAULT '[]',
        remarks jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN ingestion_run.holder IS 'who has it in hand: pages of an earlier holder are refused'`);
    await runner.query(`CREATE INDEX ingestion_run_channel ON ingestion_run (organisation_id, channel_id, started_at DESC)`);
    await runner.query(`CREATE UNIQUE INDEX ingestion_run_open ON ingestion_run (organisation_id, channel_id) WHERE state = 'running'`);
    await protectTenantTable(runner, 'ingestion_run');
  }

  /** Of the installation: a host or an application is shared by all organisations. */
  private async createWaits(runner: QueryRunner): Promise<void> {
    const role = await applicationRole(runner);
    await runner.query(`
      CREATE TABLE network_wait (
        network text NOT NULL, waits_for text NOT NULL, until timestamptz NOT NULL,
        PRIMARY KEY (network, waits_for)
      )`);
    await runner.query(`COMMENT ON COLUMN network_wait.waits_for IS 'host of the server that refuses, or "application"'`);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON network_wait TO ${role}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const look of ['claim_due_channels', 'connected_networks']) await runner.query(`DROP FUNCTION ${look}`);
    for (const policy of ['claims', 'look_ups']) await runner.query(`DROP POLICY ${policy} ON channel`);
    for (const table of ['network_wait', 'ingestion_run']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP INDEX channel_due`);
    await runner.query(`
      ALTER TABLE channel DROP COLUMN settings, DROP COLUMN memory, DROP COLUMN claimed_until, DROP COLUMN limited_until, DROP COLUMN collected_at,
        DROP COLUMN is_backfilled, DROP COLUMN failures, DROP COLUMN trouble, DROP COLUMN trouble_since`);
  }
}
