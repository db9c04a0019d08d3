import { addDays, localDay } from '@portee/shared';
import { Temporal } from 'temporal-polyfill';
import { META_FILE_TIME_ZONE } from './meta-export-time.js';

const HALF_A_DAY_MS = 12 * 3_600_000;
const PRINTED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})$/;

/** Meta's days end at midnight in California, wherever the page is: 9 in the morning in Brussels. */
const META_TIME_ZONE = META_FILE_TIME_ZONE;

/** The day that is running in California. */
export function metaDay(at: Date): string {
  return localDay(at, META_TIME_ZONE);
}

/**
 * The day that a figure is about, from the midnight at which it ended, as insights print it.
 * Read from its middle, so that an hour more or less by a change of clocks leaves it the same day.
 * @returns null when it cannot be read
 */
export function metaDayEnding(endTime: string): string | null {
  const end = readMetaTime(endTime);
  return end === null ? null : metaDay(new Date(end.getTime() - HALF_A_DAY_MS));
}

/** "2026-11-12T18:30:00+0000"; null when it is no instant. */
export function readMetaTime(text: string): Date | null {
  if (!PRINTED.test(text)) return null;
  const at = Date.parse(text.replace(/([+-]\d{2}):?(\d{2})$/, '$1:$2'));
  return Number.isNaN(at) ? null : new Date(at);
}

/** Midnight in California with which a day begins, in seconds since 1970, as parameters take it. */
export function startOfMetaDay(day: string): string {
  return String(Temporal.PlainDate.from(day).toZonedDateTime(META_TIME_ZONE).epochMilliseconds / 1000);
}

/** The first day of those asked for that Meta still remembers. */
export function rememberedSince(sinceDay: string, now: Date, rememberedDays: number): string {
  const earliest = addDays(metaDay(now), -rememberedDays);
  return sinceDay > earliest ? sinceDay : earliest;
}

/** Days from one to another, the second left out. */
export interface DayWindow {
  since: string;
  until: string;
}

/**
 * The newest window of a span that is read backwards.
 * @param days  longest window allowed
 * @returns null when nothing is left of the span
 */
export function newestWindow(span: DayWindow, days: number): DayWindow | null {
  if (span.since >= span.until) return null;
  const earliest = addDays(span.until, -days);
  return { since: earliest > span.since ? earliest : span.since, until: span.until };
}
