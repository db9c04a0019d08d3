import { addDays, type Days } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import type { DatedEvent } from './date-agenda.js';

const AT_ONCE = 2_000;

/** Where events of an agenda are kept. */
export interface AgendaName {
  organisationId: string;
  agendaId: string;
}

export interface AgendaEventRow extends DatedEvent {
  /** Its own in the agenda. */
  key: string;
}

/** Writes the events of an agenda that has none yet, in their order. */
export async function insertAgendaEvents(manager: EntityManager, { organisationId, agendaId }: AgendaName, events: readonly DatedEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += AT_ONCE) {
    await manager.query(
      `INSERT INTO agenda_event (organisation_id, agenda_id, place_in_agenda, title, place, first_day, last_day, starts_at, ends_at)
       SELECT $1, $2, $3::int + e.n, e.title, e.place, e.first_day, e.last_day, e.starts_at, e.ends_at
       FROM jsonb_to_recordset($4) AS e (n int, title text, place text, first_day date, last_day date, starts_at timestamptz, ends_at timestamptz)`,
      [organisationId, agendaId, from, JSON.stringify(events.slice(from, from + AT_ONCE).map((event, n) => ({ n, title: event.title, place: event.place, first_day: event.firstDay, last_day: event.lastDay, starts_at: event.startsAt, ends_at: event.endsAt })))],
    );
  }
}

/** What takes place on a day of a span, or a day beside it: the organisation may have changed its zone since. In the order of time. */
export function readAgendaEvents(manager: EntityManager, { organisationId, agendaId }: AgendaName, { from, to }: Days): Promise<AgendaEventRow[]> {
  return manager.query<AgendaEventRow[]>(
    `SELECT place_in_agenda::text AS key, title, place, first_day::text AS "firstDay", last_day::text AS "lastDay", starts_at AS "startsAt", ends_at AS "endsAt"
     FROM agenda_event WHERE organisation_id = $1 AND agenda_id = $2 AND first_day <= $4 AND last_day >= $3 ORDER BY first_day, starts_at NULLS FIRST, place_in_agenda`,
    [organisationId, agendaId, addDays(from, -1), addDays(to, 1)],
  );
}
