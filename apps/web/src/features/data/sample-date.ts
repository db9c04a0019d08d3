import type { ColumnMapping } from '@portee/shared';

export type DateOrder = ColumnMapping['dateOrder'];
export const dateOrders = ['day-first', 'month-first', 'year-first'] as const satisfies readonly DateOrder[];

/** A day `YYYY-MM-DD`, and a time `HH:MM` where the text has one. */
export interface SampleDate { day: string; time: string | null }

const DATE = /^\D*(?<first>\d{1,4})\D{1,3}(?<second>\d{1,2})\D{1,3}(?<third>\d{1,4})(?:\D+(?<hour>\d{1,2})\s?[:h]\s?(?<minute>\d{2}))?(?<rest>.*)$/iu;
const AFTERNOON = /p\.?\s?m\b/iu;
const MORNING = /a\.?\s?m\b/iu;

/**
 * How a date of the file would read in an order of day, month and year: only to show a person what they chose, the server reads
 * the file itself. Null when no calendar has that date, or it is not made of figures.
 */
export function readSampleDate(text: string, order: DateOrder): SampleDate | null {
  const found = DATE.exec(text)?.groups;
  if (found === undefined) return null;
  const { first = '', second = '', third = '' } = found;
  // As the server reads: a year of four figures that stands first is always year, month, day.
  const [year, month, day] = order === 'year-first' || first.length === 4 ? [first, second, third] : order === 'day-first' ? [third, second, first] : [third, first, second];
  const read = calendarDay(year, month, day);
  return read === null ? null : { day: read, time: readTime(found) };
}

/** A month in letters: such a date reads the same in every order. */
export function namesItsMonth(text: string): boolean {
  return /\p{L}{3}/u.test(text.replace(/\b(?:utc|gmt)\b/giu, ''));
}

/** The first order in which every sample reads; day first, as people write here, when several do or none does. */
export function guessDateOrder(samples: readonly string[]): DateOrder {
  const written = samples.filter((sample) => sample.trim() !== '');
  return dateOrders.find((order) => written.every((sample) => namesItsMonth(sample) || readSampleDate(sample, order) !== null)) ?? 'day-first';
}

/** Years of two figures are of this century; a day that slides into the next month does not exist. */
function calendarDay(year: string, month: string, day: string): string | null {
  if ((year.length !== 4 && year.length !== 2) || month.length > 2 || day.length > 2) return null;
  const whole = year.length === 2 ? 2000 + Number(year) : Number(year);
  const text = `${String(whole).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== text ? null : text;
}

function readTime({ hour, minute, rest = '' }: Partial<Record<string, string>>): string | null {
  if (hour === undefined || minute === undefined) return null;
  const twelve = Number(hour) % 12;
  const hours = AFTERNOON.test(rest) ? twelve + 12 : MORNING.test(rest) ? twelve : Number(hour);
  if (hours > 23 || Number(minute) > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
