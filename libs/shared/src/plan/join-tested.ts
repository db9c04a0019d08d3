import type { TestedRecommendation } from '../contract/plan-experiment.contract.js';
import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { localDay } from '../time/zone.js';

/**
 * What experiments said takes the place of what was estimated, wherever records are told: « testé chez vous ». Recommendations themselves know no experiment; whoever
 * shows both joins them by the recommendation's id.
 */
export function joinTested(outlooks: readonly ChannelOutlook[], tested: readonly TestedRecommendation[]): ChannelOutlook[] {
  const known = new Map(tested.map((one) => [one.recommendationId, one]));
  return outlooks.map((outlook) => (outlook.records.some(({ id }) => known.has(id)) ? withAnswers(outlook, known) : outlook));
}

/** The record as its experiment leaves it. The estimate's posts stay what they are: those of the level. */
export function toTested(record: Recommendation, { against, verdict, effect, low, high, posts, isShort, givenUpBefore, readAt }: TestedRecommendation, timeZone: string): Recommendation {
  return { ...record, verdict, effect, low, high, reason: null, tested: { against, posts, isShort, givenUpBefore, day: localDay(new Date(readAt), timeZone) } };
}

function withAnswers(outlook: ChannelOutlook, known: ReadonlyMap<string, TestedRecommendation>): ChannelOutlook {
  const records = outlook.records.map((record) => {
    const tested = known.get(record.id);
    return tested === undefined ? record : toTested(record, tested, outlook.timeZone);
  });
  return {
    ...outlook, records,
    headlines: outlook.headlines.map((headline) => headlineOf(headline, records)),
    // What was tested is not proposed as a test again.
    test: outlook.test !== null && known.has(outlook.test.recommendationId) ? null : outlook.test,
  };
}

type Headline = ChannelOutlook['headlines'][number];

/** Of a dimension in which nothing was tested, what it was. A level that an experiment did not favour is no guess to take without a preference. */
function headlineOf(headline: Headline, records: readonly Recommendation[]): Headline {
  const own = records.filter(({ dimension }) => dimension === headline.dimension);
  if (own.every(({ tested }) => tested === undefined)) return headline;
  const [best] = own.filter(({ verdict }) => verdict === 'do_more').toSorted((a, b) => (b.effect ?? 0) - (a.effect ?? 0));
  const isOpen = best === undefined && own.every(({ level, tested }) => level !== headline.bestGuess || tested === undefined);
  return { ...headline, recommendationId: best?.id ?? null, bestGuess: isOpen ? headline.bestGuess : null };
}
