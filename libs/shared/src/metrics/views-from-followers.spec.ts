import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewsFromFollowers } from './views-from-followers.js';

describe('viewsFromFollowers', () => {
  it('weighs each post by its views', () => {
    const posts = [{ views: 900, viewsFollowers: 600 }, { views: 100, viewsFollowers: 20 }];
    expect(viewsFromFollowers(posts)).toEqual({ share: 0.62, posts: 2 }); // by hand: 620 / 1000
  });

  it('leaves out posts where only one of both is told', () => {
    const posts = [{ views: 100, viewsFollowers: 50 }, { views: 5000, viewsFollowers: null }, { views: null, viewsFollowers: 40 }];
    expect(viewsFromFollowers(posts)).toEqual({ share: 0.5, posts: 1 });
  });

  it('is unknown when nothing is told or nothing was viewed', () => {
    expect(viewsFromFollowers([])).toBeNull();
    expect(viewsFromFollowers([{ views: 0, viewsFollowers: 0 }])).toBeNull();
  });

  it('does not depend on the order of posts', () => {
    const figure = fc.option(fc.nat(1000));
    fc.assert(fc.property(fc.array(fc.record({ views: figure, viewsFollowers: figure })), (posts) => {
      expect(viewsFromFollowers(posts.toReversed())).toEqual(viewsFromFollowers(posts));
    }));
  });
});
