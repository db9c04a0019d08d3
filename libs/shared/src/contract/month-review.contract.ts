import { z } from 'zod';
import { MAX_COMMENT } from './choices.js';
import { instant, month } from './primitives.contract.js';

/** Counts what was said and done of a month; 0: nothing yet. */
const version = z.number().int().min(0).max(2_000_000_000);

/** What a team says of a month, and whether it is closed: told as it was, whatever is read later. */
export const monthReview = z
  .object({
    month,
    comment: z.string().nullable(),
    closedAt: instant.nullable(),
    /** Closed by somebody of this role. */
    closedBy: z.string().nullable(),
    version,
  })
  .meta({ id: 'MonthReview' });
export type MonthReview = z.infer<typeof monthReview>;

/** Null takes the comment back. `version` is the one before the reader's eyes. */
export const writeComment = z
  .object({ comment: z.string().trim().min(1).max(MAX_COMMENT).nullable(), version })
  .meta({ id: 'WriteComment' });
export type WriteComment = z.infer<typeof writeComment>;
/** Of a closed month: as it was then, or `present`, as it would be told now. */
export const reportQuery = z.object({ figures: z.enum(['kept', 'present']).default('kept') });
export type ReportQuery = z.infer<typeof reportQuery>;
export const reviewVersion = z.object({ version }).meta({ id: 'ReviewVersion' });
export type ReviewVersion = z.infer<typeof reviewVersion>;
