import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../core/answer-draft.js';
import { instagramInsights, type InstagramInsights, instagramMedia, instagramMediaPage } from './instagram.answers.js';
import { formatOf, joinDays, toFollowersReached, toPost, toReachedDays } from './instagram.mapping.js';

const OBSERVED = new Date('2026-11-23T11:00:00Z');
const draft = () => new AnswerDraft(OBSERVED);
const insights = (...data: object[]): InstagramInsights => instagramInsights.parse({ data });
const media = (fields: object) => instagramMedia.parse({ id: '18000000000000001', timestamp: '2026-11-12T18:30:00+0000', ...fields });
const lifetime = (name: string, value: unknown) => ({ name, period: 'lifetime', values: [{ value }] });
const partedInto = (results: object[]) => insights({ name: 'reach', period: 'day', total_value: { value: 612, breakdowns: [{ dimension_keys: ['follow_type'], results }] } });

describe('a media of Instagram', () => {
  it('becomes a reading: nothing of it tells of money', () => {
    const post = toPost(media({ caption: 'Concert', media_type: 'IMAGE', media_product_type: 'FEED', permalink: 'https://www.instagram.com/p/AAA/', like_count: 41, comments_count: 3, insights: { data: [lifetime('reach', 388), lifetime('views', 520), lifetime('saved', 7), lifetime('shares', 0)] } }), null, draft());
    expect(post).toMatchObject({ externalId: '18000000000000001', publishedAt: new Date('2026-11-12T18:30:00Z'), format: 'photo', text: 'Concert', paid: null, observedAt: OBSERVED });
    expect(post?.figures).toMatchObject({ reach: 388, views: 520, likes: 41, comments: 3, saves: 7, shares: 0, clicks: null, viewsOrganic: null, watchTimeSeconds: null });
  });

  it('takes what was asked apart, and milliseconds as seconds', () => {
    const more = insights(lifetime('ig_reels_video_view_total_time', 6_400_499), lifetime('reach', 90));
    expect(toPost(media({ media_product_type: 'REELS' }), more, draft())).toMatchObject({ format: 'short_video', figures: { watchTimeSeconds: 6400, reach: 90, likes: null } });
  });

  it.each([
    { fields: { media_type: 'VIDEO', media_product_type: 'REELS' }, format: 'short_video' }, { fields: { media_type: 'IMAGE', media_product_type: 'STORY' }, format: 'story' },
    { fields: { media_type: 'CAROUSEL_ALBUM', media_product_type: 'FEED' }, format: 'album' }, { fields: { media_type: 'VIDEO' }, format: 'video' },
    { fields: { media_type: '__proto__' }, format: 'other' }, { fields: {}, format: null },
  ])('is of format $format: $fields', ({ fields, format }) => expect(formatOf(media(fields))).toBe(format));
});

describe('the days of an account', () => {
  it('are cut at midnight in California', () => {
    const series = insights({ name: 'reach', values: [{ value: 98, end_time: '2026-11-20T08:00:00+0000' }, { value: 131, end_time: '2026-11-21T08:00:00+0000' }] });
    expect(toReachedDays(series, draft(), { since: '2026-11-20', until: '2026-11-23' })).toEqual([expect.objectContaining({ day: '2026-11-20', reach: 131 })]);
  });

  it('tell the followers among the people reached, and never guess them', () => {
    expect(toFollowersReached(partedInto([{ dimension_values: ['NON_FOLLOWER'], value: 181 }, { dimension_values: ['FOLLOWER'], value: 431 }]), draft(), '2026-11-20')).toMatchObject({ day: '2026-11-20', followersReached28Days: 431, reach: null });
    expect(toFollowersReached(partedInto([{ dimension_values: ['NON_FOLLOWER'], value: 181 }]), draft(), '2026-11-20')).toBeNull();
    expect(toFollowersReached(insights({ name: 'reach', total_value: { value: 0 } }), draft(), '2026-11-20')).toBeNull();
  });

  it('are one reading each', () => {
    const reached = toReachedDays(insights({ name: 'reach', values: [{ value: 98, end_time: '2026-11-20T08:00:00+0000' }] }), draft(), { since: '2026-11-01', until: '2026-11-23' });
    const ends = [toFollowersReached(partedInto([{ dimension_values: ['FOLLOWER'], value: 431 }]), draft(), '2026-11-19')].filter((end) => end !== null);
    expect(joinDays(reached, ends)).toEqual([expect.objectContaining({ day: '2026-11-19', reach: 98, followersReached28Days: 431 })]);
    expect(joinDays([], ends)).toHaveLength(1);
  });
});

it('bears any answer: figures are whole, from 0 on, or unknown', () => {
  const value = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.jsonValue());
  const insight = fc.record({ name: fc.constantFrom('reach', 'views', 'saved', 'ig_reels_video_view_total_time'), values: fc.array(fc.record({ value, end_time: fc.oneof(fc.date({ noInvalidDate: true }).map((at) => at.toISOString()), fc.string()) }, { requiredKeys: [] })), total_value: fc.oneof(fc.constant(null), fc.record({ breakdowns: fc.array(fc.record({ dimension_keys: fc.constant(['follow_type']), results: fc.array(fc.record({ dimension_values: fc.constant(['FOLLOWER']), value })) })) })) });
  const one = fc.record({ id: fc.oneof(fc.string(), fc.integer()), timestamp: fc.oneof(fc.constant('2026-11-01T10:00:00+0000'), fc.jsonValue()), like_count: value, comments_count: value, media_type: value, media_product_type: value, insights: fc.record({ data: fc.array(insight) }) }, { requiredKeys: ['id'] });
  fc.assert(fc.property(fc.array(one), fc.record({ data: fc.array(insight) }), (all, other) => {
    const more = instagramInsights.safeParse(other).data ?? null;
    const readings = (instagramMediaPage.safeParse({ data: all }).data?.data.members ?? []).flatMap((found) => toPost(found, more, draft()) ?? []);
    const days = more === null ? [] : joinDays(toReachedDays(more, draft(), { since: '0000-01-01', until: '9999-12-31' }), [toFollowersReached(more, draft(), '2026-11-20')].filter((end) => end !== null));
    for (const figure of [...readings.flatMap(({ figures }) => Object.values(figures)), ...days.flatMap(({ reach, followersReached28Days }) => [reach, followersReached28Days])]) {
      expect(figure === null || (Number.isInteger(figure) && figure >= 0)).toBe(true);
    }
  }));
});
