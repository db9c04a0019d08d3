import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds when a channel was last read without looking at every day of its life. */
export class IndexChannelFreshness1795982400000 implements MigrationInterface {
  name = 'IndexChannelFreshness1795982400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX channel_snapshot_observed ON channel_snapshot (organisation_id, channel_id, observed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX channel_snapshot_observed');
  }
}
