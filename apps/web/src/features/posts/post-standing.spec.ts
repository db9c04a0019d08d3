import type { Post, PostDetail } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { postStanding } from '../../ui/standing/post-standing.js';
import { excerptOf, rateRemarks } from './say-post.js';

const post: Post = {
  id: '1', channelId: '2', externalId: '3', publishedAt: '2026-11-20T17:40:00Z', localDay: '2026-11-20', localTime: '18:40', format: 'photo', text: null, url: null,
  paid: false, followers: 2840, followersEstimated: false, reach: 160, reachOrganic: null, reachPaid: null, reachFollowers: null, views: null, viewsOrganic: null, viewsPaid: null,
  likes: 8, comments: 0, shares: 2, saves: null, clicks: null, reachRate: 0.056, sharesPerLike: null, isFinal: true, ageUnknown: false, ineligible: null,
  observedAt: '2026-11-30T08:00:00Z', deletedAt: null, themes: [],
};

function detail(change: Partial<Post>, usual: PostDetail['usual'] = { median: 0.05, low: 0.04, high: 0.06, posts: 31 }): PostDetail {
  return { post: { ...post, ...change }, readings: [], finalAgeDays: 7, usual, definitions: [] };
}

const nothingUsual = { median: null, low: null, high: null, posts: 3 };

describe('how a post stands', () => {
  it.each([
    { rule: 'inside the interval of the usual', given: detail({}), kind: 'usual' },
    { rule: 'above it', given: detail({ reachRate: 0.061 }), kind: 'above' },
    { rule: 'below it', given: detail({ reachRate: 0.039 }), kind: 'below' },
    { rule: 'a young post is not judged, however well it does', given: detail({ reachRate: 0.3, ineligible: 'growing', isFinal: false }), kind: 'growing' },
    { rule: 'without anything usual it stands alone', given: detail({}, nothingUsual), kind: 'alone' },
    { rule: 'without followers there are people but no rate', given: detail({ reachRate: null, followers: null }), kind: 'reach' },
    { rule: 'reached by nobody is known', given: detail({ reachRate: 0, reach: 0 }), kind: 'below' },
    { rule: 'a reach that is not given is not zero', given: detail({ reachRate: null, reach: null }), kind: 'unknown' },
    { rule: 'no age brings a reach that is not given', given: detail({ reachRate: null, reach: null, ineligible: 'growing', isFinal: false }), kind: 'unknown' },
  ])('$rule', ({ given, kind }) => {
    expect(postStanding(given).kind).toBe(kind);
  });

  it('says from which day a young post is judged', () => {
    expect(postStanding(detail({ ineligible: 'growing' }))).toMatchObject({ day: '2026-11-27' });
  });

  it('says until which day the other figures grow where nobody counts people', () => {
    expect(postStanding(detail({ reachRate: null, reach: null, ineligible: 'growing' }))).toMatchObject({ day: '2026-11-27' });
    expect(postStanding(detail({ reachRate: null, reach: null, ineligible: 'no-reach' }))).toMatchObject({ day: null });
  });
});

describe('what is said beside a rate', () => {
  it.each([
    { of: 'a settled post', change: {}, said: [] },
    { of: 'a young one', change: { ineligible: 'growing', isFinal: false }, said: ['posts.rate.growing'] },
    { of: 'a young one whose people nobody counts', change: { ineligible: 'growing', isFinal: false, reach: null, reachRate: null }, said: ['posts.out.no-reach', 'posts.rate.othersGrowing'] },
    { of: 'an old one whose people nobody counts', change: { ineligible: 'no-reach', reach: null, reachRate: null }, said: ['posts.out.no-reach'] },
    { of: 'a young one without followers', change: { ineligible: 'growing', isFinal: false, followers: null, reachRate: null }, said: ['posts.rate.growing'] },
    { of: 'a deleted one', change: { ineligible: 'deleted', reach: null, reachRate: null }, said: ['posts.out.deleted'] },
  ] as const)('of $of is $said', ({ change, said }) => {
    expect(rateRemarks({ ...post, ...change }, (key) => key)).toEqual(said);
  });
});

describe('excerptOf', () => {
  it('cuts between two words and says nothing of a text of blanks', () => {
    expect(excerptOf('Concert de saison\nsoirée d’ouverture', 20)).toBe('Concert de saison…');
    expect(excerptOf('Court', 20)).toBe('Court');
    expect(excerptOf(' \n ')).toBeNull();
  });
});
