import type { ModelPost } from '../../../apps/api/src/recommendations/model-post.js';
import type { InventedChannel } from './invent-channel.js';
import type { ToldRecord } from './told-record.js';

/** A true effect of at most 2 % makes advice false. */
const NOTHING = Math.log(1.02);
/** A difference that a team would want to know. */
const GREAT = 0.25;
const FEWEST_OF_LEVEL = 8;
const KEYS = { hour_band: 'band', weekday: 'weekday', format: 'format' } as const;

/** One record beside its truth. All effects are logarithms. */
export interface ScoredLevel {
  shown: number;
  truth: number;
  /** Of the 90 % interval. */
  width: number;
  isCovered: boolean;
  /** Truly so different that it should be found. */
  isGreat: boolean;
  isAdvice: boolean;
  /** Advice that points the right way, beyond nothing. */
  isRight: boolean;
  isFalse: boolean;
  isWrongSign: boolean;
  /** Advice whose interval does not lie on its own side of 0. */
  isUnfounded: boolean;
}

/** Levels of a channel of which a figure is told. Pushing is never advised, and is left out. */
export function scoreAdvice(records: readonly ToldRecord[], channel: InventedChannel): ScoredLevel[] {
  const organic = channel.settled.filter(({ paid }) => !paid);
  return records.filter(({ channel: name }) => name === channel.name).flatMap((record) => {
    const truth = trueContrast(record, channel, organic);
    return truth === null || record.effect === null ? [] : [score(record, truth)];
  });
}

/** Channels of an organisation, each against the average of the others. */
export function scoreComparison(records: readonly ToldRecord[], channels: readonly InventedChannel[]): ScoredLevel[] {
  return records.filter(({ dimension, effect }) => dimension === 'channel' && effect !== null).map((record) => {
    const others = channels.filter(({ name }) => name !== record.channel);
    const own = channels.find(({ name }) => name === record.channel)?.level ?? Number.NaN;
    return score(record, own - others.reduce((sum, { level }) => sum + level, 0) / others.length);
  });
}

export function score({ verdict, effect, low, high, posts }: ToldRecord, truth: number): ScoredLevel {
  const side = verdict === 'do_more' ? 1 : -1;
  const isAdvice = verdict === 'do_more' || verdict === 'do_less';
  const [shown, from, to] = [Math.log1p(effect ?? 0), Math.log1p(low ?? 0), Math.log1p(high ?? 0)];
  return {
    truth, shown, width: to - from, isCovered: truth >= from && truth <= to, isGreat: Math.abs(truth) >= GREAT && posts >= FEWEST_OF_LEVEL,
    isAdvice, isRight: isAdvice && side * truth > NOTHING, isFalse: isAdvice && side * truth <= NOTHING, isWrongSign: isAdvice && side * truth < 0,
    isUnfounded: isAdvice && (side === 1 ? from : -to) <= 0,
  };
}

/** The truth of what a record tells: the level's effect, less that of the other organic posts on average. null: no level of a choice. */
function trueContrast({ dimension, level }: ToldRecord, { effects }: InventedChannel, organic: readonly ModelPost[]): number | null {
  const of = (one: string | null): number => effects[`${dimension} ${one ?? ''}`] ?? 0;
  switch (dimension) {
    case 'hour_band':
    case 'weekday':
    case 'format': {
      const others = organic.map((post) => post[KEYS[dimension]]).filter((one) => one !== level);
      return of(level) - others.reduce((sum, one) => sum + of(one), 0) / Math.max(1, others.length);
    }
    // In the worlds that have an appointment its slot is worth nothing by itself.
    case 'share_oriented':
    case 'rendezvous': return of('yes');
    case 'paid':
    case 'channel':
    case 'trend':
    case 'change_point': return null;
  }
}
