import { sayEffect, type AdviceWords, type Interval, type IntervalWords, type Recommendation } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** The drawn interval of a record; null where nothing is known of its effect. */
export function intervalOf({ effect, low, high }: Recommendation): Interval | null {
  return effect === null || low === null || high === null ? null : { effect, low, high };
}

/** Everything written on it. Without a verdict the effect is drawn but not written: it would be read as one. */
export function intervalWords({ effect, low, high }: Interval, { words, t, isSure }: { words: AdviceWords; t: Translation['t']; isSure: boolean }): IntervalWords {
  const values = { effect: sayEffect(effect, words), low: sayEffect(low, words), high: sayEffect(high, words) };
  return {
    ...values, effect: isSure ? values.effect : '', less: t('evidence.range.less'), same: t('evidence.range.same'), more: t('evidence.range.more'),
    label: t(isSure ? 'evidence.range.label' : 'evidence.range.label.unsure', values),
  };
}
