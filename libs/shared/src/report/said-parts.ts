import type { ChannelOutlook, Verdict } from '../contract/recommendation.contract.js';

/** What must be known of a channel beside one of its records to say it. A `ChannelOutlook` has it all. */
export type AdviceContext = Pick<ChannelOutlook, 'basis' | 'test' | 'trend' | 'givesReach'>;

/** Title, and the sentences of the text. `hasRange`: one of them says « probablement ». */
export interface SaidParts { title: string; sentences: string[]; hasRange: boolean }

/** Towards more people. */
export function isUpward(verdict: Verdict): boolean {
  return verdict === 'do_more' || verdict === 'improving';
}
