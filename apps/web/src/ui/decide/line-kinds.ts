import type { PlanLine, Recommendation } from '@portee/shared';

/** What a line born from a recommendation is. */
export function lineKindOf({ dimension, verdict }: Pick<Recommendation, 'dimension' | 'verdict'>): PlanLine['kind'] {
  if (verdict === 'test') return 'experiment';
  if (dimension === 'rendezvous') return 'appointment';
  return dimension === 'paid' ? 'push' : 'rule';
}
