import { type InventedChannel, inventChannel } from './invent-channel.js';
import { Random, seedOf } from './random.js';
import type { World } from './worlds.js';

const USUAL_RATE = Math.log(0.055);
const SPREAD_OF_RATES = 0.3;

/** The channels of one organisation of a world, always the same for the same number: one, or those to be compared. */
export function inventOrganisation(world: World, number: number): InventedChannel[] {
  const random = new Random(seedOf(world.name, number));
  const base = USUAL_RATE + random.normal(0, SPREAD_OF_RATES);
  const { levels = [0] } = world;
  return levels.map((level, index) => inventChannel(world, random, { name: `${world.name} ${number}${levels.length > 1 ? `.${index + 1}` : ''}`, base: base + level, level }));
}
