import { roles } from '@portee/shared';
import { z } from 'zod';

const link = z.url({ protocol: /^https?$/ });
const month = z.string().regex(/^\d{4}-\d{2}$/);
const organisation = z.string();

/** What a mail says, before it is put into words: whatever is in it is told to whoever has the mailbox. */
export const mailContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), organisation, role: z.enum(roles), inviter: z.string().nullable(), link, until: z.iso.date() }),
  z.object({ kind: z.literal('password-reset'), name: z.string(), link, minutes: z.number() }),
  z.object({ kind: z.literal('password-changed'), name: z.string(), link }),
  z.object({ kind: z.literal('address-confirm'), name: z.string(), link, hours: z.number() }),
  z.object({ kind: z.literal('address-changed'), name: z.string(), address: z.string() }),
  z.object({ kind: z.literal('channel-trouble'), organisation, channel: z.string(), network: z.string(), link }),
  z.object({ kind: z.literal('report-ready'), organisation, month, link, recipients: z.number(), isClosed: z.boolean() }),
  // Where one stops receiving it: a page that asks, and the address that mail programs call. Null: it is a trial, to oneself.
  z.object({ kind: z.literal('report'), organisation, month, stop: z.object({ page: link, at: link }).nullable() }),
]);
export type MailContent = z.infer<typeof mailContent>;
export type MailKind = MailContent['kind'];
/** What one kind of mail says. */
export type ContentOf<Kind extends MailKind> = Extract<MailContent, { kind: Kind }>;
