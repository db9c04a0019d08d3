import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, openToLookUps, protectTenantTable } from './tenant-table.js';

const TIME = String.raw`'^([01]\d|2[0-3]):[0-5]\d$'`;
const SAID = `
        format text,
        theme_id uuid,
        role text CHECK (length(role) BETWEEN 1 AND 60),
        note text CHECK (length(note) <= 1000),
        version int NOT NULL DEFAULT 1,
        deleted_at timestamptz,
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id, channel_id) REFERENCES channel ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, theme_id) REFERENCES theme ON DELETE SET NULL (theme_id)`;

/** The calendar of the plan: what recurs, what was decided of single occurrences, single posts, and the addresses at which calendar programs read it. */
export class CreatePlanCalendar1795986600000 implements MigrationInterface {
  name = 'CreatePlanCalendar1795986600000';

  async up(runner: QueryRunner): Promise<void> {
    await createAppointments(runner);
    await createPlannedPosts(runner);
    await createFeeds(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION calendar_feed_by_hash');
    for (const table of ['calendar_feed', 'planned_post', 'appointment_exception', 'appointment']) await runner.query(`DROP TABLE ${table}`);
  }
}

async function createAppointments(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE appointment (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        channel_id uuid NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
        weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
        time text NOT NULL CHECK (time ~ ${TIME}),
        every_weeks smallint NOT NULL CHECK (every_weeks BETWEEN 1 AND 4),
        from_day date NOT NULL,
        to_day date CHECK (to_day >= from_day),
        skips_holidays boolean NOT NULL,
        decisions int NOT NULL DEFAULT 0,${SAID}
      )`);
  await runner.query(`COMMENT ON COLUMN appointment.time IS 'in the zone of the channel'`);
  await runner.query(`COMMENT ON COLUMN appointment.decisions IS 'taken of its occurrences so far, undone ones included: versions of exceptions never come twice'`);
  await runner.query('CREATE INDEX appointment_channel ON appointment (organisation_id, channel_id)');
  await runner.query('CREATE INDEX appointment_theme ON appointment (organisation_id, theme_id) WHERE theme_id IS NOT NULL');
  await protectTenantTable(runner, 'appointment');
  await runner.query(`
      CREATE TABLE appointment_exception (
        organisation_id uuid NOT NULL,
        appointment_id uuid NOT NULL,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('skipped', 'moved')),
        moved_to_day date,
        moved_to_time text CHECK (moved_to_time ~ ${TIME}),
        note text CHECK (length(note) <= 1000),
        version int NOT NULL,
        PRIMARY KEY (organisation_id, appointment_id, day),
        FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment ON DELETE CASCADE,
        CHECK (kind = 'skipped' OR moved_to_day IS NOT NULL)
      )`);
  await runner.query(`COMMENT ON COLUMN appointment_exception.day IS 'the regular one'`);
  await protectTenantTable(runner, 'appointment_exception');
}

async function createPlannedPosts(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE planned_post (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        channel_id uuid NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
        day date NOT NULL,
        time text NOT NULL CHECK (time ~ ${TIME}),
        appointment_id uuid,
        appointment_day date,${SAID},
        FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment ON DELETE SET NULL (appointment_id),
        CHECK (appointment_id IS NULL OR appointment_day IS NOT NULL)
      )`);
  await runner.query('CREATE INDEX planned_post_day ON planned_post (organisation_id, day)');
  await runner.query('CREATE INDEX planned_post_channel ON planned_post (organisation_id, channel_id)');
  await runner.query('CREATE INDEX planned_post_theme ON planned_post (organisation_id, theme_id) WHERE theme_id IS NOT NULL');
  await runner.query('CREATE UNIQUE INDEX planned_post_occurrence ON planned_post (organisation_id, appointment_id, appointment_day) WHERE deleted_at IS NULL');
  await protectTenantTable(runner, 'planned_post');
}

async function createFeeds(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE calendar_feed (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        id uuid NOT NULL,
        role text CHECK (length(role) BETWEEN 1 AND 60),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (organisation_id, id)
      )`);
  await runner.query(`COMMENT ON COLUMN calendar_feed.role IS 'null: of all roles'`);
  await protectTenantTable(runner, 'calendar_feed');
  await openToLookUps(runner, 'calendar_feed');
  await createLookUp(runner, {
    signature: 'calendar_feed_by_hash(wanted bytea)',
    returns: 'TABLE (organisation_id uuid, feed_id uuid)',
    body: 'RETURN QUERY SELECT f.organisation_id, f.id FROM calendar_feed f WHERE f.token_hash = wanted AND f.revoked_at IS NULL;',
  });
}
