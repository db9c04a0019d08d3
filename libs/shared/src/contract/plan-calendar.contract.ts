import { z } from 'zod';
import { MAX_PLAN_DAYS } from '../plan/occurrences.js';
import { postFormat } from './post.contract.js';
import { askedDay, day, instant, uuid } from './primitives.contract.js';

const DAY_MS = 86_400_000;
/** Appointments that an organisation may have at once. */
export const MAX_APPOINTMENTS = 300;
/** Posts that a channel may plan for one day: which published one fills which takes the cube of their number to find. */
export const MAX_PLANNED_A_DAY = 50;
/** Posts to come that an organisation may plan at once. */
export const MAX_PLANNED_TO_COME = 2_000;

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' }).meta({ id: 'ClockTime', description: 'Time of day in the zone of the channel, HH:MM' });
/** Counts the changes of a thing; an update names the one it was made from, and one made from another is refused. */
export const planVersion = z.number().int().min(1).max(2_000_000_000);
/** What is taken back names the version before the eyes of who does it: where another one stands by now, nothing is. */
export const takenBack = z.object({ version: z.coerce.number().pipe(planVersion) });
export type TakenBack = z.infer<typeof takenBack>;
/** Text on one line, whatever was pasted. */
export const singleLine = (longest: number) => z.string().overwrite((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')).trim().min(1).max(longest);
/** What whoever it falls to is called; never a person. */
export const planRole = singleLine(60).meta({ id: 'PlanRole', description: 'Name of a role, never of a person' });

/** What may be said of anything planned. */
const said = { format: postFormat.nullable(), themeId: uuid.nullable(), role: planRole.nullable(), note: z.string().trim().max(1_000).nullable() };
const unsaid = { format: said.format.default(null), themeId: said.themeId.default(null), role: said.role.default(null), note: said.note.default(null) };

const rule = { title: singleLine(120), weekday: z.number().int().min(1).max(7), time: clockTime, fromDay: askedDay };
const ruleRest = { everyWeeks: z.number().int().min(1).max(4), toDay: askedDay.nullable(), skipsHolidays: z.boolean() };
const ruleUnsaid = { everyWeeks: ruleRest.everyWeeks.default(1), toDay: ruleRest.toDay.default(null), skipsHolidays: ruleRest.skipsHolidays.default(false) };
const endsAfterBegin = ({ fromDay, toDay }: { fromDay: string; toDay: string | null }): boolean => toDay === null || fromDay <= toDay;
const reversed = { error: 'period-reversed', path: ['toDay'] };

/** A slot promised to the public: on a weekday (1 is Monday) at a time of the channel's zone, every one to four weeks counted from its first day. */
export const createAppointment = z.object({ channelId: uuid, ...rule, ...ruleUnsaid, ...unsaid }).refine(endsAfterBegin, reversed).meta({ id: 'CreateAppointment' });
export type CreateAppointment = z.infer<typeof createAppointment>;
/** The whole of it: what is left out is refused, not emptied. Its channel stays. */
export const updateAppointment = z.object({ ...rule, ...ruleRest, ...said, version: planVersion }).refine(endsAfterBegin, reversed).meta({ id: 'UpdateAppointment' });
export type UpdateAppointment = z.infer<typeof updateAppointment>;

const decision = { note: said.note.default(null), version: planVersion.nullable() };
/** What is decided of one occurrence, named by its regular day. `version` is that of the decision it replaces; null: there was none. */
export const decideOccurrence = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('skipped'), ...decision }),
    z.object({ kind: z.literal('moved'), movedToDay: askedDay, movedToTime: clockTime.nullable().default(null), ...decision }),
  ])
  .meta({ id: 'DecideOccurrence' });
export type DecideOccurrence = z.infer<typeof decideOccurrence>;
export const decidedOccurrence = z
  .object({ day, kind: z.enum(['skipped', 'moved']), movedToDay: day.nullable(), movedToTime: clockTime.nullable(), note: z.string().nullable(), version: planVersion })
  .meta({ id: 'DecidedOccurrence' });
export type DecidedOccurrence = z.infer<typeof decidedOccurrence>;

export const appointment = z
  .object({ id: uuid, channelId: uuid, ...rule, ...ruleRest, ...said, fromDay: day, toDay: day.nullable(), version: planVersion, exceptions: z.array(decidedOccurrence) })
  .meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof appointment>;

const fillsWhole = ({ appointmentId, appointmentDay }: { appointmentId: string | null; appointmentDay: string | null }): boolean => (appointmentId === null) === (appointmentDay === null);
const halfFilled = { error: 'occurrence-half-named', path: ['appointmentDay'] };
const draft = { channelId: uuid, day: askedDay, time: clockTime, title: singleLine(120) };
/** One post that somebody means to publish. With an appointment and a regular day of it, it takes the place of that occurrence. */
export const createPlannedPost = z
  .object({ ...draft, ...unsaid, appointmentId: uuid.nullable().default(null), appointmentDay: askedDay.nullable().default(null) })
  .refine(fillsWhole, halfFilled)
  .meta({ id: 'CreatePlannedPost' });
export type CreatePlannedPost = z.infer<typeof createPlannedPost>;
/** The whole of it, as for appointments. */
export const updatePlannedPost = z
  .object({ ...draft, ...said, appointmentId: uuid.nullable(), appointmentDay: askedDay.nullable(), version: planVersion })
  .refine(fillsWhole, halfFilled)
  .meta({ id: 'UpdatePlannedPost' });
export type UpdatePlannedPost = z.infer<typeof updatePlannedPost>;
export const plannedPost = z
  .object({ id: uuid, ...draft, day, ...said, appointmentId: uuid.nullable(), appointmentDay: day.nullable(), version: planVersion })
  .meta({ id: 'PlannedPost' });
export type PlannedPost = z.infer<typeof plannedPost>;

const isForwards = ({ from, to }: { from: string; to: string }): boolean => from <= to;
/** Asked of days that are none, too: of those it complains elsewhere. */
const isShort = ({ from, to }: { from: string; to: string }): boolean => !(Date.parse(to) - Date.parse(from) >= MAX_PLAN_DAYS * DAY_MS);
/** Local days, both included. */
export const planSpan = z.object({ from: askedDay, to: askedDay }).refine(isForwards, { error: 'period-reversed', path: ['to'] }).refine(isShort, { error: 'span-too-long', path: ['to'] });
export const planQuery = planSpan.safeExtend({ channelId: uuid.optional() });
export type PlanQuery = z.infer<typeof planQuery>;

/** Something that stands in the calendar: an occurrence of an appointment, or a planned post, which may take the place of one. */
export const planEntry = z
  .object({
    /** Its own in the answer; the same as long as it is the same thing. */
    key: z.string(),
    kind: z.enum(['appointment', 'post']),
    channelId: uuid, day, time: clockTime, instant,
    /** `skipped`: its time does not exist that day and it comes an hour later; `repeated`: its time comes twice, it is the first. */
    clock: z.enum(['plain', 'skipped', 'repeated']),
    title: z.string(), format: postFormat.nullable(), theme: z.object({ id: uuid, name: z.string() }).nullable(), role: z.string().nullable(), note: z.string().nullable(),
    isHoliday: z.boolean(), isMoved: z.boolean(),
    appointmentId: uuid.nullable(), appointmentDay: day.nullable(), postId: uuid.nullable(),
    /** Of the post; of the decision that moved the occurrence; null: nothing was decided of it. */
    version: planVersion.nullable(),
  })
  .meta({ id: 'PlanEntry' });
export type PlanEntry = z.infer<typeof planEntry>;
/** Something to look at, never forbidden; what each means stands in `plan/collisions.ts`. */
export const planCollision = z
  .object({ code: z.enum(['close-together', 'quiet-week', 'on-holiday']), channelId: uuid, day, entries: z.array(z.string()) })
  .meta({ id: 'PlanCollision' });
export const planLeftOut = z
  .object({ appointmentId: uuid, channelId: uuid, title: z.string(), day, time: clockTime, reason: z.enum(['holiday', 'skipped']), version: planVersion.nullable() })
  .meta({ id: 'PlanLeftOut' });
export type PlanLeftOut = z.infer<typeof planLeftOut>;
export const planCalendar = z
  .object({ from: day, to: day, entries: z.array(planEntry), collisions: z.array(planCollision), leftOut: z.array(planLeftOut) })
  .meta({ id: 'PlanCalendar' });
export type PlanCalendar = z.infer<typeof planCalendar>;

/** An address that shows the plan to any calendar program; null: of all roles. */
export const planFeed = z.object({ id: uuid, role: z.string().nullable(), createdAt: instant, lastUsedAt: instant.nullable() }).meta({ id: 'PlanFeed' });
export type PlanFeed = z.infer<typeof planFeed>;
export const createPlanFeed = z.object({ role: planRole.nullable().default(null) }).meta({ id: 'CreatePlanFeed' });
export type CreatePlanFeed = z.infer<typeof createPlanFeed>;
/** The address, shown this once: only a fingerprint of it is kept. */
export const newPlanFeed = planFeed.extend({ address: z.string() }).meta({ id: 'NewPlanFeed' });
export type NewPlanFeed = z.infer<typeof newPlanFeed>;
/** Whatever is asked with, the answer to what opens nothing is the same. */
export const planFeedQuery = z.object({ token: z.string().max(200).catch('') });
