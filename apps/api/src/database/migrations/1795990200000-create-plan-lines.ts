import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** What a team decided of its recommendations, and the lines of its plan. */
export class CreatePlanLines1795990200000 implements MigrationInterface {
  name = 'CreatePlanLines1795990200000';

  async up(runner: QueryRunner): Promise<void> {
    await createDecisions(runner);
    await createLines(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['plan_line', 'recommendation_decision']) await runner.query(`DROP TABLE ${table}`);
  }
}

async function createDecisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE recommendation_decision (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        dimension text NOT NULL,
        level text,
        decision text NOT NULL CHECK (decision IN ('accepted', 'adapted', 'postponed', 'refused')),
        reason text CHECK (length(reason) BETWEEN 1 AND 500),
        until date CHECK ((until IS NOT NULL) = (decision = 'postponed')),
        said jsonb NOT NULL,
        decided_at timestamptz NOT NULL,
        decided_by text NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE
      )`);
  await runner.query(`COMMENT ON COLUMN recommendation_decision.recommendation_id IS 'the record may go and come back under the same id: no foreign key'`);
  await runner.query(`COMMENT ON COLUMN recommendation_decision.said IS 'verdict, effect, interval and posts as they stood when it was decided'`);
  await runner.query(`COMMENT ON COLUMN recommendation_decision.decided_by IS 'a role, never a person'`);
  await runner.query('CREATE INDEX recommendation_decision_of ON recommendation_decision (organisation_id, recommendation_id, decided_at)');
  await protectTenantTable(runner, 'recommendation_decision');
}

async function createLines(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE plan_line (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        channel_id uuid,
        decision_id uuid,
        kind text NOT NULL CHECK (kind IN ('rule', 'appointment', 'experiment', 'push', 'other')),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        note text CHECK (length(note) <= 2000),
        role text CHECK (length(role) BETWEEN 1 AND 60),
        from_day date NOT NULL,
        to_day date CHECK (to_day >= from_day),
        version int NOT NULL DEFAULT 1,
        deleted_at timestamptz,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, decision_id) REFERENCES recommendation_decision ON DELETE SET NULL (decision_id)
      )`);
  await runner.query(`COMMENT ON COLUMN plan_line.channel_id IS 'null: of all channels'`);
  await runner.query('CREATE INDEX plan_line_channel ON plan_line (organisation_id, channel_id)');
  await runner.query('CREATE INDEX plan_line_decision ON plan_line (organisation_id, decision_id) WHERE decision_id IS NOT NULL');
  await protectTenantTable(runner, 'plan_line');
}
