import { addDays, type Locale, localDay, localTime } from '@portee/shared';
import type { Translation } from '../locales/translation.js';

/** Hour and day of an instant in the centre's time zone. */
export interface LocalInstant { day: string; hour: number; minute: number }

/** Reads a UTC instant in a time zone. */
export function toLocal(instant: string, timeZone: string): LocalInstant {
  const at = new Date(instant);
  const [hour = 0, minute = 0] = localTime(at, timeZone).split(':').map(Number);
  return { day: localDay(at, timeZone), hour, minute };
}

/** « 7 h 12 », « 18 h »; in English 07:12. Intl prints French hours as 07:12, which nobody writes in a sentence. */
export function writeTime({ hour, minute }: Pick<LocalInstant, 'hour' | 'minute'>, locale: Locale): string {
  const minutes = String(minute).padStart(2, '0');
  if (locale !== 'fr') return `${String(hour).padStart(2, '0')}:${minutes}`;
  return minute === 0 ? `${String(hour)}\u00A0h` : `${String(hour)}\u00A0h\u00A0${minutes}`;
}

interface Saying {
  timeZone: string;
  today: string;
  /** Named beside the time; null or absent: the time is that of the organisation. */
  city?: string | null;
  translation: Translation;
}

/** What people call the hours of a day: before five it is still the night. */
export function partOfDay(hour: number): 'night' | 'morning' | 'afternoon' | 'evening' {
  if (hour < 5) return 'night';
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}

const partsOfDay = { night: 'when.thisNight', morning: 'when.thisMorning', afternoon: 'when.thisAfternoon', evening: 'when.thisEvening' } as const;

/** « cette nuit à 3 h », « ce matin à 7 h 12 », « hier à 18 h », « le 9 novembre à 7 h 12 »; by another clock than the organisation's, « ce soir à 22 h 12 (Tokyo) ». */
export function sayWhen(instant: string, { city = null, ...saying }: Saying): string {
  return beside(sayOn(instant, saying), city);
}

/** « New York » of America/New_York. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** A time with the city whose clock it is. */
export function beside(time: string, city: string | null): string {
  return city === null ? time : `${time} (${city})`;
}

function sayOn(instant: string, { timeZone, today, translation: { t, write, locale } }: Saying): string {
  const local = toLocal(instant, timeZone);
  const time = writeTime(local, locale);
  if (local.day === today) return t(partsOfDay[partOfDay(local.hour)], { time });
  if (local.day === addDays(today, -1)) return t('when.yesterday', { time });
  const isThisYear = local.day.slice(0, 4) === today.slice(0, 4);
  return t('when.onDay', { day: isThisYear ? write.shortDay(local.day) : write.longDay(local.day), time });
}
