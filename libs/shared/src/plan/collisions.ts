import type { Days } from '../metrics/holidays.js';
import { addDays } from '../time/period.js';
import { weekdayNumber } from './occurrences.js';

const CLOSE_MS = 2 * 3_600_000;

/** What is planned, as far as collisions look at it. */
export interface PlannedThing {
  /** Its own among all that is looked at. */
  key: string;
  channelId: string;
  day: string;
  /** ISO 8601. */
  instant: string;
  isHoliday: boolean;
}

/** From when to when something is planned on a channel; null: without end. */
export interface PlanExtent {
  channelId: string;
  from: string;
  to: string | null;
}

/**
 * Something a team may want to look at; nothing of it is forbidden.
 * `close-together`: less than two hours between two on one channel, `day` is that of the later; `quiet-week`: nothing from Monday (`day`) to Sunday; `on-holiday`: in school holidays.
 */
export interface Collision {
  code: 'close-together' | 'quiet-week' | 'on-holiday';
  channelId: string;
  day: string;
  /** Keys of what it is about, in the order of time. */
  entries: string[];
}

export interface PlannedSpan {
  span: Days;
  entries: readonly PlannedThing[];
  extents: readonly PlanExtent[];
  /** Weeks in which all that would have been was left out for holidays are meant to be quiet. */
  leftOutForHolidays: readonly { channelId: string; day: string }[];
}

/** Everything of a span that may have escaped a team, by day, channel and code. Each is compared with the next one on its channel only, so that the list stays as short as the plan. */
export function findCollisions(planned: PlannedSpan): Collision[] {
  const entries = planned.entries.toSorted(byTime);
  const channels = [...new Set([...entries, ...planned.extents].map(({ channelId }) => channelId))];
  const found = channels.flatMap((channelId) => {
    const own = entries.filter((entry) => entry.channelId === channelId);
    return [...closeTogether(own), ...own.flatMap(onHoliday), ...quietWeeks(channelId, own, planned)];
  });
  return found.toSorted((a, b) => compare(a.day, b.day) || compare(a.channelId, b.channelId) || compare(a.code, b.code) || compare(a.entries.join(' '), b.entries.join(' ')));
}

function closeTogether(own: readonly PlannedThing[]): Collision[] {
  return own.flatMap((later, position) => {
    const earlier = own[position - 1];
    if (earlier === undefined || Date.parse(later.instant) - Date.parse(earlier.instant) >= CLOSE_MS) return [];
    return [{ code: 'close-together' as const, channelId: later.channelId, day: later.day, entries: [earlier.key, later.key] }];
  });
}

function onHoliday({ isHoliday, channelId, day, key }: PlannedThing): Collision[] {
  return isHoliday ? [{ code: 'on-holiday', channelId, day, entries: [key] }] : [];
}

/** Whole weeks of the span, between the first and the last day for which the channel plans anything. */
function quietWeeks(channelId: string, own: readonly PlannedThing[], { span, extents, leftOutForHolidays }: PlannedSpan): Collision[] {
  const plan = extents.filter((extent) => extent.channelId === channelId);
  const busy = [...own, ...leftOutForHolidays.filter((one) => one.channelId === channelId)];
  const weeks = weeksWithin(span);
  // One pass over what there is, not one for each week.
  const busyWeeks = new Set(busy.map(({ day }) => mondayOf(day)));
  return weeks.flatMap((monday) => (reaches(plan, monday) && !busyWeeks.has(monday) ? [{ code: 'quiet-week' as const, channelId, day: monday, entries: [] }] : []));
}

/** Whether a week lies, at least in part, between the beginning of the earliest and the end of the latest. */
function reaches(plan: readonly PlanExtent[], monday: string): boolean {
  const sunday = addDays(monday, 6);
  const hasBegun = plan.some(({ from }) => from <= sunday);
  return hasBegun && plan.some(({ to }) => to === null || to >= monday);
}

function weeksWithin({ from, to }: Days): string[] {
  const first = addDays(from, (8 - weekdayNumber(from)) % 7);
  const weeks: string[] = [];
  for (let monday = first; addDays(monday, 6) <= to; monday = addDays(monday, 7)) weeks.push(monday);
  return weeks;
}

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayNumber(day));
}

function byTime(a: PlannedThing, b: PlannedThing): number {
  return Date.parse(a.instant) - Date.parse(b.instant) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
