import { type Arm, drawArms, type DrawnSlot, extendDraw } from '../../../apps/api/src/plan/draw-arms.js';
import { effectOf, meanDifference, sideOf } from '../../../apps/api/src/plan/mean-difference.js';
import { blocksMissing, type DrawnPost, type ExperimentReading, readExperiment } from '../../../apps/api/src/plan/read-experiment.js';
import { experimentSize } from '../../../apps/api/src/recommendations/experiment-size.js';
import { logRate } from '../../../apps/api/src/recommendations/model-post.js';
import { Random, seedOf } from '../recommendations/random.js';
import { type Channel, inventChannel, inventNoise, inventWeeks, reachOf } from './invent-rates.js';
import type { ExperimentWorld } from './worlds.js';

/** One experiment, from its draw to its reading. */
export interface PlayedExperiment {
  isCovered: boolean;
  /** The interval holds what the level would do if each post were published as drawn. */
  isFullCovered: boolean;
  isFalse: boolean;
  isSeen: boolean;
  /** The interval leaves 0 out where posts are counted in the arm in which they were published. */
  isFalseAsPublished: boolean;
  /** A team that looks every week, and stops when the interval leaves 0 out, is told so at least once. */
  isFalsePeeking: boolean;
  eachArm: number;
  width: number;
}

const BLOCKS_A_WEEK = 2;
const OTHERWISE = 0.15;
const DELETED = 0.05;
/** By how many of its sigmas a post must promise more than usual to be published where the team believes it does best. */
const PROMISING = 0.7;
const PAST_POSTS = 100;
const MOST_WEEKS = 600;

export function playExperiment(world: ExperimentWorld, number: number): PlayedExperiment {
  const random = new Random(seedOf(world.name, number));
  const channel = inventChannel(random);
  const { eachArm } = experimentSize({ effect: world.planned, sigma: pastSigma(channel, world, random), postsAMonth: 17 });
  const weeks = inventWeeks(MOST_WEEKS, world.noise, random);
  let draw = drawArms(seedOf(`${world.name} draw`, number), eachArm);
  const posts: DrawnPost[] = [];
  let isPeekSeen = false;
  for (let block = 1; ; block += 1) {
    const shock = weeks[Math.floor((block - 1) / BLOCKS_A_WEEK)] ?? 0;
    for (const slot of draw.slots.slice(2 * block - 2, 2 * block)) posts.push(publish(slot, { world, channel, shock, random }));
    isPeekSeen ||= block % BLOCKS_A_WEEK === 0 && isSeenAt(posts);
    const reading = readExperiment({ eachArm, posts, end: 'open' });
    if (reading.state === 'tested') return score(reading, world, { posts, isPeekSeen, eachArm });
    if (2 * block === draw.slots.length) draw = extendDraw(draw, blocksMissing(reading));
  }
}

/** As the model would have it from the posts before: with its viral ones and its weeks. */
function pastSigma(channel: Channel, { noise }: ExperimentWorld, random: Random): number {
  const weeks = inventWeeks(PAST_POSTS / 4, noise, random);
  const rates = Array.from({ length: PAST_POSTS }, (_, index) => (weeks[Math.floor(index / 4)] ?? 0) + inventNoise(channel, noise, random));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / PAST_POSTS;
  return Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (PAST_POSTS - 1));
}

function publish({ arm }: DrawnSlot, { world, channel, shock, random }: { world: ExperimentWorld; channel: Channel; shock: number; random: Random }): DrawnPost {
  const noise = inventNoise(channel, world.noise, random);
  const isMoved = world.otherwise === 'by chance' ? random.chance(OTHERWISE) : arm === 'against' && noise > PROMISING * channel.sigma;
  const publishedIn: Arm = isMoved ? (arm === 'level' ? 'against' : 'level') : arm;
  const reach = reachOf(channel, shock + noise + (publishedIn === 'level' ? Math.log1p(world.effect) : 0));
  const ineligible = random.chance(DELETED) ? 'deleted' : null;
  return { arm, isGivenUp: false, post: { reach, followers: channel.followers, ineligible, publishedIn } };
}

function isSeenAt(posts: readonly DrawnPost[]): boolean {
  const reading = readExperiment({ eachArm: 10, posts, end: 'open' });
  return reading.state === 'tested' && reading.verdict !== 'no_clear_difference';
}

function score(reading: Extract<ExperimentReading, { state: 'tested' }>, world: ExperimentWorld, { posts, isPeekSeen, eachArm }: { posts: readonly DrawnPost[]; isPeekSeen: boolean; eachArm: number }): PlayedExperiment {
  const [low, high, full] = [Math.log1p(reading.low), Math.log1p(reading.high), Math.log1p(world.effect)];
  // Those published otherwise take as much from one arm as they give to the other.
  const drawn = world.otherwise === 'by chance' ? (1 - 2 * OTHERWISE) * full : full;
  const isNull = world.effect === 0;
  return {
    isCovered: low <= drawn && drawn <= high, isFullCovered: low <= full && full <= high, isFalse: isNull && reading.verdict !== 'no_clear_difference', isSeen: reading.verdict === 'do_more',
    isFalseAsPublished: isNull && sideOf(asPublished(posts)) !== 'no_clear_difference', isFalsePeeking: isNull && isPeekSeen, eachArm, width: high - low,
  };
}

function asPublished(posts: readonly DrawnPost[]) {
  const ratesOf = (arm: Arm): number[] => posts.flatMap(({ post }) => (post !== null && post.ineligible === null && post.publishedIn === arm ? [logRate({ reach: post.reach ?? 0, followers: post.followers ?? 1 })] : []));
  return effectOf(meanDifference(ratesOf('level'), ratesOf('against')));
}
