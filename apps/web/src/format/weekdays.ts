import { type Locale, weekdays, writing } from '@portee/shared';

type Style = 'long' | 'short' | 'narrow';

const formats = new Map<string, Intl.DateTimeFormat>();

/** « lundi », « lun. », « L ». @param weekday  1 is Monday, 7 Sunday; or `mon` to `sun` */
export function weekdayName(weekday: number | string, locale: Locale, style: Style = 'long'): string {
  const number = typeof weekday === 'number' ? weekday : weekdays.findIndex((one) => one === weekday) + 1;
  // The first of January 2024 was a Monday.
  return formatOf(locale, style).format(Date.UTC(2024, 0, number));
}

/** « mar. », of a day `YYYY-MM-DD`. */
export function shortWeekday(day: string, locale: Locale): string {
  return formatOf(locale, 'short').format(new Date(day));
}

/** Kept: Intl's formatters are slow to make, and a grid writes many days. */
function formatOf(locale: Locale, weekday: Style): Intl.DateTimeFormat {
  const key = `${locale} ${weekday}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(writing(locale).intlLocale, { weekday, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}
