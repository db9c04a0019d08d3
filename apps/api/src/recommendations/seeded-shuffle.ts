const SEED = 1;

/** So many orders of the same values, by chance that is the same each time: the same figures give the same advice. */
export function seededShuffles(values: readonly number[], times: number): number[][] {
  const next = seeded(SEED);
  return Array.from({ length: times }, () => {
    const shuffled = [...values];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      const value = shuffled[last] ?? 0;
      shuffled[last] = shuffled[other] ?? 0;
      shuffled[other] = value;
    }
    return shuffled;
  });
}

/** Chance that is the same for the same seed, from 0 to 1 without 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
