import { z } from 'zod';
import { channel } from './channel.contract.js';
import { settledDecision } from './plan-line.contract.js';
import { post } from './post.contract.js';
import { day, fraction, instant, month } from './primitives.contract.js';
import { channelFormats, channelTiming } from './insight.contract.js';
import { channelOutlook } from './recommendation.contract.js';
import { figure, reachFigures, reachMonth, seam, sharing } from './reach.contract.js';

/** Why there is no headline. */
export const noHeadlineReasons = ['no-posts', 'no-reach', 'no-followers', 'few-followers', 'too-few-posts'] as const;

/** « Pour 100 abonnés, une publication typique touche N personnes. » */
export const headline = z
  .object({
    figure,
    /** Which posts: organic alone, or organic and unknown together (« sponsorisé non distingué »). */
    basis: z.enum(['organic', 'organic-and-unknown']),
    /** Months covered: 1, or the shortest of 3, 6, 12 that holds five settled posts. */
    months: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
    from: day, to: day,
    /** The window was shortened so as not to cross this seam. */
    cutAt: day.nullable(),
    followersEstimated: z.boolean(),
    reason: z.enum(noHeadlineReasons).nullable(),
  })
  .meta({ id: 'Headline' });
export type Headline = z.infer<typeof headline>;

export const channelReport = z
  .object({
    channel,
    networkLabel: z.string(),
    givesReach: z.boolean(),
    headline,
    /** The same a month earlier; null where the two may not be compared. */
    previous: headline.nullable(),
    followers: z
      .object({ count: z.number().int(), day, change: z.number().int().nullable(), estimated: z.boolean() })
      .nullable(),
    /** « En 28 jours, N abonnés sur 100 ont vu au moins une publication »; never compared with the headline. */
    followersReached28Days: z.object({ rate: fraction, day }).nullable(),
    /** Share of views that came from followers, over posts where the network says so. */
    viewsFromFollowers: z.object({ share: fraction, posts: z.number().int() }).nullable(),
    sharing, previousSharing: sharing,
    volume: z.object({
      posts: z.number().int(), organic: z.number().int(), paid: z.number().int(), unknown: z.number().int(), growing: z.number().int(),
      /** Sum of reaches, repeats included: contacts, never people. Null when no reach is known. */
      contacts: z.number().int().nullable(),
    }),
    /** Day on which the last of the growing posts is old enough to be judged; null: none grows, or all are and wait for a new reading. */
    growingUntil: day.nullable(),
    /** Shown where the network gives no reach, or no reading of the month has it; never a reach. */
    standIn: z
      .object({ interactionsPerFollower: figure, shares: z.number().int().nullable(), views: z.number().int().nullable() })
      .nullable(),
    /** The twelve months that end with this one, oldest first, cut at seams. */
    months: z.array(reachMonth),
    seams: z.array(seam),
  })
  .meta({ id: 'ChannelReport' });
export type ChannelReport = z.infer<typeof channelReport>;

/** A post as a note of the staff: when, how high, pushed or not. */
export const note = z.object({ publishedAt: instant, day, rate: fraction, paid: z.boolean().nullable() }).meta({ id: 'Note' });
export type Note = z.infer<typeof note>;

/** The main channel over the twelve months that end with this one, after the last change of definition among them. */
export const yearFigures = z
  .object({ since: day, until: day, reach: reachFigures, sharing })
  .meta({ id: 'YearFigures' });
export type YearFigures = z.infer<typeof yearFigures>;

/** What is advised beside the month. Advice is of today: it comes with the present month and the last one that is over. */
export const reportAdvice = z
  .object({
    /** Of the main channel first, then of the channels of the three things to draw (`chooseThree`). */
    outlooks: z.array(channelOutlook),
    /** Usual rates of the main channel over the window of its advice; null: no channel is main. */
    main: z
      .object({
        ...channelTiming.pick({ channelId: true, since: true, until: true, cutAt: true, basis: true, bands: true, weekdays: true }).shape,
        formats: channelFormats.shape.formats,
      })
      .nullable(),
    /** What the team has answered of these channels' recommendations: what it refused or put off is not proposed again. */
    decided: z.array(settledDecision),
  })
  .meta({ id: 'ReportAdvice' });
export type ReportAdvice = z.infer<typeof reportAdvice>;

/** The month of an organisation: one value, rendered as page, PDF and more. */
export const monthlyReport = z
  .object({
    organisation: z.object({ slug: z.string(), name: z.string(), timeZone: z.string(), isDemonstration: z.boolean() }),
    month,
    /** First and last month with any post; null when there is none. */
    firstMonth: month.nullable(), lastMonth: month.nullable(),
    /** The month is not over, or its youngest posts are not settled. */
    isProvisional: z.boolean(),
    /** Its last day is past, in the organisation's time zone. */
    isMonthOver: z.boolean(),
    /** Latest reading that any figure of this report rests on. */
    figuresAt: instant.nullable(),
    channels: z.array(channelReport),
    /** Id of the channel the picture shows; null when none is measurable. */
    mainChannelId: z.string().nullable(),
    /** Posts of the main channel over its twelve months. */
    notes: z.array(note),
    /** Null when no channel is main, or it has no post in these months. */
    year: yearFigures.nullable(),
    best: z.array(post), least: z.array(post),
    /** Null: the month is older. */
    advice: reportAdvice.nullable(),
    /** What the team itself says of the month. */
    comment: z.string().nullable(),
    /** When the team closed the month: everything here is as it was then. Null: it tells what is known now. */
    closed: z.object({ at: instant, by: z.string() }).nullable(),
  })
  .meta({ id: 'MonthlyReport' });
export type MonthlyReport = z.infer<typeof monthlyReport>;
