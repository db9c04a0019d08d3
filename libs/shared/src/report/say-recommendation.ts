import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { lowered } from '../messages/first-letter.js';
import { monthOf } from '../time/period.js';
import { localDay } from '../time/zone.js';
import { type AdviceWords, isChoice, type Level, sayWhen } from './advice-words.js';
import { sayProspect } from './prospect.js';
import { type AdviceContext, isLeaning, isUpward, type SaidParts } from './said-parts.js';
import { sayChoice } from './say-choice.js';
import { sayTested, type TestedRecord } from './say-tested.js';
import { sayChannelCompared, sayTrend } from './say-trend.js';

/** The sign beside the words: a full head, a hollow one, a dashed one, a rest. */
export type CertaintyMark = 'full' | 'hollow' | 'dashed' | 'rest';

/** A recommendation in words, the same on a card and on paper. */
export interface SaidRecommendation {
  mark: CertaintyMark;
  /** How sure: « Indice solide », « À vérifier ». */
  state: string;
  /** The finding, a sentence that stands alone. */
  title: string;
  /** The likely range, the number of posts, and what must be known to read it right. */
  text: string;
  /** When there will be enough; null: nobody can say, or there is. */
  prospect: string | null;
  /** What « probablement » means; null where the text does not say it. */
  help: string | null;
}

/** Says a record of a channel, whatever its dimension and verdict. */
export function sayRecommendation(record: Recommendation, context: AdviceContext, words: AdviceWords): SaidRecommendation {
  if (record.reason === 'no-reach') return sayWithoutReach(context, words);
  if (record.tested !== undefined) return sayAnswer({ ...record, tested: record.tested }, words);
  const { title, sentences, hasRange } = partsOf(record, context, words);
  const isUnsure = context.basis.isPaidUnknown && record.dimension !== 'paid';
  return {
    ...sayState(record, words), title,
    text: [...sentences, ...sayCut(record, context, words), ...(isUnsure ? [words.say('advice.paidUnknown')] : [])].join(' '),
    prospect: sayProspect(record, context, words),
    help: hasRange ? words.say('advice.help') : null,
  };
}

/** What an experiment said, with its sign: on a card, or where experiments themselves are told. */
export function sayAnswer(record: TestedRecord, words: AdviceWords): SaidRecommendation {
  const { title, sentences, hasRange } = sayTested(record, words);
  return { ...sayState({ ...record, reason: null }, words), title, text: sentences.join(' '), prospect: null, help: hasRange ? words.say('advice.help') : null };
}

/** What stands beside a record, a line each: when there will be enough, what to take without a preference, what was said before. */
export function sayBeside(record: Recommendation, outlook: ChannelOutlook, words: AdviceWords): string[] {
  // A guess, or what was said before the test, is of the estimate.
  if (record.tested !== undefined) return [];
  // Silence is costly too: where nothing stands out, the level to take without a preference.
  const headline = record.verdict === 'no_clear_difference' ? outlook.headlines.find(({ dimension }) => dimension === record.dimension) : undefined;
  const guess = headline === undefined ? null : sayBestGuess(headline, words);
  return [sayProspect(record, outlook, words), guess, sayChange(record, outlook, words)].filter((line) => line !== null);
}

/** « Si vous n’avez pas de préférence : en début de soirée. » Null where there is something better to say, or nothing. */
export function sayBestGuess({ dimension, recommendationId, bestGuess }: ChannelOutlook['headlines'][number], words: AdviceWords): string | null {
  if (recommendationId !== null || bestGuess === null) return null;
  const level: Level = { dimension, level: bestGuess };
  return words.say('advice.guess', { when: sayWhen(level, words) });
}

/** « Le mois passé : à vérifier. » within the month of the change, the day after that; null where the verdict was never another. Days are those of the channel. */
export function sayChange(record: Recommendation, { changes, madeAt, timeZone }: Pick<ChannelOutlook, 'changes' | 'madeAt' | 'timeZone'>, words: AdviceWords): string | null {
  const change = changes.filter(({ recommendationId }) => recommendationId === record.id).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  if (change === undefined || change.before === record.verdict) return null;
  const state = lowered(sayState({ dimension: record.dimension, verdict: change.before, reason: null, low: null, high: null }, words).state);
  const [day, today] = [localDay(new Date(change.changedAt), timeZone), localDay(new Date(madeAt), timeZone)];
  if (monthOf(day) === monthOf(today)) return words.say('advice.before.lastMonth', { state });
  return words.say('advice.before.day', { day: words.write.longDay(day), state });
}

/** The sign and its words alone. */
export function sayState({ dimension, verdict, reason, low, high, tested }: Pick<Recommendation, 'dimension' | 'verdict' | 'reason' | 'low' | 'high' | 'tested'>, { say }: AdviceWords): Pick<SaidRecommendation, 'mark' | 'state'> {
  if (reason === 'no-reach') return { mark: 'dashed', state: say('advice.state.noReach') };
  if (tested !== undefined) return { mark: verdict === 'no_clear_difference' ? 'rest' : 'full', state: say('advice.state.tested') };
  if (verdict === 'not_enough_data') return { mark: 'dashed', state: say('advice.state.few') };
  if (dimension === 'paid') return { mark: 'rest', state: say('advice.state.paid') };
  if (verdict === 'test') return { mark: 'hollow', state: say('advice.state.test') };
  const isMovement = dimension === 'trend' || dimension === 'change_point';
  if (isChoice(dimension) && isLeaning({ verdict, low, high })) return { mark: 'rest', state: say('advice.state.leaning') };
  if (verdict === 'no_clear_difference') return { mark: 'rest', state: say(isMovement ? 'advice.state.steady' : 'advice.state.none') };
  if (!isMovement) return { mark: 'full', state: say('advice.state.solid') };
  return { mark: 'full', state: say(isUpward(verdict) ? 'advice.state.rising' : 'advice.state.falling') };
}

/** Why there are so few: posts from before a change of definition are not counted with those after it. */
function sayCut({ verdict, dimension }: Recommendation, { basis: { cutAt } }: AdviceContext, { say, write }: AdviceWords): string[] {
  const isFew = verdict === 'test' || verdict === 'not_enough_data';
  return cutAt === null || !isFew || dimension === 'channel' ? [] : [say('advice.cut', { day: write.longDay(cutAt) })];
}

/** The network counts nobody, or it does and no reading says it: two different things. */
function sayWithoutReach({ givesReach }: AdviceContext, { say }: AdviceWords): SaidRecommendation {
  const [state, title] = givesReach ? [say('advice.state.unread'), say('advice.unread.title')] : [say('advice.state.noReach'), say('advice.noReach.title')];
  return { mark: 'dashed', state, title, text: say('advice.noReach.text'), prospect: null, help: null };
}

function partsOf(record: Recommendation, context: AdviceContext, words: AdviceWords): SaidParts {
  if (isChoice(record.dimension)) return sayChoice({ ...record, dimension: record.dimension }, context, words);
  return record.dimension === 'channel' ? sayChannelCompared(record, words) : sayTrend(record, context, words);
}
