import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../core/answer-draft.js';
import { type FacebookInsights, facebookInsights, facebookPage, facebookPost, type FacebookPost, facebookPosts } from './facebook.answers.js';
import { formatOf, postIdOf, toDays, toPost, toToday } from './facebook.mapping.js';

const OBSERVED = new Date('2026-11-23T11:00:00Z');
const draft = () => new AnswerDraft(OBSERVED);
const parse = (fields: object): FacebookPost => facebookPost.parse({ id: '100000000000001_900000000000001', created_time: '2026-11-12T18:30:00+0000', ...fields });
const insights = (...data: object[]): FacebookInsights => facebookInsights.parse({ data });
const lifetime = (name: string, value: unknown) => ({ name, period: 'lifetime', values: [{ value }] });
const reading = (fields: object, parts: { byAds?: FacebookInsights; byFollowers?: FacebookInsights } = {}) => toPost({ post: parse(fields), byAds: null, byFollowers: null, ...parts }, draft());
const parted = (dimension: string, values: Record<string, unknown>) => insights({ name: 'post_media_view', values: Object.entries(values).map(([part, value]) => ({ value, [dimension]: part })) });

describe('a post of Facebook', () => {
  it('becomes a reading, with the identifier that files print', () => {
    const post = reading({
      message: 'Concert', permalink_url: 'https://www.facebook.com/1', status_type: 'added_photos', shares: { count: 14 },
      comments: { data: [], summary: { total_count: 6 } }, reactions: { data: [], summary: { total_count: 41 } },
      insights: { data: [lifetime('post_media_view', 834), lifetime('post_total_media_view_unique', 612), lifetime('post_clicks', 20), lifetime('post_video_views', 0)] },
    });
    expect(post).toMatchObject({ externalId: '900000000000001', publishedAt: new Date('2026-11-12T18:30:00Z'), format: 'photo', text: 'Concert', isShare: false, paid: null, observedAt: OBSERVED });
    expect(post?.figures).toMatchObject({ reach: 612, views: 834, likes: 41, comments: 6, shares: 14, clicks: 20, videoViews: null, viewsPaid: null, viewsOrganic: null });
  });

  it.each([
    { values: { '0': 800, '1': 34 }, paid: true, viewsPaid: 34, viewsOrganic: 800 },
    { values: { '0': 800, '1': 0 }, paid: false, viewsPaid: 0, viewsOrganic: 800 },
    { values: { '0': 800 }, paid: null, viewsPaid: null, viewsOrganic: 800 }, // silence about advertising says nothing
    { values: { true: 3 }, paid: null, viewsPaid: null, viewsOrganic: null },
  ])('is paid $paid when its views by advertising are $values', ({ values, paid, viewsPaid, viewsOrganic }) => {
    const post = reading({}, { byAds: parted('is_from_ads', values) });
    expect([post?.paid, post?.figures.viewsPaid, post?.figures.viewsOrganic]).toEqual([paid, viewsPaid, viewsOrganic]);
  });

  it('tells the views by followers', () => {
    expect(reading({}, { byFollowers: parted('is_from_followers', { '0': 300, '1': 534 }) })?.figures.viewsFollowers).toBe(534);
  });

  it('adds up kinds of reactions where their total is closed, and knows that an absent kind is nobody', () => {
    const kinds = { data: [lifetime('post_reactions_by_type_total', { like: 35, love: 6 }), lifetime('post_activity_by_action_type', { like: 41, share: 2 })] };
    expect(reading({ insights: kinds })?.figures).toMatchObject({ likes: 41, comments: 0 });
    expect(reading({ insights: { data: [lifetime('post_reactions_by_type_total', {})] } })?.figures).toMatchObject({ likes: 0, comments: null });
    expect(reading({})?.figures).toMatchObject({ likes: null, comments: null, shares: 0 });
  });

  it.each([
    { shares: { count: 3 }, expected: 3, remarks: 0 },
    { shares: undefined, expected: 0, remarks: 0 }, // the only figure whose absence means 0
    { shares: {}, expected: null, remarks: 0 },
    { shares: 'many', expected: null, remarks: 1 },
  ])('has $expected shares when they are told as $shares', ({ shares, expected, remarks }) => {
    const doubts = draft();
    expect(toPost({ post: parse({ shares }), byAds: null, byFollowers: null }, doubts)?.figures.shares).toBe(expected);
    expect(doubts.remarks).toHaveLength(remarks);
  });

  it('counts plays and seconds of videos alone', () => {
    const figures = { insights: { data: [lifetime('post_video_views', 90), lifetime('post_video_view_time', 837_400)] } };
    expect(reading({ status_type: 'added_video', ...figures })?.figures).toMatchObject({ videoViews: 90, watchTimeSeconds: 837 });
    expect(reading({ status_type: 'added_photos', ...figures })?.figures).toMatchObject({ videoViews: null, watchTimeSeconds: null });
  });

  it('is a share when what it shares stands on another page', () => {
    expect(reading({ parent_id: '200000000000002_5' })?.isShare).toBe(true);
    expect(reading({ parent_id: '100000000000001_5' })?.isShare).toBe(false);
  });

  it.each([
    { fields: { permalink_url: 'https://www.facebook.com/reel/123/' }, format: 'short_video' },
    { fields: { attachments: { data: [{ media_type: 'album', type: 'album' }] }, status_type: 'added_photos' }, format: 'album' },
    { fields: { attachments: { data: [{ media_type: 'video', type: 'live_video' }] } }, format: 'live' },
    { fields: { attachments: { data: [{ media_type: 'video', type: 'video_inline' }] } }, format: 'video' },
    { fields: { attachments: { data: [{ media_type: 'link', type: 'share' }] } }, format: 'link' },
    { fields: { status_type: 'created_event' }, format: 'event' },
    { fields: { status_type: 'mobile_status_update' }, format: 'text' },
    { fields: { message: 'Bonjour' }, format: 'text' },
    { fields: { attachments: { data: [{ media_type: 'constructor' }] } }, format: 'other' },
    { fields: {}, format: null },
  ])('is of format $format: $fields', ({ fields, format }) => expect(formatOf(parse(fields))).toBe(format));

  it.each(['900000000000001', '100_900000000000001'])('%s is known by what stands behind the underscore', (id) => expect(postIdOf(id)).toBe('900000000000001'));
});

describe('the days of a page', () => {
  const window = { since: '2026-01-01', until: '2027-01-01' };
  const on = (end: string, value: unknown) => insights({ name: 'page_total_media_view_unique', values: [{ value, end_time: end }] });

  it.each([
    { end: '2026-10-02T07:00:00+0000', day: '2026-10-01' }, // midnight in California, in summer
    { end: '2026-11-02T08:00:00+0000', day: '2026-11-01' }, // the day the clocks went back, 25 hours long
    { end: '2026-03-09T07:00:00+0000', day: '2026-03-08' }, // the day they went forward
    { end: '2026-12-02T08:00:00+0000', day: '2026-12-01' },
  ])('$end ends $day', ({ end, day }) => expect(toDays(on(end, 212), draft(), window)).toEqual([expect.objectContaining({ day, reach: 212, followers: null })]));

  it('joins the metrics of a day, and leaves out days that were not asked for', () => {
    const end = '2026-10-02T07:00:00+0000';
    const both = insights({ name: 'page_follows', values: [{ value: 4112, end_time: end }, { value: 4113, end_time: '2027-10-02T07:00:00+0000' }] }, { name: 'page_media_view', values: [{ value: 0, end_time: end }] }, { name: 'page_fans', values: [{ value: 1, end_time: end }] });
    expect(toDays(both, draft(), window)).toEqual([expect.objectContaining({ day: '2026-10-01', followers: 4112, views: 0, reach: null })]);
  });

  it('keeps followers of today on the day of the page', () => {
    expect(toToday(facebookPage.parse({ id: '1', followers_count: 4112 }), new AnswerDraft(new Date('2026-11-23T23:30:00Z')), 'Europe/Brussels')).toMatchObject({ day: '2026-11-24', followers: 4112 });
    expect(toToday(facebookPage.parse({ id: '1' }), draft(), 'Europe/Brussels')).toBeNull();
  });
});

it('bears any answer: figures are whole, from 0 on, or unknown', () => {
  const value = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.jsonValue());
  const insight = fc.record({ name: fc.constantFrom('post_media_view', 'post_reactions_by_type_total', 'post_activity_by_action_type', 'post_video_view_time', 'page_follows'), values: fc.array(fc.record({ value, end_time: fc.oneof(fc.date({ noInvalidDate: true }).map((at) => at.toISOString()), fc.string()), is_from_ads: fc.constantFrom('0', '1', true, 0) }, { requiredKeys: [] })) });
  const post = fc.record({ id: fc.oneof(fc.string(), fc.integer()), created_time: fc.oneof(fc.constant('2026-11-01T10:00:00+0000'), fc.jsonValue()), shares: fc.jsonValue(), reactions: fc.jsonValue(), attachments: fc.jsonValue(), status_type: value, permalink_url: value, insights: fc.record({ data: fc.array(insight) }) }, { requiredKeys: ['id'] });
  fc.assert(fc.property(fc.array(post), fc.record({ data: fc.array(insight) }), (posts, other) => {
    const parts = facebookInsights.safeParse(other).data ?? null;
    const readings = (facebookPosts.safeParse({ data: posts }).data?.data.members ?? []).flatMap((one) => toPost({ post: one, byAds: parts, byFollowers: parts }, draft()) ?? []);
    const days = parts === null ? [] : toDays(parts, draft(), { since: '0000-01-01', until: '9999-12-31' });
    for (const figure of [...readings.flatMap(({ figures }) => Object.values(figures)), ...days.map(({ followers }) => followers)]) {
      expect(figure === null || (Number.isInteger(figure) && figure >= 0)).toBe(true);
    }
  }));
});
