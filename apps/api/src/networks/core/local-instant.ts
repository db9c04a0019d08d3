import { Temporal } from 'temporal-polyfill';

/** A date and time as printed, without a zone. */
export interface LocalDateTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** What the clocks made of it. `repeated`: printed twice that night, the first is taken. `skipped`: never shown by a clock. */
export interface LocatedInstant {
  at: Date;
  clock: 'plain' | 'repeated' | 'skipped';
}

/** Whether such a day and time can stand in a calendar. */
export function existsInCalendar(local: LocalDateTime): boolean {
  const { year, month, day, hour, minute, second } = local;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const MEMORY = 20_000;

/** Turns local times of one zone into instants, remembering the offset of each hour met: files repeat them. */
export class ZoneClock {
  private readonly hours = new Map<string, { offsetMs: number; clock: LocatedInstant['clock'] }>();

  /** @param zone  IANA name, for example "America/Los_Angeles" */
  constructor(readonly zone: string) {}

  /** @param local  must exist in the calendar */
  locate(local: LocalDateTime): LocatedInstant {
    const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
    // Zones change at quarter hours at the finest.
    const key = `${Math.floor(asUtc / 900_000)}`;
    let hour = this.hours.get(key);
    if (hour === undefined) {
      hour = offsetAt(local, this.zone);
      if (this.hours.size >= MEMORY) this.hours.clear();
      this.hours.set(key, hour);
    }
    return { at: new Date(asUtc - hour.offsetMs), clock: hour.clock };
  }
}

function offsetAt(local: LocalDateTime, zone: string): { offsetMs: number; clock: LocatedInstant['clock'] } {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { offsetMs: offsetOf(earlier), clock: 'plain' };
  const isSkipped = !earlier.toPlainDateTime().equals(plain);
  // In a skipped hour the offset before the change is used: 02:30 becomes 03:30, as people mean it.
  if (isSkipped) return { offsetMs: Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second) - later.epochMilliseconds, clock: 'skipped' };
  return { offsetMs: offsetOf(earlier), clock: 'repeated' };
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return moment.offsetNanoseconds / 1_000_000;
}
