import type { ChannelOutlook, Recommendation } from '../contract/recommendation.contract.js';
import { hourBands, type HourBand } from '../metrics/hour-of-week.js';
import { weekdays, type Weekday } from '../time/period.js';

/** The two choices of « Jours et heures ». */
export type TimingDimension = 'hour_band' | 'weekday';
export type TimingLevel = HourBand | Weekday;

/** What a channel's figures bear on its bands, or on its weekdays. Levels in the order of the day or the week. */
export type Standing =
  | { kind: 'stands-out'; more: TimingLevel[]; less: TimingLevel[] }
  /** Perhaps; worth an experiment, and no more than that. */
  | { kind: 'to-try'; level: TimingLevel; isMore: boolean }
  /** No visible difference, and every interval leaves room for a small one only. */
  | { kind: 'little' }
  /** No visible difference, but a large one is not ruled out. */
  | { kind: 'open' }
  /** All posts, or nearly all, are of this level: there is nothing to compare it with. */
  | { kind: 'one-level'; level: TimingLevel; isAll: boolean }
  /** Too few posts of each level, or of the others. */
  | { kind: 'few' };

/** Why a channel says nothing of its hours yet; `told`: it says what it can. */
export type TimingState = 'not-counted' | 'not-read' | 'no-posts' | 'too-few' | 'told';

/** « Compte peu » is said only where the other levels are within a third more or a quarter less: 4/3 either way. */
const SMALL = { low: -1 / 4, high: 1 / 3 };
/** Posts of a level, and of the others, under which the method compares nothing. */
export const FEWEST_OF_LEVEL = 8;

const NEARLY_ALL = 0.8;

/** Levels in the order in which people live them. */
export const timingLevels = { hour_band: hourBands.map(({ band }) => band), weekday: weekdays } as const satisfies Record<TimingDimension, readonly TimingLevel[]>;

export function timingState({ givesReach, basis, grid, records }: Pick<ChannelOutlook, 'givesReach' | 'basis' | 'grid' | 'records'>): TimingState {
  if (!givesReach) return 'not-counted';
  if (records.some(({ reason }) => reason === 'no-reach')) return 'not-read';
  if (basis.posts === 0) return 'no-posts';
  return grid.length === 0 ? 'too-few' : 'told';
}

/** The records of a dimension with their level, in order. */
export function timingRecords(records: readonly Recommendation[], dimension: TimingDimension): { level: TimingLevel; record: Recommendation }[] {
  const levels: readonly TimingLevel[] = timingLevels[dimension];
  return levels.flatMap((level) => {
    const record = records.find((one) => one.dimension === dimension && one.level === level);
    return record === undefined ? [] : [{ level, record }];
  });
}

export function standingOf(records: readonly Recommendation[], dimension: TimingDimension): Standing {
  const told = timingRecords(records, dimension);
  const withVerdict = (verdict: Recommendation['verdict']): TimingLevel[] => told.filter(({ record }) => record.verdict === verdict).map(({ level }) => level);
  const [more, less] = [withVerdict('do_more'), withVerdict('do_less')];
  if (more.length + less.length > 0) return { kind: 'stands-out', more, less };
  const test = told.find(({ record }) => record.verdict === 'test');
  if (test !== undefined) return { kind: 'to-try', level: test.level, isMore: (test.record.effect ?? 0) > 0 };
  const compared = told.filter(({ record }) => record.verdict === 'no_clear_difference');
  if (compared.length > 0) return { kind: compared.every(({ record }) => isSmall(record)) ? 'little' : 'open' };
  const posts = told.reduce((sum, { record }) => sum + record.posts, 0);
  const crowded = told.find(({ record }) => record.posts >= FEWEST_OF_LEVEL && record.posts >= NEARLY_ALL * posts);
  return crowded === undefined ? { kind: 'few' } : { kind: 'one-level', level: crowded.level, isAll: crowded.record.posts === posts };
}

/** The widest that the compared levels leave open: the least of the lows and the greatest of the highs; null without any. */
export function spreadOf(records: readonly Recommendation[], dimension: TimingDimension): { low: number; high: number } | null {
  const intervals = timingRecords(records, dimension).flatMap(({ record: { low, high } }) => (low === null || high === null ? [] : [{ low, high }]));
  if (intervals.length === 0) return null;
  return { low: Math.min(...intervals.map(({ low }) => low)), high: Math.max(...intervals.map(({ high }) => high)) };
}

/** Whether a record's interval rules out a third more and a quarter less. */
export function isSmall({ low, high }: Pick<Recommendation, 'low' | 'high'>): boolean {
  return low !== null && high !== null && low >= SMALL.low && high <= SMALL.high;
}
