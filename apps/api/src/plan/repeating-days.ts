const DAY_MS = 86_400_000;
/** Nobody plans beyond it, however huge an interval is. */
const LAST_YEAR = 9_998;

/** When something of an agenda comes back (RFC 5545, 3.3.10), by whole days. An empty list says nothing. */
export interface RepeatRule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** Null: it is not counted. */
  count: number | null;
  /** The last day on which it may begin; null: without end. */
  lastDay: string | null;
  /** 1 is Monday. `nth`: which of its month or year, from the end where negative; null: every one. */
  byDay: readonly { weekday: number; nth: number | null }[];
  byMonth: readonly number[];
  /** From the end where negative, as `bySetPos`: which of the days of its period. */
  byMonthDay: readonly number[];
  bySetPos: readonly number[];
  /** On which weekday weeks begin; 1 is Monday. */
  weekStart: number;
}

export interface RepeatSpan {
  /** The day of its first time. */
  first: string;
  /** Days that are looked for; both belong to it. */
  from: string;
  to: string;
  /** Called with the number of days that are about to be looked at: who throws stops it. */
  onLook: (days: number) => void;
}

/**
 * The days of a span on which a rule puts something, in order. A day that does not exist (30 February, 29 February of most years) is left out, not moved.
 * Where the rule is not counted the years before the span are stepped over; nothing after it is looked at, so that it ends whatever the rule says.
 */
export function repeatingDays(rule: RepeatRule, { first, from, to, onLook }: RepeatSpan): string[] {
  const last = numberOf(rule.lastDay !== null && rule.lastDay < to ? rule.lastDay : to);
  const [start, earliest] = [numberOf(first), numberOf(from)];
  const wanted = withDefaults(rule, partsOf(start));
  const found: number[] = [];
  let left = rule.count ?? Infinity;
  let period = rule.count === null ? periodBefore(rule, earliest - start) : 0;
  for (let days = daysOfPeriod(rule, start, period); days.from <= last && left > 0; days = daysOfPeriod(rule, start, period)) {
    onLook(days.length);
    const chosen = chosenDays(wanted, days).filter((day) => day >= start).slice(0, left);
    found.push(...chosen.filter((day) => day >= earliest && day <= last));
    left -= chosen.length;
    period += 1;
  }
  return found.map(textOf);
}

/** Days are counted from 1 January 1970 here: a rule may be held against many. */
interface Period { from: number; length: number }

/** The nth period of a rule: a day, a week, a month, a year. */
function daysOfPeriod({ freq, interval, weekStart }: RepeatRule, start: number, period: number): Period {
  const steps = Math.min(period * interval, LAST_YEAR * 366);
  if (freq === 'DAILY') return { from: start + steps, length: 1 };
  if (freq === 'WEEKLY') return { from: start - ((weekdayOf(start) - weekStart + 7) % 7) + steps * 7, length: 7 };
  const { year, month } = partsOf(start);
  const months = freq === 'MONTHLY' ? { from: year * 12 + month - 1 + steps, length: 1 } : { from: (year + steps) * 12, length: 12 };
  const from = firstOfMonth(Math.min(months.from, LAST_YEAR * 12));
  return { from, length: firstOfMonth(Math.min(months.from, LAST_YEAR * 12) + months.length) - from };
}

/** Where to begin without missing anything of the span: the last period that surely begins before it, or the first one. */
function periodBefore({ freq, interval }: RepeatRule, days: number): number {
  const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq];
  return Math.max(0, Math.floor(days / (longest * interval)) - 1);
}

function chosenDays(rule: RepeatRule, { from, length }: Period): number[] {
  const days = Array.from({ length }, (_, later) => from + later).filter((day) => isOf(rule, day));
  if (rule.bySetPos.length === 0) return days;
  return days.filter((_, place) => rule.bySetPos.includes(place + 1) || rule.bySetPos.includes(place - days.length));
}

/** What a rule leaves unsaid is as it is on the first day. */
function withDefaults(rule: RepeatRule, first: Parts): RepeatRule {
  const { freq, byDay, byMonth, byMonthDay } = rule;
  if (freq === 'DAILY' || byDay.length + byMonthDay.length > 0) return rule;
  if (freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: first.weekday, nth: null }] };
  return { ...rule, byMonthDay: [first.day], byMonth: freq === 'YEARLY' && byMonth.length === 0 ? [first.month] : byMonth };
}

function isOf(rule: RepeatRule, number: number): boolean {
  const parts = partsOf(number);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(parts.month)) return false;
  return isOnMonthDay(rule, parts) && isOnWeekday(rule, parts);
}

function isOnMonthDay({ byMonthDay }: RepeatRule, { day, year, month }: Parts): boolean {
  return byMonthDay.length === 0 || byMonthDay.includes(day) || byMonthDay.includes(day - lengthOfMonth(year, month) - 1);
}

function isOnWeekday({ byDay, freq, byMonth }: RepeatRule, { weekday, day, year, month, number }: Parts): boolean {
  if (byDay.length === 0) return true;
  const own = byDay.filter((one) => one.weekday === weekday);
  if (own.length === 0 || freq === 'DAILY' || freq === 'WEEKLY') return own.length > 0;
  const isOfYear = freq === 'YEARLY' && byMonth.length === 0;
  const place = isOfYear ? number - firstOfMonth(year * 12) + 1 : day;
  const length = isOfYear ? firstOfMonth(year * 12 + 12) - firstOfMonth(year * 12) : lengthOfMonth(year, month);
  return own.some(({ nth }) => nth === null || nth === Math.ceil(place / 7) || nth === -Math.ceil((length - place + 1) / 7));
}

interface Parts { number: number; year: number; month: number; day: number; weekday: number }

function partsOf(number: number): Parts {
  const date = new Date(number * DAY_MS);
  return { number, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: weekdayOf(number) };
}

/** 1 is Monday; 1 January 1970 was a Thursday. */
function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

function lengthOfMonth(year: number, month: number): number {
  return firstOfMonth(year * 12 + month) - firstOfMonth(year * 12 + month - 1);
}

/** @param months  since January of the year 0 */
function firstOfMonth(months: number): number {
  return Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY_MS;
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function textOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
