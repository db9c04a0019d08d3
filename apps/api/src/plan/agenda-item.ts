import { daysBetween } from '@portee/shared';
import { type CalendarProperty, readEvent, textOf } from '../insights/calendar-file.js';
import { type Clocks, lastDayBefore, minutesBetween, minutesOf, type Moment, momentsOf } from './agenda-moments.js';
import { toRepeatRule } from './repeat-rule.js';
import type { RepeatRule } from './repeating-days.js';

const DAY_MINUTES = 1_440;
export const MAX_AGENDA_TITLE = 200;
const NAME = 300;

/** One event of an agenda as its file tells it. What it says of people is not read. */
export interface AgendaItem {
  /** The same in everything that is said of one event; empty: nothing else is said of it. */
  uid: string;
  title: string;
  place: string | null;
  start: Moment;
  /** Days after the first for what lasts whole days, otherwise minutes by the clock on the wall. */
  lasts: number;
  rule: RepeatRule | null;
  /** Further times, and times at which it does not take place. */
  also: readonly Moment[];
  except: readonly Moment[];
  /** It takes the place of the time that began then; null: it speaks for itself. */
  instead: Moment | null;
  isCancelled: boolean;
  isPrivate: boolean;
  /** Of what is said twice of the same, the higher holds. */
  sequence: number;
}

/** Why an event could not be read. */
export interface AgendaItemRefused { reason: 'unreadable' | 'dates-wrong' | 'repeats-oddly'; title: string }

type Said = ReadonlyMap<string, readonly CalendarProperty[]>;

/** Reads the lines of one event. */
export function readAgendaItem(lines: readonly string[], clocks: Clocks): AgendaItem | AgendaItemRefused {
  const properties = readEvent(lines);
  if (properties === null) return { reason: 'unreadable', title: '' };
  const said = Map.groupBy(properties, ({ name }) => name);
  const title = lineOf(said, 'summary', MAX_AGENDA_TITLE);
  const isPrivate = !['', 'PUBLIC'].includes(lineOf(said, 'class', NAME).toUpperCase());
  // Of what is private not even the title is handed on.
  const refuse = (reason: AgendaItemRefused['reason']): AgendaItemRefused => ({ reason, title: isPrivate ? '' : title });
  const start = momentsIn(said, 'dtstart', clocks)[0] ?? null;
  const lasts = start === null ? null : lengthOf(said, start, clocks);
  if (start === null || lasts === null) return refuse('dates-wrong');
  const inZone = { ...clocks, zone: start.zone };
  const [also, except, instead] = [momentsIn(said, 'rdate', inZone), momentsIn(said, 'exdate', inZone), momentsIn(said, 'recurrence-id', inZone)];
  const rule = said.get('rrule')?.map((property) => toRepeatRule(property, start, clocks)) ?? [];
  const isOdd = rule.length > 1 || rule.includes(null) || [...also, ...except, ...instead].includes(null) || said.get('recurrence-id')?.some(({ parameters }) => 'range' in parameters) === true;
  if (isOdd) return refuse('repeats-oddly');
  return {
    uid: lineOf(said, 'uid', NAME), title, place: lineOf(said, 'location', MAX_AGENDA_TITLE) || null, start, lasts,
    rule: rule[0] ?? null, also: known(also), except: known(except), instead: instead[0] ?? null,
    isCancelled: lineOf(said, 'status', NAME).toUpperCase() === 'CANCELLED', isPrivate, sequence: Number(said.get('sequence')?.[0]?.values[0]) || 0,
  };
}

type Moments = (Moment | null)[];

function momentsIn(said: Said, name: string, clocks: Clocks): Moments {
  return (said.get(name) ?? []).flatMap((property) => momentsOf(property, clocks));
}

function known(moments: Moments): Moment[] {
  return moments.filter((moment) => moment !== null);
}

/** How long it lasts, in days after the first or in minutes; null: it would end before it begins, or nobody knows when. */
function lengthOf(said: Said, start: Moment, clocks: Clocks): number | null {
  const end = momentsIn(said, 'dtend', { ...clocks, zone: start.zone })[0];
  const duration = said.get('duration')?.[0]?.values[0];
  if (end === null) return null;
  if (end === undefined) return duration === undefined ? 0 : afterDuration(minutesOf(duration), start);
  if (start.time === null) return end.day < start.day ? null : daysBetween(start.day, end.time === null ? lastDayBefore(end.day, start.day) : end.day);
  const minutes = minutesBetween(start, end);
  return minutes < 0 ? null : minutes;
}

function afterDuration(minutes: number | null, start: Moment): number | null {
  return minutes === null || start.time !== null ? minutes : Math.max(0, Math.ceil(minutes / DAY_MINUTES) - 1);
}

function lineOf(said: Said, name: string, longest: number): string {
  return textOf(said.get(name)?.[0]?.values[0], longest);
}
