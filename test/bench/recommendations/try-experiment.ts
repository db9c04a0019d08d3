import { adviseChannel } from '../../../apps/api/src/recommendations/advise.js';
import { experimentSize } from '../../../apps/api/src/recommendations/experiment-size.js';
import { studentQuantile } from '../../../apps/api/src/recommendations/student.js';
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
  const { difference, reach } = readArms(one, other);
  const verdict = difference - reach > 0 ? 'do_more' : difference + reach < 0 ? 'do_less' : 'no_clear_difference';
  return [score({ channel: channel.name, dimension: 'format', level: null, posts: eachArm, verdict, effect: Math.expm1(difference), low: Math.expm1(difference - reach), high: Math.expm1(difference + reach) }, truth)];
}

function inventNoise({ sigma }: InventedChannel, random: Random): number {
  return random.normal(0, sigma) + (random.chance(VIRAL.probability) ? random.exponential(VIRAL.mean) : 0);
}

/** Welch's difference of means, with half the width of its 90 % interval. */
function readArms(one: readonly number[], other: readonly number[]): { difference: number; reach: number } {
  const [a, b] = [momentsOf(one), momentsOf(other)];
  const variance = a.ofMean + b.ofMean;
  const free = variance ** 2 / (a.ofMean ** 2 / (one.length - 1) + b.ofMean ** 2 / (other.length - 1));
  return { difference: a.mean - b.mean, reach: studentQuantile(0.95, free) * Math.sqrt(variance) };
}

function momentsOf(values: readonly number[]): { mean: number; ofMean: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, ofMean: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length };
}
