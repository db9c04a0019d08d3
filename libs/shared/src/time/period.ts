/** Days (`2026-10-24`) and months (`2026-10`) are local text; nothing here knows instants or time zones. */
const DAY_MS = 86_400_000;

/** Weeks start on Monday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Month a day falls in. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** First day of a month. */
export function firstDay(month: string): string {
  return `${month}-01`;
}

/** Last day of a month. */
export function lastDay(month: string): string {
  return `${month}-${twoDigits(daysInMonth(month))}`;
}

export function daysInMonth(month: string): number {
  const { year, index } = partsOf(month);
  return new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
}

/** The month so many months later; earlier when negative. */
export function addMonths(month: string, months: number): string {
  const { year, index } = partsOf(month);
  const counted = year * 12 + index + months;
  return `${String(Math.floor(counted / 12)).padStart(4, '0')}-${twoDigits((((counted % 12) + 12) % 12) + 1)}`;
}

/** The day so many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(epochDay(day) * DAY_MS + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day so many months later, earlier when negative; the last day of a month that is too short for it. */
export function addMonthsToDay(day: string, months: number): string {
  const month = addMonths(monthOf(day), months);
  const sameDay = `${month}-${day.slice(8)}`;
  const last = lastDay(month);
  return sameDay < last ? sameDay : last;
}

/** Days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** Every month from one to another, both included, oldest first; none when the second comes first. */
export function monthsBetween(from: string, to: string): string[] {
  const [first, last] = [partsOf(from), partsOf(to)];
  const length = (last.year - first.year) * 12 + last.index - first.index + 1;
  return Array.from({ length: Math.max(0, length) }, (_, later) => addMonths(from, later));
}

/** Weekday of a day; weeks start on Monday. */
export function weekdayOf(day: string): Weekday {
  // 1 January 1970 was a Thursday.
  return weekdays[(((epochDay(day) + 3) % 7) + 7) % 7] ?? 'mon';
}

function epochDay(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`not a day: ${day}`);
  return time / DAY_MS;
}

function partsOf(month: string): { year: number; index: number } {
  const [year = NaN, number = NaN] = month.split('-').map(Number);
  if (!(number >= 1 && number <= 12)) throw new RangeError(`not a month: ${month}`);
  return { year, index: number - 1 };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
