import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { isChoice } from './advice-words.js';
import { prospectOf } from './prospect.js';

/** A record worth drawing to somebody's attention, with the channel it is about. */
export interface ChosenThing { outlook: ChannelOutlook; record: Recommendation }

const MOST = 3;

/**
 * The three things to draw from all channels: solid signs first, the largest effect first; then the one test; then what will
 * be known soonest; where there is room, one plain answer (« pas de différence visible »). At most one a channel and dimension,
 * and never two that say the same. A fall of reach counts as a sign, a comparison of channels does not: nobody can choose it.
 * @param said  records that the reader has before their eyes already
 */
export function chooseThree(outlooks: readonly ChannelOutlook[], said: readonly Recommendation[] = []): ChosenThing[] {
  const chosen: ChosenThing[] = [];
  for (const thing of [...signsOf(outlooks), ...testsOf(outlooks).slice(0, 1), ...soonKnownOf(outlooks), ...plainAnswersOf(outlooks).slice(0, 1)]) {
    const isNew = [...chosen.map(({ record }) => record), ...said].every((other) => !saysTheSame(thing, other));
    if (isNew && chosen.length < MOST) chosen.push(thing);
  }
  return chosen.length > 0 ? chosen : unknownOf(outlooks).slice(0, 1);
}

/** What is said of how a channel's reach moves: the jump rather than the line where both were found. */
export function movementOf({ records }: Pick<ChannelOutlook, 'records'>): Recommendation | null {
  const [line, jump] = [records.find(({ dimension }) => dimension === 'trend'), records.find(({ dimension }) => dimension === 'change_point')];
  const isFound = jump?.verdict === 'worsening' || jump?.verdict === 'improving';
  return (isFound ? jump : line) ?? null;
}

function signsOf(outlooks: readonly ChannelOutlook[]): ChosenThing[] {
  const signs = outlooks.flatMap((outlook) => {
    const advised = outlook.records.filter(({ verdict, dimension }) => isChoice(dimension) && (verdict === 'do_more' || verdict === 'do_less'));
    const movement = movementOf(outlook);
    return [...advised, ...(movement?.verdict === 'worsening' ? [movement] : [])].map((record) => ({ outlook, record }));
  });
  // Of a dimension, what to do more comes before what to do less, however much the less is.
  return signs.toSorted((a, b) => strengthOf(b.record) - strengthOf(a.record)).filter(({ record }, _, all) => record.verdict !== 'do_less' || !all.some((other) => other.record.verdict === 'do_more' && isSameQuestion(other.record, record)));
}

function testsOf(outlooks: readonly ChannelOutlook[]): ChosenThing[] {
  const tests = outlooks.flatMap((outlook) => outlook.records.filter(({ verdict, dimension }) => verdict === 'test' && isChoice(dimension)).map((record) => ({ outlook, record })));
  const isWithinReach = ({ outlook }: ChosenThing): number => (outlook.test?.isTooLong === false ? 1 : 0);
  return tests.toSorted((a, b) => isWithinReach(b) - isWithinReach(a) || strengthOf(b.record) - strengthOf(a.record));
}

/** One a channel: of a channel with too few posts all levels say the same. */
function soonKnownOf(outlooks: readonly ChannelOutlook[]): ChosenThing[] {
  const waiting = outlooks.flatMap((outlook) => {
    const things = outlook.records.filter(({ dimension }) => isChoice(dimension) && dimension !== 'paid').map((record) => ofWholeChannel(record, outlook)).flatMap((record) => {
      const prospect = prospectOf(record, outlook);
      return prospect === null ? [] : [{ outlook, record, months: prospect.months }];
    });
    return things.toSorted((a, b) => a.months - b.months).slice(0, 1);
  });
  return waiting.toSorted((a, b) => a.months - b.months).map(({ outlook, record }) => ({ outlook, record }));
}

/** Of the first channel that has any, the answer about hours if there is one: it is what people ask most. */
function plainAnswersOf(outlooks: readonly ChannelOutlook[]): ChosenThing[] {
  const answers = outlooks.flatMap((outlook) => outlook.records.filter(({ verdict, dimension }) => verdict === 'no_clear_difference' && isChoice(dimension) && dimension !== 'paid').map((record) => ({ outlook, record })));
  const isAboutHours = ({ record }: ChosenThing): number => (record.dimension === 'hour_band' ? 1 : 0);
  return answers.toSorted((a, b) => isAboutHours(b) - isAboutHours(a) || b.record.posts - a.record.posts);
}

/** Channels where something could be known one day, before those where nothing can. */
function unknownOf(outlooks: readonly ChannelOutlook[]): ChosenThing[] {
  const unknown = outlooks.flatMap((outlook) => outlook.records.filter(({ verdict, dimension }) => verdict === 'not_enough_data' && isChoice(dimension)).slice(0, 1).map((record) => ({ outlook, record: ofWholeChannel(record, outlook) })));
  return unknown.toSorted((a, b) => (a.record.reason === 'no-reach' ? 1 : 0) - (b.record.reason === 'no-reach' ? 1 : 0));
}

/** Where the whole channel has too few posts, no level is worth naming. */
function ofWholeChannel(record: Recommendation, { basis }: ChannelOutlook): Recommendation {
  return record.reason === 'channel-too-small' ? { ...record, level: null, posts: basis.posts } : record;
}

/** On the scale of logarithms: a half counts as much as a double. */
function strengthOf({ effect }: Recommendation): number {
  return effect === null ? 0 : Math.abs(Math.log1p(Math.max(-0.999, effect)));
}

function isSameQuestion(one: Recommendation, other: Recommendation): boolean {
  return one.channelId === other.channelId && familyOf(one) === familyOf(other);
}

/** The line and the jump are one question: how reach moves. */
function familyOf({ dimension }: Recommendation): string {
  return dimension === 'change_point' ? 'trend' : dimension;
}

/** One question, or two levels that always go together: a series and its slot, videos and evenings. */
function saysTheSame({ outlook, record }: ChosenThing, other: Recommendation): boolean {
  if (record.channelId !== other.channelId) return false;
  if (isSameQuestion(record, other)) return true;
  return outlook.warnings.some((warning) => {
    if (warning.kind === 'series-slot') return isSlot(record, other) || isSlot(other, record);
    return warning.kind === 'crossing' && (isCrossing(warning, record, other) || isCrossing(warning, other, record));
  });
}

function isSlot(series: Recommendation, other: Recommendation): boolean {
  return series.dimension === 'rendezvous' && (other.dimension === 'weekday' || other.dimension === 'hour_band');
}

type Crossing = Extract<ChannelOutlook['warnings'][number], { kind: 'crossing' }>;

function isCrossing({ dimension, level, otherDimension, otherLevel }: Crossing, one: Recommendation, other: Recommendation): boolean {
  return one.dimension === dimension && one.level === level && other.dimension === otherDimension && other.level === otherLevel;
}
