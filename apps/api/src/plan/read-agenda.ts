import { setImmediate as letOthers } from 'node:timers/promises';
import { type AgendaLeftOut, type AgendaLeftOutReason, type Days, MAX_AGENDA_EVENTS, searchText } from '@portee/shared';
import { eventsOfFile } from '../insights/calendar-file.js';
import { AgendaError } from './agenda-error.js';
import { type AgendaItem, type AgendaItemRefused, readAgendaItem } from './agenda-item.js';
import { type DatedEvent, dateAgendaItem } from './date-agenda.js';

/** Milliseconds before others have their turn. */
const TURN_MS = 20;
/** Days that rules may be held against: a rule costs a microsecond or two for each. */
const MAX_LOOKED_AT = 2_000_000;
const TOLD_TITLES = 5;
const TOLD_ZONES = 5;

/** What was kept of an agenda, and what was not. */
export interface ReadAgenda {
  events: DatedEvent[];
  /** Events that its file tells of. */
  told: number;
  leftOut: AgendaLeftOut[];
  /** Names of zones that nobody knows: their times were read as those of the organisation. */
  unknownZones: string[];
}

/**
 * What takes place within a span, of an iCalendar file of any kind. It gives way to others now and then, and always ends.
 * @param zone  of the organisation: times without one are its own
 * @throws AgendaError agenda-unreadable, agenda-empty, agenda-too-full
 */
export async function readAgenda(bytes: Uint8Array, { span, zone }: { span: Days; zone: string }): Promise<ReadAgenda> {
  const told = eventsOfFile(bytes);
  if (told === null) throw new AgendaError('agenda-unreadable');
  if (told.length === 0) throw new AgendaError('agenda-empty');
  const unknownZones = new Set<string>();
  const left = new LeftOut();
  const items: AgendaItem[] = [];
  await inTurns(told, (lines) => {
    const item = readAgendaItem(lines, { zone, onUnknownZone: (name) => { if (unknownZones.size < TOLD_ZONES) unknownZones.add(name); } });
    if ('reason' in item) left.add(item);
    else items.push(item);
  });
  const events = await dateAll(latest(items), { span, zone, left });
  return { events: events.toSorted(byTime), told: told.length, leftOut: left.all(), unknownZones: [...unknownZones] };
}

async function dateAll(items: readonly AgendaItem[], { left, ...dating }: { span: Days; zone: string; left: LeftOut }): Promise<DatedEvent[]> {
  const events: DatedEvent[] = [];
  let looked = 0;
  const onLook = (days: number): void => {
    looked += days;
    if (looked > MAX_LOOKED_AT) throw tooFull();
  };
  const moved = Map.groupBy(items.filter(({ uid, instead }) => uid !== '' && instead !== null), ({ uid }) => uid);
  await inTurns(items, (item) => {
    const found = dateAgendaItem(item, item.instead === null ? (moved.get(item.uid) ?? []) : [], { ...dating, onLook });
    const reason = found.length === 0 ? whyNone(item, dating.span) : hiddenAs(item);
    if (reason !== null) left.add({ reason, title: item.isPrivate ? '' : item.title });
    else events.push(...found);
    if (events.length > MAX_AGENDA_EVENTS) throw tooFull();
  });
  return events;
}

function hiddenAs({ isPrivate, isCancelled }: AgendaItem): AgendaLeftOutReason | null {
  if (isPrivate) return 'private';
  return isCancelled ? 'cancelled' : null;
}

/** Why nothing of an event takes place within the span; null: all of it was called off, or takes place otherwise. */
function whyNone(item: AgendaItem, span: Days): AgendaLeftOutReason | null {
  const hidden = hiddenAs(item);
  if (hidden !== null) return hidden;
  const goesOn = item.rule !== null && item.rule.count === null && (item.rule.lastDay === null || item.rule.lastDay > span.to);
  if (item.start.day > span.to || goesOn) return 'later';
  return item.rule === null && item.start.day >= span.from ? null : 'earlier';
}

/** Of what is said several times of the same event, and the same time of it, the latest. */
function latest(items: readonly AgendaItem[]): AgendaItem[] {
  const known = new Map<string, AgendaItem>();
  for (const [place, item] of items.entries()) {
    const key = item.uid === '' ? String(place) : JSON.stringify([item.uid, item.instead]);
    const before = known.get(key);
    if (before === undefined || before.sequence <= item.sequence) known.set(key, item);
  }
  return [...known.values()];
}

/** What was left out, by reason, with the first few titles. */
class LeftOut {
  private readonly byReason = new Map<AgendaLeftOutReason, AgendaLeftOut>();

  add({ reason, title }: { reason: AgendaLeftOutReason | AgendaItemRefused['reason']; title: string }): void {
    const told = this.byReason.get(reason) ?? { reason, count: 0, titles: [] };
    const isNew = title !== '' && told.titles.length < TOLD_TITLES && !told.titles.some((known) => searchText(known) === searchText(title));
    this.byReason.set(reason, { reason, count: told.count + 1, titles: isNew ? [...told.titles, title] : told.titles });
  }

  all(): AgendaLeftOut[] {
    return [...this.byReason.values()].toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}

async function inTurns<Of>(all: readonly Of[], work: (one: Of) => void): Promise<void> {
  let since = performance.now();
  for (const one of all) {
    work(one);
    if (performance.now() - since < TURN_MS) continue;
    await letOthers();
    since = performance.now();
  }
}

function tooFull(): AgendaError {
  return new AgendaError('agenda-too-full', { limit: MAX_AGENDA_EVENTS });
}

function byTime(a: DatedEvent, b: DatedEvent): number {
  return compare(a.firstDay, b.firstDay) || (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0) || compare(a.title, b.title);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
