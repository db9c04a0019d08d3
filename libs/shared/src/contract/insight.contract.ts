import { z } from 'zod';
import { post, postFormat } from './post.contract.js';
import { askedDay, askedMonth, day, fraction, instant, month, uuid } from './primitives.contract.js';
import { figure, seam, sharing } from './reach.contract.js';
import { hourBandName, weekdayName } from './recommendation.contract.js';

/** A span of local days, both included; without it, the last 24 months of the channel. */
export const insightQuery = z.object({ channelId: uuid.optional(), from: askedDay.optional(), to: askedDay.optional() });
export type InsightQuery = z.infer<typeof insightQuery>;

/** Which posts a usual reach rate is made of: the organic ones alone; or, where fewer than five are known to be organic, those and the unknown ones (« sponsorisé non distingué »). */
export const figureBasis = z.enum(['organic', 'organic-and-unknown']).meta({ id: 'FigureBasis' });
export type FigureBasis = z.infer<typeof figureBasis>;

/** What every answer about a span of a channel begins with: the span starts after the last change of definition that cuts it. */
const spanOfChannel = { channelId: uuid, timeZone: z.string(), since: day, until: day, cutAt: day.nullable(), seams: z.array(seam), basis: figureBasis };

/** The posts of the channel's basis that count, and their usual reach rate; how many more count that were pushed, and of how many that count it is not known. */
const slotFigure = { organic: figure, paid: z.number().int(), unknown: z.number().int() };

export const channelTiming = z
  .object({
    ...spanOfChannel,
    bands: z.array(z.object({ band: hourBandName, ...slotFigure })),
    weekdays: z.array(z.object({ weekday: weekdayName, ...slotFigure })),
    /** All 35 slots, those without posts included. */
    slots: z.array(z.object({ weekday: weekdayName, band: hourBandName, organic: figure })),
    /** Hours of the week with at least one post, 0 to 23. */
    hours: z.array(z.object({ weekday: weekdayName, hour: z.number().int().min(0).max(23), organic: figure })),
    /** The same posts within and outside school holidays. */
    holidays: z.object({ within: figure, outside: figure }),
  })
  .meta({ id: 'ChannelTiming' });
export type ChannelTiming = z.infer<typeof channelTiming>;

/** A set of posts: how far they go and how much they are passed on. Reach is organic; shares and likes are those of all its posts. */
const groupFigures = {
  posts: z.number().int(), ...slotFigure, sharing,
  /** Shares among people reached, sum by sum over posts that tell both; null: none does. */
  shareRate: fraction.nullable(),
  /** Likes, comments, shares and clicks among people reached, sum by sum; and without clicks. */
  engagement: z.object({ withClicks: fraction.nullable(), withoutClicks: fraction.nullable() }),
};
export const formatFigures = z.object({ format: postFormat.nullable(), ...groupFigures });
export const themeFigures = z.object({ theme: z.string().nullable(), ...groupFigures });

export const channelFormats = z
  .object({ ...spanOfChannel, formats: z.array(formatFigures), themes: z.array(themeFigures) })
  .meta({ id: 'ChannelFormats' });
export type ChannelFormats = z.infer<typeof channelFormats>;

/** What gets passed on: by call to share or not, by weekly appointment, and the posts themselves. */
export const channelPassedOn = z
  .object({
    ...spanOfChannel,
    whole: z.object(groupFigures),
    called: z.object(groupFigures), notCalled: z.object(groupFigures),
    /** Appointments found in the texts: same first words or leading hashtag, at a regular pace. */
    series: z.array(z.object({ name: z.string(), weekday: weekdayName, everyDays: z.number().int(), ...groupFigures })),
    /** The most passed on for their likes, 10 at most, of posts with at least three shares. */
    mostShared: z.array(post),
    /** Month by month. */
    months: z.array(sharing.extend({ month, shareRate: fraction.nullable() })),
  })
  .meta({ id: 'ChannelPassedOn' });
export type ChannelPassedOn = z.infer<typeof channelPassedOn>;

/**
 * What an hour or a euro brings: totals of the months that tell both, and the gain divided by the cost. Null ratio: no month does, or it cost nothing.
 * Under 3 months, no advice.
 */
export const costRatio = z
  .object({ ratio: fraction.nullable(), cost: z.number().nonnegative().nullable(), gain: z.number().int().nonnegative().nullable(), months: z.number().int() })
  .meta({ id: 'CostRatio' });
export type CostRatio = z.infer<typeof costRatio>;

/** Months, both included; without them, the 12 that end with the organisation's current month. */
export const comparisonQuery = z.object({ from: askedMonth.optional(), to: askedMonth.optional() });
export type ComparisonQuery = z.infer<typeof comparisonQuery>;
/** One line of the comparison table; made of months, never of posts. */
export const comparedChannel = z
  .object({
    channelId: uuid, name: z.string(), network: z.string(), networkLabel: z.string(), givesReach: z.boolean(),
    followers: z.object({ count: z.number().int(), day }).nullable(),
    /** Usual reach rate of the shortest window of 1, 3, 6 or 12 months ending with the last month; see the headline. */
    usual: figure, usualMonths: z.number().int(), usualBasis: figureBasis,
    /** A stand-in where the network counts no people, over the shortest window that holds five posts; never beside a reach rate in one column. */
    standIn: figure.nullable(), standInMonths: z.number().int().nullable(),
    /** Over the months asked for. */
    posts: z.number().int(), sharing,
    /** Sum of reaches, repeats included: contacts. */
    contacts: z.number().int().nullable(),
    interactions: z.number().int().nullable(),
    /** Hours and euros entered, and in how many months; null: none. */
    hours: z.number().nullable(), euros: z.number().nullable(), monthsWithHours: z.number().int(), monthsWithEuros: z.number().int(),
    contactsPerHour: costRatio, contactsPerEuro: costRatio, interactionsPerHour: costRatio,
    observedAt: instant.nullable(),
    /** Every month asked for, oldest first; two parts where a seam cuts one. */
    months: z.array(z.object({ month, from: day, to: day, usual: figure, standIn: figure.nullable(), posts: z.number().int() })),
    seams: z.array(seam),
  })
  .meta({ id: 'ComparedChannel' });
export type ComparedChannel = z.infer<typeof comparedChannel>;

/** Days off school, both included. */
export const holidayPeriod = z
  .object({ name: z.string().trim().min(1).max(80), from: askedDay, to: askedDay })
  .refine(({ from, to }) => from <= to, { error: 'period-reversed', path: ['to'] })
  .meta({ id: 'HolidayPeriod' });
export type HolidayPeriod = z.infer<typeof holidayPeriod>;
/** Most periods that an organisation may list: those of thirty years and more. */
export const MAX_HOLIDAY_PERIODS = 400;
/** A word or words by which a text asks to be passed on; accents and case ignored. */
export const shareCall = z.string().trim().min(3).max(60);
export const analysisSettings = z
  .object({
    holidays: z.object({
      isDefault: z.boolean(), periods: z.array(holidayPeriod),
      /** What Portée takes in the school years around today of which an own list says nothing; empty without one. */
      filledIn: z.array(holidayPeriod),
    }),
    shareCalls: z.object({ isDefault: z.boolean(), phrases: z.array(z.string()) }),
  })
  .meta({ id: 'AnalysisSettings' });
export type AnalysisSettings = z.infer<typeof analysisSettings>;
/** null or an empty list: back to what Portée takes by default. Left out: unchanged. */
export const updateAnalysisSettings = z
  .object({ holidays: z.array(holidayPeriod).max(MAX_HOLIDAY_PERIODS).nullable().optional(), shareCalls: z.array(shareCall).max(50).nullable().optional() })
  .meta({ id: 'UpdateAnalysisSettings' });
export type UpdateAnalysisSettings = z.infer<typeof updateAnalysisSettings>;
