import { matchPosts, type PlanLink } from '../../../apps/api/src/plan/match-posts.js';
import { planKept } from '../../../apps/api/src/plan/plan-kept.js';
import { type InventedYear, inventYear } from './invent-year.js';
import type { MatchingWorld } from './worlds.js';

/** What a year's matching said beside what happened. */
export interface PlayedMatching {
  plans: number;
  /** Plans linked to their own post, or to none where none was published. */
  right: number;
  rightNearest: number;
  certain: number;
  certainRight: number;
  likely: number;
  likelyRight: number;
  /** Posts published after the midnight of their day. */
  past: number;
  /** Occurrences of the appointment by which "46 of 52" is wrong. */
  keptOff: number;
}

const AFTER_THE_YEAR = '2027-02-01';

export function playMatching(world: MatchingWorld, number: number): PlayedMatching {
  const year = inventYear(world, number);
  const { links } = matchPosts({ planned: year.planned, published: year.published, byHand: [] });
  const isRight = ({ planId, postId }: PlanLink): boolean => year.truth.get(planId) === postId;
  const [certain, likely] = [links.filter(({ how }) => how === 'certain'), links.filter(({ how }) => how === 'likely')];
  const occurrences = year.planned.filter(({ id }) => year.appointment.has(id));
  const dayOf = new Map(year.published.map(({ id, localDay }) => [id, localDay]));
  return {
    plans: year.planned.length, right: rightOf(year, new Map(links.map(({ planId, postId }) => [planId, postId]))), rightNearest: rightOf(year, nearestFirst(year)),
    certain: certain.length, certainRight: certain.filter(isRight).length, likely: likely.length, likelyRight: likely.filter(isRight).length,
    past: year.planned.filter(({ id, day }) => { const post = year.truth.get(id); return typeof post === 'string' && dayOf.get(post) !== day; }).length,
    keptOff: Math.abs(planKept(occurrences, links, AFTER_THE_YEAR).kept - occurrences.filter(({ id }) => year.truth.get(id) !== null).length),
  };
}

function rightOf({ planned, truth }: InventedYear, found: ReadonlyMap<string, string>): number {
  return planned.filter(({ id }) => truth.get(id) === (found.get(id) ?? null)).length;
}

/** What a simpler program would do: each plan in turn takes the nearest post of its channel and day that is left. */
function nearestFirst({ planned, published }: InventedYear): Map<string, string> {
  const byDay = Map.groupBy(published, ({ channelId, localDay }) => `${channelId} ${localDay}`);
  const taken = new Set<string>();
  return new Map(planned.flatMap(({ id, channelId, day, at }) => {
    const free = (byDay.get(`${channelId} ${day}`) ?? []).filter((post) => !taken.has(post.id));
    const [nearest] = free.toSorted((a, b) => Math.abs(a.publishedAt.getTime() - at.getTime()) - Math.abs(b.publishedAt.getTime() - at.getTime()));
    if (nearest === undefined) return [];
    taken.add(nearest.id);
    return [[id, nearest.id] as const];
  }));
}
