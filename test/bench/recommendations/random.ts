import { seeded } from '../../../apps/api/src/recommendations/seeded-shuffle.js';

/** Draws of every shape from one stream of chance, the same for the same seed. */
export class Random {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  /** From one value to another, without the latter. */
  uniform(from = 0, to = 1): number {
    return from + (to - from) * this.next();
  }

  normal(mean = 0, sd = 1): number {
    return mean + sd * Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** One of the keys, as likely as its weight. */
  pick<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries<number>(weights);
    let left = this.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key as Key; // eslint-disable-line @typescript-eslint/no-unsafe-type-assertion
    }
    return entries.at(-1)?.[0] as Key; // eslint-disable-line @typescript-eslint/no-unsafe-type-assertion
  }
}
