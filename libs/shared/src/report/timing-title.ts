import type { Locale } from '../contract/primitives.contract.js';
import type { ChannelOutlook } from '../contract/recommendation.contract.js';
import { perLanguage } from '../messages/per-language.js';
import { timingSentences } from '../messages/sentences/timing.js';
import { speaker, type Speak } from '../messages/speak.js';
import { writing, type Writing } from '../messages/writing.js';
import { adviceWords, sayWhen, type AdviceWords } from './advice-words.js';
import { standingOf, timingLevels, timingState, type Standing, type TimingDimension, type TimingLevel } from './timing-standing.js';

/** Everything that sentences about days and hours need in one language. */
export interface TimingWords { say: Speak<keyof typeof timingSentences.fr>; write: Writing; locale: Locale; advice: AdviceWords }

/** The words of a language. */
export const timingWords = perLanguage((locale): TimingWords => (
  { say: speaker(timingSentences, locale), write: writing(locale), locale, advice: adviceWords(locale) }
));

/** The channel as people know it: the network's name, or the channel's own where two stand on one network. */
export interface NamedOutlook { outlook: ChannelOutlook; name: string; isOnlyOfNetwork: boolean }

/** The finding of a channel's days and hours: « Sur Instagram, le début de soirée touche plus de monde. Le jour, lui, compte peu. » */
export function timingTitle(named: NamedOutlook, words: TimingWords): string {
  const { outlook, name } = named;
  const place = sayPlace(named, words);
  const state = timingState(outlook);
  if (state !== 'told') return words.say(`timing.title.${state}`, { place, name });
  const [hour, day] = [standingOf(outlook.records, 'hour_band'), standingOf(outlook.records, 'weekday')];
  return finding({ hour, day, place }, words).join(' ');
}

/** « Sur Instagram », « Par la lettre d’information » */
export function sayPlace({ outlook, name, isOnlyOfNetwork }: Omit<NamedOutlook, 'outlook'> & { outlook: Pick<ChannelOutlook, 'network'> }, { say }: TimingWords): string {
  if (outlook.network !== 'newsletter') return say('timing.place', { name });
  return say(isOnlyOfNetwork ? 'timing.place.newsletter' : 'timing.place.newsletters', { name });
}

interface Both { hour: Standing; day: Standing; place: string }

/** What stands out first; then what may be tried; then what is known to matter little; at last what cannot be told. */
function finding({ hour, day, place }: Both, words: TimingWords): string[] {
  const { say } = words;
  if (hour.kind === 'stands-out') return [say('timing.title.claim', { place, claim: claim(hour, words) }), then('weekday', day, words)];
  if (day.kind === 'stands-out') return [say('timing.title.claim', { place, claim: claim(day, words) }), then('hour_band', hour, words)];
  const test = [hour, day].find((one) => one.kind === 'to-try');
  if (test !== undefined) return [say(test.isMore ? 'timing.title.try' : 'timing.title.tryLess', { place, when: sayLevel(test.level, words) })];
  if (hour.kind === 'little' && day.kind === 'little') return [say('timing.title.little.both', { place })];
  if (hour.kind === 'little') return [say('timing.title.little.hour_band', { place }), then('weekday', day, words)];
  if (day.kind === 'little') return [say('timing.title.little.weekday', { place }), then('hour_band', hour, words)];
  if (hour.kind !== 'one-level') return [say('timing.title.open', { place })];
  const when = sayLevel(hour.level, words);
  if (day.kind === 'one-level') return [say('timing.title.oneSlot', { place, when, day: sayLevel(day.level, words), all: yesNo(hour.isAll && day.isAll) })];
  return [say('timing.title.oneLevel', { place, when, all: yesNo(hour.isAll) }), then('weekday', day, words)];
}

/** « en début de soirée », « le mardi » */
export function sayLevel(level: TimingLevel, { advice }: TimingWords): string {
  return sayWhen({ dimension: timingLevels.hour_band.some((band) => band === level) ? 'hour_band' : 'weekday', level }, advice);
}

/** The other dimension, in a second sentence. */
function then(dimension: TimingDimension, standing: Standing, words: TimingWords): string {
  const { say } = words;
  if (standing.kind === 'stands-out') return say('timing.then.claim', { claim: claim(standing, words) });
  if (standing.kind === 'one-level') return say(`timing.then.one-level.${dimension}`, { when: sayLevel(standing.level, words), all: yesNo(standing.isAll) });
  return say(`timing.then.${standing.kind === 'to-try' ? 'open' : standing.kind}.${dimension}`);
}

/** For a message that chooses its word. */
export function yesNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}

function claim({ more, less }: Extract<Standing, { kind: 'stands-out' }>, { say, write }: TimingWords): string {
  const named = (levels: readonly TimingLevel[]): string => write.list(levels.map((level) => say(`timing.what.${level}`)));
  const number = (more.length > 0 ? more : less).length === 1 ? 'one' : 'other';
  const kind = less.length === 0 ? 'more' : more.length === 0 ? 'less' : 'both';
  return say(`timing.claim.${kind}`, { more: named(more), less: named(less), number });
}
