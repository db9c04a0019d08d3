import { z } from 'zod';
import { MOST_REPORT_LINK_DAYS } from './choices.js';
import { askedMonth, day, instant, locale, month, uuid } from './primitives.contract.js';

/** A link by which people without an account read the report of a month. The link itself is told once, when it is made. */
export const reportLink = z
  .object({
    id: uuid, month, language: locale, createdAt: instant,
    /** The end of `lastDay` where the organisation is: from then on it opens nothing. */
    expiresAt: instant,
    lastDay: day,
    isOver: z.boolean(),
    /** Name of who made it; null: somebody without an account any more. */
    madeBy: z.string().nullable(),
    /** How often its page or its PDF was opened; nothing is kept of who did. */
    reads: z.number().int().nonnegative(),
    lastReadAt: instant.nullable(),
  })
  .meta({ id: 'ReportLink' });
export type ReportLink = z.infer<typeof reportLink>;

/** `days`: after today. `language`: of the report. */
export const createReportLink = z.object({ month: askedMonth, days: z.number().int().min(1).max(MOST_REPORT_LINK_DAYS), language: locale }).meta({ id: 'CreateReportLink' });
export type CreateReportLink = z.infer<typeof createReportLink>;

export const newReportLink = reportLink.extend({ link: z.string() }).meta({ id: 'NewReportLink' });
export type NewReportLink = z.infer<typeof newReportLink>;

/** What follows the `?` of a link. Whatever is no secret opens nothing, and is told nothing else. */
export const sharedReportQuery = z.object({ cle: z.string().max(100).catch('').default('') });
export type SharedReportQuery = z.infer<typeof sharedReportQuery>;
