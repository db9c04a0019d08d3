import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { capitalised } from '../messages/first-letter.js';
import type { AdviceKey } from '../messages/sentences/recommendation.js';
import { monthOf } from '../time/period.js';
import type { AdviceWords } from './advice-words.js';
import { judgedMonths } from './prospect.js';
import { type AdviceContext, isUpward, type SaidParts } from './said-parts.js';
import { isInTimes, sayEffect, saySize, sayTimes } from './say-effect.js';

/** How a channel's reach moves: the line through its months, or the month since which it is another. */
export function sayTrend(record: Recommendation, context: AdviceContext, words: AdviceWords): SaidParts {
  const subject = record.dimension === 'change_point' ? 'change' : 'trend';
  const counted = { months: judgedMonths(context), posts: record.posts };
  if (record.verdict === 'not_enough_data') return { title: words.say(`advice.${subject}.title.few`), sentences: [words.say(`advice.${subject}.few`, counted)], hasRange: false };
  return subject === 'trend' ? sayLine(record, context, words) : sayJump(record, context, words);
}

function sayLine(record: Recommendation, context: AdviceContext, words: AdviceWords): SaidParts {
  const { couldBeSeason, mixChanged } = context.trend;
  const isSteady = record.verdict === 'no_clear_difference' || record.verdict === 'test';
  const { text, hasRange } = sayRange(record, context, words);
  return {
    title: isSteady ? words.say('advice.trend.title.steady') : movementTitle(record, 'trend', words),
    sentences: [text, ...(couldBeSeason && !isSteady ? [words.say('advice.trend.season')] : []), ...(mixChanged ? [words.say('advice.trend.mix')] : [])], hasRange,
  };
}

function sayJump(record: Recommendation, context: AdviceContext, words: AdviceWords): SaidParts {
  const { trend } = context;
  if (record.verdict === 'no_clear_difference' || record.verdict === 'test') {
    return { title: words.say('advice.change.title.steady'), sentences: [words.say('advice.trend.counted', { months: judgedMonths(context), posts: record.posts })], hasRange: false };
  }
  const { text, hasRange } = sayRange(record, context, words);
  const season = trend.couldBeSeason ? [words.say('advice.trend.season')] : [];
  return { title: movementTitle(record, 'change', words), sentences: [text, ...season, words.say('advice.change.causes'), ...(trend.mixChanged ? [words.say('advice.change.mix')] : [])], hasRange };
}

/** « Votre portée baisse : environ 22 % de moins par an. », « … a baissé vers mars 2026, à 2 mois près : … » */
function movementTitle({ effect, verdict, level }: Recommendation, subject: 'trend' | 'change', words: AdviceWords): string {
  const month = sayMonth(level, words);
  if (effect === null) return words.say(`advice.${subject}.title.unmeasured`, { month });
  if (isInTimes(effect)) return words.say(`advice.${subject}.title.times`, { month, times: sayTimes(effect, words) });
  return words.say(`advice.${subject}.title.${isUpward(verdict) ? 'rising' : 'falling'}`, { month, percent: saySize(effect, words) });
}

/** Both ends on one side are written without signs, the smaller first: « entre 6 % et 35 % de moins ». */
function sayRange({ low, high, posts, dimension }: Recommendation, context: AdviceContext, words: AdviceWords): { text: string; hasRange: boolean } {
  const counted = { months: judgedMonths(context), posts };
  if (low === null || high === null) return { text: words.say('advice.trend.counted', counted), hasRange: false };
  const subject = dimension === 'change_point' ? 'change' : 'trend';
  const say = (key: AdviceKey, [from, to]: readonly [string, string]): { text: string; hasRange: boolean } => ({ text: words.say(key, { ...counted, low: from, high: to }), hasRange: true });
  if (high < 0) return say(`advice.${subject}.range.fewer`, [saySize(high, words), saySize(low, words)]);
  if (low > 0 && !isInTimes(high)) return say(`advice.${subject}.range.more`, [saySize(low, words), saySize(high, words)]);
  return say(`advice.${subject}.range.signed`, [sayEffect(low, words), sayEffect(high, words)]);
}

function sayMonth(level: string | null, { say, write }: AdviceWords): string {
  return level !== null && /^\d{4}-(?:0[1-9]|1[0-2])/u.test(level) ? write.monthAndYear(monthOf(level)) : say('advice.change.someMonth');
}

/** « Octobre 2026 sort de l’ordinaire : … »; null where the last complete month is as others are. */
export function sayUnusual({ trend: { unusual } }: Pick<ChannelOutlook, 'trend'>, { say, write }: AdviceWords): string | null {
  if (unusual === null) return null;
  const { month, rate, low, high } = unusual;
  return say('advice.trend.unusual', { month: capitalised(write.monthAndYear(month)), rate: write.exactPeople(rate), low: write.exactPeople(low), high: write.exactPeople(high) });
}

/** A channel against the organisation's others; that rates of networks differ in kind is always said. */
export function sayChannelCompared(record: Recommendation, words: AdviceWords): SaidParts {
  const { say } = words;
  if (record.verdict === 'not_enough_data') {
    return { title: say('advice.channel.title.few'), sentences: [say('advice.channel.months'), say('advice.counted.alone', { posts: record.posts }), say('advice.channel.fans')], hasRange: false };
  }
  const range = sayComparedRange(record, words);
  return { title: comparedTitle(record, words), sentences: [...range, say('advice.channel.fans')], hasRange: record.low !== null };
}

function comparedTitle({ verdict, effect }: Recommendation, { say, ...words }: AdviceWords): string {
  if (verdict === 'no_clear_difference' || verdict === 'test' || effect === null) return say('advice.channel.title.none');
  if (isInTimes(effect)) return say('advice.channel.title.times', { times: sayTimes(effect, { say, ...words }) });
  return say(isUpward(verdict) ? 'advice.channel.title.more' : 'advice.channel.title.fewer', { percent: saySize(effect, { say, ...words }) });
}

function sayComparedRange({ effect, low, high, posts }: Recommendation, words: AdviceWords): string[] {
  if (effect === null || low === null || high === null) return [words.say('advice.counted.alone', { posts })];
  const values = { effect: sayEffect(effect, words), low: sayEffect(low, words), high: sayEffect(high, words), posts };
  return [words.say(isInTimes(effect) ? 'advice.channel.range.times' : 'advice.channel.range', values)];
}
