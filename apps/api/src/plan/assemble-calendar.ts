import {
  type Days, type PlanCalendar, type PlanEntry, type PlanExtent, type PlanLeftOut, findCollisions, isInHolidays, type Occurrence, occurrencesOf, standsAt,
} from '@portee/shared';
import type { PlannedRows } from './planned-span.query.js';

type Row<Of extends 'appointments' | 'posts'> = PlannedRows[Of][number];

/** What a span of the calendar is made of. */
export interface CalendarParts extends PlannedRows {
  span: Days;
  holidays: readonly Days[];
}

/**
 * The calendar of a span: occurrences of appointments and planned posts, in the order of time. A post that takes the place of an occurrence stands instead of it, wherever
 * the post itself stands; one whose appointment is gone stands alone. Pure: the order of rows does not matter.
 */
export function assembleCalendar(parts: CalendarParts): PlanCalendar {
  const { span, posts } = parts;
  const filled = new Set(posts.flatMap(({ appointmentId, appointmentDay }) => (appointmentId === null || appointmentDay === null ? [] : [occurrenceKey(appointmentId, appointmentDay)])));
  const recurring = parts.appointments.flatMap((appointment) => recurringParts(appointment, filled, parts));
  const entries = [...recurring.flatMap(({ entries: own }) => own), ...postEntries(parts)].toSorted(byTime);
  const leftOut = recurring.flatMap(({ leftOut: own }) => own).toSorted((a, b) => compare(a.day, b.day) || compare(a.time, b.time) || compare(a.appointmentId, b.appointmentId));
  const leftOutForHolidays = leftOut.filter(({ reason }) => reason === 'holiday');
  return { ...span, entries, leftOut, collisions: findCollisions({ span, entries, extents: extentsOf(parts), leftOutForHolidays }) };
}

function recurringParts(appointment: Row<'appointments'>, filled: ReadonlySet<string>, parts: CalendarParts): { entries: PlanEntry[]; leftOut: PlanLeftOut[] } {
  const { id, channelId, title } = appointment;
  const versions = new Map(parts.exceptions.filter(({ appointmentId }) => appointmentId === id).map(({ day, version }) => [day, version]));
  const { occurrences, leftOut } = occurrencesOf(appointment, { ...parts, zone: zoneOf(channelId, parts) });
  const isOpen = ({ regularDay }: { regularDay: string }): boolean => !filled.has(occurrenceKey(id, regularDay));
  return {
    entries: occurrences.filter(isOpen).map((occurrence) => toEntry(appointment, { occurrence, version: versions.get(occurrence.regularDay) ?? null, parts })),
    leftOut: leftOut.filter(isOpen).map(({ regularDay: day, time, reason }) => ({ appointmentId: id, channelId, title, day, time, reason, version: versions.get(day) ?? null })),
  };
}

function toEntry(appointment: Row<'appointments'>, { occurrence, version, parts }: { occurrence: Occurrence; version: number | null; parts: CalendarParts }): PlanEntry {
  const { regularDay, day, time, instant, clock, isHoliday, isMoved } = occurrence;
  const { id, channelId, title, format, role, note } = appointment;
  return {
    key: occurrenceKey(id, regularDay), kind: 'appointment', channelId, day, time, instant: instant.toISOString(), clock, title, format, theme: themeOf(appointment.themeId, parts), role, note,
    isHoliday, isMoved, appointmentId: id, appointmentDay: regularDay, postId: null, version,
  };
}

function postEntries(parts: CalendarParts): PlanEntry[] {
  const appointments = new Set(parts.appointments.map(({ id }) => id));
  return parts.posts.flatMap((post) => {
    const { id, channelId, title, format, role, note, version } = post;
    const { instant, ...stands } = standsAt({ day: post.day, time: post.time, zone: zoneOf(channelId, parts) });
    if (stands.day < parts.span.from || stands.day > parts.span.to) return [];
    const fills = post.appointmentId !== null && appointments.has(post.appointmentId);
    return [{
      key: id, kind: 'post' as const, channelId, ...stands, instant: instant.toISOString(), title, format, theme: themeOf(post.themeId, parts), role, note,
      isHoliday: isInHolidays(stands.day, parts.holidays), isMoved: false, appointmentId: fills ? post.appointmentId : null, appointmentDay: fills ? post.appointmentDay : null, postId: id, version,
    }];
  });
}

/** From when to when channels plan anything; posts speak for their own day. */
function extentsOf({ appointments, posts }: CalendarParts): PlanExtent[] {
  return [...appointments.map(({ channelId, fromDay, toDay }) => ({ channelId, from: fromDay, to: toDay })), ...posts.map(({ channelId, day }) => ({ channelId, from: day, to: day }))];
}

function occurrenceKey(appointmentId: string, regularDay: string): string {
  return `${appointmentId}/${regularDay}`;
}

function zoneOf(channelId: string, { channels }: CalendarParts): string {
  return channels.find(({ id }) => id === channelId)?.timeZone ?? 'UTC';
}

function themeOf(themeId: string | null, { themes }: CalendarParts): PlanEntry['theme'] {
  return themes.find(({ id }) => id === themeId) ?? null;
}

function byTime(a: PlanEntry, b: PlanEntry): number {
  return compare(a.instant, b.instant) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
