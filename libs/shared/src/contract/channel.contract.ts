import { z } from 'zod';
import { channelKinds, measure, measureBasis } from './network.contract.js';
import { askedDay, askedMonth, day, instant, month, timeZone, uuid } from './primitives.contract.js';

export const channelStates = ['connected', 'needs-reconnection', 'file', 'hand', 'paused'] as const;

export const channel = z
  .object({
    id: uuid,
    network: z.string(),
    name: z.string(),
    kind: z.enum(channelKinds),
    externalId: z.string().nullable(),
    /** For whom the channel is ("familles", "jeunes du quartier"); null: for everybody. */
    audience: z.string().nullable(),
    /** The channel it belongs to: a sub-page, a group for a special public. */
    parentChannelId: uuid.nullable(),
    timeZone: z.string(),
    state: z.enum(channelStates),
    /** By which of its network's ways of one kind it was connected; null: there is one only, or it never was. */
    door: z.string().nullable(),
    isMain: z.boolean(),
    followers: z.object({ count: z.number().int(), day, source: z.enum(['api', 'file', 'hand', 'demo']) }).nullable(),
    posts: z.number().int(),
    /** Latest instant at which any of its figures was read; null: nothing yet. */
    observedAt: instant.nullable(),
  })
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof channel>;

const channelName = z.string().trim().min(1).max(120);
export const createChannel = z
  .object({
    network: z.string(),
    name: channelName,
    kind: z.enum(channelKinds).optional(),
    externalId: z.string().trim().min(1).max(200).optional(),
    audience: z.string().trim().max(120).nullable().optional(),
    parentChannelId: uuid.nullable().optional(),
    timeZone: timeZone.optional(),
  })
  .meta({ id: 'CreateChannel' });
export type CreateChannel = z.infer<typeof createChannel>;
export const updateChannel = createChannel
  .omit({ network: true, externalId: true })
  .partial()
  .extend({ isMain: z.literal(true).optional(), state: z.enum(['paused', 'file', 'hand']).optional() })
  .meta({ id: 'UpdateChannel' });
export type UpdateChannel = z.infer<typeof updateChannel>;

export const followersOnDay = z
  .object({ day, followers: z.number().int().nonnegative(), source: z.enum(['api', 'file', 'hand', 'demo']) })
  .meta({ id: 'FollowersOnDay' });
export type FollowersOnDay = z.infer<typeof followersOnDay>;
/** Follower counts somebody knows by heart or reads on the network's screen. */
export const enterFollowers = z
  .object({ readings: z.array(z.object({ day: askedDay, followers: z.number().int().nonnegative().max(10_000_000_000) })).min(1).max(200) })
  .meta({ id: 'EnterFollowers' });
export type EnterFollowers = z.infer<typeof enterFollowers>;

/** A figure of a whole month typed in by hand, where neither an API nor a file gives it. */
export const monthlyFigure = z
  .object({
    channelId: uuid, month, measure, value: z.number().nonnegative(), basis: measureBasis,
    note: z.string().max(500).nullable(), enteredAt: instant, enteredBy: z.string(),
  })
  .meta({ id: 'MonthlyFigure' });
export type MonthlyFigure = z.infer<typeof monthlyFigure>;
export const enterMonthlyFigure = z
  .object({ month: askedMonth, measure, value: z.number().nonnegative().max(10_000_000_000), basis: measureBasis, note: z.string().trim().max(500).nullable().optional() })
  .meta({ id: 'EnterMonthlyFigure' });
export type EnterMonthlyFigure = z.infer<typeof enterMonthlyFigure>;

/** "Nothing was pushed on this channel in this period": turns unknown into organic, never paid into organic. */
export const unpaidPeriod = z
  .object({ id: uuid, channelId: uuid, from: day, to: day, declaredAt: instant, declaredBy: z.string() })
  .meta({ id: 'UnpaidPeriod' });
export type UnpaidPeriod = z.infer<typeof unpaidPeriod>;
export const declareUnpaid = z
  .object({ from: askedDay, to: askedDay })
  .refine((period) => period.from <= period.to, { error: 'period-reversed', path: ['to'] })
  .meta({ id: 'DeclareUnpaid' });
export type DeclareUnpaid = z.infer<typeof declareUnpaid>;

export const channelFollowersQuery = z.object({ from: askedDay.optional(), to: askedDay.optional() });
export type ChannelFollowersQuery = z.infer<typeof channelFollowersQuery>;
