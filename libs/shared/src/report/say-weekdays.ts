import type { Interval } from '../charts/interval-geometry.js';
import type { Recommendation } from '../contract/recommendation.contract.js';
import { adviceWords, type AdviceWords } from './advice-words.js';
import type { ReportWords } from './report-words.js';
import { sayEffect } from './say-effect.js';
import { spreadOf, standingOf, timingRecords } from './timing-standing.js';
import { sayLevel, timingWords, yesNo } from './timing-title.js';
import { intervalOf, isSureOf } from './verdict-line.js';

/** The seven weekdays of a channel in one sentence: those that stand out with their figures, or the widest range that all leave open. */
export function sayWeekdays(records: readonly Recommendation[], { say, write, locale }: ReportWords): string {
  const standing = standingOf(records, 'weekday');
  const timing = timingWords(locale);
  if (standing.kind === 'few') return say('board.days.few');
  if (standing.kind === 'one-level') return say('board.days.oneLevel', { when: sayLevel(standing.level, timing), all: yesNo(standing.isAll) });
  if (standing.kind === 'to-try') return say('board.days.test', { when: sayLevel(standing.level, timing) });
  const advice = adviceWords(locale);
  if (standing.kind === 'stands-out') {
    const days = timingRecords(records, 'weekday').flatMap(({ level, record }) => {
      const interval = isSureOf(record) ? intervalOf(record) : null;
      return interval === null ? [] : [say('board.days.one', { when: sayLevel(level, timing), ...written(interval, advice), posts: record.tested?.posts ?? record.posts })];
    });
    return say('board.days.stand', { days: write.list(days) });
  }
  const spread = spreadOf(records, 'weekday');
  return spread === null ? say('board.days.few') : say('board.days.none', { low: sayEffect(spread.low, advice), high: sayEffect(spread.high, advice) });
}

function written({ effect, low, high }: Interval, words: AdviceWords): { effect: string; low: string; high: string } {
  return { effect: sayEffect(effect, words), low: sayEffect(low, words), high: sayEffect(high, words) };
}
