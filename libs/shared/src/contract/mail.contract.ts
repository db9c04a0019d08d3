import { z } from 'zod';
import { mailStates } from './choices.js';
import { instant } from './primitives.contract.js';

/** Where a mail stands. */
export const mailStanding = z
  .object({
    state: z.enum(mailStates),
    /** When it left or was given up; while it waits, when it is tried again. */
    at: instant,
    /** What the mail server said last; null: nothing yet. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'MailStanding' });
export type MailStanding = z.infer<typeof mailStanding>;
