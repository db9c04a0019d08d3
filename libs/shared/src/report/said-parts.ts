import type { ChannelOutlook, Verdict } from '../contract/recommendation.contract.js';

/** What must be known of a channel beside one of its records to say it. A `ChannelOutlook` has it all. */
export type AdviceContext = Pick<ChannelOutlook, 'basis' | 'test' | 'trend' | 'givesReach'>;

/** Title, and the sentences of the text. `hasRange`: one of them says « probablement ». */
export interface SaidParts { title: string; sentences: string[]; hasRange: boolean }

/**
 * No advice, and yet an interval on one side of 0: a stricter gate did not let it pass. « Pas de différence visible » would
 * contradict the range beside it. An end that is written 0 % is on no side.
 */
export function isLeaning({ verdict, low, high }: { verdict: Verdict; low: number | null; high: number | null }): boolean {
  return verdict === 'no_clear_difference' && low !== null && high !== null && (Math.round(low * 100) > 0 || Math.round(high * 100) < 0);
}

/** Towards more people. */
export function isUpward(verdict: Verdict): boolean {
  return verdict === 'do_more' || verdict === 'improving';
}
