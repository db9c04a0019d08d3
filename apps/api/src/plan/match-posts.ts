import { assignRows } from './assign.js';
import { compare, type Kinship, type ExpectedPost, type PublishedPost } from './likeness.js';

/** Made by a person; `planId` null: the post fills no plan, whatever it looks like. At most one for each post and each plan. */
export interface HandLink {
  postId: string;
  planId: string | null;
}

/** `certain`: same channel, within half an hour, same format or series. `likely`: same channel and local day. `hand`: somebody says so. */
export interface PlanLink {
  postId: string;
  planId: string;
  how: Kinship | 'hand';
}

export interface Matching {
  /** By plan, in the order of their instants. */
  links: readonly PlanLink[];
  /** Ids, in the order of their instants. */
  unlinkedPosts: readonly string[];
  unlinkedPlans: readonly string[];
}

export interface MatchingInput {
  planned: readonly ExpectedPost[];
  published: readonly PublishedPost[];
  byHand: readonly HandLink[];
}

interface Pair {
  plan: ExpectedPost;
  post: PublishedPost;
  how: Kinship;
  cost: number;
}

/** One link more outweighs any likeness, and a certain one any number of likely ones. */
const LINK = 1e5;
const CERTAIN = 1e9;

/**
 * Which published post fills which plan: one fills one, and the best for all together. As many certain links as can be, then as many likely ones,
 * then the most alike. The order of what is given changes nothing; what people linked stays, and neither end of it is looked at again.
 */
export function matchPosts({ planned, published, byHand }: MatchingInput): Matching {
  const plans = planned.toSorted(byInstantThenId);
  const posts = published.map((post) => ({ ...post, at: post.publishedAt })).toSorted(byInstantThenId);
  const [takenPlans, takenPosts] = [new Set(byHand.map(({ planId }) => planId)), new Set(byHand.map(({ postId }) => postId))];
  const pairs = pairsOf(plans.filter(({ id }) => !takenPlans.has(id)), posts.filter(({ id }) => !takenPosts.has(id)));
  const found = groupsOf(pairs).flatMap(bestOf).map(({ plan, post, how }): PlanLink => ({ postId: post.id, planId: plan.id, how }));
  const hand = byHand.flatMap(({ postId, planId }): PlanLink[] => (planId === null ? [] : [{ postId, planId, how: 'hand' }]));
  const order = new Map(plans.map(({ id }, index) => [id, index]));
  const links = [...found, ...hand].toSorted((one, other) => (order.get(one.planId) ?? Infinity) - (order.get(other.planId) ?? Infinity) || (one.planId < other.planId ? -1 : 1));
  const [linkedPosts, linkedPlans] = [new Set(links.map(({ postId }) => postId)), new Set(links.map(({ planId }) => planId))];
  const unlinked = (all: readonly { id: string }[], linked: ReadonlySet<string>): string[] => all.flatMap(({ id }) => (linked.has(id) ? [] : [id]));
  return { links, unlinkedPosts: unlinked(posts, linkedPosts), unlinkedPlans: unlinked(plans, linkedPlans) };
}

/** Those that may belong together. A post within half an hour is of the same day, or of the one before or after. */
function pairsOf(plans: readonly ExpectedPost[], posts: readonly PublishedPost[]): Pair[] {
  const byChannel = Map.groupBy(posts, ({ channelId }) => channelId);
  const nearby = new Map([...byChannel].map(([channelId, ofChannel]) => [channelId, Map.groupBy(ofChannel, ({ publishedAt }) => utcDay(publishedAt))]));
  return plans.flatMap((plan) => [-1, 0, 1].flatMap((later) => (nearby.get(plan.channelId)?.get(utcDay(plan.at) + later) ?? []).flatMap((post) => {
    const likeness = compare(plan, post);
    return likeness === null ? [] : [{ plan, post, ...likeness }];
  })));
}

const DAY_MS = 86_400_000;

function utcDay(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS);
}

/** Pairs that share a plan or a post, directly or through others: what is chosen in one group changes nothing in another. */
function groupsOf(pairs: readonly Pair[]): Pair[][] {
  const groupOf = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const [one = [], other = []] = [groupOf.get(`plan ${pair.plan.id}`), groupOf.get(`post ${pair.post.id}`)];
    const [larger, smaller] = one.length >= other.length ? [one, other] : [other, one];
    for (const joined of larger === smaller ? [pair] : [...smaller, pair]) {
      larger.push(joined);
      groupOf.set(`plan ${joined.plan.id}`, larger);
      groupOf.set(`post ${joined.post.id}`, larger);
    }
  }
  return [...new Set(groupOf.values())];
}

/** Of a group, the pairs that are kept. */
function bestOf(pairs: readonly Pair[]): Pair[] {
  const [first] = pairs;
  if (first === undefined || pairs.length === 1) return [...pairs];
  const plans = [...new Set(pairs.map(({ plan }) => plan))].toSorted(byInstantThenId);
  const posts = [...new Set(pairs.map(({ post }) => post))].toSorted((one, other) => byInstantThenId({ ...one, at: one.publishedAt }, { ...other, at: other.publishedAt }));
  const [rowOf, columnOf] = [new Map(plans.map((plan, index) => [plan, index])), new Map(posts.map((post, index) => [post, index]))];
  // A plan may stay without a post: as many empty columns as there are plans.
  const costs = plans.map(() => Array.from({ length: posts.length + plans.length }, () => 0));
  const known = new Map<string, Pair>();
  for (const pair of pairs) {
    const [row, column] = [rowOf.get(pair.plan) ?? 0, columnOf.get(pair.post) ?? 0];
    const line = costs[row];
    if (line) line[column] = pair.cost - (pair.how === 'certain' ? CERTAIN : LINK);
    known.set(`${row} ${column}`, pair);
  }
  return assignRows(costs).flatMap((column, row) => known.get(`${row} ${column}`) ?? []);
}

function byInstantThenId(one: { at: Date; id: string }, other: { at: Date; id: string }): number {
  return one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : Number(one.id > other.id));
}
