import type { AdviceDimension, ProposedTest, Recommendation } from '../contract/recommendation.contract.js';
import { capitalised } from '../messages/first-letter.js';
import { type AdviceWords, sayHours, sayNoun, sayWhen } from './advice-words.js';
import { NEEDED } from './prospect.js';
import { type AdviceContext, isLeaning, isUpward, type SaidParts } from './said-parts.js';
import { isInTimes, sayEffect, sayInTimes, saySize, sayTimes } from './say-effect.js';

/** A record about something a team can choose. */
export type ChoiceRecord = Recommendation & { dimension: AdviceDimension };

/** A band, a weekday, a format, a call to share, an appointment or a paid push, in the words of its verdict. */
export function sayChoice(record: ChoiceRecord, context: AdviceContext, words: AdviceWords): SaidParts {
  if (record.verdict === 'not_enough_data') return sayTooFew(record, context, words);
  if (record.dimension === 'paid') return sayPaid(record, words);
  if (record.verdict === 'test') return sayTest(record, context, words);
  if (record.verdict === 'no_clear_difference') return sayNone(record, context, words);
  return saySign(record, context, words);
}

function saySign(record: ChoiceRecord, context: AdviceContext, words: AdviceWords): SaidParts {
  const { effect, low, high } = record;
  const range = effect === null || low === null || high === null ? [] : [words.say(isInTimes(effect) ? 'advice.compared.times' : 'advice.compared', {
    effect: sayEffect(effect, words), low: sayEffect(low, words), high: sayEffect(high, words),
  })];
  const slot = record.dimension === 'rendezvous' ? [words.say('advice.slot')] : [];
  return { title: signTitle(record, words), sentences: [...range, sayCounted(record, context, words), ...slot], hasRange: range.length > 0 };
}

function signTitle(record: ChoiceRecord, words: AdviceWords): string {
  const noun = sayNoun(record, words);
  const { effect } = record;
  if (effect === null) return words.say('advice.unmeasured.title', { noun });
  if (isInTimes(effect)) return words.say('advice.more.title.times', { noun, times: sayTimes(effect, words) });
  return words.say(isUpward(record.verdict) ? 'advice.more.title' : 'advice.fewer.title', { noun, percent: saySize(effect, words) });
}

/** A question, never a claim: no effect is written. */
function sayTest(record: ChoiceRecord, context: AdviceContext, words: AdviceWords): SaidParts {
  const when = sayWhen(record, words);
  const direction = record.effect === null || record.effect === 0 ? 'other' : record.effect > 0 ? 'better' : 'worse';
  return { title: words.say(`advice.test.title.${direction}`, { when }), sentences: [...sayOffer(record, context, words), sayCounted(record, context, words)], hasRange: false };
}

function sayOffer(record: ChoiceRecord, { test }: AdviceContext, words: AdviceWords): string[] {
  if (test === null) return [];
  if (test.recommendationId !== record.id) return [words.say('advice.test.waits')];
  return [sayProposedTest(test, words)];
}

/** « Essai proposé : 38 publications, la moitié en début de soirée, la moitié le matin, environ 4 mois (assez pour voir un doublement, pas moins). » */
export function sayProposedTest(test: ProposedTest, words: AdviceWords): string {
  const { say } = words;
  if (test.isTooLong || test.months === null) return say('advice.test.tooLong');
  return say('advice.test.offer', {
    posts: 2 * test.eachArm, when: sayWhen(test, words), against: sayWhen({ dimension: test.dimension, level: test.against }, words),
    time: say('advice.test.time', { months: Math.round(test.months) }), size: saySeen(test.sees, words),
  });
}

/** « un doublement », « un écart de 38 % »: what an experiment is large enough to see. */
export function saySeen(sees: number, words: AdviceWords): string {
  const { say } = words;
  if (sees < 0) return say('advice.test.sees.fewer', { size: saySize(sees, words) });
  return Math.abs(sees - 1) < 0.05 ? say('advice.test.sees.double') : say('advice.test.sees.more', { size: saySize(sees, words) });
}

function sayNone(record: ChoiceRecord, context: AdviceContext, words: AdviceWords): SaidParts {
  const { low, high, dimension } = record;
  if (low !== null && high !== null && isLeaning(record)) {
    const title = words.say(low > 0 ? 'advice.leaning.title.more' : 'advice.leaning.title.fewer', { noun: sayNoun(record, words) });
    return { title, sentences: [words.say('advice.leaning.range', { low: sayEffect(low, words), high: sayEffect(high, words) }), sayCounted(record, context, words)], hasRange: true };
  }
  const range = low === null || high === null ? [] : [words.say('advice.none.range', { low: sayEffect(low, words), high: sayEffect(high, words) })];
  return {
    title: words.say('advice.none.title', { noun: sayNoun(record, words) }),
    sentences: [...range, words.say(`advice.none.so.${dimension}`), sayCounted(record, context, words)], hasRange: range.length > 0,
  };
}

function sayTooFew(record: ChoiceRecord, { basis }: AdviceContext, words: AdviceWords): SaidParts {
  const { say } = words;
  if (record.reason === 'channel-too-small') {
    const ofLevel = record.level === null || record.level === 'any' ? [] : [say('advice.few.ofLevel', { posts: record.posts, when: sayWhen(record, words) })];
    return { title: say('advice.few.channel', { posts: basis.posts, needed: NEEDED.channelPosts }), sentences: [...ofLevel, say('advice.few.nothing')], hasRange: false };
  }
  if (record.posts < NEEDED.posts) return { title: say('advice.few.title', { what: sayWhat(record, words), posts: record.posts, needed: NEEDED.posts }), sentences: [say('advice.few.nothing')], hasRange: false };
  const others = othersOf(record, basis) > 0 ? 'others' : 'onlyThis';
  return {
    title: say(record.dimension === 'format' ? `advice.few.${others}.format` : `advice.few.${others}`, { when: sayWhen(record, words), noun: sayNoun(record, words), needed: NEEDED.posts }),
    sentences: [sayCounted(record, { basis }, words)], hasRange: false,
  };
}

/** Organic posts that are not of the level; a push is compared with all of them. */
export function othersOf({ dimension, posts }: Pick<Recommendation, 'dimension' | 'posts'>, { organic }: Pick<AdviceContext['basis'], 'organic'>): number {
  return Math.max(0, dimension === 'paid' ? organic : organic - posts);
}

/** What stands before the colon: « Le mardi », « Vidéos courtes ». */
function sayWhat(record: ChoiceRecord, words: AdviceWords): string {
  const isTime = record.dimension === 'hour_band' || record.dimension === 'weekday';
  return capitalised(isTime ? sayWhen(record, words) : sayNoun(record, words));
}

/** Which posts are pushed is chosen: what is seen is said, nothing is advised. Always in times. */
function sayPaid({ effect, low, high, posts }: ChoiceRecord, words: AdviceWords): SaidParts {
  const { say } = words;
  const isKnown = effect !== null && low !== null && high !== null;
  const range = isKnown ? say('advice.paid.range', { effect: sayInTimes(effect, words), low: sayInTimes(low, words), high: sayInTimes(high, words), posts }) : say('advice.paid.counted', { posts });
  const title = effect !== null && effect >= 0.1 ? say('advice.paid.title', { times: sayTimes(effect, words) }) : say(effect === null ? 'advice.unmeasured.title' : 'advice.paid.title.fewer', { noun: say('advice.noun.paid') });
  return { title, sentences: [range, say('advice.paid.chosen'), say('advice.paid.experiment')], hasRange: isKnown };
}

/** « 64 publications sur 312, de 17 h à 21 h. » */
function sayCounted(record: ChoiceRecord, { basis }: Pick<AdviceContext, 'basis'>, words: AdviceWords): string {
  const hours = sayHours(record, words);
  const all = basis.organic;
  if (all < record.posts) return words.say('advice.counted.alone', { posts: record.posts });
  return hours === null ? words.say('advice.counted', { posts: record.posts, all }) : words.say('advice.counted.hours', { posts: record.posts, all, hours });
}
