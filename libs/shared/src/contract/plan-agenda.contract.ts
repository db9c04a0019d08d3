import { z } from 'zod';
import { clockTime, planSpan } from './plan-calendar.contract.js';
import { day, instant, uuid } from './primitives.contract.js';

/** Times that an organisation may keep of its agenda: whoever has more exports a shorter period, or one agenda. */
export const MAX_AGENDA_EVENTS = 20_000;
/** Most megabytes of an agenda file. */
export const MAX_AGENDA_MEGABYTES = 10;
/** From how many months before its import to how many after it what an agenda tells of is kept. */
export const AGENDA_MONTHS_BACK = 12;
export const AGENDA_MONTHS_AHEAD = 18;

/**
 * `private`: marked as not public; `cancelled`: called off; `earlier`, `later`: beyond the days that are kept; `unreadable`: not understood; `dates-wrong`: no day that exists, or an end
 * before the beginning; `repeats-oddly`: a repetition that is not understood.
 */
export const agendaLeftOut = z
  .object({ reason: z.enum(['private', 'cancelled', 'earlier', 'later', 'unreadable', 'dates-wrong', 'repeats-oddly']), count: z.number().int(), titles: z.array(z.string()) })
  .meta({ id: 'AgendaLeftOut', description: 'Events of the file that are not shown, with the first few titles; none of private ones' });
export type AgendaLeftOut = z.infer<typeof agendaLeftOut>;
export type AgendaLeftOutReason = AgendaLeftOut['reason'];

/** The centre's own agenda, read from a file. */
export const agenda = z
  .object({
    id: uuid, importedAt: instant,
    /** Imported by somebody of this role. */
    importedBy: z.string(),
    /** Days that were kept of it. */
    from: day, to: day,
    /** Events of the file; times that were kept of them. */
    told: z.number().int(), kept: z.number().int(),
    leftOut: z.array(agendaLeftOut),
    /** Zones that nobody knows: their times were read as those of the organisation. */
    unknownZones: z.array(z.string()),
  })
  .meta({ id: 'Agenda' });
export type Agenda = z.infer<typeof agenda>;

/** The agenda before the eyes of whoever replaces it, `none` being none: where another one stands by now, nothing changes. Left out: whatever stands. */
export const replacedAgenda = z.object({ replaces: z.union([uuid, z.literal('none')]).optional() });
export type ReplacedAgenda = z.infer<typeof replacedAgenda>;

/** One time at which something of the agenda takes place; as clocks where the organisation is show it. */
export const agendaEvent = z
  .object({
    /** Its own in the agenda. */
    key: z.string(),
    title: z.string(), place: z.string().nullable(), day, lastDay: day,
    /** Null: whole days. */
    time: clockTime.nullable(),
    /** Of its last day; null: whole days, or nobody says when it ends. */
    endTime: clockTime.nullable(),
    /** Whether a post is planned for it; null: it is over, or more than two weeks away. */
    isAnnounced: z.boolean().nullable(),
  })
  .meta({ id: 'AgendaEvent' });
export type AgendaEvent = z.infer<typeof agendaEvent>;
export const agendaSpan = planSpan;
export type AgendaSpan = z.infer<typeof agendaSpan>;
