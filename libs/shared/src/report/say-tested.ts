import type { Recommendation, TestedFacts } from '../contract/recommendation.contract.js';
import { type AdviceWords, sayWhen } from './advice-words.js';
import type { SaidParts } from './said-parts.js';
import { isInTimes, sayEffect, saySize, sayTimes } from './say-effect.js';

/** What an experiment was read to say, whether it stands on a card or by itself. */
export type TestedRecord = Pick<Recommendation, 'dimension' | 'level' | 'verdict' | 'effect' | 'low' | 'high'> & { tested: TestedFacts };

/** « Publier le matin touche environ 31 % de personnes en plus. 40 publications tirées au sort, la moitié le matin, la moitié à midi… » */
export function sayTested(record: TestedRecord, words: AdviceWords): SaidParts {
  const { say, write } = words;
  const { against, posts, isShort, givenUpBefore, day } = record.tested;
  const [when, other] = [sayWhen(record, words), sayWhen({ dimension: record.dimension, level: against }, words)];
  const range = rangeOf(record, words);
  return {
    title: titleOf(record, { when, against: other }, words), hasRange: range.length > 0,
    sentences: [
      ...range, say('advice.tested.drawn', { posts, when, against: other, day: write.longDay(day) }),
      ...(isShort ? [say('advice.tested.short')] : []), ...(givenUpBefore > 0 ? [say('advice.tested.givenUp', { times: givenUpBefore })] : []),
    ],
  };
}

function titleOf({ verdict, effect }: TestedRecord, levels: { when: string; against: string }, words: AdviceWords): string {
  const { say } = words;
  if (effect === null || (verdict !== 'do_more' && verdict !== 'do_less')) return say('advice.tested.none', levels);
  if (isInTimes(effect)) return say('advice.tested.times', { ...levels, times: sayTimes(effect, words) });
  return say(verdict === 'do_more' ? 'advice.tested.more' : 'advice.tested.fewer', { ...levels, percent: saySize(effect, words) });
}

function rangeOf({ verdict, low, high }: TestedRecord, words: AdviceWords): string[] {
  if (low === null || high === null) return [];
  const values = { low: sayEffect(low, words), high: sayEffect(high, words) };
  return [words.say(verdict === 'no_clear_difference' ? 'advice.none.range' : 'advice.tested.range', values)];
}
