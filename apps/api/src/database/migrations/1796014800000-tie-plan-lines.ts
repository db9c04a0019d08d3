import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line of all channels hung on no channel, and so on nothing: it stayed when its organisation was deleted. */
export class TiePlanLines1796014800000 implements MigrationInterface {
  name = 'TiePlanLines1796014800000';

  async up(runner: QueryRunner): Promise<void> {
    // Row-level security is forced on the owner too, and would hide what is left of organisations that are gone.
    await runner.query('ALTER TABLE plan_line NO FORCE ROW LEVEL SECURITY');
    await runner.query('DELETE FROM plan_line WHERE organisation_id NOT IN (SELECT known FROM organisation_ids() AS known)');
    await runner.query('ALTER TABLE plan_line FORCE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE plan_line ADD CONSTRAINT plan_line_organisation FOREIGN KEY (organisation_id) REFERENCES organisation ON DELETE CASCADE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_line DROP CONSTRAINT plan_line_organisation');
  }
}
