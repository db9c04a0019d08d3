import { addDays, day as calendarDay, localDay, localTime, timeZone, toInstant } from '@portee/shared';
import type { CalendarProperty } from '../insights/calendar-file.js';
import { windowsZones } from './windows-zones.js';

/** When something of an agenda begins or ends: a day as a whole, or a time that clocks of a zone show. */
export interface Moment {
  day: string;
  /** `HH:MM`; null: the whole day. */
  time: string | null;
  zone: string;
}

/** Where times are read. */
export interface Clocks {
  /** Of the organisation: that of times that name no zone, or one that nobody knows. */
  zone: string;
  /** Told, for what names a zone that nobody knows. */
  onUnknownZone: (name: string) => void;
}

const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(?:::|(\d\d):(\d\d):\d\d(Z)?))?$/;
const DURATION = /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/;
const ZONE_NAME = 60;
const MINUTE_MS = 60_000;
/** What comes back every year may have begun long ago; no program means other centuries. */
const [EARLIEST, LATEST] = ['1900-01-01', '2100-12-31'];

/** The moments that a property names: one, or a list of them; of a period its beginning. Null in the place of one that no calendar has. */
export function momentsOf({ parameters, values }: CalendarProperty, clocks: Clocks): (Moment | null)[] {
  const zone = zoneOf(parameters['tzid'], clocks);
  return values.map((value) => toMoment(Array.isArray(value) ? value[0] : value, zone));
}

function toMoment(value: unknown, zone: string): Moment | null {
  const [, written, hour, minute, isUtc] = (typeof value === 'string' && WRITTEN.exec(value)) || [];
  const day = calendarDay.safeParse(written).data;
  if (day === undefined || day < EARLIEST || day > LATEST || (hour !== undefined && (hour > '23' || (minute ?? '') > '59'))) return null;
  return { day, time: hour === undefined ? null : `${hour}:${minute ?? '00'}`, zone: isUtc === undefined ? zone : 'UTC' };
}

/** The instant of a moment; of a day, that of its first hour. */
export function instantOf({ day, time, zone }: Moment): Date {
  return toInstant(`${day}T${time ?? '00:00'}`, zone).instant;
}

/** The same moment as clocks of another zone show it; a day is the same everywhere. */
export function movedTo(zone: string, moment: Moment): Moment {
  if (moment.time === null || moment.zone === zone) return moment;
  const instant = instantOf(moment);
  return { day: localDay(instant, zone), time: localTime(instant, zone), zone };
}

/** From one moment to another by the clock on the wall where the first is; of a day, from its first hour. */
export function minutesBetween(from: Moment, to: Moment): number {
  return (wallOf(movedTo(from.zone, to)) - wallOf(from)) / MINUTE_MS;
}

/** What the clock on the wall shows so many minutes after a moment. */
export function minutesLater(moment: Moment, minutes: number): Moment {
  const [day = '', time = ''] = new Date(wallOf(moment) + minutes * MINUTE_MS).toISOString().split('T');
  return { day, time: time.slice(0, 5), zone: moment.zone };
}

function wallOf({ day, time }: Moment): number {
  return Date.parse(`${day}T${time ?? '00:00'}Z`);
}

/** Minutes of a duration (`PT1H30M`); whole days are days of 24 hours here. Null: it is none. */
export function minutesOf(duration: unknown): number | null {
  const found = typeof duration === 'string' ? DURATION.exec(duration) : null;
  if (found === null) return null;
  const [weeks, days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0));
  return (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
}

/** The day before the end of something of whole days, which is the first that does not belong to it; never before its beginning. */
export function lastDayBefore(end: string, first: string): string {
  const last = addDays(end, -1);
  return last < first ? first : last;
}

const known = new Map<string, string | null>();

/** Zones come as IANA has them, as Windows has them, or with the name of a program before them. */
function zoneOf(named: unknown, { zone, onUnknownZone }: Clocks): string {
  if (typeof named !== 'string' || named.trim() === '') return zone;
  const name = named.trim().slice(0, ZONE_NAME);
  const found = known.get(name) ?? findZone(name);
  if (known.size < 500) known.set(name, found);
  if (found === null) onUnknownZone(name);
  return found ?? zone;
}

function findZone(name: string): string | null {
  const parts = name.replace(/^\(.*?\)\s*/, '').split('/').filter((part) => part !== '');
  const readings = [parts.join('/'), parts.slice(-3).join('/'), parts.slice(-2).join('/'), windowsZones[name.toLowerCase()]];
  return readings.find((reading) => reading !== undefined && timeZone.safeParse(reading).success) ?? null;
}
