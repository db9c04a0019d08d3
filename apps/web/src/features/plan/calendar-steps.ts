import { addDays } from '@portee/shared';
import { isWithin, type Span } from './calendar-span.js';

/** Where an entry would stand. */
export interface Place { day: string; time: string }

const STEPS: Record<string, { days: number; rows: number }> = {
  ArrowLeft: { days: -1, rows: 0 }, ArrowRight: { days: 1, rows: 0 }, ArrowUp: { days: 0, rows: -1 }, ArrowDown: { days: 0, rows: 1 },
};

/** Where an arrow takes what is being moved, never out of sight: a day further, or a row, which is a week, or an hour where one week is shown. Null: the key is no arrow. */
export function placeAfterKey(key: string, { day, time }: Place, { span, hasHours }: { span: Span; hasHours: boolean }): Place | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const wanted = addDays(day, step.days + (hasHours ? 0 : step.rows * 7));
  const hour = Number(time.slice(0, 2)) + (hasHours ? step.rows : 0);
  return { day: isWithin(wanted, span) ? wanted : day, time: hour < 0 || hour > 23 ? time : atHour(hour, time) };
}

/** The same minutes of another hour. */
export function atHour(hour: number, time: string): string {
  return `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}

/** Something that keys lead to. */
export interface Stop { key: string; day: string }

/**
 * Which entry a key leads to from another: left and right to the one before and after, up and down to the nearest a week away or more, Home and End to the first and
 * the last. The same one at the edge; null: the key leads nowhere.
 */
export function entryAfterKey<Entry extends Stop>(pressed: string, from: Entry, entries: readonly Entry[]): Entry | null {
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

/** The same where one week is shown: left and right to the nearest of another day, up and down to the one before and after. */
export function stopInWeek<Entry extends Stop>(pressed: string, from: Entry, entries: readonly Entry[]): Entry | null {
  const place = entries.findIndex(({ key }) => key === from.key);
  switch (pressed) {
    case 'ArrowLeft': return entries.findLast(({ day }) => day < from.day) ?? from;
    case 'ArrowRight': return entries.find(({ day }) => day > from.day) ?? from;
    case 'ArrowUp': return entries[place - 1] ?? from;
    case 'ArrowDown': return entries[place + 1] ?? from;
    default: return entryAfterKey(pressed, from, entries);
  }
}
