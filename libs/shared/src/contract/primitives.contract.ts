import { z } from 'zod';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** An instant: ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant', description: 'ISO 8601 instant, UTC' });
/** A local calendar day, text `YYYY-MM-DD`. */
export const day = z.iso.date().meta({ id: 'Day', description: 'Local calendar day, YYYY-MM-DD' });
/** A local calendar month, text `YYYY-MM`. */
export const month = z
  .string()
  .regex(MONTH)
  .meta({ id: 'Month', description: 'Local calendar month, YYYY-MM' });
/** A day or a month that people may ask for or write figures to: no network is older, and a span between two of them stays countable. */
export const askedDay = z.iso.date().refine(isOfOurTime, { error: 'day' }).meta({ id: 'AskedDay', description: 'Local calendar day between 2000 and 2100, YYYY-MM-DD' });
export const askedMonth = z.string().regex(MONTH).refine(isOfOurTime, { error: 'month' }).meta({ id: 'AskedMonth', description: 'Local calendar month between 2000 and 2100, YYYY-MM' });
export const uuid = z.uuid();
/** A fraction: 0.055 reads "5,5 %". May exceed 1. */
export const fraction = z.number().nonnegative();
/** A count of people, displays or actions; null is unknown, 0 is measured nothing. */
export const count = z.number().int().nonnegative().nullable();
/** An IANA time zone known to this machine, for example "Europe/Brussels". */
export const timeZone = z.string().min(1).max(64).refine(isTimeZone, { error: 'time-zone' });

export const locales = ['fr', 'en', 'nl'] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

/** An error answer (RFC 9457), with a `reason` that never changes and a sentence in the person's language. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** Stable word that programs decide on. */
    reason: z.string(),
    /** What happened and what to do, in the person's language. */
    detail: z.string(),
    /** For refused input: where, and why. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** For an update of a thing that somebody else changed meanwhile: how it stands, as its own door shows it. */
    present: z.unknown().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

function isOfOurTime(dayOrMonth: string): boolean {
  return dayOrMonth >= '2000' && dayOrMonth < '2101';
}

/** A name, never an offset: databases read "+01:00" the other way round. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
