import { z } from 'zod';
import { askedMonth, month, uuid } from './primitives.contract.js';

/** Hours of work and euros spent on a channel in a month; null: nobody said. */
export const effortMonth = z
  .object({
    month, hours: z.number().nonnegative().nullable(),
    /** The channel's own spending and that of its single posts together. */
    euros: z.number().nonnegative().nullable(),
    /** Of the euros, those of no single post: what `enterEffort` writes. */
    eurosOfChannel: z.number().nonnegative().nullable(),
    /** Of the euros, those said of single posts. */
    eurosOfPosts: z.array(z.object({ postId: uuid, euros: z.number().nonnegative() })),
  })
  .meta({ id: 'EffortMonth' });
export type EffortMonth = z.infer<typeof effortMonth>;
/** Months of which one may ask at once: a budget looks three years back. */
export const MAX_EFFORT_MONTHS = 36;
/** Months, both included, 36 at most; without them, the 12 that end with the channel's current month. */
export const effortQuery = z.object({ from: askedMonth.optional(), to: askedMonth.optional() });
export type EffortQuery = z.infer<typeof effortQuery>;
const money = z.number().nonnegative().max(1_000_000).multipleOf(0.01);
/** null takes the figure back; left out: unchanged. A quarter of an hour is 0.25; never by named person. */
export const enterEffort = z
  .object({ hours: z.number().nonnegative().max(2_000).multipleOf(0.01).nullable().optional(), euros: money.nullable().optional() })
  .meta({ id: 'EnterEffort' });
export type EnterEffort = z.infer<typeof enterEffort>;
export const enterPostSpend = z.object({ euros: money.nullable() }).meta({ id: 'EnterPostSpend' });
export type EnterPostSpend = z.infer<typeof enterPostSpend>;

/** A channel's months as entered, oldest first. */
export const channelEffort = z.object({ channelId: uuid, months: effortMonth.array() }).meta({ id: 'ChannelEffort' });
export type ChannelEffort = z.infer<typeof channelEffort>;
const MOST_CHANNELS = 1_000;
/** One month of several channels at once, all or none; a channel left out is unchanged. */
export const enterEfforts = z
  .object({ channels: z.array(enterEffort.extend({ channelId: uuid })).min(1).max(MOST_CHANNELS).refine((channels) => new Set(channels.map(({ channelId }) => channelId)).size === channels.length, { error: 'one entry a channel' }) })
  .meta({ id: 'EnterEfforts' });
export type EnterEfforts = z.infer<typeof enterEfforts>;
