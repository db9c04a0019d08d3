import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../core/answer-draft.js';
import { NO_FIGURES } from '../core/readings.js';
import { nextPacificMidnight, pacificDay } from './pacific-days.js';
import { youtubeChannel, youtubeReport, youtubeVideo } from './youtube.answers.js';
import { isPublished, NO_FACTS, rowsOf, toDays, toFollowersSplit, toFollowersToday, toPaidSplit, toPost, withFacts } from './youtube.mapping.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const draft = () => new AnswerDraft(NOW);
const video = {
  kind: 'youtube#video', id: 'AbCdEfGh123', snippet: { title: 'Teaser saison', publishedAt: '2026-10-02T17:30:00Z', liveBroadcastContent: 'none' },
  contentDetails: { duration: 'PT1M12S' }, status: { privacyStatus: 'public' }, statistics: { viewCount: '531', likeCount: '24', favoriteCount: '0', commentCount: '3' },
};
const report = (names: readonly string[], rows?: readonly (readonly unknown[])[]) => rowsOf(youtubeReport.parse({ columnHeaders: names.map((name) => ({ name, columnType: 'METRIC' })), ...(rows ? { rows } : {}) }));

describe('a video', () => {
  it('is read with its public counters, which come as text', () => {
    expect(toPost(youtubeVideo.parse(video), draft())).toEqual({
      externalId: 'AbCdEfGh123', publishedAt: new Date('2026-10-02T17:30:00Z'), format: 'video', text: 'Teaser saison', url: 'https://www.youtube.com/watch?v=AbCdEfGh123',
      paid: null, isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: NOW, figures: { ...NO_FIGURES, views: 531, likes: 24, comments: 3 },
    });
  });

  it.each([
    { changes: { statistics: { viewCount: '0' } }, expected: { figures: { views: 0, likes: null, comments: null } } }, // hidden is not 0
    { changes: { statistics: undefined }, expected: { figures: NO_FIGURES } },
    { changes: { liveStreamingDetails: { actualStartTime: '2026-10-02T17:30:00Z' } }, expected: { format: 'live' } },
    { changes: { contentDetails: { duration: 'PT42S' } }, expected: { format: 'video' } }, // short, and perhaps no Short
    { changes: { paidProductPlacementDetails: { hasPaidProductPlacement: true } }, expected: { paid: null } }, // somebody pays for a place in it: that pushes nothing
  ])('reads $changes as $expected', ({ changes, expected }) => expect(toPost(youtubeVideo.parse({ ...video, ...changes }), draft())).toMatchObject(expected));

  it.each([
    { changes: {}, expected: true },
    { changes: { status: { privacyStatus: 'unlisted' } }, expected: true },
    { changes: { status: { privacyStatus: 'private' } }, expected: false },
    { changes: { snippet: { ...video.snippet, liveBroadcastContent: 'upcoming' } }, expected: false },
  ])('with $changes is a publication: $expected', ({ changes, expected }) => expect(isPublished(youtubeVideo.parse({ ...video, ...changes }))).toBe(expected));

  it.each([
    { viewsPaid: 40, paid: true, watchTimeSeconds: 7080 }, // 118 minutes
    { viewsPaid: 0, paid: false, watchTimeSeconds: 7080 },
    { viewsPaid: null, paid: null, watchTimeSeconds: 7080 },
  ])('is paid: $paid with $viewsPaid views from advertising', ({ viewsPaid, paid, watchTimeSeconds }) => {
    const post = toPost(youtubeVideo.parse(video), draft());
    const complete = post && withFacts(post, { ...NO_FACTS, engagedViews: 400, minutesWatched: 118, viewsPaid });
    expect(complete).toMatchObject({ paid, figures: { views: 531, videoViews: 400, watchTimeSeconds, viewsPaid, reach: null } });
  });
});

describe('a report', () => {
  it('is read by the names of its columns', () => {
    expect(toDays(report(['views', 'day'], [[64, '2026-10-01'], [212, '2026-10-02']]), draft()).map(({ day, views }) => [day, views])).toEqual([['2026-10-01', 64], ['2026-10-02', 212]]);
  });

  it('without rows says nothing: not 0', () => {
    expect(toDays(report(['day', 'views']), draft())).toEqual([]);
    expect(toPaidSplit(report(['insightTrafficSourceType', 'views']), draft(), 'v')).toEqual({ viewsOrganic: null, viewsPaid: null });
  });

  it('leaves out the day that is not over in California, and what is no day', () => {
    const read = draft();
    expect(toDays(report(['day', 'views'], [['2026-11-23', 5], ['2026-11-24', 6], ['2026-13-40', 7], [null, 8]]), read).map(({ day }) => day)).toEqual(['2026-11-23']);
    expect(read.remarks.map(({ reason }) => reason)).toEqual(['date-unreadable', 'date-unreadable']);
  });

  it('parts views pushed with money from all others; a part without a row is none', () => {
    const rows = report(['insightTrafficSourceType', 'views'], [['YT_SEARCH', 30], ['ADVERTISING', 8], ['EXT_URL', 22]]);
    expect(toPaidSplit(rows, draft(), 'v')).toEqual({ viewsOrganic: 52, viewsPaid: 8 });
    expect(toPaidSplit(rows.slice(0, 1), draft(), 'v')).toEqual({ viewsOrganic: 30, viewsPaid: 0 });
    expect(toFollowersSplit(report(['subscribedStatus', 'views'], [['SUBSCRIBED', 20], ['UNSUBSCRIBED', 40]]), draft(), 'v')).toEqual({ viewsFollowers: 20 });
  });

  it('makes no part of a count that is not believed', () => {
    const read = draft();
    expect(toPaidSplit(report(['insightTrafficSourceType', 'views'], [['YT_SEARCH', -30], ['ADVERTISING', 8]]), read, 'v')).toEqual({ viewsOrganic: null, viewsPaid: 8 });
    expect(read.remarks).toEqual([{ reason: 'count-negative', externalId: 'v' }]);
  });
});

it.each([
  { now: '2026-11-24T07:30:00Z', day: '2026-11-23', midnight: '2026-11-24T08:00:00.000Z' },
  { now: '2026-07-24T12:00:00Z', day: '2026-07-24', midnight: '2026-07-25T07:00:00.000Z' },
  { now: '2026-11-01T12:00:00Z', day: '2026-11-01', midnight: '2026-11-02T08:00:00.000Z' }, // the clocks went back that night
])('$now is the $day in California, until $midnight', ({ now, day, midnight }) => {
  expect([pacificDay(new Date(now)), nextPacificMidnight(new Date(now)).toISOString()]).toEqual([day, midnight]);
});

it('never makes anything but whole figures from 0 on, whatever YouTube answers', () => {
  const anything = fc.anything({ withNullPrototype: false });
  const shaped = fc.record({
    id: fc.oneof(fc.string(), anything), snippet: fc.oneof(anything, fc.record({ title: fc.oneof(fc.string(), anything), publishedAt: fc.oneof(fc.constant('2026-10-02T17:30:00Z'), anything) })),
    statistics: fc.oneof(anything, fc.record({ viewCount: anything, likeCount: anything, commentCount: anything, subscriberCount: anything })), liveStreamingDetails: anything,
    columnHeaders: fc.oneof(anything, fc.array(fc.record({ name: fc.constantFrom('day', 'views', 'insightTrafficSourceType', 'subscribedStatus') }))), rows: fc.oneof(anything, fc.array(fc.array(fc.oneof(anything, fc.constantFrom('ADVERTISING', 'SUBSCRIBED', '2026-10-01', '2026-13-01'))))),
  });
  fc.assert(fc.property(fc.oneof(anything, shaped), (json) => {
    const [read, found, channel, table] = [draft(), youtubeVideo.safeParse(json), youtubeChannel.safeParse(json), youtubeReport.safeParse(json)];
    const rows = table.success ? rowsOf(table.data) : [];
    const post = found.success ? toPost(found.data, read) : null;
    const complete = post && withFacts(post, { ...NO_FACTS, ...toPaidSplit(rows, read, 'v'), ...toFollowersSplit(rows, read, 'v') });
    const days = [...(channel.success ? toFollowersToday(channel.data, read, 'Europe/Brussels') : []), ...toDays(rows, read)];
    const counts = [...Object.values(complete?.figures ?? NO_FIGURES), ...days.flatMap(({ followers, views }) => [followers, views])];
    expect(counts.every((count) => count === null || (Number.isInteger(count) && count >= 0))).toBe(true);
  }));
});
