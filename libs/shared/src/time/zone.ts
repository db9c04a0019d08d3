import { Temporal } from 'temporal-polyfill';

/** What the clocks of a zone did with a local time. */
export interface LocatedTime {
  instant: Date;
  /** `skipped`: no clock showed it, clocks went forward; `repeated`: they showed it twice, going back. */
  clock: 'plain' | 'skipped' | 'repeated';
}

/**
 * Local calendar day of an instant, `YYYY-MM-DD`.
 * @param zone  IANA name, for example "Europe/Brussels"; a RangeError when unknown
 */
export function localDay(instant: Date, zone: string): string {
  const { year, month, day } = wallClock(instant, zone);
  return `${year}-${month}-${day}`;
}

/** Local time of an instant, `HH:MM`, 00:00 to 23:59. */
export function localTime(instant: Date, zone: string): string {
  const { hour, minute } = wallClock(instant, zone);
  return `${hour}:${minute}`;
}

/**
 * Instant of a local date and time, `2026-10-24T18:40` with or without seconds.
 * A time that no clock showed is read with the offset before the change (02:30 becomes 03:30, as people mean
 * it); one shown twice is read as the first. Both are told, so that an import can remark it.
 * @throws RangeError for a date or time that no calendar has, and for an unknown zone
 */
export function toInstant(local: string, zone: string): LocatedTime {
  const plain = Temporal.PlainDateTime.from(local);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { instant: new Date(earlier.epochMilliseconds), clock: 'plain' };
  const compatible = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const clock = compatible.toPlainDateTime().equals(plain) ? 'repeated' : 'skipped';
  return { instant: new Date(compatible.epochMilliseconds), clock };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Intl is asked, not Temporal: twice as fast once the formatter is made, and it spares browsers the polyfill. */
function wallClock(instant: Date, zone: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const shown = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of clockOf(zone).formatToParts(instant)) {
    if (type === 'year') shown.year = value.padStart(4, '0');
    else if (type === 'month' || type === 'day' || type === 'hour' || type === 'minute') shown[type] = value;
  }
  return shown;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}
