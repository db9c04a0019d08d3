import { addDays } from '../time/period.js';
import { localDay, localTime } from '../time/zone.js';
import { formatDay, formatHour } from './format-day.js';
import type { SharedKey, Translator } from './translator.js';

/**
 * An instant as one says it: « ce matin à 7 h 12 », « hier à 18 h 40 », « le 9 novembre à 7 h 12 », with the year when
 * it is another. Days and hours are those of the zone given.
 */
export function formatInstant(instant: Date, { now, zone }: { now: Date; zone: string }, t: Translator<SharedKey>): string {
  const [day, today] = [localDay(instant, zone), localDay(now, zone)];
  const time = localTime(instant, zone);
  const values = { time: formatHour(time, t.locale) };
  if (day === today) return t(momentOfDay(time), values);
  if (day === addDays(today, -1)) return t('instant.yesterday', values);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return t('instant.day', { ...values, day: formatDay(day, t.locale, isThisYear ? 'without-year' : 'long') });
}

function momentOfDay(time: string): SharedKey {
  if (time < '05:00') return 'instant.this-night';
  if (time < '12:00') return 'instant.this-morning';
  return time < '18:00' ? 'instant.this-afternoon' : 'instant.this-evening';
}
