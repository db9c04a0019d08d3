import { addDays, askedDay, type HolidayPeriod, holidayPeriod, MAX_HOLIDAY_PERIODS } from '@portee/shared';
import { CalendarError } from './calendar-error.js';
import { eventsOfFile, readEvent, textOf as lineOf } from './calendar-file.js';

const NAME = 80;

/** What one event says; a name that it lacks is undefined. */
type Event = ReadonlyMap<string, { type: string | null; value: unknown }>;

/**
 * The periods of an iCalendar file: its events of whole days, by day. Events of some hours and those called off are left out.
 * @param unnamed  what a period without a name is called
 * @throws CalendarError calendar-unreadable, -empty, -repeats, -days-wrong, -too-long
 */
export function readHolidayCalendar(bytes: Uint8Array, unnamed: string): HolidayPeriod[] {
  const events = eventsOf(bytes).filter((event) => isOfWholeDays(event) && textOf(event, 'status').toUpperCase() !== 'CANCELLED');
  if (events.length === 0) throw new CalendarError('calendar-empty');
  if (events.length > MAX_HOLIDAY_PERIODS) throw new CalendarError('calendar-too-long', { count: events.length, limit: MAX_HOLIDAY_PERIODS });
  return events.map((event) => toPeriod(event, nameOf(event) || unnamed));
}

/** One that cannot be understood makes the list a doubtful one. */
function eventsOf(bytes: Uint8Array): Event[] {
  const events = eventsOfFile(bytes);
  if (events === null) throw new CalendarError('calendar-unreadable');
  return events.map((lines) => {
    const properties = readEvent(lines);
    if (properties === null) throw new CalendarError('calendar-unreadable');
    return new Map(properties.map(({ name, type, values }) => [name, { type, value: values[0] }]));
  });
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
  return lineOf(event.get('summary')?.value, NAME);
}

function textOf(event: Event, name: string): string {
  const value = event.get(name)?.value;
  return typeof value === 'string' ? value : '';
}
