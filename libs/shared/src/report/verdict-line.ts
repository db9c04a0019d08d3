import type { Interval } from '../charts/interval-geometry.js';
import type { IntervalWords } from '../charts/interval-svg.js';
import type { Recommendation } from '../contract/recommendation.contract.js';
import { type AdviceWords, sayWhen } from './advice-words.js';
import { NEEDED } from './prospect.js';
import { sayEffect } from './say-effect.js';
import { sayState } from './say-recommendation.js';

export type VerdictRecord = Pick<Recommendation, 'dimension' | 'verdict' | 'reason' | 'effect' | 'low' | 'high' | 'posts' | 'tested'>;

/** A verdict where there is room for one line: « Indice solide, environ +38 % », and under it its range or what is missing. */
export interface VerdictLine { state: string; detail: string | null; isSure: boolean; interval: Interval | null }

export function verdictLine(record: VerdictRecord, words: AdviceWords): VerdictLine {
  const [interval, isSure] = [intervalOf(record), isSureOf(record)];
  const { state } = sayState(record, words);
  const said = isSure && interval !== null ? words.say('advice.line.sure', { state, effect: sayEffect(interval.effect, words) }) : state;
  return { state: said, detail: detailOf(record, words), isSure, interval };
}

/** What is likely of a record; null where nothing is known of its effect. */
export function intervalOf({ effect, low, high }: Pick<Recommendation, 'effect' | 'low' | 'high'>): Interval | null {
  return effect === null || low === null || high === null ? null : { effect, low, high };
}

/** Whether a verdict stands on it: then, and then only, its head is full and its effect written. */
export function isSureOf({ verdict }: Pick<Recommendation, 'verdict'>): boolean {
  return verdict !== 'test' && verdict !== 'no_clear_difference' && verdict !== 'not_enough_data';
}

/** Everything written on a drawn interval. Without a verdict the effect is drawn but not written: it would be read as one. */
export function intervalWords({ effect, low, high }: Interval, words: AdviceWords, isSure: boolean): IntervalWords {
  const { say } = words;
  const values = { effect: sayEffect(effect, words), low: sayEffect(low, words), high: sayEffect(high, words) };
  return {
    ...values, effect: isSure ? values.effect : '', less: say('advice.axis.less'), same: say('advice.axis.same'), more: say('advice.axis.people'),
    label: say(isSure ? 'advice.drawn' : 'advice.drawn.unsure', values),
  };
}

/** A test writes no range: what leans is a question. */
function detailOf({ dimension, verdict, reason, posts, low, high, tested }: VerdictRecord, words: AdviceWords): string | null {
  if (verdict === 'not_enough_data' && reason !== 'too-few-posts') return null;
  if (verdict === 'not_enough_data') return posts < NEEDED.posts ? words.say('advice.line.posts', { posts, needed: NEEDED.posts }) : words.say('advice.line.others');
  if (verdict === 'test' || low === null || high === null) return null;
  if (tested !== undefined) return words.say('advice.line.tested', { low: sayEffect(low, words), high: sayEffect(high, words), against: sayWhen({ dimension, level: tested.against }, words) });
  return words.say('advice.line.range', { low: sayEffect(low, words), high: sayEffect(high, words) });
}
