import { weekdayOf, type Weekday } from '../time/period.js';

/** Fixed before any figure was seen: bands chosen afterwards would always find something. From included, until excluded. */
export const hourBands = [
  { band: 'morning', from: 6, until: 12 },
  { band: 'midday', from: 12, until: 14 },
  { band: 'afternoon', from: 14, until: 17 },
  { band: 'evening', from: 17, until: 21 },
  { band: 'night', from: 21, until: 6 },
] as const;
export type HourBand = (typeof hourBands)[number]['band'];

/** Band of a local time `HH:MM`; the night goes from 21:00 to 05:59. */
export function hourBand(localTime: string): HourBand {
  return bandOfHour(Number(localTime.slice(0, 2)));
}

/** The same of a local hour, 0 to 23. */
export function bandOfHour(hour: number): HourBand {
  return hourBands.find(({ from, until }) => hour >= from && hour < until)?.band ?? 'night';
}

/** Slot of a post in the week. The small hours keep their own calendar weekday: 01:00 on a Sunday is Sunday's. */
export function hourOfWeek(localDay: string, localTime: string): { weekday: Weekday; band: HourBand } {
  return { weekday: weekdayOf(localDay), band: hourBand(localTime) };
}
