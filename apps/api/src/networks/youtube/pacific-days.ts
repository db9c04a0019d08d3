import { localDay, toInstant } from '@portee/shared';

/** YouTube's days, and the day of its limits, are those of California. */
const PACIFIC = 'America/Los_Angeles';
const DAY_MS = 86_400_000;

export function pacificDay(instant: Date): string {
  return localDay(instant, PACIFIC);
}

/** @param day  `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function nextPacificMidnight(now: Date): Date {
  return toInstant(`${addDays(pacificDay(now), 1)}T00:00`, PACIFIC).instant;
}
