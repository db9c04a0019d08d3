import type { NamedCell } from '../networks/core/header-columns.js';
import { existsInCalendar, type ZoneClock } from '../networks/core/local-instant.js';
import { type RowDraft, shorten } from '../networks/core/row-draft.js';
import { type DateOrder, parseLocalDate, type PrintedDate } from './parse-local-date.js';

/**
 * The instant of publication in a file that a person mapped. A date without an hour is rejected: an invented hour would
 * falsify what is said of days and hours.
 * @returns null when the row is rejected
 */
export function readMappedDate(cell: NamedCell, draft: RowDraft, mapping: { order: DateOrder; clock: ZoneClock }): Date | null {
  const { order, clock } = mapping;
  const params = { value: shorten(cell.text), order };
  const printed = parseLocalDate(cell.text, order);
  const reason = printed === null ? unreadable(cell.text, order) : impossible(printed, cell.text, order);
  if (printed === null || printed.time === null || reason !== null) {
    draft.reject(cell.column, reason ?? 'time-missing', params);
    return null;
  }
  const local = { year: printed.year, month: printed.month, day: printed.day, ...printed.time };
  if (printed.offsetMinutes === null) return draft.located(cell.column, cell.text, clock.locate(local));
  return new Date(Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second) - printed.offsetMinutes * 60_000);
}

function unreadable(text: string, order: DateOrder): string {
  if (text === '') return 'value-missing';
  const others: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];
  return others.some((other) => other !== order && isReal(parseLocalDate(text, other))) ? 'mixed-date-orders' : 'date-unreadable';
}

function impossible(printed: PrintedDate, text: string, order: DateOrder): string | null {
  if (isReal(printed)) return null;
  const other = order === 'day-first' ? 'month-first' : 'day-first';
  return isReal(parseLocalDate(text, other)) ? 'mixed-date-orders' : 'date-impossible';
}

function isReal(printed: PrintedDate | null): boolean {
  return printed !== null && existsInCalendar({ ...printed, ...(printed.time ?? { hour: 0, minute: 0, second: 0 }) });
}
