import { addDays, daysBetween, daysInMonth, monthOf, weekdayNumber } from '@portee/shared';

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
  const last = rule.lastDay !== null && rule.lastDay < to ? rule.lastDay : to;
  const found: string[] = [];
  let left = rule.count ?? Infinity;
  let period = rule.count === null ? periodBefore(rule, first, from) : 0;
  for (let days = daysOfPeriod(rule, first, period); days.from <= last && left > 0; days = daysOfPeriod(rule, first, period)) {
    onLook(days.length);
    const chosen = chosenDays(rule, days, first).filter((day) => day >= first).slice(0, left);
    found.push(...chosen.filter((day) => day >= from && day <= last));
    left -= chosen.length;
    period += 1;
  }
  return found;
}

interface Period { from: string; length: number }

/** The days of the nth period of a rule: a day, a week, a month, a year. */
function daysOfPeriod({ freq, interval, weekStart }: RepeatRule, first: string, period: number): Period {
  // Beyond what people plan for, wherever a huge interval leads.
  const steps = Math.min(period * interval, 1_000_000);
  if (freq === 'DAILY') return { from: dayLater(first, steps), length: 1 };
  if (freq === 'WEEKLY') return { from: dayLater(addDays(first, -((weekdayNumber(first) - weekStart + 7) % 7)), steps * 7), length: 7 };
  const months = (freq === 'MONTHLY' ? steps : steps * 12) + Number(first.slice(0, 4)) * 12 + (freq === 'MONTHLY' ? Number(first.slice(5, 7)) - 1 : 0);
  const year = Math.min(Math.floor(months / 12), 9_998);
  const month = `${String(year).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, length: freq === 'MONTHLY' ? daysInMonth(month) : daysInYear(year) };
}

/** Where to begin without missing anything of the span: the last period that begins before it, or the first one. */
function periodBefore({ freq, interval }: RepeatRule, first: string, from: string): number {
  const days = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[freq];
  return Math.max(0, Math.floor(daysBetween(first, from) / (days * interval)) - 1);
}

function chosenDays(rule: RepeatRule, { from, length }: Period, first: string): string[] {
  const wanted = withDefaults(rule, first);
  const days = Array.from({ length }, (_, later) => addDays(from, later)).filter((day) => isOf(wanted, day));
  if (rule.bySetPos.length === 0) return days;
  return days.filter((_, place) => rule.bySetPos.includes(place + 1) || rule.bySetPos.includes(place - days.length));
}

/** What a rule leaves unsaid is as it is on the first day. */
function withDefaults(rule: RepeatRule, first: string): RepeatRule {
  const { freq, byDay, byMonth, byMonthDay } = rule;
  if (freq === 'DAILY' || byDay.length + byMonthDay.length > 0) return rule;
  if (freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: weekdayNumber(first), nth: null }] };
  const isYearly = freq === 'YEARLY' && byMonth.length === 0;
  return { ...rule, byMonthDay: [Number(first.slice(8))], byMonth: isYearly ? [Number(first.slice(5, 7))] : byMonth };
}

function isOf(rule: RepeatRule, day: string): boolean {
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(Number(day.slice(5, 7)))) return false;
  return isOnMonthDay(rule, day) && isOnWeekday(rule, day);
}

function isOnMonthDay({ byMonthDay }: RepeatRule, day: string): boolean {
  const place = Number(day.slice(8));
  return byMonthDay.length === 0 || byMonthDay.includes(place) || byMonthDay.includes(place - daysInMonth(monthOf(day)) - 1);
}

function isOnWeekday({ byDay, freq, byMonth }: RepeatRule, day: string): boolean {
  if (byDay.length === 0) return true;
  const weekday = weekdayNumber(day);
  const own = byDay.filter((one) => one.weekday === weekday);
  if (own.length === 0 || freq === 'DAILY' || freq === 'WEEKLY') return own.length > 0;
  const isOfYear = freq === 'YEARLY' && byMonth.length === 0;
  const place = isOfYear ? daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1 : Number(day.slice(8));
  const length = isOfYear ? daysInYear(Number(day.slice(0, 4))) : daysInMonth(monthOf(day));
  return own.some(({ nth }) => nth === null || nth === Math.ceil(place / 7) || nth === -Math.ceil((length - place + 1) / 7));
}

function daysInYear(year: number): number {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365;
}

/** Never beyond the last day that is written with four figures of a year. */
function dayLater(day: string, days: number): string {
  return addDays(day, Math.min(days, daysBetween(day, '9998-01-01')));
}
