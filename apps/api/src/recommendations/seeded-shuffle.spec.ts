import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, seededShuffles } from './seeded-shuffle.js';

describe('chance with a seed', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => { const next = seeded(seed); return Array.from({ length: 20 }, () => next()); };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('is from 0 to 1 without 1, and even', () => {
    const next = seeded(5);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const tenth = Math.floor(next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths.reduce((sum, count) => sum + count, 0)).toBe(100_000); // none in an eleventh
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500); // five times the standard deviation of 95
  });
});

describe('shuffles', () => {
  it('keep every value, are as many as asked for, and are the same every time', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (values, times) => {
      const shuffled = seededShuffles(values, times);
      expect(shuffled).toHaveLength(times);
      for (const one of shuffled) expect(one.toSorted((a, b) => a - b)).toEqual(values.toSorted((a, b) => a - b));
      expect(seededShuffles(values, times)).toEqual(shuffled);
    }));
  });

  it('put each value in each place about as often', () => {
    const times = 12_000;
    const counts = Array.from({ length: 16 }, () => 0);
    for (const shuffled of seededShuffles([0, 1, 2, 3], times)) {
      for (const [place, value] of shuffled.entries()) counts[place * 4 + value] = (counts[place * 4 + value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - times / 4)).toBeLessThan(240); // five times the standard deviation of 47
  });
});
