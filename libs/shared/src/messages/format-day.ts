import type { Locale } from '../contract/primitives.contract.js';
import { writing } from './writing.js';

/** A local day: « 31 octobre 2026 », « 1er octobre 2026 », or « 23/11/2026 » when numeric. */
export function formatDay(day: string, locale: Locale, style: 'long' | 'without-year' | 'numeric' = 'long'): string {
  if (style === 'numeric') return day.split('-').toReversed().join('/');
  return style === 'long' ? writing(locale).longDay(day) : writing(locale).shortDay(day);
}

/** A local month: « octobre 2026 », « octobre », « oct. » */
export function formatMonth(month: string, locale: Locale, style: 'long' | 'without-year' | 'short' = 'long'): string {
  const write = writing(locale);
  if (style === 'long') return write.monthAndYear(month);
  return style === 'short' ? write.shortMonth(month) : write.month(month);
}

/** A local time `07:12`: « 7 h 12 », « 17 h » in French (our own, Intl prints 07:12); 07:12 elsewhere. */
export function formatHour(time: string, locale: Locale): string {
  return writing(locale).time(time);
}
