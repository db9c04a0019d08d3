import type { AgendaEvent, PlanEntry } from '@portee/shared';
import type { Stop } from './calendar-steps.js';

/** Events that stand in a place of a table or a list; the others are behind a button. */
const MOST = 3;

/** What stands in one place: so many events, and those that are behind the button. */
export interface PlacedEvents { shown: readonly AgendaEvent[]; hidden: readonly AgendaEvent[] }

/** One more than fits takes no more room than the button would. */
export function placeEvents(events: readonly AgendaEvent[]): PlacedEvents {
  const most = events.length === MOST + 1 ? MOST + 1 : MOST;
  return { shown: events.slice(0, most), hidden: events.slice(most) };
}

export function keyOfEvent({ key }: AgendaEvent): string {
  return `agenda ${key}`;
}

export function keyOfMore([first]: readonly AgendaEvent[]): string {
  return `agenda-more ${first?.key ?? ''}`;
}

/** In which row of a day something stands; null: none of them is an hour. */
export type RowOf = ((one: { time: string | null }) => number) | null;

/** Everything that keys lead to, in the order in which it stands: by day, then by row, entries before events. */
export function stopsOf(entries: readonly PlanEntry[], events: readonly AgendaEvent[], rowOf: RowOf): Stop[] {
  const days = [...new Set([...entries, ...events].map(({ day }) => day))].toSorted();
  return days.flatMap((day) => {
    const [planned, told] = [entries.filter((entry) => entry.day === day), events.filter((event) => event.day === day)];
    const rows = rowOf === null ? [null] : [...new Set([...planned, ...told].map(rowOf))].toSorted((a, b) => a - b);
    return rows.flatMap((row) => stopsOfPlace(day, planned.filter((one) => rowOf === null || rowOf(one) === row), told.filter((one) => rowOf === null || rowOf(one) === row)));
  });
}

function stopsOfPlace(day: string, entries: readonly PlanEntry[], events: readonly AgendaEvent[]): Stop[] {
  const { shown, hidden } = placeEvents(events);
  return [...entries.map(({ key }) => ({ key, day })), ...shown.map((event) => ({ key: keyOfEvent(event), day })), ...(hidden.length > 0 ? [{ key: keyOfMore(hidden), day }] : [])];
}
