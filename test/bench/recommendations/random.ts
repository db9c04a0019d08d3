import { seeded } from '../../../apps/api/src/recommendations/seeded-shuffle.js';

/** Values with how likely each is; the weights need not add up to 1. */
export type Odds<Value> = ReadonlyMap<Value, number>;

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

  pick<Value>(odds: Odds<Value>): Value {
    const entries = [...odds];
    let left = this.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const picked = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked[0];
  }
}

/** The same odds where one value cannot come. */
export function without<Value>(odds: Odds<Value>, value: Value): Odds<Value> {
  return new Map([...odds].filter(([one]) => one !== value));
}

/** A seed of its own for each name and number: a world that is added or left out changes no other. */
export function seedOf(name: string, number: number): number {
  let hash = 2_166_136_261; // FNV-1a
  for (const sign of `${name} ${number}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
