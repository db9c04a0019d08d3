import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peoplePerHundred } from './people-per-hundred.js';

describe('peoplePerHundred', () => {
  it.each([
    { rate: 0, people: 0, filled: 0, words: 'less-than-one' },
    { rate: 0.0049, people: 0, filled: 0, words: 'less-than-one' },
    { rate: 0.005, people: 1, filled: 1, words: 'count' },
    { rate: 0.055, people: 6, filled: 6, words: 'count' },
    { rate: 0.285, people: 29, filled: 29, words: 'count' }, // by hand: 28.5, rounded up
    { rate: 0.994, people: 99, filled: 99, words: 'count' },
    { rate: 0.996, people: 100, filled: 100, words: 'all-or-more' },
    { rate: 2.5, people: 250, filled: 100, words: 'all-or-more' },
  ])('of $rate fills $filled', ({ rate, ...expected }) => {
    expect(peoplePerHundred(rate)).toEqual(expected);
  });

  it('never fills fewer for a higher rate', () => {
    const rate = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(fc.property(rate, rate, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(peoplePerHundred(low).filled).toBeLessThanOrEqual(peoplePerHundred(high).filled);
    }));
  });
});
