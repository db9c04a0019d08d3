import { addDays } from '@portee/shared';
import { isWithin, type Span } from './calendar-span.js';

const DAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where an arrow takes what is being moved: a day or a week further, never out of sight. Null: the key is no arrow. */
export function dayAfterKey(key: string, day: string, span: Span): string | null {
  const days = DAYS[key];
  if (days === undefined) return null;
  const wanted = addDays(day, days);
  return isWithin(wanted, span) ? wanted : day;
}

interface Standing { key: string; day: string }

/**
 * Which entry a key leads to from another: left and right to the one before and after, up and down to the nearest a week away or more, Home and End to the first and
 * the last. The same one at the edge; null: the key leads nowhere.
 */
export function entryAfterKey<Entry extends Standing>(pressed: string, from: Entry, entries: readonly Entry[]): Entry | null {
  const place = entries.findIndex(({ key }) => key === from.key);
  switch (pressed) {
    case 'ArrowLeft': return entries[place - 1] ?? from;
    case 'ArrowRight': return entries[place + 1] ?? from;
    case 'ArrowUp': return entries.findLast(({ day }) => day <= addDays(from.day, -7)) ?? from;
    case 'ArrowDown': return entries.find(({ day }) => day >= addDays(from.day, 7)) ?? from;
    case 'Home': return entries[0] ?? from;
    case 'End': return entries.at(-1) ?? from;
    default: return null;
  }
}
