import type { ChannelReport, Note } from '../contract/report.contract.js';
import type { Figure, ReachMonth } from '../contract/reach.contract.js';
import { addMonths, daysInMonth, monthOf, monthsBetween } from '../time/period.js';

/** Under this many posts a figure is drawn pale and said to rest on few. */
export const FEW_POSTS = 8;

/** A month, or its part on one side of a seam. Places are in months: 0 is the left edge of the first, 12 the right of the last. */
export interface StaffPart {
  month: string;
  /** First and last local day. */
  from: string; to: string;
  start: number; end: number;
  /** Usual reach rate with its 90 % interval, nulls under five posts. */
  usual: Figure;
  /** Which posts stand behind it. */
  basis: 'organic' | 'organic-and-unknown';
  growing: number;
  definition: string;
  /** The line may be drawn from the part before to this one: same definition, no month missing between. */
  joinsPrevious: boolean;
}

export interface StaffNote { day: string; place: number; rate: number; paid: boolean | null }
export interface StaffSeam { day: string; place: number }
/** Months in a row without any settled figure: nothing was measured, or everything is still growing. */
export interface StaffGap { start: number; end: number; state: 'not-measured' | 'growing' }

/** Twelve months of one channel, ready to be drawn, read aloud or listed. */
export interface StaffInput {
  /** Network and channel, for the summary. */
  networkLabel: string; channelName: string;
  /** Twelve months, oldest first, the month of the report last. */
  months: string[];
  parts: StaffPart[]; notes: StaffNote[]; seams: StaffSeam[]; gaps: StaffGap[];
  /** What the staff is centred on; null when nothing at all is known. */
  centre: number | null;
}

/** Reads a channel's year out of the monthly report. `notes` are its posts (the report has them for its main channel). */
export function toStaffInput(report: ChannelReport, notes: readonly Note[], month: string): StaffInput {
  const months = twelveMonthsTo(month);
  const place = (day: string): number | null => placeOfDay(day, months);
  const seams = report.seams
    .filter(({ comparable, measure }) => !comparable && measure.startsWith('reach'))
    .flatMap(({ day }) => asList(place(day), (at) => ({ day, place: Math.floor(at) + dayShare(day, 0) })));
  const parts = toParts(report.months, report.seams, months);
  const staffNotes = notes.flatMap(({ day, rate, paid }) => asList(place(day), (at) => ({ day, place: at, rate, paid })));
  return {
    networkLabel: report.networkLabel, channelName: report.channel.name, months, parts, seams,
    notes: staffNotes,
    gaps: toGaps(months, parts, staffNotes),
    centre: report.headline.figure.median ?? middle(parts.flatMap(({ usual }) => usual.median ?? [])) ?? middle(staffNotes.map(({ rate }) => rate)),
  };
}

/** The twelve months that end with this one, oldest first. */
export function twelveMonthsTo(month: string): string[] {
  return monthsBetween(addMonths(month, -11), month);
}

function toParts(reachMonths: readonly ReachMonth[], seams: ChannelReport['seams'], months: readonly string[]): StaffPart[] {
  const known = reachMonths.filter(({ month }) => months.includes(month)).toSorted((a, b) => a.from.localeCompare(b.from));
  return known.map((part, index) => {
    const { figure, basis } = usualOf(part);
    const at = months.indexOf(part.month);
    return {
      month: part.month, from: part.from, to: part.to, start: at + dayShare(part.from, 0), end: at + dayShare(part.to, 1),
      usual: figure, basis, growing: part.growing, definition: part.definition,
      joinsPrevious: index > 0 && joins(known[index - 1], part, seams),
    };
  });
}

/** Organic posts where five or more are known; otherwise organic and unknown ones together, if no paid post is among them. */
function usualOf({ all, organic, paid, unknown }: ReachMonth): { figure: Figure; basis: StaffPart['basis'] } {
  if (organic.median !== null || unknown.posts === 0) return { figure: organic, basis: 'organic' };
  if (paid.posts === 0) return { figure: all, basis: 'organic-and-unknown' };
  if (organic.posts === 0) return { figure: unknown, basis: 'organic-and-unknown' };
  return { figure: { median: null, low: null, high: null, posts: organic.posts + unknown.posts }, basis: 'organic-and-unknown' };
}

function joins(previous: ReachMonth | undefined, part: ReachMonth, seams: ChannelReport['seams']): boolean {
  if (previous === undefined || usualOf(previous).figure.median === null) return false;
  const crossed = seams.filter(({ day }) => day > previous.from && day <= part.from);
  const comparable = previous.definition === part.definition || (crossed.length > 0 && crossed.every((seam) => seam.comparable));
  return comparable && crossed.every((seam) => seam.comparable) && part.month <= addMonths(previous.month, 1);
}

function toGaps(months: readonly string[], parts: readonly StaffPart[], notes: readonly StaffNote[]): StaffGap[] {
  const gaps: StaffGap[] = [];
  months.forEach((month, index) => {
    const own = parts.filter((part) => part.month === month);
    if (own.some(({ usual }) => usual.posts > 0) || notes.some(({ place }) => Math.floor(place) === index)) return;
    const state = own.some(({ growing }) => growing > 0) ? 'growing' : 'not-measured';
    const last = gaps.at(-1);
    if (last?.end === index && last.state === state) last.end = index + 1;
    else gaps.push({ start: index, end: index + 1, state });
  });
  return gaps;
}

/** Middle of a day, in months from the left edge; null outside the twelve. */
function placeOfDay(day: string, months: readonly string[]): number | null {
  const index = months.indexOf(monthOf(day));
  return index === -1 ? null : index + dayShare(day, 0.5);
}

/** How much of its month has passed at the start (0), middle (0.5) or end (1) of a day. */
function dayShare(day: string, part: 0 | 0.5 | 1): number {
  return (Number(day.slice(8)) - 1 + part) / daysInMonth(monthOf(day));
}

function asList<Value, Result>(value: Value | null, make: (value: Value) => Result): Result[] {
  return value === null ? [] : [make(value)];
}

/** The value in the middle: where to centre the staff, not a figure that anyone reads. */
function middle(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
