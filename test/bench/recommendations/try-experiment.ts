import { effectOf, meanDifference, sideOf } from '../../../apps/api/src/plan/mean-difference.js';
import { adviseChannel } from '../../../apps/api/src/recommendations/advise.js';
import { experimentSize } from '../../../apps/api/src/recommendations/experiment-size.js';
import type { InventedChannel } from './invent-channel.js';
import { Random, seedOf } from './random.js';
import { score, type ScoredLevel } from './score-levels.js';
import type { World } from './worlds.js';

const VIRAL = { probability: 0.03, mean: 1 };
/** Without any model of the channel. */
const USUAL_SIGMA = 0.9;

/** An experiment as large as the scatter of the channel's past asks, published in pairs whose order is drawn, and read once. */
export function tryExperiment(world: World, channel: InventedChannel): ScoredLevel[] {
  if (world.experiment === undefined) return [];
  const { planned, effect } = world.experiment;
  const sigma = adviseChannel(channel.settled).sigma ?? USUAL_SIGMA;
  const { eachArm } = experimentSize({ effect: planned, sigma, postsAMonth: world.posts / world.months });
  const pairsAWeek = Math.max(1, Math.round(world.posts / world.months / 4.35 / 2));
  const random = new Random(seedOf(`${channel.name} experiment`, 1));
  const truth = Math.log1p(effect);
  const [one, other]: [number[], number[]] = [[], []];
  let shock = 0;
  for (let pair = 0; pair < eachArm; pair += 1) {
    if (pair % pairsAWeek === 0) shock = random.normal(0, world.weekShock);
    one.push(truth + shock + inventNoise(channel, random));
    other.push(shock + inventNoise(channel, random));
  }
  const found = effectOf(meanDifference(one, other));
  return [score({ channel: channel.name, dimension: 'format', level: null, posts: eachArm, verdict: sideOf(found), ...found }, truth)];
}

function inventNoise({ sigma }: InventedChannel, random: Random): number {
  return random.normal(0, sigma) + (random.chance(VIRAL.probability) ? random.exponential(VIRAL.mean) : 0);
}
