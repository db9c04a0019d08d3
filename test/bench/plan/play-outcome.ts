import { effectOf, meanDifference, sideOf } from '../../../apps/api/src/plan/mean-difference.js';
import { measureOutcome, type OutcomePost } from '../../../apps/api/src/plan/outcome.js';
import { logRate } from '../../../apps/api/src/recommendations/model-post.js';
import { Random, seedOf } from '../recommendations/random.js';
import { type Channel, inventChannel, inventNoise, inventWeeks, reachOf } from './invent-rates.js';
import type { OutcomeWorld } from './worlds.js';

/** What was said of one plan, with a control and from before and after alone. */
export interface PlayedOutcome {
  withControl: SaidOutcome;
  plain: SaidOutcome;
}

export interface SaidOutcome {
  isCovered: boolean;
  isFalse: boolean;
  isSeen: boolean;
}

const STARTED = Date.parse('2026-06-01T00:00:00Z');
const DAY_MS = 86_400_000;
/** On either side of the change. */
const WEEKS = 13;
const KINDS = 4;

/** A channel with what moves it alone, and all the posts of its organisation. */
interface Place {
  channel: Channel;
  channelId: string;
  weeks: readonly number[];
  drift: number;
}

export function playOutcome(world: OutcomeWorld, number: number): PlayedOutcome {
  const random = new Random(seedOf(world.name, number));
  const weeks = inventWeeks(2 * WEEKS, world.noise, random);
  const common = random.normal(0, world.drift);
  const place = (channelId: string): Place => ({ channelId, channel: inventChannel(random), weeks, drift: common + random.normal(0, world.ownDrift) });
  const own = place('own');
  const posts = world.control === 'same channel'
    ? (world.isWorstChosen ? worstChosen(own, world, random) : [...inventCells(own, { isChanged: true, world, random }), ...inventCells(own, { isChanged: false, world, random })])
    : [...inventCells(own, { isChanged: true, world, random }), ...['two', 'three', 'four'].flatMap((id) => inventCells(place(id), { isChanged: false, world, random }))];
  return scoreOutcome(posts, world);
}

/** Posts of one kind on both sides of the change. */
function inventCells(place: Place, { isChanged, world, random }: { isChanged: boolean; world: OutcomeWorld; random: Random }): OutcomePost[] {
  const [fewest, most] = world.cells;
  return [-1, 1].flatMap((side) => Array.from({ length: Math.floor(random.uniform(fewest, most + 1)) }, () => {
    const day = Math.floor(random.uniform(0, 7 * WEEKS));
    const isAfter = side === 1;
    const week = place.weeks[Math.floor(day / 7) + (isAfter ? WEEKS : 0)] ?? 0;
    const moved = isAfter ? place.drift + (isChanged ? Math.log1p(world.effect) : 0) : 0;
    const publishedAt = new Date(STARTED + (isAfter ? day : day - 7 * WEEKS) * DAY_MS);
    return { channelId: place.channelId, publishedAt, isChanged, followers: place.channel.followers, reach: reachOf(place.channel, week + moved + inventNoise(place.channel, world.noise, random)) };
  }));
}

/** Of kinds that are all alike, the one that reached fewest is changed. */
function worstChosen(own: Place, world: OutcomeWorld, random: Random): OutcomePost[] {
  const kinds = Array.from({ length: KINDS }, () => inventCells(own, { isChanged: false, world, random }));
  const before = kinds.map((posts) => meanRate(posts.filter(({ publishedAt }) => publishedAt.getTime() < STARTED)));
  const worst = before.indexOf(Math.min(...before));
  return kinds.flatMap((posts, kind) => posts.map((post) => ({ ...post, isChanged: kind === worst })));
}

function meanRate(posts: readonly OutcomePost[]): number {
  return posts.reduce((sum, post) => sum + logRate(post), 0) / posts.length;
}

function scoreOutcome(posts: readonly OutcomePost[], { effect }: OutcomeWorld): PlayedOutcome {
  const found = measureOutcome({ channelId: 'own', startedAt: new Date(STARTED), posts });
  if (found.kind !== 'measured') throw new Error(`${found.kind} of ${posts.length} posts`);
  const changed = posts.filter(({ isChanged }) => isChanged);
  const ratesOf = (isAfter: boolean): number[] => changed.filter(({ publishedAt }) => publishedAt.getTime() >= STARTED === isAfter).map(logRate);
  const said = ({ low, high }: { low: number; high: number }): SaidOutcome => {
    const side = sideOf({ low, high });
    return { isCovered: low <= effect && effect <= high, isFalse: effect === 0 && side !== 'no_clear_difference', isSeen: side === 'do_more' };
  };
  return { withControl: said(found), plain: said(effectOf(meanDifference(ratesOf(true), ratesOf(false)))) };
}
