import { Temporal } from 'temporal-polyfill';

/** What the clocks of a zone did with a local time. */
export interface LocatedTime {
  instant: Date;
  /** `skipped`: no clock showed it, clocks went forward; `repeated`: they showed it twice, going back. */
  clock: 'plain' | 'skipped' | 'repeated';
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
