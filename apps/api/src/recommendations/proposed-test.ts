import type { ChannelOutlook } from '@portee/shared';
import { experimentSize } from './experiment-size.js';
import type { AdviceRecord } from './records.js';

/**
 * The one experiment worth proposing, as large as its shown effect asks; null: no record is worth a test. A level is tried
 * against the most frequent other one of its dimension, what a post may be or not against not. Never a push: verdictOf does not ask for one.
 */
export function proposedTest(advice: readonly AdviceRecord[], { sigma, postsAMonth }: { sigma: number | null; postsAMonth: number }): ChannelOutlook['test'] {
  const record = advice.find(({ verdict }) => verdict === 'test');
  if (record === undefined || record.level === null || record.effect === null || sigma === null) return null;
  return {
    recommendationId: record.id, dimension: record.dimension, level: record.level, against: triedAgainst(advice, record), sees: record.effect,
    ...experimentSize({ effect: record.effect, sigma, postsAMonth }),
  };
}

/** The most frequent other level of a record's dimension; `no` where a post is something or is not. */
export function triedAgainst(advice: readonly AdviceRecord[], { dimension, level }: Pick<AdviceRecord, 'dimension' | 'level'>): string {
  const [most] = advice.filter((other) => other.dimension === dimension && other.level !== level).toSorted((a, b) => b.posts - a.posts);
  return most?.level ?? 'no';
}
