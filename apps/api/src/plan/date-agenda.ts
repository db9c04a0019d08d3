import { addDays, type Days, daysBetween, localDay } from '@portee/shared';
import type { AgendaItem } from './agenda-item.js';
import { instantOf, minutesLater, type Moment } from './agenda-moments.js';
import { repeatingDays } from './repeating-days.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** What lasts longer is looked for as if it lasted as long: only its repetitions could be missed. */
const LONGEST_DAYS = 400;

/** One time at which an event of an agenda takes place. */
export interface DatedEvent {
  title: string;
  place: string | null;
  /** As clocks where the organisation is show them. */
  firstDay: string;
  lastDay: string;
  /** Null: whole days. */
  startsAt: Date | null;
  /** Null: whole days, or nobody says when it ends. */
  endsAt: Date | null;
}

export interface Dating {
  /** Days that are kept. */
  span: Days;
  /** Where the organisation is. */
  zone: string;
  onLook: (days: number) => void;
}

/**
 * When an event takes place within a span: what began before and goes on belongs to it.
 * @param moved  other things said of the same event, each in the place of one of its times
 */
export function dateAgendaItem(item: AgendaItem, moved: readonly AgendaItem[], dating: Dating): DatedEvent[] {
  const replaced = moved.flatMap(({ instead }) => (instead === null ? [] : [instead]));
  const isLeftOut = leavesOut([...item.except, ...replaced]);
  const starts = [...ruledStarts(item, dating), ...item.also.map((moment) => ({ ...moment, time: item.start.time === null ? null : (moment.time ?? item.start.time) }))];
  // Instants take their time to find: not of what is far from the span.
  const near = starts.filter(({ day }) => day >= addDays(dating.span.from, -daysOf(item) - 2) && day <= addDays(dating.span.to, 1));
  const each = new Map(near.map((start) => [keyOf(start), start]));
  const own = [...each.values()].filter((start) => !isLeftOut(start)).map((start) => toDated(item, start, dating.zone));
  return own.filter(({ firstDay, lastDay }) => firstDay <= dating.span.to && lastDay >= dating.span.from);
}

function ruledStarts(item: AgendaItem, { span, onLook }: Dating): Moment[] {
  const { start, rule } = item;
  if (rule === null) return [start];
  const before = Math.min(LONGEST_DAYS, daysOf(item)) + 1;
  return repeatingDays(rule, { first: start.day, from: addDays(span.from, -before), to: addDays(span.to, 1), onLook }).map((day) => ({ ...start, day }));
}

function daysOf({ start, lasts }: AgendaItem): number {
  return start.time === null ? lasts : Math.ceil(lasts / DAY_MINUTES);
}

/** Whether a start is among those of a list; one of the list that is a day as a whole speaks of all that begins on it. */
function leavesOut(moments: readonly Moment[]): (start: Moment) => boolean {
  const times = new Set(moments.map(keyOf));
  const days = new Set(moments.flatMap(({ day, time }) => (time === null ? [day] : [])));
  const all = new Set(moments.map(({ day }) => day));
  return (start) => times.has(keyOf(start)) || (start.time === null ? all : days).has(start.day);
}

function keyOf(moment: Moment): string {
  return moment.time === null ? moment.day : String(instantOf(moment).getTime());
}

/** Clocks that go back may show an end before its beginning. */
function laterOf(end: Date, start: Date): Date {
  return end < start ? start : end;
}

function toDated({ title, place, lasts }: AgendaItem, start: Moment, zone: string): DatedEvent {
  if (start.time === null) return { title, place, firstDay: start.day, lastDay: addDays(start.day, Math.min(lasts, daysBetween(start.day, '9998-01-01'))), startsAt: null, endsAt: null };
  const startsAt = instantOf(start);
  const endsAt = lasts === 0 ? null : laterOf(instantOf(minutesLater(start, lasts)), startsAt);
  const firstDay = localDay(startsAt, zone);
  return { title, place, firstDay, lastDay: endsAt === null ? firstDay : localDay(new Date(endsAt.getTime() - MINUTE_MS), zone), startsAt, endsAt };
}
