import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The zone in which somebody is told moments; null: that of the organisation they look at. */
export class AddTimeZoneOfPeople1796087000000 implements MigrationInterface {
  name = 'AddTimeZoneOfPeople1796087000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE auth."user" ADD COLUMN "timeZone" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE auth."user" DROP COLUMN "timeZone"');
  }
}
