import { addDays, daysBetween, firstDay, mondayOf } from '@portee/shared';

export interface Span { from: string; to: string }
const SPAN_DAYS = 28;

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;

/** Four whole weeks from the Monday of the day in the address; without one, the week of today comes second: what was just done, then what comes. */
export function spanToShow(asked: string | null, today: string): Span {
  return fourWeeks(asked !== null && isDay(asked) ? mondayOf(asked) : addDays(mondayOf(today), -7));
}

/** The week of the day in the address; without one, that of today. */
export function weekToShow(asked: string | null, today: string): Span {
  const from = mondayOf(asked !== null && isDay(asked) ? asked : today);
  return { from, to: addDays(from, 6) };
}

/** The Monday of the week in which a month begins. */
export function mondayOfMonth(month: string): string {
  return mondayOf(firstDay(month));
}

export function lengthOf({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** The month that most of a span belongs to. */
export function monthOfSpan(span: Span): string {
  // A week in which a month begins is of that month.
  return addDays(span.from, Math.max(6, lengthOf(span) / 2)).slice(0, 7);
}

/** As many weeks just before it (-1) or after it (1). */
export function spanBeside(span: Span, by: -1 | 1): Span {
  return { from: addDays(span.from, by * lengthOf(span)), to: addDays(span.to, by * lengthOf(span)) };
}

/** Its weeks, each its seven days. */
export function weeksOf(span: Span): string[][] {
  return Array.from({ length: lengthOf(span) / 7 }, (_, week) => Array.from({ length: 7 }, (_day, day) => addDays(span.from, week * 7 + day)));
}

export function isWithin(day: string, { from, to }: Span): boolean {
  return from <= day && day <= to;
}

function fourWeeks(from: string): Span {
  return { from, to: addDays(from, SPAN_DAYS - 1) };
}

/** Whether a text of the address is a day that exists. */
function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00Z`).toISOString().startsWith(text);
}
