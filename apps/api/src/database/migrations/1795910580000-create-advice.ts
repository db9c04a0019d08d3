import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** What is said of each channel, on which figures, and what was said before. */
export class CreateAdvice1795910580000 implements MigrationInterface {
  name = 'CreateAdvice1795910580000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createFiguresVersion(runner);
    await this.createRecommendations(runner);
    await openToLookUps(runner, 'channel_figures');
    await openToLookUps(runner, 'channel_advice');
    await createLookUp(runner, {
      signature: 'channels_to_advise(at timestamptz, of_method int, most int)',
      returns: 'TABLE (organisation_id uuid, channel_id uuid)',
      body: `RETURN QUERY SELECT f.organisation_id, f.channel_id FROM channel_figures f
         LEFT JOIN channel_advice a ON a.organisation_id = f.organisation_id AND a.channel_id = f.channel_id
         WHERE a.channel_id IS NULL OR a.figures_version < f.version OR a.method_version <> of_method OR a.checked_at < at - interval '1 day'
         ORDER BY f.changed_at LIMIT most;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION channels_to_advise');
    for (const table of ['recommendation_change', 'recommendation', 'channel_advice', 'channel_figures']) await runner.query(`DROP TABLE ${table}`);
  }

  /** Grows with every change of a channel's figures, in the transaction that makes it: what was concluded from an older one is concluded anew. */
  private async createFiguresVersion(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel_figures (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        version bigint NOT NULL DEFAULT 1,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, channel_id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`INSERT INTO channel_figures (organisation_id, channel_id) SELECT organisation_id, id FROM channel`);
    await protectTenantTable(runner, 'channel_figures');
  }

  private async createRecommendations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel_advice (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        figures_version bigint NOT NULL,
        method_version int NOT NULL,
        fingerprint text NOT NULL,
        made_at timestamptz NOT NULL,
        checked_at timestamptz NOT NULL,
        outlook jsonb NOT NULL,
        months jsonb NOT NULL,
        figures jsonb NOT NULL,
        PRIMARY KEY (organisation_id, channel_id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN channel_advice.months IS 'of each month its posts, the mean and the squares of their log rates: what a comparison of channels needs'`);
    await runner.query(`COMMENT ON COLUMN channel_advice.figures IS 'usual rates by band, weekday and format over the window: what a report shows without reading posts'`);
    await protectTenantTable(runner, 'channel_advice');
    await runner.query(`
      CREATE TABLE recommendation (
        organisation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        id uuid NOT NULL,
        position int NOT NULL,
        kind text NOT NULL,
        dimension text NOT NULL,
        level text,
        effect float8, low float8, high float8,
        posts int NOT NULL,
        verdict text NOT NULL,
        reason text,
        verdict_since timestamptz NOT NULL,
        method_version int NOT NULL,
        fingerprint text NOT NULL,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX recommendation_channel ON recommendation (organisation_id, channel_id, position)`);
    await protectTenantTable(runner, 'recommendation');
    await runner.query(`
      CREATE TABLE recommendation_change (
        organisation_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz NOT NULL,
        verdict text NOT NULL,
        effect float8, low float8, high float8,
        posts int NOT NULL,
        method_version int NOT NULL,
        fingerprint text NOT NULL,
        PRIMARY KEY (organisation_id, recommendation_id, since),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON TABLE recommendation_change IS 'verdicts that were given and are no longer'`);
    await protectTenantTable(runner, 'recommendation_change');
  }
}
