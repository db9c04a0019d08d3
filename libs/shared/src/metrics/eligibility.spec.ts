import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ineligibleReason } from './eligibility.js';
import { reachRate } from './reach-rate.js';

const counted = { isDeleted: false, isStory: false, isShare: false, isFinal: true, readLate: false, reach: 66, followers: 1200 };

describe('ineligibleReason', () => {
  it.each([
    { given: {}, reason: null },
    { given: { reach: 0 }, reason: null }, // measured: nobody saw it
    { given: { followers: 50 }, reason: null },
    { given: { followers: 49 }, reason: 'few-followers' },
    { given: { followers: null }, reason: 'no-followers' },
    { given: { reach: null }, reason: 'no-reach' },
    { given: { readLate: true }, reason: 'read-late' },
    { given: { isFinal: false }, reason: 'growing' },
    { given: { isShare: true }, reason: null }, // shared, but with a reach of its own
    { given: { isShare: true, reach: null }, reason: 'shared-post' },
    { given: { isStory: true }, reason: 'story' },
    { given: { isDeleted: true }, reason: 'deleted' },
  ])('of $given is $reason', ({ given, reason }) => {
    expect(ineligibleReason({ ...counted, ...given })).toBe(reason);
  });

  it('gives the first reason in the order of the README', () => {
    const everything = { isDeleted: true, isStory: true, isShare: true, isFinal: false, readLate: true, reach: null, followers: null };
    const lifted = [{}, { isDeleted: false }, { isStory: false }, { isShare: false }, { isFinal: true }, { readLate: false }, { reach: 1 }, { followers: 3 }, { followers: 300 }];
    let post = { ...everything, reach: null as number | null, followers: null as number | null };
    const reasons = lifted.map((cure) => ineligibleReason((post = { ...post, ...cure })));
    expect(reasons).toEqual(['deleted', 'story', 'shared-post', 'growing', 'read-late', 'no-reach', 'no-followers', 'few-followers', null]);
  });

  it('lets no post through that has no rate', () => {
    const count = fc.option(fc.nat(300));
    fc.assert(fc.property(count, count, (reach, followers) => {
      const counts = ineligibleReason({ ...counted, reach, followers }) === null;
      expect(counts).toBe(reachRate(reach, followers) !== null);
    }));
  });
});
