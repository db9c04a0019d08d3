import { z } from 'zod';
import { day } from './primitives.contract.js';

export const networks = ['facebook', 'instagram', 'mastodon', 'youtube', 'newsletter'] as const;
export const measures = [
  'followers', 'reach', 'reachOrganic', 'reachPaid', 'reachFollowers', 'views', 'viewsOrganic', 'viewsPaid', 'viewsFollowers',
  'likes', 'comments', 'shares', 'saves', 'clicks', 'videoViews', 'watchTimeSeconds', 'visits', 'followersReached28Days',
] as const;
export const measure = z.enum(measures).meta({ id: 'Measure' });
export type Measure = z.infer<typeof measure>;

/** What a figure counts, and so whether it may be divided by followers. */
export const measureBasis = z
  .enum(['people_period', 'people_day', 'people_estimated', 'views', 'impressions', 'members', 'actions', 'none'])
  .meta({ id: 'MeasureBasis' });

/** One of our measures as one network counts it, over the time that this way of counting was in force. */
export const measureDefinition = z
  .object({
    /** Stable: `<network>.<measure>.<first day in force or "origin">`. */
    id: z.string(),
    network: z.string(),
    measure,
    level: z.enum(['post', 'channel']),
    /** The network's own names for it, by the door it comes through. */
    networkNames: z.object({ api: z.string().optional(), file: z.string().optional(), hand: z.string().optional() }),
    basis: measureBasis,
    /** First day this definition holds; null: always had. */
    validFrom: day.nullable(),
    /** First day it no longer holds; null: still in force. */
    validUntil: day.nullable(),
    /** False where a figure under this definition must not be compared with one under the previous. */
    comparableWithPrevious: z.boolean(),
    /** The network lowers the figure as the post ages: the highest reading counts. */
    fading: z.boolean(),
    /** Shown where the network gives no reach, labelled, never as a reach. */
    standIn: z.boolean(),
    /** Whether the network gives it at all under this definition. */
    given: z.boolean(),
    /** Public source of these facts. */
    source: z.string(),
  })
  .meta({ id: 'MeasureDefinition' });
export type MeasureDefinition = z.infer<typeof measureDefinition>;

export const channelKinds = ['page', 'account', 'group', 'list', 'site'] as const;

/** A network as data: the web draws everything about it from this. */
export const networkDescriptor = z
  .object({
    network: z.string(),
    label: z.string(),
    icon: z.string(),
    channelKinds: z.array(z.enum(channelKinds)),
    /** Whether the network tells how many people saw a post. */
    givesReach: z.boolean(),
    /** Age in days at which a post's figures are final (the README of libs/shared/src/metrics says why). */
    finalAgeDays: z.number().positive(),
    /** Free networks, newsletters: nothing can be pushed, so every post is organic. */
    hasPaidPush: z.boolean(),
    /** How figures come in today. */
    doors: z.array(z.enum(['api', 'file', 'portee-csv', 'hand'])),
    definitions: z.array(measureDefinition),
  })
  .meta({ id: 'Network' });
export type NetworkDescriptor = z.infer<typeof networkDescriptor>;
