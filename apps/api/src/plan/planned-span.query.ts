import { addDays, type Days } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { AppointmentException } from './appointment-exception.entity.js';
import type { Appointment } from './appointment.entity.js';
import type { PlannedPost } from './planned-post.entity.js';

export interface PlannedChannel {
  id: string;
  name: string;
  timeZone: string;
}

export interface PlannedTheme {
  id: string;
  name: string;
}

/** Everything that decides what stands in a span of the calendar. */
export interface PlannedRows {
  channels: PlannedChannel[];
  appointments: Omit<Appointment, 'organisationId' | 'deletedAt' | 'decisions'>[];
  /** Decisions on regular days of the span, and those that move something into it. */
  exceptions: Omit<AppointmentException, 'organisationId'>[];
  /** Posts of the span, and those that take the place of something that would stand in it. */
  posts: Omit<PlannedPost, 'organisationId' | 'deletedAt'>[];
  themes: PlannedTheme[];
}

const SAID = 'x.id, x.channel_id AS "channelId", x.title, x.time, x.format, x.theme_id AS "themeId", x.role, x.note, x.version';

/** @param channelId  null: all channels */
export async function readPlannedSpan(manager: EntityManager, { organisationId, span, channelId }: { organisationId: string; span: Days; channelId: string | null }): Promise<PlannedRows> {
  // Clocks that skip midnight carry into the span what stands the day before it.
  const asked = [organisationId, addDays(span.from, -1), span.to, channelId];
  return {
    channels: await manager.query(
      `SELECT id, name, time_zone AS "timeZone" FROM channel WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY id`, [organisationId, channelId],
    ),
    appointments: await manager.query(
      `SELECT ${SAID}, x.weekday, x.every_weeks AS "everyWeeks", x.from_day::text AS "fromDay", x.to_day::text AS "toDay", x.skips_holidays AS "skipsHolidays"
       FROM appointment x WHERE x.organisation_id = $1 AND x.deleted_at IS NULL AND ($2::uuid IS NULL OR x.channel_id = $2) ORDER BY x.id`, [organisationId, channelId],
    ),
    exceptions: await manager.query(
      `SELECT e.appointment_id AS "appointmentId", e.day::text, e.kind, e.moved_to_day::text AS "movedToDay", e.moved_to_time AS "movedToTime", e.note, e.version
       FROM appointment_exception e JOIN appointment x ON x.organisation_id = e.organisation_id AND x.id = e.appointment_id
       WHERE e.organisation_id = $1 AND x.deleted_at IS NULL AND ($4::uuid IS NULL OR x.channel_id = $4) AND (e.day BETWEEN $2 AND $3 OR e.moved_to_day BETWEEN $2 AND $3)`, asked,
    ),
    posts: await manager.query(
      `SELECT ${SAID}, x.day::text, x.appointment_id AS "appointmentId", x.appointment_day::text AS "appointmentDay"
       FROM planned_post x
       WHERE x.organisation_id = $1 AND x.deleted_at IS NULL AND ($4::uuid IS NULL OR x.channel_id = $4) AND (
         x.day BETWEEN $2 AND $3 OR x.appointment_day BETWEEN $2 AND $3
         OR (x.appointment_id, x.appointment_day) IN (SELECT e.appointment_id, e.day FROM appointment_exception e WHERE e.organisation_id = $1 AND e.moved_to_day BETWEEN $2 AND $3)
       ) ORDER BY x.id`, asked,
    ),
    themes: await manager.query('SELECT id, name FROM theme WHERE organisation_id = $1', [organisationId]),
  };
}
