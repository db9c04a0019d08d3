import { z } from 'zod';
import { instant, timeZone, uuid } from './primitives.contract.js';

export const importStates = ['waiting', 'reading', 'needs-mapping', 'needs-decision', 'applied', 'refused', 'undone', 'failed'] as const;
export const importFormats = ['portee-posts', 'portee-channels', 'facebook-posts', 'instagram-posts', 'meta-per-day', 'mapped'] as const;

/** A line left out (`rejected`) or kept with a remark (`remark`). `line` counts from 1, header included; 0 is the whole file. */
export const importProblem = z
  .object({
    line: z.number().int().nonnegative(), column: z.string().nullable(), severity: z.enum(['rejected', 'remark']),
    /** Stable word; the sentence below says it in the person's language, with the cure. */
    reason: z.string(), message: z.string(),
  })
  .meta({ id: 'ImportProblem' });
export type ImportProblem = z.infer<typeof importProblem>;

/** Columns a file may be mapped onto. */
export const mappableColumns = [
  'post_id', 'published_at', 'format', 'paid', 'followers', 'reach', 'reach_organic', 'reach_paid', 'reach_followers', 'views',
  'likes', 'comments', 'shares', 'saves', 'clicks', 'text', 'url',
] as const;
export const columnMapping = z
  .object({
    columns: z.partialRecord(z.enum(mappableColumns), z.string()),
    timeZone,
    dateOrder: z.enum(['day-first', 'month-first', 'year-first']),
    /** Existing channel, or a new one to create. */
    channelId: uuid.optional(),
    newChannel: z.object({ network: z.string(), name: z.string().trim().min(1).max(120) }).optional(),
  })
  .refine((mapping) => mapping.columns.published_at !== undefined, { error: 'mapping-needs-date', path: ['columns'] })
  .refine((mapping) => (mapping.channelId === undefined) !== (mapping.newChannel === undefined), { error: 'mapping-needs-channel', path: ['channelId'] })
  .meta({ id: 'ColumnMapping' });
export type ColumnMapping = z.infer<typeof columnMapping>;

export const importView = z
  .object({
    id: uuid, state: z.enum(importStates), format: z.enum(importFormats).nullable(),
    fileName: z.string(), fileBytes: z.number().int(), uploadedAt: instant, observedAt: instant,
    channelIds: z.array(uuid),
    rows: z.object({ read: z.number().int(), accepted: z.number().int(), rejected: z.number().int() }),
    /** 0 to 1 while reading; null before and after. */
    progress: z.number().min(0).max(1).nullable(),
    /** What applying it changed. */
    outcome: z
      .object({
        postsNew: z.number().int(), postsKnown: z.number().int(), snapshotsNew: z.number().int(), unchanged: z.number().int(),
        channelsNew: z.number().int(), channelDaysNew: z.number().int(),
      })
      .nullable(),
    /** Time zone in which the file's own hours were read. */
    fileTimeZone: z.string().nullable(),
    /** The first problems, in the order of the file; `problemsTotal` counts them all. */
    problems: z.array(importProblem), problemsTotal: z.number().int(),
    /** State needs-mapping: the file's first rows and what we guess. */
    preview: z.object({ headers: z.array(z.string()), rows: z.array(z.array(z.string())), guesses: z.partialRecord(z.enum(mappableColumns), z.string()), remembered: z.boolean() }).nullable(),
    /** State refused or failed: the sentence that says why and what to do. */
    refusal: z.object({ reason: z.string(), message: z.string() }).nullable(),
    /** The file says nothing of followers and the channel has no count yet: ask. */
    asksFollowers: z.boolean(),
    canUndo: z.boolean(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof importView>;
export const decideImport = z.object({ decision: z.enum(['without-rejected', 'refuse']) }).meta({ id: 'DecideImport' });
export type DecideImport = z.infer<typeof decideImport>;
