import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsInStandIn, interactionsPerFollower } from './interactions-per-follower.js';

const told = { likes: 12, comments: 1, shares: 7, followers: 400 };

describe('interactionsPerFollower', () => {
  it('adds likes, comments and shares and divides by followers', () => {
    expect(interactionsPerFollower(told)).toBe(0.05); // by hand: 12 + 1 + 7 = 20, 20 / 400
  });

  it.each(['likes', 'comments', 'shares', 'followers'] as const)('is unknown when %s are', (figure) => {
    expect(interactionsPerFollower({ ...told, [figure]: null })).toBeNull();
  });

  it('is not given under fifty followers', () => {
    expect(interactionsPerFollower({ ...told, followers: 49 })).toBeNull();
  });

  it('keeps its value when everything grows alike', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), (times) => {
      const grown = { likes: 12 * times, comments: times, shares: 7 * times, followers: 400 * times };
      expect(interactionsPerFollower(grown)).toBeCloseTo(0.05, 12);
    }));
  });
});

describe('countsInStandIn', () => {
  it('keeps a settled post without reach, not a growing or deleted one', () => {
    expect(([null, 'no-reach', 'growing', 'deleted', 'story'] as const).map(countsInStandIn)).toEqual([true, true, false, false, false]);
  });
});
