import type { PlanEntry } from '@portee/shared';
import ICAL from 'ical.js';

/** A planned thing has a beginning and no length: so long it stands in a calendar, for it to be seen. */
const SHOWN_MINUTES = 15;
const MINUTE_MS = 60_000;
/** How often programs are asked to come back; most decide by themselves. */
const REFRESH = 'PT6H';
/** What no line of a calendar may hold: control characters but tab and line feed. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\u2028\u2029]/g;

/** What a feed is made of. */
export interface FeedContent {
  /** Shown as the name of the calendar. */
  name: string;
  entries: readonly PlanEntry[];
  /** Names of channels by id. */
  channels: ReadonlyMap<string, string>;
  writtenAt: Date;
}

type Property = [name: string, parameters: object, type: string, ...values: string[]];

/** The plan as an iCalendar (RFC 5545): one event for each thing that takes place, at its instant in UTC. */
export function writeFeed({ name, entries, channels, writtenAt }: FeedContent): string {
  const about: Property[] = [
    ['version', {}, 'text', '2.0'], ['prodid', {}, 'text', '-//Portee//Plan//FR'], ['calscale', {}, 'text', 'GREGORIAN'], ['method', {}, 'text', 'PUBLISH'],
    // RFC 7986, and what older programs read instead of it.
    ['name', {}, 'text', clean(name)], ['x-wr-calname', {}, 'text', clean(name)],
    ['refresh-interval', {}, 'duration', REFRESH], ['x-published-ttl', {}, 'duration', REFRESH],
  ];
  const events = entries.map((entry) => ['vevent', eventProperties(entry, { channel: channels.get(entry.channelId) ?? '', writtenAt }), []]);
  return ICAL.stringify(['vcalendar', about, events]);
}

function eventProperties(entry: PlanEntry, { channel, writtenAt }: { channel: string; writtenAt: Date }): Property[] {
  const begins = new Date(entry.instant);
  const described = [channel, entry.role, entry.note].filter((part) => part !== null && part !== '').join('\n');
  return [
    ['uid', {}, 'text', uidOf(entry)],
    ['dtstamp', {}, 'date-time', utc(writtenAt)],
    ['dtstart', {}, 'date-time', utc(begins)],
    ['dtend', {}, 'date-time', utc(new Date(begins.getTime() + SHOWN_MINUTES * MINUTE_MS))],
    ['summary', {}, 'text', clean(entry.title)],
    ['description', {}, 'text', clean(described)],
    ...(entry.theme === null ? [] : [['categories', {}, 'text', clean(entry.theme.name)] satisfies Property]),
    // Nobody is busy because something is published.
    ['transp', {}, 'text', 'TRANSPARENT'],
  ];
}

/** An occurrence keeps its own wherever it is moved to, and whether a post takes its place or leaves it. */
function uidOf({ appointmentId, appointmentDay, key }: PlanEntry): string {
  return `${appointmentId === null ? key : `${appointmentId}-${appointmentDay}`}@portee`;
}

/** As jCal writes it: `2026-10-24T16:40:00Z`. */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** Half a pair of a sign beyond the first 65,536 is nothing that can be written. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, ' ').toWellFormed();
}
