import type { Recommendation } from '../contract/recommendation.contract.js';
import type { MonthlyReport } from '../contract/report.contract.js';
import { capitalised } from '../messages/first-letter.js';
import { adviceWords, sayHours, sayNoun, type AdviceWords } from './advice-words.js';
import { nameOutlook, sayWhere } from './advised-main.js';
import type { Finding } from './findings.js';
import { proposedThings } from './report-proposals.js';
import type { ReportWords } from './report-words.js';
import { isInTimes, sayEffect, saySize, sayTimes } from './say-effect.js';
import { timingLevels } from './timing-standing.js';
import { timingWords } from './timing-title.js';
import { intervalOf } from './verdict-line.js';

/** The strongest solid sign among what is proposed: « Le début de soirée aide, sur Instagram. » Null: there is none. */
export function signFinding(report: MonthlyReport, words: ReportWords): Finding | null {
  const things = proposedThings(report);
  const sign = things.find(({ record: { verdict } }) => verdict === 'do_more' || verdict === 'do_less');
  const body = sign === undefined ? null : sayBody(sign.record, sign.outlook.basis.organic, words);
  if (sign === undefined || body === null) return null;
  return { title: sayTitle(sign.record, sayWhere(nameOutlook(sign.outlook, report), words), words), body };
}

function sayTitle(record: Recommendation, place: string, { say, locale }: ReportWords): string {
  const moment = [...timingLevels.hour_band, ...timingLevels.weekday].find((level) => level === record.level);
  const isMoment = (record.dimension === 'hour_band' || record.dimension === 'weekday') && moment !== undefined;
  const number = isMoment ? 'one' : 'other';
  const what = isMoment ? capitalised(timingWords(locale).say(`timing.what.${moment}`)) : say('board.sign.noun', { noun: sayNoun(record, adviceWords(locale)) });
  return say(record.verdict === 'do_more' ? 'board.sign.more' : 'board.sign.less', { what, place, number });
}

/** Null: the effect is not known. */
function sayBody(record: Recommendation, all: number, { say, locale }: ReportWords): string | null {
  const [interval, words] = [intervalOf(record), adviceWords(locale)];
  if (interval === null) return null;
  const found = { change: sayChange(interval.effect, words, say), hours: sayHours(record, words) ?? 'none', low: sayEffect(interval.low, words), high: sayEffect(interval.high, words) };
  if (record.tested !== undefined) return say('board.sign.tested', { ...found, posts: record.tested.posts });
  return say('board.sign.body', { ...found, posts: record.posts, all });
}

function sayChange(effect: number, words: AdviceWords, say: ReportWords['say']): string {
  if (isInTimes(effect)) return say('board.sign.times', { times: sayTimes(effect, words) });
  return say(effect > 0 ? 'board.sign.increase' : 'board.sign.decrease', { size: saySize(effect, words) });
}
