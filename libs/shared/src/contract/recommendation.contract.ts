import { z } from 'zod';
import { postFormat } from './post.contract.js';
import { day, fraction, instant, month, uuid } from './primitives.contract.js';

export const verdicts = ['do_more', 'do_less', 'test', 'no_clear_difference', 'not_enough_data', 'improving', 'worsening'] as const;
export const verdict = z.enum(verdicts).meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof verdict>;

/** What a recommendation is about. The first six are choices a team can make. */
export const adviceDimensions = ['hour_band', 'weekday', 'format', 'share_oriented', 'rendezvous', 'paid'] as const;
export const recommendationDimensions = [...adviceDimensions, 'channel', 'trend', 'change_point'] as const;
export type AdviceDimension = (typeof adviceDimensions)[number];
export type RecommendationDimension = (typeof recommendationDimensions)[number];

/** Why a verdict says no more than it does; null: nothing held it back. */
export const verdictReasons = [
  /** The network counts no people. */
  'no-reach',
  /** Under 20 posts that count. */
  'channel-too-small',
  /** Under 8 posts of the level, or of the others. */
  'too-few-posts',
  /** Under the months that a trend, a change or a comparison needs. */
  'too-few-months',
  /** Which posts are pushed is chosen: no advice is drawn from it. */
  'paid-is-chosen',
] as const;
export const verdictReason = z.enum(verdictReasons);
export type VerdictReason = z.infer<typeof verdictReason>;

/** What is to be known of the experiment that took the place of an estimate. */
export const testedFacts = z.object({
  /** The level it was tried against. */
  against: z.string(),
  /** Posts drawn that counted, of both arms. */
  posts: z.number().int().nonnegative(),
  /** It ended before its size, and sees less than it was made to see. */
  isShort: z.boolean(),
  /** Experiments on the same recommendation that were given up before. */
  givenUpBefore: z.number().int().nonnegative(),
  /** Local day on which it was read. */
  day,
}).meta({ id: 'TestedFacts' });
export type TestedFacts = z.infer<typeof testedFacts>;

/** One level of one dimension: the same record from the command line, from HTTP and for the benchmark. */
export const recommendation = z
  .object({
    id: uuid,
    kind: z.enum(['advice', 'comparison', 'trend']),
    channelId: uuid,
    /** Name of the channel. */
    channel: z.string(),
    dimension: z.enum(recommendationDimensions),
    /** `evening`, `thu`, `video`, `yes`; the channel's name for `channel`, `annual` for `trend`, the first day of the month for `change_point`. */
    level: z.string().nullable(),
    /** Fractions: +0.38 reads "38 % more people". All three null where nothing can be said. */
    effect: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(),
    /** Organic posts of the level, pushed ones of `paid`; of the whole channel for a comparison or a trend. */
    posts: z.number().int().nonnegative(),
    verdict,
    reason: verdictReason.nullable(),
    /** `verdict`, `effect`, `low` and `high` are an experiment's, not an estimate (`plan/join-tested.ts`); left out: nothing was tested, or nobody joined the two. */
    tested: testedFacts.optional(),
  })
  .meta({ id: 'Recommendation' });
export type Recommendation = z.infer<typeof recommendation>;
export const recommendationQuery = z.object({ channelId: uuid.optional() });
export type RecommendationQuery = z.infer<typeof recommendationQuery>;

export const weekdayName = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export const hourBandName = z.enum(['morning', 'midday', 'afternoon', 'evening', 'night']);

/** The posts a channel's advice rests on. */
export const adviceBasis = z
  .object({
    /** Posts in the model, pushed ones included; of these known or taken to be organic, and pushed. */
    posts: z.number().int(), organic: z.number().int(), paid: z.number().int(),
    /** Posts of the window left out of the model, by reason: an IneligibleReason; `unknown-paid`: it is not known whether they were pushed; `few-pushed`: one or two that were, too few to tell what that did. */
    left: z.array(z.object({ reason: z.string(), posts: z.number().int() })),
    /** Nothing is known of any push on this channel: all its posts are in, and every card says so. */
    isPaidUnknown: z.boolean(),
    /** First and last local day of the window. */
    from: day, until: day,
    /** The network changed its way of counting on this day: the window begins there; null: it did not. */
    cutAt: day.nullable(),
    /** Organic posts a month, over the last six months; for saying when there will be enough. */
    postsAMonth: z.number().nonnegative(),
    /** Scatter of posts on the scale of logarithms; null: no model. */
    sigma: z.number().nullable(),
  })
  .meta({ id: 'AdviceBasis' });
export type AdviceBasis = z.infer<typeof adviceBasis>;

/** The one experiment worth proposing on a channel. */
export const proposedTest = z
  .object({
    /** The recommendation whose verdict is `test`. */
    recommendationId: uuid,
    dimension: z.enum(adviceDimensions),
    level: z.string(),
    /** The most frequent other level, against which it is tried. */
    against: z.string(),
    /** The effect it is large enough to see, a fraction. */
    sees: z.number(),
    eachArm: z.number().int().min(10),
    /** At the channel's pace; null: it has none. */
    months: z.number().nullable(),
    /** The channel publishes too little to know this within a year. */
    isTooLong: z.boolean(),
  })
  .meta({ id: 'ProposedTest' });
export type ProposedTest = z.infer<typeof proposedTest>;

export const trendMonth = z.object({
  month,
  /** Geometric mean of the reach rates, a fraction; null: under 3 organic posts. */
  rate: fraction.nullable(),
  /** The same as if every month had the channel's usual mix of formats, days and hours; null where unknown. */
  adjusted: fraction.nullable(),
  posts: z.number().int(),
});

/** What is said of a channel beside its records. */
export const channelOutlook = z
  .object({
    channelId: uuid, channel: z.string(), network: z.string(), timeZone: z.string(), givesReach: z.boolean(),
    madeAt: instant,
    /** Figures read later are ignored; null: none was. */
    asOf: instant.nullable(),
    methodVersion: z.number().int(),
    /** Same input, same fingerprint. */
    fingerprint: z.string(),
    basis: adviceBasis,
    records: z.array(recommendation),
    /** Of each dimension: the record to speak of (its largest `do_more`), or the level to take when there is no preference. */
    headlines: z.array(z.object({ dimension: z.enum(adviceDimensions), recommendationId: uuid.nullable(), bestGuess: z.string().nullable() })),
    /** What the model expects of an organic post of the channel's usual kind in each slot, as a reach rate; empty: no model. Never a "best cell". */
    grid: z.array(z.object({ weekday: weekdayName, band: hourBandName, posts: z.number().int(), predicted: fraction.nullable() })),
    test: proposedTest.nullable(),
    trend: z.object({
      months: z.array(trendMonth),
      /** Under 13 months: it could be the season. */
      couldBeSeason: z.boolean(),
      /** Formats are not those of a year ago: read the adjusted line beside the other. */
      mixChanged: z.boolean(),
      /** The last complete month, where hardly any would lie; null: it is as others are, or too few months to say. */
      unusual: z.object({ month, rate: fraction, low: fraction, high: fraction }).nullable(),
    }),
    /** Posts that reached far more or far fewer than everything known of them lets expect. */
    exceptional: z.array(z.object({ postId: uuid, times: z.number().positive() })),
    /** What keeps two things apart that the reader may mix up. */
    warnings: z.array(z.discriminatedUnion('kind', [
      /** Most posts of the first level are of the other too, and far fewer of the rest: the two cannot be told apart. */
      z.object({ kind: z.literal('crossing'), dimension: z.enum(adviceDimensions), level: z.string(), otherDimension: z.enum(adviceDimensions), otherLevel: z.string() }),
      /** Over 5 % of this format's posts reached so many that they may have been pushed unsaid. */
      z.object({ kind: z.literal('maybe-pushed'), format: postFormat, posts: z.number().int(), of: z.number().int() }),
      z.object({ kind: z.literal('series-slot') }),
      z.object({ kind: z.literal('author-unknown') }),
    ])),
    /** Records whose verdict was another before. */
    changes: z.array(z.object({ recommendationId: uuid, before: verdict, changedAt: instant })),
  })
  .meta({ id: 'ChannelOutlook' });
export type ChannelOutlook = z.infer<typeof channelOutlook>;

/** « Comment le savons-nous ? » */
export const recommendationEvidence = z
  .object({
    recommendation,
    basis: adviceBasis,
    madeAt: instant,
    methodVersion: z.number().int(),
    /** Posts of the level and the others: how many, and their median reach rate as it stands, nothing held equal. */
    level: z.object({ posts: z.number().int(), median: fraction.nullable() }),
    others: z.object({ posts: z.number().int(), median: fraction.nullable() }),
    /** What the comparison holds equal: columns of the model. */
    heldEqual: z.array(z.enum(['time', 'paid', 'holiday', 'share_oriented', 'rendezvous', 'hour_band', 'weekday', 'format', 'month', 'author'])),
    /** Posts counted of the level, the most recent first, 50 at most. */
    posts: z.array(z.object({ id: uuid, localDay: day, text: z.string().nullable(), rate: fraction })),
    /** Verdicts it had, newest first, the present one first. */
    history: z.array(z.object({
      verdict, effect: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), posts: z.number().int(),
      since: instant, until: instant.nullable(), methodVersion: z.number().int(), fingerprint: z.string(),
    })),
  })
  .meta({ id: 'RecommendationEvidence' });
export type RecommendationEvidence = z.infer<typeof recommendationEvidence>;
