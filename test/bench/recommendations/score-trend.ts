import { daysBetween } from '@portee/shared';
import type { InventedChannel } from './invent-channel.js';
import type { ToldRecord } from './told-record.js';

/** A change is found when it is dated this near to the day on which it was made. */
const NEAR_DAYS = 75;

/** What was said of how a channel's reach moves, beside its truth. */
export interface ScoredTrend {
  isWorsening: boolean;
  isImproving: boolean;
  /** The yearly slope lies in its interval; null: no figure. */
  isCovered: boolean | null;
  /** A change was told, whether there was one or not. */
  isChange: boolean;
  isFoundInTime: boolean;
  /** A line or a change is told whose interval does not lie on its own side of 0. */
  isUnfounded: boolean;
}

export function scoreTrend(records: readonly ToldRecord[], { name, slope, stepDay }: InventedChannel): ScoredTrend {
  const of = (dimension: ToldRecord['dimension']) => records.find((record) => record.channel === name && record.dimension === dimension);
  const [trend, change] = [of('trend'), of('change_point')];
  const [low, high] = [trend?.low ?? null, trend?.high ?? null];
  const isChange = change?.verdict === 'improving' || change?.verdict === 'worsening';
  return {
    isWorsening: trend?.verdict === 'worsening', isImproving: trend?.verdict === 'improving',
    isCovered: low === null || high === null ? null : slope >= Math.log1p(low) && slope <= Math.log1p(high),
    isUnfounded: [trend, change].some((record) => record !== undefined && meetsNothing(record)),
    isChange, isFoundInTime: isChange && stepDay !== null && change.level !== null && Math.abs(daysBetween(change.level, stepDay)) <= NEAR_DAYS,
  };
}

function meetsNothing({ verdict, low, high }: ToldRecord): boolean {
  return (verdict === 'improving' && (low ?? 0) <= 0) || (verdict === 'worsening' && (high ?? 0) >= 0);
}
