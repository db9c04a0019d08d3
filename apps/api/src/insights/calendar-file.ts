import ICAL from 'ical.js';
import { z } from 'zod';

/** Lines of events that are read. All others are left out before the file is parsed: it may say many things, say them badly, or say them of people. */
const READ = /^(?:SUMMARY|LOCATION|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|SEQUENCE|STATUS|CLASS)[:;]/i;
const LIMIT = /^(BEGIN|END):\s*(\S{1,40})\s*$/i;
/** Signs of a line that are looked at: the parser takes the square of the parameters of a line. */
const LINE = 1_000;
/** Of one that can have few parameters, since nothing is quoted: lists of days are long. */
const LIST = 30_000;
const FEW = 200;

/** A property as ical.js gives it (jCal, RFC 7265). */
export interface CalendarProperty {
  name: string;
  parameters: Readonly<Record<string, unknown>>;
  type: string | null;
  values: readonly unknown[];
}

const property = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string().nullable()]).rest(z.unknown());
const component = z.tuple([z.string(), z.array(property), z.array(z.unknown())]);

/** What was read so far: what one is in, outermost first, and the lines of each event. */
interface Reading { within: string[]; events: string[][]; isCalendar: boolean; isBroken: boolean }

/** The events of an iCalendar file, each as its own lines, what lies within them left out; null: it is none, or it is damaged. */
export function eventsOfFile(bytes: Uint8Array): string[][] | null {
  const reading: Reading = { within: [], events: [], isCalendar: false, isBroken: false };
  for (const line of linesOf(decode(bytes))) readLine(line, reading);
  return reading.isCalendar && !reading.isBroken && reading.within.length === 0 ? reading.events : null;
}

function readLine(line: string, reading: Reading): void {
  const { within, events } = reading;
  const [, way = '', named = ''] = LIMIT.exec(line) ?? [];
  const part = named.toUpperCase();
  if (part === '' && READ.test(line) && isInEvent(within)) events.at(-1)?.push(cut(line));
  if (part === '') return;
  reading.isCalendar = true;
  if (way.toUpperCase() === 'BEGIN') within.push(part);
  else if (within.pop() !== part) reading.isBroken = true;
  if (way.toUpperCase() === 'BEGIN' && isInEvent(within)) events.push([]);
}

/** What one event says, in the order of its lines; null: it cannot be understood. */
export function readEvent(lines: readonly string[]): CalendarProperty[] | null {
  try {
    const { data } = component.safeParse(ICAL.parse(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')));
    return data?.[1].map(([name, parameters, type, ...values]) => ({ name, parameters, type, values })) ?? null;
  } catch {
    // Whatever the parser says of it, nothing of it is known.
    return null;
  }
}

/** On one line, without signs that cannot be read or that turn around what follows them, cut to a length. Joiners stay: emoji are made of them. */
export function textOf(value: unknown, longest: number): string {
  const clean = typeof value === 'string' ? value.toWellFormed().replace(/[\p{Cc}\p{Co}\u202A-\u202E\u2066-\u2069\uFEFF\s]+/gu, ' ').trim() : '';
  return clean.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '').trim();
}

/** Calendars are UTF-8; some programs write the code page of their Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Long lines are folded, their rest begins with a space. One after the other: all at once, a large file would stand in memory twice more. */
function* linesOf(text: string): Generator<string> {
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  for (const [line] of unfolded.matchAll(/[^\r\n]+/g)) yield line;
}

function isInEvent(within: readonly string[]): boolean {
  return within.length === 2 && within[0] === 'VCALENDAR' && within[1] === 'VEVENT';
}

function cut(line: string): string {
  const hasFewParameters = !line.includes('"') && line.slice(0, FEW).includes(':');
  return line.slice(0, hasFewParameters ? LIST : LINE);
}
