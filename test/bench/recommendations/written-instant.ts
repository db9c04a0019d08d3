import { type HourBand, hourOfWeek, localDay, localTime, toInstant, type Weekday } from '@portee/shared';
import { readIsoInstant } from '../../../apps/api/src/imports/read-iso-instant.js';

/** The place of every invented channel. */
const ZONE = 'Europe/Brussels';
/** Every channel is judged at this instant. */
export const JUDGED_AT = new Date('2026-11-01T00:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 86_400_000;

const starts = new Map<string, number>();

/** Milliseconds since 1970 of the beginning of a local hour: kept, for the calendar is asked a million times. */
function hourStart(day: string, hour: number): number {
  const local = `${day}T${String(hour).padStart(2, '0')}:00`;
  const found = starts.get(local) ?? toInstant(local, ZONE).instant.getTime();
  starts.set(local, found);
  return found;
}

/** ISO 8601 instant of a local minute, with the offset of the place or as UTC: `2026-07-15T18:40:00+02:00`, `2026-07-15T16:40:00+00:00`. */
export function writeInstant(day: string, minute: number, isUtc: boolean): string {
  const at = hourStart(day, Math.floor(minute / 60)) + (minute % 60) * MINUTE_MS;
  if (isUtc) return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
  const offset = Math.round((Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS - at) / MINUTE_MS / 60);
  return `${new Date(at + offset * 60 * MINUTE_MS).toISOString().slice(0, 19)}+0${offset}:00`;
}

/** What an import makes of it. */
export function readInstant(text: string): Date {
  const read = readIsoInstant(text);
  if (!('at' in read)) throw new RangeError(`not an instant: ${text}`);
  return read.at;
}

/** Days from an instant to the judgement. */
export function ageDays(at: Date): number {
  return (JUDGED_AT.getTime() - at.getTime()) / DAY_MS;
}

/** Where an instant lies in the place's calendar. */
interface LocalSlot {
  localDay: string;
  weekday: Weekday;
  band: HourBand;
}

const slots = new Map<number, LocalSlot>();

/** As the product reads it. Kept by the hour, for the place is whole hours away from UTC: a calendar asked for each post takes as long as the method. */
export function localSlot(at: Date): LocalSlot {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const known = slots.get(hour);
  if (known !== undefined) return known;
  const day = localDay(at, ZONE);
  const read = { localDay: day, ...hourOfWeek(day, localTime(at, ZONE)) };
  slots.set(hour, read);
  return read;
}
