import { z } from 'zod';
import { planVersion } from './plan-calendar.contract.js';
import { askedDay, day, instant, uuid } from './primitives.contract.js';

/** Which plan a published post fills: a planned post, or an occurrence of an appointment, by its regular day. */
const filled = z.union([z.object({ plannedPostId: uuid }).strict(), z.object({ appointmentId: uuid, appointmentDay: askedDay }).strict()]);
/** What somebody says of a post; a null plan: it fills none. `version` is that of what was said of it before; null: nothing ever was. */
export const linkPost = z.object({ plan: filled.nullable(), version: planVersion.nullable() }).meta({ id: 'LinkPost' });
export type LinkPost = z.infer<typeof linkPost>;

export const postLink = z
  .object({
    postId: uuid, channelId: uuid, publishedAt: instant, localDay: day,
    /** `certain`: within half an hour, same format or words; `likely`: same day; `hand`: somebody says so; `none`: somebody says that it fills none; null: nothing was planned for it. */
    how: z.enum(['certain', 'likely', 'hand', 'none']).nullable(),
    /** Key of an entry of the calendar; null: none, or one that stands beyond these days. */
    entry: z.string().nullable(),
    /** Of what was said of it by hand, also where it was taken back; null: nothing ever was. */
    version: planVersion.nullable(),
  })
  .meta({ id: 'PostLink' });
export type PostLink = z.infer<typeof postLink>;
/** `filled`: a post is linked to it; `missed`: none is, of a day of which all is known; `awaited`: nothing is known of its day yet. */
const fateState = z.enum(['filled', 'missed', 'awaited']);
const foundHow = z.enum(['certain', 'likely', 'hand']);
/** What became of an entry of the calendar. */
export const planFate = z
  .object({
    /** Its key in the calendar. */
    entry: z.string(), channelId: uuid,
    state: fateState,
    /** As of the link of its post. */
    how: foundHow.nullable(), postId: uuid.nullable(), version: planVersion.nullable(),
    /** The first day of which nothing is known yet, as in KeptAppointment. */
    until: day.nullable(),
  })
  .meta({ id: 'PlanFate' });
export type PlanFate = z.infer<typeof planFate>;
/** What is said of a post by hand. */
export const handLink = z
  .object({ postId: uuid, kind: z.enum(['plan', 'none', 'found']), plannedPostId: uuid.nullable(), appointmentId: uuid.nullable(), appointmentDay: day.nullable(), linkedBy: z.string(), linkedAt: instant, version: planVersion })
  .meta({ id: 'HandLink' });
export type HandLink = z.infer<typeof handLink>;

const count = z.number().int().nonnegative();
/** How far appointments were kept: "9 Thursdays out of 10". */
export const keptAppointment = z
  .object({
    appointmentId: uuid, channelId: uuid, title: z.string(), weekday: z.number().int().min(1).max(7),
    /** Occurrences before `until`; skipped ones and those left out for holidays are none. */
    past: count, kept: count, missed: count,
    /** Of those kept, how many nobody has confirmed. */
    keptLikely: count,
    /** The first day of which nothing is known yet: today, or the day the channel was last read; null: it never was, and nothing is counted. */
    until: day.nullable(),
    /** Its occurrences of the span, by their days: what became of each. */
    dates: z.array(z.object({ day, state: fateState, how: foundHow.nullable() })),
    /** Posts of its channel in the span that fill nothing: neither for nor against it. */
    unplanned: count,
  })
  .meta({ id: 'KeptAppointment' });
export type KeptAppointment = z.infer<typeof keptAppointment>;
