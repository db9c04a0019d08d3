import type { ColumnMapping } from '@portee/shared';
import { normaliseLabel } from '../networks/core/header-columns.js';

export type DateOrder = ColumnMapping['dateOrder'];

/** A date as a file prints it. Hour and minute are null where it gives none; the offset is in minutes, null where it gives none. */
export interface PrintedDate {
  year: number;
  month: number;
  day: number;
  time: { hour: number; minute: number; second: number } | null;
  offsetMinutes: number | null;
}

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'janv', 'january', 'janvier', 'januari'], ['feb', 'fevr', 'fev', 'february', 'fevrier', 'februari'], ['mar', 'mars', 'march', 'maart', 'mrt'],
  ['apr', 'avr', 'april', 'avril'], ['may', 'mai', 'mei'], ['jun', 'juin', 'june', 'juni'], ['jul', 'juil', 'july', 'juillet', 'juli'],
  ['aug', 'aout', 'august', 'augustus'], ['sep', 'sept', 'september', 'septembre'], ['oct', 'okt', 'october', 'octobre', 'oktober'],
  ['nov', 'november', 'novembre'], ['dec', 'december', 'decembre'],
];
const TIME = /(?:^|[\sT,]|a )(\d{1,2})\s?[:h]\s?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(am|pm|a\.m\.|p\.m\.)?\s?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
const NUMBERS = /^(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,4})$/;

/**
 * Reads a date by numbers in the given order, or by the name of a month in French, English or Dutch. A year of four
 * figures that stands first is always year, month, day.
 * @returns null when it is no date
 */
export function parseLocalDate(text: string, order: DateOrder): PrintedDate | null {
  const plain = normaliseLabel(text).replace(/(\d)t(\d)/, '$1 $2');
  const clock = TIME.exec(plain);
  const time = clock === null ? null : readClock(clock);
  if (time === undefined) return null;
  const datePart = (clock === null ? plain : plain.slice(0, clock.index)).replace(/[,\s]+$/, '').replace(/ (a|at|om|om)$/, '');
  const date = dateByNumbers(datePart, order) ?? dateByName(datePart);
  return date === null ? null : { ...date, time, offsetMinutes: offsetOf(clock?.[5]) };
}

function readClock(match: RegExpExecArray): PrintedDate['time'] | undefined {
  const [printedHour = 0, minute = 0, second = 0] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  const half = match[4]?.replaceAll('.', '').toLowerCase();
  if (half !== undefined && (printedHour < 1 || printedHour > 12)) return undefined;
  const hour = half === undefined ? printedHour : (printedHour % 12) + (half === 'pm' ? 12 : 0);
  return { hour, minute, second };
}

function dateByNumbers(text: string, order: DateOrder): Pick<PrintedDate, 'year' | 'month' | 'day'> | null {
  const match = NUMBERS.exec(text);
  if (match === null) return null;
  const [first = '', second = '', third = ''] = match.slice(1);
  if (first.length === 4) return { year: Number(first), month: Number(second), day: Number(third) };
  if (third.length !== 4 && third.length !== 2) return null;
  if (order === 'year-first') return third.length === 4 ? null : { year: fullYear(first), month: Number(second), day: Number(third) };
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return { year: fullYear(third), month: Number(month), day: Number(day) };
}

function dateByName(text: string): Pick<PrintedDate, 'year' | 'month' | 'day'> | null {
  const words = text.split(/[\s.,/-]+/).filter((word) => word !== '');
  // The last one: "mar. 12 mai" begins with a Tuesday, not with March.
  const month = words.map((word) => MONTHS.findIndex((known) => known.includes(word))).findLast((position) => position !== -1);
  const numbers = words.map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th|er|e)$/, '$1')).filter((word) => /^\d{1,4}$/.test(word));
  const year = numbers.find((word) => word.length === 4);
  const day = numbers.find((word) => word.length <= 2);
  if (month === undefined || year === undefined || day === undefined || numbers.length !== 2) return null;
  return { year: Number(year), month: month + 1, day: Number(day) };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  return (text.startsWith('-') ? -1 : 1) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2)));
}
