import type { PlanLine, Recommendation } from '@portee/shared';

/** What a line born from a recommendation is. */
export function lineKindOf(dimension: Recommendation['dimension']): PlanLine['kind'] {
  if (dimension === 'rendezvous') return 'appointment';
  return dimension === 'paid' ? 'push' : 'rule';
}
