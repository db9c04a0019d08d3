import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** The centre's own agenda: the file that stands, the one before it as long as that can be undone, and when their events take place. */
export class CreateAgenda1796012378000 implements MigrationInterface {
  name = 'CreateAgenda1796012378000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        told int NOT NULL,
        kept int NOT NULL,
        left_out jsonb NOT NULL,
        unknown_zones jsonb NOT NULL,
        deleted_at timestamptz,
        PRIMARY KEY (organisation_id, id)
      )`);
    await runner.query('CREATE UNIQUE INDEX agenda_standing ON agenda (organisation_id) WHERE deleted_at IS NULL');
    await protectTenantTable(runner, 'agenda');
    await runner.query(`
      CREATE TABLE agenda_event (
        organisation_id uuid NOT NULL,
        agenda_id uuid NOT NULL,
        place_in_agenda int NOT NULL,
        title text NOT NULL CHECK (length(title) <= 200),
        place text CHECK (length(place) BETWEEN 1 AND 200),
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        starts_at timestamptz,
        ends_at timestamptz CHECK (ends_at >= starts_at),
        PRIMARY KEY (organisation_id, agenda_id, place_in_agenda),
        FOREIGN KEY (organisation_id, agenda_id) REFERENCES agenda ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN agenda_event.first_day IS 'where the organisation was when it was imported; of what has an instant, that instant holds'`);
    await runner.query(`COMMENT ON COLUMN agenda_event.starts_at IS 'null: whole days'`);
    await runner.query('CREATE INDEX agenda_event_days ON agenda_event (organisation_id, agenda_id, first_day)');
    await protectTenantTable(runner, 'agenda_event');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['agenda_event', 'agenda']) await runner.query(`DROP TABLE ${table}`);
  }
}
