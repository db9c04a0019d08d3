import { addDays, firstDay, mondayOf } from '@portee/shared';

export interface Span { from: string; to: string }
export const SPAN_DAYS = 28;

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;

/** Four whole weeks from the Monday of the day in the address; without one, the week of today comes second: what was just done, then what comes. */
export function spanToShow(asked: string | null, today: string): Span {
  return fourWeeks(asked !== null && isDay(asked) ? mondayOf(asked) : addDays(mondayOf(today), -7));
}

/** Four weeks in which a month begins. */
export function spanOfMonth(month: string): Span {
  return fourWeeks(mondayOf(firstDay(month)));
}

/** The month that most of a span belongs to. */
export function monthOfSpan({ from }: Span): string {
  return addDays(from, SPAN_DAYS / 2).slice(0, 7);
}

/** Its weeks, each its seven days. */
export function weeksOf({ from }: Span): string[][] {
  return [0, 7, 14, 21].map((week) => Array.from({ length: 7 }, (_, day) => addDays(from, week + day)));
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
