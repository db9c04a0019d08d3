import type { Appointment, DecidedOccurrence, DecideOccurrence, PlanEntry, PlanLeftOut } from '@portee/shared';
import { type CalendarDoors, type OccurrenceName, toPostUpdate } from '../../api/plan-calendar.doors.js';

type Act<Done> = (doors: CalendarDoors) => Promise<Done>;
/** Something done in one go, and what undoes it; null: there was nothing to do. */
export type Undoable = Act<Act<unknown> | null>;
type Occurrence = OccurrenceName & { version: number | null };
type Decided = Pick<DecidedOccurrence, 'kind' | 'movedToDay' | 'movedToTime' | 'note'>;

/** Where an entry goes; without a time, it keeps its own. */
export interface Target { day: string; time?: string }

/** Moves a post, or an occurrence: this once. */
export function moveEntry(entry: PlanEntry, target: Target, appointments: readonly Appointment[]): Undoable {
  const name = occurrenceOf(entry);
  if (name === null) return movePost(entry, target);
  const before = decidedOf(name, appointments);
  const rule = ruleOf(entry, appointments);
  const time = target.time ?? before?.movedToTime ?? null;
  const movedToTime = time === rule?.time ? null : time;
  // One that leaves holidays out may not put it there: it would be gone.
  if (rule?.skipsHolidays === false && target.day === name.day && movedToTime === null) return freeOccurrence(name, before);
  return decide(name, before, { kind: 'moved', movedToDay: target.day, movedToTime, note: before?.note ?? null, version: name.version });
}

export function skipEntry(entry: PlanEntry, appointments: readonly Appointment[]): Undoable {
  const name = occurrenceOf(entry);
  if (name === null) return async () => null;
  const before = decidedOf(name, appointments);
  return decide(name, before, { kind: 'skipped', note: before?.note ?? null, version: name.version });
}

/** What had been moved stands again where the rule puts it. */
export function putBackEntry(entry: PlanEntry, appointments: readonly Appointment[]): Undoable {
  const time = ruleOf(entry, appointments)?.time;
  return entry.appointmentDay === null || time === undefined ? async () => null : moveEntry(entry, { day: entry.appointmentDay, time }, appointments);
}

/** Whether an occurrence stands elsewhere than its rule would have it; one that is only kept in holidays does not. */
export function isElsewhere(entry: PlanEntry, appointments: readonly Appointment[]): boolean {
  return entry.isMoved && (entry.day !== entry.appointmentDay || entry.time !== ruleOf(entry, appointments)?.time);
}

/** What was left out takes place all the same. */
export function bringBack({ appointmentId, day, version, reason }: PlanLeftOut, appointments: readonly Appointment[]): Undoable {
  const name = { appointmentId, day, version };
  const before = decidedOf(name, appointments);
  // In holidays takes place only what people put there.
  return reason === 'holiday' ? decide(name, before, { kind: 'moved', movedToDay: day, movedToTime: null, note: null, version }) : freeOccurrence(name, before);
}

export function removePost(id: string): Undoable {
  return async (doors) => {
    await doors.removePost(id);
    return (later) => later.restorePost(id);
  };
}

export function removeAppointment(id: string): Undoable {
  return async (doors) => {
    await doors.removeAppointment(id);
    return (later) => later.restoreAppointment(id);
  };
}

/** The version is that which the person saw: a post that somebody changed since is not moved. */
function movePost({ postId, version }: PlanEntry, { day, time }: Target): Undoable {
  return async (doors) => {
    if (postId === null || version === null) return null;
    const before = await doors.readPost(postId);
    const after = await doors.updatePost(postId, { ...toPostUpdate(before), day, time: time ?? before.time, version });
    return (later) => later.updatePost(postId, { ...toPostUpdate(before), version: after.version });
  };
}

function decide(name: Occurrence, before: Decided | null, decision: DecideOccurrence): Undoable {
  return async (doors) => {
    const { version } = await doors.decide(name, decision);
    return (later) => (before === null ? later.free(name, version) : later.decide(name, toDecision(before, version)));
  };
}

function freeOccurrence(name: Occurrence, before: Decided | null): Undoable {
  return async (doors) => {
    if (name.version === null) return null;
    await doors.free(name, name.version);
    return before === null ? null : (later) => later.decide(name, toDecision(before, null));
  };
}

function toDecision({ kind, movedToDay, movedToTime, note }: Decided, version: number | null): DecideOccurrence {
  return kind === 'moved' && movedToDay !== null ? { kind, movedToDay, movedToTime, note, version } : { kind: 'skipped', note, version };
}

function decidedOf({ appointmentId, day }: OccurrenceName, appointments: readonly Appointment[]): DecidedOccurrence | null {
  return appointments.find(({ id }) => id === appointmentId)?.exceptions.find((one) => one.day === day) ?? null;
}

function ruleOf({ appointmentId }: PlanEntry, appointments: readonly Appointment[]): Appointment | undefined {
  return appointments.find(({ id }) => id === appointmentId);
}

/** Null: the entry is a post. */
function occurrenceOf({ kind, appointmentId, appointmentDay, version }: PlanEntry): Occurrence | null {
  return kind === 'appointment' && appointmentId !== null && appointmentDay !== null ? { appointmentId, day: appointmentDay, version } : null;
}
