import { z } from 'zod';
import { askedDay, day, fraction, month, uuid } from './primitives.contract.js';

/** A median with the number of posts behind it; null under five posts. `low` and `high`: its 90 % interval. */
export const figure = z
  .object({ median: fraction.nullable(), low: fraction.nullable(), high: fraction.nullable(), posts: z.number().int().nonnegative() })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof figure>;

/** Reach rates of a set of posts: every post, then by what is known of a paid push. */
export const reachFigures = z
  .object({
    all: figure, organic: figure, paid: figure, unknown: figure, followersReached: figure,
    /** Some of the rates rest on a follower count read later than the post. */
    followersEstimated: z.boolean(),
  })
  .meta({ id: 'ReachFigures' });
export type ReachFigures = z.infer<typeof reachFigures>;

/** A day on which the network changed what it counts: nothing is drawn across it. */
export const seam = z.object({ day, measure: z.string(), before: z.string(), after: z.string(), comparable: z.boolean() }).meta({ id: 'Seam' });
export type Seam = z.infer<typeof seam>;

/** One month, or the part of a month on one side of a seam. */
export const reachMonth = reachFigures
  .extend({
    month,
    /** First and last local day of this part. */
    from: day, to: day,
    /** Definition of reach in force: parts with another definition are not comparable. */
    definition: z.string(),
    /** Posts too young to count. */
    growing: z.number().int(),
  })
  .meta({ id: 'ReachMonth' });
export type ReachMonth = z.infer<typeof reachMonth>;

export const channelReach = z
  .object({
    channelId: uuid,
    /** Over the whole span, after its last seam: `since` is the first day it covers. */
    period: reachFigures.extend({ since: day, until: day }),
    months: z.array(reachMonth),
    seams: z.array(seam),
  })
  .meta({ id: 'ChannelReach' });
export type ChannelReach = z.infer<typeof channelReach>;
export const reachQuery = z.object({ channelId: uuid.optional(), from: askedDay.optional(), to: askedDay.optional() });
export type ReachQuery = z.infer<typeof reachQuery>;

/** What gets passed on. Each sum skips its own unknowns, and is null where nothing is known; the ratio is null under 20 likes. */
export const sharing = z
  .object({ posts: z.number().int(), likes: z.number().int().nullable(), shares: z.number().int().nullable(), sharesPerLike: fraction.nullable() })
  .meta({ id: 'Sharing' });
export type Sharing = z.infer<typeof sharing>;
export const channelSharing = z
  .object({ channelId: uuid, period: sharing, months: z.array(sharing.extend({ month })) })
  .meta({ id: 'ChannelSharing' });
export type ChannelSharing = z.infer<typeof channelSharing>;
