import { addDays, askedDay, type HolidayPeriod, holidayPeriod, MAX_HOLIDAY_PERIODS } from '@portee/shared';
import ICAL from 'ical.js';
import { z } from 'zod';
import { CalendarError } from './calendar-error.js';

/** Lines that are read. All others are left out before the file is parsed: it may say many things, and say them badly. */
const READ = /^(?:BEGIN|END|SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|STATUS)[:;]/i;
/** Signs of a line that are looked at: the parser takes the square of the parameters of a line. */
const LINE = 1_000;
const NAME = 80;

/** Components and properties as ical.js gives them (jCal, RFC 7265); what lies within an event is not looked at. */
const property = z.tuple([z.string(), z.unknown(), z.string().nullable(), z.unknown()]).rest(z.unknown());
const component = z.tuple([z.string(), z.array(property), z.array(z.unknown())]);
const calendars = z.union([component.transform((one) => [one]), z.array(component).min(1)]);

/** What one event says; a name that it lacks is undefined. */
type Event = ReadonlyMap<string, { type: string | null; value: unknown }>;

/**
 * The periods of an iCalendar file: its events of whole days, by day. Events of some hours and those called off are left out.
 * @param unnamed  what a period without a name is called
 * @throws CalendarError calendar-unreadable, -empty, -repeats, -days-wrong, -too-long
 */
export function readHolidayCalendar(bytes: Uint8Array, unnamed: string): HolidayPeriod[] {
  const events = eventsOf(decode(bytes)).filter((event) => isOfWholeDays(event) && textOf(event, 'status').toUpperCase() !== 'CANCELLED');
  if (events.length === 0) throw new CalendarError('calendar-empty');
  if (events.length > MAX_HOLIDAY_PERIODS) throw new CalendarError('calendar-too-long', { count: events.length, limit: MAX_HOLIDAY_PERIODS });
  return events.map((event) => toPeriod(event, nameOf(event) || unnamed));
}

/** Calendars are UTF-8; some programs write the code page of their Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function eventsOf(text: string): Event[] {
  const parsed = calendars.safeParse(parse(text));
  if (!parsed.success) throw new CalendarError('calendar-unreadable', {}, { cause: parsed.error });
  const all = parsed.data.flatMap(([kind, , parts]) => (kind === 'vcalendar' ? parts : []));
  return all.flatMap((part) => {
    const { data } = component.safeParse(part);
    return data?.[0] === 'vevent' ? [new Map(data[1].map(([name, , type, value]) => [name, { type, value }]))] : [];
  });
}

function parse(text: string): unknown {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r\n|\r|\n/).filter((line) => READ.test(line));
  try {
    return ICAL.parse(lines.map((line) => line.slice(0, LINE)).join('\r\n'));
  } catch (cause) {
    throw new CalendarError('calendar-unreadable', {}, { cause });
  }
}

/** A day without its time, declared as one or not: some programs forget to. */
function isOfWholeDays(event: Event): boolean {
  return event.get('dtstart')?.type === 'date' || textOf(event, 'dtstart').endsWith('T::');
}

/** @throws CalendarError calendar-repeats, calendar-days-wrong */
function toPeriod(event: Event, name: string): HolidayPeriod {
  if (event.has('rrule') || event.has('rdate')) throw new CalendarError('calendar-repeats', { name });
  const from = dayOf(event, 'dtstart');
  const until = event.has('dtend') ? dayOf(event, 'dtend') : afterDuration(from, textOf(event, 'duration'));
  // The end is the day after; programs that give the first day again mean that day alone.
  const period = holidayPeriod.safeParse({ name, from, to: from === null || until === null ? null : until === from ? from : addDays(until, -1) });
  if (!period.success) throw new CalendarError('calendar-days-wrong', { name }, { cause: period.error });
  return period.data;
}

function dayOf(event: Event, name: string): string | null {
  return askedDay.safeParse(textOf(event, name).replace('T::', '')).data ?? null;
}

/** The day after an event that begins on a day: the next one, or as many weeks or days later as it lasts. */
function afterDuration(from: string | null, duration: string): string | null {
  if (from === null || duration === '') return from;
  const [, weeks = '0', days = '0'] = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/.exec(duration) ?? [];
  const lasts = Number(weeks) * 7 + Number(days);
  return lasts === 0 ? null : addDays(from, lasts);
}

function nameOf(event: Event): string {
  const clean = textOf(event, 'summary').toWellFormed().replace(/[\p{C}\s]+/gu, ' ').trim();
  return clean.slice(0, NAME).replace(/[\uD800-\uDBFF]$/, '').trim();
}

function textOf(event: Event, name: string): string {
  const value = event.get(name)?.value;
  return typeof value === 'string' ? value : '';
}
