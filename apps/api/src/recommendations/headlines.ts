import { adviceDimensions, type ChannelOutlook } from '@portee/shared';
import type { ChannelAdvice } from './advise.js';
import type { AdviceRecord } from './records.js';

/** Of each dimension that has a record: the `do_more` with the largest effect, otherwise the level to take when there is no preference. */
export function headlinesOf(records: readonly AdviceRecord[], bestGuess: ChannelAdvice['bestGuess']): ChannelOutlook['headlines'] {
  return adviceDimensions.filter((dimension) => records.some((record) => record.dimension === dimension && record.level !== null)).map((dimension) => {
    const [first] = records.filter((record) => record.dimension === dimension && record.verdict === 'do_more').toSorted((a, b) => (b.effect ?? 0) - (a.effect ?? 0));
    return { dimension, recommendationId: first?.id ?? null, bestGuess: first ? null : (bestGuess[dimension] ?? null) };
  });
}
