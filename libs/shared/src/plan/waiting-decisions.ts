import type { RecommendationDecision } from '../contract/plan-line.contract.js';
import type { Recommendation } from '../contract/recommendation.contract.js';

type Standing = Pick<RecommendationDecision, 'decision' | 'until' | 'said'>;

/**
 * Whether a recommendation waits for the team: it says something to do, and nothing stands decided of it. A postponed one waits again
 * from its day on. One that was decided waits again once it says something else to do than it did: a test that became a solid sign,
 * more that became less.
 * @param standing  what was last decided of it; undefined: nothing
 * @param today     local day of the organisation
 */
export function isWaiting({ verdict }: Pick<Recommendation, 'verdict'>, standing: Standing | undefined, today: string): boolean {
  if (verdict !== 'do_more' && verdict !== 'do_less' && verdict !== 'test') return false;
  if (standing === undefined) return true;
  if (standing.decision === 'postponed' && standing.until !== null && standing.until <= today) return true;
  return verdict !== 'test' && verdict !== standing.said.verdict;
}
