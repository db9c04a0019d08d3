import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Posts, and their figures as read at each instant: never edited, a correction is a newer reading. */
export class CreatePosts1795392180000 implements MigrationInterface {
  name = 'CreatePosts1795392180000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE post (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        id uuid NOT NULL,
        external_id text NOT NULL,
        published_at timestamptz NOT NULL,
        format text,
        text text,
        search_text text,
        url text,
        paid boolean,
        is_share boolean NOT NULL DEFAULT false,
        author_role text,
        themes text[] NOT NULL DEFAULT '{}',
        deleted_at timestamptz,
        described_at timestamptz NOT NULL,
        origin_id uuid NOT NULL,
        PRIMARY KEY (organisation_id, id),
        UNIQUE (organisation_id, channel_id, external_id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN post.described_at IS 'instant at which text, format, address and paid were read'`);
    await protectTenantTable(runner, 'post');
    await runner.query(`
      CREATE TABLE post_snapshot (
        organisation_id uuid NOT NULL,
        post_id uuid NOT NULL,
        observed_at timestamptz NOT NULL,
        origin_id uuid NOT NULL,
        source text NOT NULL CHECK (source IN ('api', 'file', 'hand', 'demo')),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        definition_day date NOT NULL,
        followers bigint, reach bigint, reach_organic bigint, reach_paid bigint, reach_followers bigint,
        views bigint, views_organic bigint, views_paid bigint, views_followers bigint,
        likes bigint, comments bigint, shares bigint, saves bigint, clicks bigint,
        video_views bigint, watch_time_seconds double precision, reactions jsonb,
        PRIMARY KEY (organisation_id, post_id, observed_at, origin_id),
        FOREIGN KEY (organisation_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN post_snapshot.definition_day IS 'day whose measure definitions these figures follow'`);
    await protectTenantTable(runner, 'post_snapshot');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post_snapshot', 'post']) await runner.query(`DROP TABLE ${table}`);
  }
}
