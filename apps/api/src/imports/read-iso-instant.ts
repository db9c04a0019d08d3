import { existsInCalendar } from '../networks/core/local-instant.js';

const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

export type InstantOutcome = { at: Date } | { reason: 'date-unreadable' | 'date-impossible' | 'offset-missing' | 'time-missing' };

/** An ISO 8601 instant with its offset. Without one nobody knows what hour was meant. */
export function readIsoInstant(text: string): InstantOutcome {
  const match = ISO.exec(text);
  if (match === null) return { reason: /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'time-missing' : 'date-unreadable' };
  const part = (group: number) => Number(match[group] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (!existsInCalendar({ year, month, day, hour, minute, second })) return { reason: 'date-impossible' };
  const offset = offsetMinutes(match[8]);
  if (offset === null) return { reason: match[8] === undefined ? 'offset-missing' : 'date-impossible' };
  const millisecond = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
  return { at: new Date(Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offset * 60_000) };
}

function offsetMinutes(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text.toUpperCase() === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || '0');
  if (hours > 18 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
