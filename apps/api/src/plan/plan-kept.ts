import type { ExpectedPost } from './likeness.js';
import type { PlanLink } from './match-posts.js';

/** "9 Thursdays out of 10": `kept` of `past`. */
export interface PlanKept {
  past: number;
  kept: number;
  missed: number;
  /** Of those kept, how many rest on a likely link: nobody has confirmed it. */
  keptLikely: number;
}

/**
 * How far an appointment was kept.
 * @param today  local to the channel: the day its posts were last read, where that is earlier. Occurrences of that day and later are neither kept nor missed
 */
export function planKept(occurrences: readonly Pick<ExpectedPost, 'id' | 'day'>[], links: readonly PlanLink[], today: string): PlanKept {
  const past = new Set(occurrences.filter(({ day }) => day < today).map(({ id }) => id));
  const filled = new Map(links.filter(({ planId }) => past.has(planId)).map(({ planId, how }) => [planId, how]));
  return { past: past.size, kept: filled.size, missed: past.size - filled.size, keptLikely: [...filled.values()].filter((how) => how === 'likely').length };
}
