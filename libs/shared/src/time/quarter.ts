import { addMonths, firstDay, lastDay } from './period.js';

/** Quarters that people may set aims for: as days and months, between 2000 and 2100. */
export const MIN_QUARTER = '2000-Q1';
export const MAX_QUARTER = '2100-Q4';

/** Quarter a day falls in: `2026-Q4`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;
}

/** First and last day of a quarter. */
export function daysOfQuarter(quarter: string): { from: string; to: string } {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`;
  return { from: firstDay(first), to: lastDay(addMonths(first, 2)) };
}

/** The quarter so many quarters later; earlier when negative. */
export function addQuarters(quarter: string, quarters: number): string {
  return quarterOf(firstDay(addMonths(daysOfQuarter(quarter).from.slice(0, 7), quarters * 3)));
}
