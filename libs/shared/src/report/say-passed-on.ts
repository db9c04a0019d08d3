import { FEW_POSTS } from '../charts/staff-input.js';
import type { ChannelPassedOn } from '../contract/insight.contract.js';
import type { Post } from '../contract/post.contract.js';
import type { Recommendation } from '../contract/recommendation.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { passedOnSentences } from '../messages/sentences/passed-on.js';
import { speaker, type Speak } from '../messages/speak.js';
import { writing, type Writing } from '../messages/writing.js';
import { adviceWords, sayNoun, sayWhen, type AdviceWords } from './advice-words.js';

export interface PassedOnWords { say: Speak<keyof typeof passedOnSentences.fr>; write: Writing; advice: AdviceWords }

/** The words of a language. */
export const passedOnWords = perLanguage((locale): PassedOnWords => ({ say: speaker(passedOnSentences, locale), write: writing(locale), advice: adviceWords(locale) }));

/** A ratio of shares as shares for 100 likes: whole from ten on, one decimal below, so that little is not called nothing. */
export function sayRatio(ratio: number, { write }: Pick<PassedOnWords, 'write'>): string {
  return write.number(ratio * 100, ratio < 0.0995 ? 1 : 0);
}

/** Under this difference between two ratios, as a factor, they are called equal: no test being made, less says nothing. */
const SAME = 1.1;
/** From here on « 1 partage pour 2 j’aime » would be rounded too far. */
const MOST_FOR_ONE = 0.4;

/** « 31 partages pour 100 j’aime » */
function sayShares(ratio: number, words: PassedOnWords): string {
  const decimals = ratio < 0.0995 ? 1 : 0;
  return words.say('passed.ratio', { count: Number((ratio * 100).toFixed(decimals)), ratio: sayRatio(ratio, words) });
}

/** « Sur Facebook, environ 1 partage pour 5 j’aime »: a level, nothing else. `place` as `sayPlace` writes it. */
export function sharingTitle(place: string, { posts, sharing: { shares, likes, sharesPerLike } }: Pick<ChannelPassedOn['whole'], 'posts' | 'sharing'>, words: PassedOnWords): string {
  const { say, write } = words;
  if (posts === 0) return say('passed.title.none', { place });
  if (shares === null || likes === null) return say('passed.title.unknown', { place });
  if (shares === 0) return say('passed.title.nothing', { place });
  if (sharesPerLike === null) return say('passed.title.fewLikes', { place, shares });
  if (sharesPerLike < MOST_FOR_ONE) return say('passed.title.fewer', { place, likes: write.number(Math.round(1 / sharesPerLike), 0) });
  const isEven = sharesPerLike > 1 / SAME && sharesPerLike < SAME;
  return say(isEven ? 'passed.title.asMany' : 'passed.title.more', { place, ratio: sayShares(sharesPerLike, words) });
}

/** The range of the months that have a ratio: never a trend, no test having been made. */
export function sharingMonthsTitle(months: ChannelPassedOn['months'], words: PassedOnWords): string {
  const { say, write } = words;
  const known = months.flatMap(({ month, sharesPerLike }) => (sharesPerLike === null ? [] : [{ month, ratio: sharesPerLike }]));
  const [first] = known;
  if (first === undefined) return say('passed.months.none');
  if (known.length === 1) return say('passed.months.one', { ratio: sayShares(first.ratio, words), month: write.monthAndYear(first.month) });
  const ratios = known.map(({ ratio }) => ratio);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  if (sayRatio(low, words) === sayRatio(high, words)) return say('passed.months.level', { ratio: sayShares(high, words) });
  return say('passed.months.between', { low: sayRatio(low, words), high: sayShares(high, words) });
}

/** What the recommendations say of formats, in one sentence; null records: they could not be read. */
export function formatsTitle(records: readonly Recommendation[] | null, words: PassedOnWords): string {
  const { say } = words;
  const formats = (records ?? []).filter(({ dimension }) => dimension === 'format');
  const strongest = (verdict: Recommendation['verdict']): Recommendation | undefined =>
    formats.filter((record) => record.verdict === verdict).toSorted((a, b) => Math.abs(Math.log1p(b.effect ?? 0)) - Math.abs(Math.log1p(a.effect ?? 0)))[0];
  const [more, less, test] = [strongest('do_more'), strongest('do_less'), strongest('test')];
  if (more !== undefined) return say('passed.formats.more', { formats: sayNoun(more, words.advice) });
  if (less !== undefined) return say('passed.formats.less', { formats: sayNoun(less, words.advice) });
  if (test !== undefined) return say((test.effect ?? 0) >= 0 ? 'passed.formats.testMore' : 'passed.formats.testLess', { when: sayWhen(test, words.advice) });
  if (formats.some(({ verdict }) => verdict === 'no_clear_difference')) return say('passed.formats.same');
  if (records?.some(({ reason }) => reason === 'no-reach') === true) return say('passed.formats.noReach');
  if (formats.length === 1) return say('passed.formats.one');
  return say(records === null ? 'passed.formats.plain' : 'passed.formats.tooFew');
}

/** Are posts that ask to be shared shared more? Totals side by side: a level each, no test. */
export function calledTitle({ called, notCalled }: Pick<ChannelPassedOn, 'called' | 'notCalled'>, words: PassedOnWords): string {
  const { say } = words;
  if (called.posts === 0) return say('passed.called.none');
  if (called.posts < FEW_POSTS) return say('passed.called.few', { posts: called.posts });
  if (notCalled.posts === 0) return say('passed.called.all');
  if (notCalled.posts < FEW_POSTS) return say('passed.called.fewOthers');
  const [asked, others] = [called.sharing.sharesPerLike, notCalled.sharing.sharesPerLike];
  if (asked === null || others === null) return say('passed.called.unknown');
  const values = { called: sayShares(asked, words), others: sayRatio(others, words) };
  if (asked > others * SAME) return say('passed.called.more', values);
  return say(asked * SAME < others ? 'passed.called.less' : 'passed.called.same', values);
}

export function seriesTitle(count: number, { say }: PassedOnWords): string {
  return say(count === 0 ? 'passed.series.none' : 'passed.series.found', { count });
}

/** « chaque jeudi », « un jeudi sur deux » */
export function sayPace({ weekday, everyDays }: Pick<ChannelPassedOn['series'][number], 'weekday' | 'everyDays'>, { say }: PassedOnWords): string {
  const values = { weekday: say(`passed.day.${weekday}`), days: everyDays };
  if (everyDays === 7) return say('passed.series.weekly', values);
  if (everyDays === 14) return say('passed.series.fortnightly', values);
  return say(everyDays === 21 ? 'passed.series.threeWeekly' : 'passed.series.every', values);
}

/** How far the most shared of them went. */
export function mostSharedTitle(posts: readonly Pick<Post, 'shares'>[], { say }: PassedOnWords): string {
  const shares = Math.max(0, ...posts.flatMap((post) => post.shares ?? []));
  return shares === 0 ? say('passed.posts.none') : say('passed.posts.title', { shares });
}
