import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organicAndUnknownFigure, reachFigures, type RatedPost } from './reach-figures.js';

function post(reach: number, more: Partial<RatedPost> = {}): RatedPost {
  return { paid: false, reach, reachOrganic: null, reachFollowers: null, followers: 1000, followersEstimated: false, ...more };
}

const ratedPost = fc.record({
  paid: fc.option(fc.boolean()), reach: fc.nat(5000), reachOrganic: fc.option(fc.nat(5000)), reachFollowers: fc.option(fc.nat(5000)),
  followers: fc.integer({ min: 50, max: 5000 }), followersEstimated: fc.boolean(),
});

describe('reachFigures', () => {
  const posts = [
    ...[40, 50, 60, 70, 80].map((reach) => post(reach)),
    ...[300, 310, 320, 330, 340].map((reach) => post(reach, { paid: true, reachOrganic: 10 })),
    ...[100, 90].map((reach) => post(reach, { paid: null })),
  ];

  it('keeps pushed posts out of the organic median and their organic part out of everything', () => {
    const figures = reachFigures(posts);
    expect(figures.organic).toEqual({ median: 0.06, low: 0.04, high: 0.08, posts: 5 }); // by hand: third of five
    expect(figures.paid.median).toBe(0.32);
    expect(figures.unknown).toEqual({ median: null, low: null, high: null, posts: 2 });
    expect(figures.all).toMatchObject({ median: 0.095, posts: 12 }); // by hand: half-way between 90 and 100
  });

  it('takes the organic part of an unpushed post where the network splits it', () => {
    expect(reachFigures([40, 50, 60, 70, 80].map((reach) => post(reach, { reachOrganic: reach - 10 }))).organic.median).toBe(0.05);
  });

  it('counts followers reached only where they are told', () => {
    const told = [10, 20, 30, 40, 50].map((reachFollowers) => post(100, { reachFollowers }));
    expect(reachFigures([...told, post(100), post(100)]).followersReached).toMatchObject({ median: 0.03, posts: 5 });
  });

  it('says so when one of the follower counts was read later', () => {
    expect(reachFigures(posts).followersEstimated).toBe(false);
    expect(reachFigures([...posts, post(1, { followersEstimated: true })]).followersEstimated).toBe(true);
  });

  it('does not depend on the order, and puts each post in one of three classes', () => {
    fc.assert(fc.property(fc.array(ratedPost), (given) => {
      const figures = reachFigures(given);
      expect(reachFigures(given.toReversed())).toEqual(figures);
      expect(figures.organic.posts + figures.paid.posts + figures.unknown.posts).toBe(figures.all.posts);
      expect(organicAndUnknownFigure(given).posts).toBe(figures.organic.posts + figures.unknown.posts);
    }));
  });
});

describe('organicAndUnknownFigure', () => {
  it('leaves out pushed posts alone', () => {
    const given = [post(40), post(50), post(900, { paid: true }), ...[60, 70, 80].map((reach) => post(reach, { paid: null }))];
    expect(organicAndUnknownFigure(given)).toMatchObject({ median: 0.06, posts: 5 });
  });
});
