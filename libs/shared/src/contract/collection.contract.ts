import { z } from 'zod';
import { measure } from './network.contract.js';
import { instant, uuid } from './primitives.contract.js';

/** How a channel that is asked by itself is doing. */
export const collectionStates = ['connected', 'collecting', 'late', 'limited', 'needs-reconnection', 'paused'] as const;

/** Why its last collection failed; each has its sentence and the one thing to do in the web's catalogue. */
export const troubles = [
  'access-revoked', 'access-expired', 'permission-missing', 'not-found', 'rate-limited', 'unavailable', 'unexpected-answer', 'version-retired',
  'address-refused', 'access-unreadable', 'application-missing', 'fault', 'interrupted',
] as const;
export const trouble = z.enum(troubles).meta({ id: 'Trouble' });
export type Trouble = z.infer<typeof trouble>;

/** A measure that a network did not give although it gives others. */
export const measureRefusal = z.object({ measure, name: z.string(), reason: z.enum(['withdrawn', 'permission-missing', 'too-few-followers']) }).meta({ id: 'MeasureRefusal' });
export type MeasureRefusal = z.infer<typeof measureRefusal>;

/** One pull of one channel. */
export const ingestionRun = z
  .object({
    id: uuid,
    /** `first`: as far back as the network remembers. */
    kind: z.enum(['first', 'regular']),
    state: z.enum(['running', 'done', 'failed']),
    startedAt: instant,
    finishedAt: instant.nullable(),
    reason: trouble.nullable(),
    pages: z.number().int(),
    /** Time spent asking and writing, waits between tries left out. */
    busySeconds: z.number(),
    postsRead: z.number().int(),
    postsNew: z.number().int(),
    snapshotsNew: z.number().int(),
    /** Readings that said nothing new. */
    unchanged: z.number().int(),
    daysNew: z.number().int(),
    /** Posts that the network no longer has. */
    absent: z.number().int(),
    oldestPostAt: instant.nullable(),
    refused: z.array(measureRefusal),
    /** What the network claimed and was not believed, by reason. */
    remarks: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  })
  .meta({ id: 'IngestionRun' });
export type IngestionRun = z.infer<typeof ingestionRun>;

/** A channel that its network is asked about. */
export const collection = z
  .object({
    channelId: uuid,
    state: z.enum(collectionStates),
    /** Why the last collection failed; null: it did not, or none ended yet. */
    trouble: trouble.nullable(),
    troubleSince: instant.nullable(),
    collectedAt: instant.nullable(),
    nextDueAt: instant.nullable(),
    limitedUntil: instant.nullable(),
    /** When its access ends and somebody must connect again; null: no date is known, or it is read without one. */
    accessEndsAt: instant.nullable(),
    /** The access ends within two weeks. */
    accessEndsSoon: z.boolean(),
    /** Whether the first collection has gone as far back as the network remembers. */
    isBackfilled: z.boolean(),
    lastRun: ingestionRun.nullable(),
  })
  .meta({ id: 'Collection' });
export type Collection = z.infer<typeof collection>;

export const runsQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) });
export type RunsQuery = z.infer<typeof runsQuery>;
