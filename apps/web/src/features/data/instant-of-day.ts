import { addDays, localDay } from '@portee/shared';

const HOUR_MS = 3_600_000;

/**
 * The instant at which a file of that day was downloaded: the file's own hour when it is of that day, otherwise the end of the
 * day, since its figures may be as late as that; never later than now.
 */
export function instantOfDay(day: string, { file, now, timeZone }: { file: Date; now: Date; timeZone: string }): string {
  if (localDay(file, timeZone) === day && file <= now) return file.toISOString();
  const end = endOfDay(day, timeZone);
  return (end < now ? end : now).toISOString();
}

/** The last whole hour that still belongs to the day in that zone. */
function endOfDay(day: string, timeZone: string): Date {
  let last = new Date(`${addDays(day, 1)}T14:00:00Z`);
  while (localDay(last, timeZone) > day) last = new Date(last.getTime() - HOUR_MS);
  return last;
}
