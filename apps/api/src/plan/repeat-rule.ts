import { addDays } from '@portee/shared';
import { z } from 'zod';
import type { CalendarProperty } from '../insights/calendar-file.js';
import { type Clocks, type Moment, momentsOf, movedTo } from './agenda-moments.js';
import type { RepeatRule } from './repeating-days.js';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const BY_DAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;

const list = <Of extends z.ZodType>(of: Of) => z.union([of.array(), of.transform((one) => [one])]).default([]);
const place = (most: number) => z.number().int().min(-most).max(most).refine((number) => number !== 0);
const weekday = z.string().regex(BY_DAY).transform((text) => {
  const [, nth, name = ''] = BY_DAY.exec(text) ?? [];
  return { weekday: WEEKDAYS.indexOf(name) + 1, nth: nth === undefined ? null : Number(nth) };
});
/** A rule as ical.js gives it. Strict: of one that says more, hours of the day for instance, the days alone would be wrong. */
const written = z.strictObject({
  freq: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']), interval: z.number().int().min(1).default(1), count: z.number().int().min(1).nullable().default(null), until: z.string().optional(),
  byday: list(weekday), bymonth: list(z.number().int().min(1).max(12)), bymonthday: list(place(31)), bysetpos: list(place(366)),
  // 1 is Sunday there.
  wkst: z.number().int().min(1).max(7).default(2),
});

/** The rule of an event that begins at a moment; null: it says something that is not understood here. */
export function toRepeatRule(property: CalendarProperty, start: Moment, clocks: Clocks): RepeatRule | null {
  const { data } = written.safeParse(property.values[0]);
  if (data === undefined || property.values.length !== 1) return null;
  const until = data.until === undefined ? null : momentsOf({ ...property, values: [data.until] }, { ...clocks, zone: start.zone })[0];
  if (until === null && data.until !== undefined) return null;
  return {
    freq: data.freq, interval: data.interval, count: data.count, lastDay: until === null || until === undefined ? null : lastDayUntil(until, start),
    byDay: data.byday, byMonth: data.bymonth, byMonthDay: data.bymonthday, bySetPos: data.bysetpos, weekStart: ((data.wkst + 5) % 7) + 1,
  };
}

/** The last day on which an event may begin that goes on until a moment. */
function lastDayUntil(until: Moment, start: Moment): string {
  const there = movedTo(start.zone, until);
  return there.time !== null && start.time !== null && start.time > there.time ? addDays(there.day, -1) : there.day;
}
