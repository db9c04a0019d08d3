import type { Days } from '../metrics/holidays.js';
import { isInHolidays } from '../metrics/holidays.js';
import { addDays, daysBetween, weekdayOf, weekdays } from '../time/period.js';
import { type LocatedTime, toInstant } from '../time/to-instant.js';
import { localDay, localTime } from '../time/zone.js';

/** Most days that may be asked for in one go: an appointment without an end has no last occurrence. */
export const MAX_PLAN_DAYS = 400;
/** Whoever answers looks a day further at either end: a post shortly after midnight may fill what was planned the day before. */
const AROUND_DAYS = 2;

/** When a slot promised to the public recurs, told where its channel is. */
export interface Recurrence {
  id: string;
  /** 1 is Monday, 7 Sunday. */
  weekday: number;
  /** `HH:MM`. */
  time: string;
  /** Every so many weeks, counted from its first day: the first such weekday on or after `fromDay`. */
  everyWeeks: number;
  fromDay: string;
  /** The last day it may fall on; null: without end. */
  toDay: string | null;
  /** Leaves out what would fall in school holidays. */
  skipsHolidays: boolean;
}

/** What people decided of one occurrence, known by the day on which the rule puts it. */
export interface RecurrenceException {
  appointmentId: string;
  day: string;
  kind: 'skipped' | 'moved';
  /** Null: it was not moved, or to another hour of the same day. */
  movedToDay: string | null;
  /** Null: it was not moved, or to the same hour of another day. */
  movedToTime: string | null;
}

/** Where and when occurrences are looked for. */
export interface Surroundings {
  /** Both days belong to it. */
  span: Days;
  /** IANA name. */
  zone: string;
  holidays: readonly Days[];
  exceptions: readonly RecurrenceException[];
}

export interface Occurrence {
  appointmentId: string;
  /** The day on which the rule puts it: its name, wherever it was moved to. */
  regularDay: string;
  /** Day and time that clocks there will show. */
  day: string;
  time: string;
  instant: Date;
  /** `skipped`: its time does not exist that day, it comes an hour later; `repeated`: its time comes twice, it is the first. */
  clock: LocatedTime['clock'];
  isMoved: boolean;
  isHoliday: boolean;
}

/** An occurrence of the rule that will not take place. */
export interface LeftOut {
  appointmentId: string;
  regularDay: string;
  time: string;
  /** `holiday`: the appointment leaves school holidays out; `skipped`: people left this one out. */
  reason: 'holiday' | 'skipped';
}

/**
 * The occurrences of an appointment in a span, and what was left out of it, each once and in the order of days. A moved occurrence belongs to the span in which it
 * takes place; one that people moved takes place even in holidays. Exceptions of other appointments, and of days on which the rule puts nothing, are not looked at.
 * A span that ends before it begins has none.
 * @throws RangeError  for a span of more than MAX_PLAN_DAYS and the two around them, and for an unknown zone
 */
export function occurrencesOf(recurrence: Recurrence, around: Surroundings): { occurrences: Occurrence[]; leftOut: LeftOut[] } {
  const { span, exceptions } = around;
  if (daysBetween(span.from, span.to) >= MAX_PLAN_DAYS + AROUND_DAYS) throw new RangeError(`more than ${MAX_PLAN_DAYS + AROUND_DAYS} days: ${span.from} to ${span.to}`);
  const decided = new Map(exceptions.filter(({ appointmentId }) => appointmentId === recurrence.id).map((exception) => [exception.day, exception]));
  const movedFrom = [...decided.values()].flatMap(({ day, kind }) => (kind === 'moved' && isRegularDay(recurrence, day) ? [day] : []));
  // A clock that skips midnight carries an occurrence into the next day.
  const days = new Set([...regularDays(recurrence, { from: addDays(span.from, -1), to: span.to }), ...movedFrom]);
  const found = [...days].map((day) => placeOccurrence(recurrence, { day, exception: decided.get(day), around }));
  return {
    occurrences: found.flatMap((one) => ('reason' in one || !isWithin(one.day, span) ? [] : [one])).toSorted(byInstant),
    leftOut: found.flatMap((one) => ('reason' in one && isWithin(one.regularDay, span) ? [one] : [])).toSorted((a, b) => daysBetween(b.regularDay, a.regularDay)),
  };
}

/** Whether the rule of an appointment puts an occurrence on a day. */
export function isRegularDay(recurrence: Recurrence, day: string): boolean {
  return regularDays(recurrence, { from: day, to: day }).length === 1;
}

/** Counted, not walked: an appointment may have begun a century before the span. */
function regularDays({ weekday, everyWeeks, fromDay, toDay }: Recurrence, span: Days): string[] {
  const pace = everyWeeks * 7;
  const first = addDays(fromDay, (weekday - weekdayNumber(fromDay) + 7) % 7);
  const last = toDay !== null && toDay < span.to ? toDay : span.to;
  const before = Math.max(0, Math.ceil(daysBetween(first, span.from) / pace));
  const start = addDays(first, before * pace);
  const length = Math.max(0, Math.floor(daysBetween(start, last) / pace) + 1);
  return Array.from({ length }, (_, later) => addDays(start, later * pace));
}

interface Place {
  day: string;
  exception: RecurrenceException | undefined;
  around: Surroundings;
}

function placeOccurrence(recurrence: Recurrence, { day, exception, around }: Place): Occurrence | LeftOut {
  const name = { appointmentId: recurrence.id, regularDay: day };
  if (exception?.kind === 'skipped') return { ...name, time: recurrence.time, reason: 'skipped' };
  const isMoved = exception !== undefined;
  if (!isMoved && recurrence.skipsHolidays && isInHolidays(day, around.holidays)) return { ...name, time: recurrence.time, reason: 'holiday' };
  const stands = standsAt({ day: exception?.movedToDay ?? day, time: exception?.movedToTime ?? recurrence.time, zone: around.zone });
  return { ...name, ...stands, isMoved, isHoliday: isInHolidays(stands.day, around.holidays) };
}

/** A local day and time, as the clocks there will show them. */
export function standsAt({ day, time, zone }: { day: string; time: string; zone: string }): Pick<Occurrence, 'day' | 'time' | 'instant' | 'clock'> {
  const { instant, clock } = toInstant(`${day}T${time}`, zone);
  return clock === 'skipped' ? { day: localDay(instant, zone), time: localTime(instant, zone), instant, clock } : { day, time, instant, clock };
}

function isWithin(day: string, { from, to }: Days): boolean {
  return from <= day && day <= to;
}

function byInstant(a: Occurrence, b: Occurrence): number {
  return a.instant.getTime() - b.instant.getTime() || daysBetween(b.regularDay, a.regularDay);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayNumber(day: string): number {
  return weekdays.indexOf(weekdayOf(day)) + 1;
}
