import { z } from 'zod';
import { LATEST_MAILING_DAY, mailingModes } from './choices.js';
import { mailStanding } from './mail.contract.js';
import { instant, locale, month, uuid } from './primitives.contract.js';

/** Somebody who receives the report of each month, with or without an account. */
export const reportRecipient = z
  .object({
    id: uuid, email: z.string(), language: locale, createdAt: instant,
    /** When they asked not to receive it any more; null: they did not. */
    stoppedAt: instant.nullable(),
    /** Where the last mail to them stands; null: none was sent, or it is forgotten. */
    mail: mailStanding.nullable(),
  })
  .meta({ id: 'ReportRecipient' });
export type ReportRecipient = z.infer<typeof reportRecipient>;

/** A month whose report left, waits for a word, or was left out. */
export const reportSending = z
  .object({ month, state: z.enum(['waiting', 'sent', 'skipped']), recipients: z.number().int().min(0), changedAt: instant })
  .meta({ id: 'ReportSending' });
export type ReportSending = z.infer<typeof reportSending>;

export const mailingMode = z.enum(mailingModes);
export type MailingMode = z.infer<typeof mailingMode>;

/** How the report of each month reaches people by mail. */
export const reportMailing = z
  .object({
    mode: mailingMode,
    /** Day of the month after it on which it leaves, at eight in the morning in the organisation's zone. */
    day: z.number().int().min(1).max(LATEST_MAILING_DAY),
    recipients: reportRecipient.array(),
    /** Latest month first, two years at most. */
    sendings: reportSending.array(),
  })
  .meta({ id: 'ReportMailing' });
export type ReportMailing = z.infer<typeof reportMailing>;

export const updateMailing = z.object({ mode: mailingMode, day: z.number().int().min(1).max(LATEST_MAILING_DAY) }).meta({ id: 'UpdateMailing' });
export type UpdateMailing = z.infer<typeof updateMailing>;
export const addRecipient = z.object({ email: z.email().max(254), language: locale.default('fr') }).meta({ id: 'AddRecipient' });
export type AddRecipient = z.infer<typeof addRecipient>;
/** `again`: to people who have it already. */
export const sendReport = z.object({ again: z.boolean().default(false) }).meta({ id: 'SendReport' });
export type SendReport = z.infer<typeof sendReport>;
export const stopMails = z.object({ token: z.string().min(1).max(100) });
