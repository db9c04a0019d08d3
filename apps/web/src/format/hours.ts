import type { Locale } from '@portee/shared';

const DECIMAL = /^(?<whole>\d{1,4})(?:[.,](?<part>\d{1,2}))?(?:h|u)?$/u;
const CLOCK = /^(?<hours>\d{1,4})(?:h|u|:)(?<minutes>[0-5]\d)(?:m|min)?$/u;
const MINUTES = /^(?<minutes>\d{1,5})(?:m|min)$/u;

/**
 * Hours of work as people write them: « 9 h 30 », « 9:30 », « 9,5 », « 9 u. 30 », « 45 min ».
 * @returns hours to the hundredth, the nearest to the minutes written; null for anything else
 */
export function readHours(text: string): number | null {
  const plain = text.toLowerCase().replace(/[\s\u00A0\u202F]/gu, '').replace(/heures?|uren|uur|hours?|hrs?/u, 'h').replace('u.', 'u');
  const decimal = DECIMAL.exec(plain)?.groups;
  if (decimal) return Number(`${decimal['whole']}.${decimal['part'] ?? '0'}`);
  const { hours = '0', minutes } = CLOCK.exec(plain)?.groups ?? MINUTES.exec(plain)?.groups ?? {};
  return minutes === undefined ? null : toHundredths(Number(hours) + Number(minutes) / 60);
}

/** « 9 h 30 », « 6 h », to the minute; « 9 u. 30 » in Dutch. */
export function writeHours(hours: number, locale: Locale): string {
  const minutes = Math.round(hours * 60);
  const rest = minutes % 60;
  const unit = locale === 'nl' ? 'u.' : 'h';
  const whole = `${String(Math.floor(minutes / 60))}\u00A0${unit}`;
  return rest === 0 ? whole : `${whole}\u00A0${String(rest).padStart(2, '0')}`;
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
