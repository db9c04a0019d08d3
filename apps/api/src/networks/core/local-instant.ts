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

const DAY_MS = 86_400_000;

/** Whether such a day and time can stand in a calendar. */
export function existsInCalendar(local: LocalDateTime): boolean {
  const { year, month, day, hour, minute, second } = local;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Turns local times of one zone into instants. Remembers the offset of each day met: files hold many rows of few days. */
export class ZoneClock {
  /** By day since 1970; null: the clocks are changed about that day, each time is looked up. */
  private readonly offsets = new Map<number, number | null>();

  /** @param zone  IANA name, for example "America/Los_Angeles" */
  constructor(readonly zone: string) {}

  /** @param local  must exist in the calendar */
  locate(local: LocalDateTime): LocatedInstant {
    const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
    const offsetMs = this.offsetOfDay(Math.floor(asUtc / DAY_MS));
    return offsetMs === null ? locateExactly(local, this.zone) : { at: new Date(asUtc - offsetMs), clock: 'plain' };
  }

  private offsetOfDay(day: number): number | null {
    const known = this.offsets.get(day);
    if (known !== undefined) return known;
    const before = offsetAt((day - 1) * DAY_MS, this.zone);
    const after = offsetAt((day + 2) * DAY_MS, this.zone);
    const offset = before === after ? before : null;
    this.offsets.set(day, offset);
    return offset;
  }
}

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function offsetAt(epochMs: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/** In a skipped hour the offset before the change is used: 02:30 becomes 03:30, as people mean it. */
function locateExactly(local: LocalDateTime, zone: string): LocatedInstant {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  const isSkipped = !earlier.toPlainDateTime().equals(plain);
  const at = new Date(isSkipped ? later.epochMilliseconds : earlier.epochMilliseconds);
  if (isSkipped) return { at, clock: 'skipped' };
  return { at, clock: earlier.epochMilliseconds === later.epochMilliseconds ? 'plain' : 'repeated' };
}
