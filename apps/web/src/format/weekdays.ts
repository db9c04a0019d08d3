import { addDays, type Locale, writing } from '@portee/shared';

/** « lundi » for 1 to « dimanche » for 7. */
export function weekdayName(weekday: number, locale: Locale): string {
  // A Monday.
  return nameDay(addDays('2026-11-23', weekday - 1), { locale, weekday: 'long' });
}

/** « mar. » */
export function shortWeekday(day: string, locale: Locale): string {
  return nameDay(day, { locale, weekday: 'short' });
}

function nameDay(day: string, { locale, weekday }: { locale: Locale; weekday: 'long' | 'short' }): string {
  return new Intl.DateTimeFormat(writing(locale).intlLocale, { weekday, timeZone: 'UTC' }).format(new Date(day));
}
