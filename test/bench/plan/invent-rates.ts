import type { Random } from '../recommendations/random.js';
import type { Noise } from './worlds.js';

/** A channel as its posts scatter. */
export interface Channel {
  followers: number;
  /** Logarithm of its usual reach rate. */
  base: number;
  sigma: number;
}

export function inventChannel(random: Random): Channel {
  return { followers: Math.max(300, Math.round(Math.exp(random.normal(Math.log(1500), 0.8)))), base: Math.log(0.055) + random.normal(0, 0.3), sigma: random.uniform(0.6, 1.1) };
}

/** What makes one post differ from another of the same channel and week. */
export function inventNoise({ sigma }: Channel, { viral }: Noise, random: Random): number {
  return random.normal(0, sigma) + (random.chance(viral.probability) ? random.exponential(viral.mean) : 0);
}

/** What the posts of each week have in common; as spread from the first week on as later. */
export function inventWeeks(number: number, { weeks: { spread, kept } }: Noise, random: Random): number[] {
  let shock = random.normal(0, spread);
  return Array.from({ length: number }, () => {
    const now = shock;
    shock = kept * shock + random.normal(0, spread * Math.sqrt(1 - kept * kept));
    return now;
  });
}

/** People are whole. */
export function reachOf({ followers, base }: Channel, logEffect: number): number {
  return Math.round(followers * Math.exp(base + logEffect));
}
