import type { AgendaEvent, PlanEntry } from '@portee/shared';

/** Hours that are shown though nothing stands there: when a team works and the public comes. */
const [FIRST, LAST] = [8, 21];
/** Before the hours stands what lasts the whole day. */
export const ALL_DAY = -1;

/** In which row of a week something stands. */
export function rowOfTime({ time }: { time: string | null }): number {
  return time === null ? ALL_DAY : Number(time.slice(0, 2));
}

/** The hours of a week, those of the night only where something stands there. `target`: one to which something is being moved. */
export function hoursToShow(entries: readonly PlanEntry[], events: readonly AgendaEvent[], target: number | null): number[] {
  const hours = [...entries, ...events].map(rowOfTime).filter((hour) => hour !== ALL_DAY);
  const all = target === null ? hours : [...hours, target];
  const [first, last] = [Math.min(FIRST, ...all), Math.max(LAST, ...all)];
  return Array.from({ length: last - first + 1 }, (_, later) => first + later);
}
