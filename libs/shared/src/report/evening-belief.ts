import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { sayEffect } from './say-effect.js';
import { FEWEST_OF_LEVEL, isSmall, standingOf, timingState, type TimingState } from './timing-standing.js';
import { sayLevel, yesNo, type NamedOutlook, type TimingWords } from './timing-title.js';

/** What a channel's figures say of « Le soir, ça marche mieux »: the verdict, a short answer and what it rests on. */
export interface Belief { verdict: 'confirmed' | 'denied' | 'unknown'; short: string; long: string }

/** The evening of people is two bands: before 21:00 and after. */
const parts = ['evening', 'night'] as const;
type Part = (typeof parts)[number];
/** What is known of a part; `few`: it has no figure. */
interface Known { part: Part; kind: 'more' | 'less' | 'test' | 'same' | 'few'; record: Recommendation | null }

/** A gain under this is too small for any advice: where even the upper end stays under it, the answer is no. */
const SMALLEST_GAIN = 0.1;

export function eveningBelief({ outlook, name }: NamedOutlook, words: TimingWords): Belief {
  const { say } = words;
  const state = timingState(outlook);
  if (state !== 'told') return { verdict: 'unknown', short: say(state === 'not-counted' ? 'timing.belief.never' : 'timing.belief.not-yet'), long: sayState(state, { outlook, name }, words) };
  const known = parts.map((part) => knownOf(part, outlook.records));
  const crowded = sayCrowded(outlook.records, words);
  if (crowded !== null && known.every(({ kind }) => kind === 'few')) return { verdict: 'unknown', short: say('timing.belief.cannot'), long: crowded };
  return { ...answer(known, words), long: known.map((one) => sayPart(one, words)).join(' ') };
}

function answer(known: readonly Known[], { say }: TimingWords): Pick<Belief, 'verdict' | 'short'> {
  const [more, less] = [partsWith(known, 'more'), partsWith(known, 'less')];
  if (more !== null) return { verdict: 'confirmed', short: say(`timing.belief.${more}`) };
  if (less !== null) return { verdict: 'denied', short: say(`timing.belief.not.${less}`) };
  if (known.some(({ kind }) => kind === 'test')) return { verdict: 'unknown', short: say('timing.belief.not-yet') };
  const compared = known.filter(({ kind }) => kind === 'same');
  if (compared.length === 0) return { verdict: 'unknown', short: say('timing.belief.not-yet') };
  const hasNoGain = compared.every(({ record }) => (record?.high ?? Infinity) < SMALLEST_GAIN);
  if (!hasNoGain) return { verdict: 'unknown', short: say(compared.every(({ record }) => record !== null && isSmall(record)) ? 'timing.belief.same' : 'timing.belief.open') };
  const [only] = compared;
  return { verdict: 'denied', short: say(compared.length === parts.length || only === undefined ? 'timing.belief.no-gain' : `timing.belief.not.${only.part}`) };
}

/** Which parts are of a kind; null: none. */
function partsWith(known: readonly Known[], kind: Known['kind']): 'both' | Part | null {
  const found = known.filter((one) => one.kind === kind);
  return found.length === parts.length ? 'both' : (found[0]?.part ?? null);
}

function knownOf(part: Part, records: readonly Recommendation[]): Known {
  const record = records.find(({ dimension, level }) => dimension === 'hour_band' && level === part) ?? null;
  if (record === null || record.verdict === 'not_enough_data') return { part, kind: 'few', record };
  const kinds = { do_more: 'more', do_less: 'less', test: 'test', no_clear_difference: 'same', improving: 'same', worsening: 'same' } as const;
  return { part, kind: kinds[record.verdict], record };
}

function sayPart({ part, kind, record }: Known, { say, advice }: TimingWords): string {
  const named = say(`timing.part.${part}`);
  const posts = record?.posts ?? 0;
  if (record === null || record.effect === null || record.low === null || record.high === null) return say(posts < FEWEST_OF_LEVEL ? 'timing.part.few' : 'timing.part.rest', { part: named, posts });
  const isTested = record.tested !== undefined;
  const values = { part: named, posts: record.tested?.posts ?? posts, effect: sayEffect(record.effect, advice), low: sayEffect(record.low, advice), high: sayEffect(record.high, advice) };
  if (kind === 'more' || kind === 'less') return say(isTested ? 'timing.part.tested' : 'timing.part.sure', values);
  if (isTested) return say('timing.part.testedSame', values);
  return say(kind === 'test' ? 'timing.part.test' : 'timing.part.same', values);
}

/** « Presque tout sort le mardi, le matin »; null: posts are spread enough. */
function sayCrowded(records: readonly Recommendation[], words: TimingWords): string | null {
  const [hour, day] = [standingOf(records, 'hour_band'), standingOf(records, 'weekday')];
  if (hour.kind !== 'one-level') return null;
  const when = sayLevel(hour.level, words);
  if (day.kind === 'one-level') return words.say('timing.belief.oneSlot', { when, day: sayLevel(day.level, words), all: yesNo(hour.isAll && day.isAll) });
  return words.say('timing.belief.oneLevel', { when, all: yesNo(hour.isAll) });
}

function sayState(state: Exclude<TimingState, 'told'>, { outlook, name }: { outlook: ChannelOutlook; name: string }, { say }: TimingWords): string {
  if (state === 'not-counted' || state === 'not-read') return say(`timing.belief.${state}`, { name });
  return say('timing.belief.too-few', { posts: outlook.basis.posts });
}
