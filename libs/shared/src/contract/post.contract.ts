import { z } from 'zod';
import { postFormats } from './choices.js';
import { askedDay, count, day, fraction, instant, uuid } from './primitives.contract.js';
import { namedTheme } from './theme.contract.js';

export const postFormat = z.enum(postFormats).meta({ id: 'PostFormat' });
export type PostFormat = z.infer<typeof postFormat>;

/** Why a post stays out of medians. */
export const ineligibleReasons = [
  'growing', 'deleted', 'story', 'shared-post', 'no-reach', 'no-followers', 'few-followers', 'read-late', 'duplicate',
] as const;
export const ineligibleReason = z.enum(ineligibleReasons).meta({ id: 'IneligibleReason' });
export type IneligibleReason = z.infer<typeof ineligibleReason>;

/** One publication with its final figures where final, otherwise the latest. Null is unknown. */
export const post = z
  .object({
    id: uuid, channelId: uuid, externalId: z.string(), publishedAt: instant,
    /** Local day and time in the channel's zone: `2026-10-24`, `18:40`. */
    localDay: day, localTime: z.string(),
    format: postFormat.nullable(), text: z.string().nullable(), url: z.string().nullable(),
    /** Pushed with money: true, false or unknown. */
    paid: z.boolean().nullable(),
    followers: count, followersEstimated: z.boolean(),
    reach: count, reachOrganic: count, reachPaid: count, reachFollowers: count,
    views: count, viewsOrganic: count, viewsPaid: count,
    likes: count, comments: count, shares: count, saves: count, clicks: count,
    reachRate: fraction.nullable(), sharesPerLike: fraction.nullable(),
    isFinal: z.boolean(), ageUnknown: z.boolean(),
    /** Null when the post counts in medians. */
    ineligible: ineligibleReason.nullable(),
    observedAt: instant, deletedAt: instant.nullable(),
    /** In the order of the alphabet. */
    themes: z.array(namedTheme),
  })
  .meta({ id: 'Post' });
export type Post = z.infer<typeof post>;

export const postSorts = ['-publishedAt', 'publishedAt', '-reachRate', 'reachRate', '-reach', 'reach', '-shares', '-likes'] as const;
export const postQuery = z.object({
  channelId: uuid.optional(),
  from: askedDay.optional(), to: askedDay.optional(),
  /** Words that all stand in the text, in any order; accents and case ignored. */
  q: z.string().trim().max(200).optional(),
  format: postFormat.optional(),
  paid: z.enum(['true', 'false', 'unknown']).optional(),
  /** The theme they have. */
  theme: uuid.optional(),
  sort: z.enum(postSorts).default('-publishedAt'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PostQuery = z.infer<typeof postQuery>;
export const postPage = z.object({ items: z.array(post), nextCursor: z.string().nullable(), total: z.number().int() }).meta({ id: 'PostPage' });
export type PostPage = z.infer<typeof postPage>;

/** One reading of a post's figures. */
export const postReadingView = z.object({
  observedAt: instant, ageDays: z.number(), source: z.string(),
  followers: count, reach: count, views: count, likes: count, comments: count, shares: count,
});
export const postDetail = z
  .object({
    post,
    readings: z.array(postReadingView),
    finalAgeDays: z.number(),
    /** The channel's usual reach rate over the twelve months before this post, same definition. */
    usual: z.object({ median: fraction.nullable(), low: fraction.nullable(), high: fraction.nullable(), posts: z.number().int() }),
    /** Definitions behind the figures shown. */
    definitions: z.array(z.object({ measure: z.string(), networkName: z.string().nullable(), validFrom: day.nullable() })),
  })
  .meta({ id: 'PostDetail' });
export type PostDetail = z.infer<typeof postDetail>;
