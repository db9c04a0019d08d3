import type { IneligibleReason, Post } from '@portee/shared';

/**
 * Why a post stays out of the medians, as a reader must hear it. Without a known reach time mends nothing: most such networks
 * never tell it, so that « grandit encore » would promise a rate that does not come. What else grows is said beside it.
 */
export function whyOut({ ineligible, reach }: Pick<Post, 'ineligible' | 'reach'>): IneligibleReason | null {
  return ineligible === 'growing' && reach === null ? 'no-reach' : ineligible;
}
