import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole, createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

/** Experiments of two drawn arms: what was drawn, before their first post, and what they were read to say, once. */
export class CreateExperiments1795993800000 implements MigrationInterface {
  name = 'CreateExperiments1795993800000';

  async up(runner: QueryRunner): Promise<void> {
    await createExperiments(runner);
    await createSlots(runner);
    await keepDraws(runner);
    await openToLookUps(runner, 'experiment');
    await createLookUp(runner, {
      signature: 'experiments_under_way()',
      returns: 'TABLE (organisation_id uuid, experiment_id uuid)',
      body: `RETURN QUERY SELECT e.organisation_id, e.id FROM experiment e WHERE e.state = 'under_way' ORDER BY e.started_at, e.id;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION experiments_under_way');
    for (const table of ['experiment_slot', 'experiment']) await runner.query(`DROP TABLE ${table}`);
  }
}

async function createExperiments(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE experiment (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        channel_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        dimension text NOT NULL,
        level text NOT NULL,
        against text NOT NULL,
        sees double precision NOT NULL,
        each_arm int NOT NULL CHECK (each_arm >= 10),
        seed bigint NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
        metric text NOT NULL CHECK (metric IN ('reach-rate')),
        starts_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day > starts_day),
        started_at timestamptz NOT NULL,
        started_by text NOT NULL CHECK (length(started_by) BETWEEN 1 AND 60),
        state text NOT NULL CHECK (state IN ('under_way', 'read', 'given_up')),
        reading jsonb,
        ended_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE,
        CHECK ((state = 'read') = (reading IS NOT NULL)),
        CHECK ((state = 'under_way') = (ended_at IS NULL))
      )`);
  await runner.query(`COMMENT ON COLUMN experiment.recommendation_id IS 'the record may go and come back under the same id: no foreign key'`);
  await runner.query(`COMMENT ON COLUMN experiment.sees IS 'the effect that its size is made to see, a fraction'`);
  await runner.query(`COMMENT ON COLUMN experiment.started_by IS 'a role, never a person'`);
  await runner.query(`COMMENT ON COLUMN experiment.ended_at IS 'when it was read or given up'`);
  await runner.query(`CREATE UNIQUE INDEX experiment_under_way ON experiment (organisation_id, channel_id) WHERE state = 'under_way'`);
  await runner.query('CREATE INDEX experiment_channel ON experiment (organisation_id, channel_id)');
  await protectTenantTable(runner, 'experiment');
}

async function createSlots(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE experiment_slot (
        organisation_id uuid NOT NULL,
        experiment_id uuid NOT NULL,
        position int NOT NULL CHECK (position >= 1),
        block int NOT NULL CHECK (block >= 1),
        arm text NOT NULL CHECK (arm IN ('level', 'against')),
        day date,
        format text,
        planned_post_id uuid,
        post_id uuid,
        PRIMARY KEY (organisation_id, experiment_id, position),
        FOREIGN KEY (organisation_id, experiment_id) REFERENCES experiment ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, planned_post_id) REFERENCES planned_post ON DELETE SET NULL (planned_post_id),
        CHECK (day IS NOT NULL OR planned_post_id IS NULL)
      )`);
  await runner.query(`COMMENT ON COLUMN experiment_slot.day IS 'with format: of the post as it was placed, which makes its block; null: no post was placed'`);
  await runner.query(`COMMENT ON COLUMN experiment_slot.planned_post_id IS 'null with a day: the post that was placed is gone for good, and the slot is given up'`);
  await runner.query(`COMMENT ON COLUMN experiment_slot.post_id IS 'the post that filled it when it was last looked at: what was read stays so when the post goes, so that it is no foreign key'`);
  await runner.query('CREATE UNIQUE INDEX experiment_slot_planned ON experiment_slot (organisation_id, planned_post_id, experiment_id)');
  await protectTenantTable(runner, 'experiment_slot');
}

/** What was drawn is out of reach of the running program: it may fill slots and end experiments, and change nothing else of them. */
async function keepDraws(runner: QueryRunner): Promise<void> {
  const role = await applicationRole(runner);
  await runner.query(`REVOKE UPDATE, DELETE ON experiment, experiment_slot FROM ${role}`);
  await runner.query(`GRANT UPDATE (state, reading, ended_at, version) ON experiment TO ${role}`);
  await runner.query(`GRANT UPDATE (day, format, planned_post_id, post_id) ON experiment_slot TO ${role}`);
}
