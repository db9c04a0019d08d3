import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerDraft } from '../core/answer-draft.js';
import { NO_FIGURES } from '../core/readings.js';
import { peertubeChannel, peertubeComments, peertubeStatistics, peertubeVideo } from './peertube.answers.js';
import { toDays, toFollowersToday, toPost, withFigures } from './peertube.mapping.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const draft = () => new AnswerDraft(NOW);
const video = {
  id: 1, uuid: '1407e0c7-e184-4fe6-97dd-f9d2c747c0a1', url: 'https://peertube.example/videos/watch/1407e0c7', name: 'Concert', isLive: false,
  views: 300, viewers: 17, likes: 12, dislikes: 1, publishedAt: '2026-11-20T16:48:25.914Z', privacy: { id: 1, label: 'Public' },
};
const statistics = { totalWatchTime: 21.6, averageWatchTime: 7, totalViewers: 180, viewersPeak: 9, countries: [{ isoCode: 'BE', viewers: 3 }] };
const comments = { total: 1, totalNotDeletedComments: 2, data: [{ id: 1, text: 'Bravo' }] };

function postOf(changes: Record<string, unknown> = {}, extra: { statistics?: unknown; comments?: unknown } = {}) {
  const read = draft();
  const post = toPost(peertubeVideo.parse({ ...video, ...changes }), read);
  const figures = { statistics: peertubeStatistics.nullable().parse(extra.statistics ?? null), comments: peertubeComments.nullable().parse(extra.comments ?? null) };
  return { post: post && withFigures(post, figures, read), remarks: read.remarks };
}

describe('a video', () => {
  it('is read with the figures that everybody sees, and no reach', () => {
    expect(postOf().post).toEqual({
      externalId: video.uuid, publishedAt: new Date(video.publishedAt), format: 'video', text: 'Concert', url: video.url, paid: false, isShare: false,
      authorRole: null, themes: [], deletedAt: null, observedAt: NOW, figures: { ...NO_FIGURES, views: 300, likes: 12 },
    });
  });

  it('takes its unique viewers for reach, never those who watch now', () => {
    const { post } = postOf({}, { statistics, comments });
    expect(post?.figures).toEqual({ ...NO_FIGURES, views: 300, likes: 12, reach: 180, watchTimeSeconds: 22, comments: 2 });
  });

  it.each([
    { changes: { isLive: true }, expected: { format: 'live' } },
    { changes: { name: '  ' }, expected: { text: null } },
    { changes: { url: 'javascript:alert(1)' }, expected: { url: null } },
    { changes: { views: undefined }, expected: { figures: { ...NO_FIGURES, likes: 12 } } },
    { changes: { likes: 0 }, expected: { figures: { ...NO_FIGURES, views: 300, likes: 0 } } },
  ])('reads $changes as $expected', ({ changes, expected }) => expect(postOf(changes).post).toMatchObject(expected));

  it.each([
    { changes: { views: -1 }, reason: 'count-negative' }, { changes: { likes: 'a lot' }, reason: 'count-unreadable' },
    { changes: { publishedAt: '2031-01-01T00:00:00Z' }, reason: 'published-in-future' }, { changes: { publishedAt: null }, reason: 'date-unreadable' },
  ])('says what it does not believe of $changes', ({ changes, reason }) => {
    expect(postOf(changes).remarks).toEqual([{ reason, externalId: video.uuid }]);
  });
});

describe('a channel', () => {
  const viewsPerDay = ['2026-11-10', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map((day, views) => ({ date: `${day}T00:00:00.000Z`, views }));
  const channel = peertubeChannel.parse({ name: 'centre', displayName: 'Centre', followersCount: 412, viewsPerDay });

  it('has its followers on the day of its own zone', () => {
    const late = new AnswerDraft(new Date('2026-11-24T23:30:00Z'));
    expect(toFollowersToday(channel, late, 'Europe/Brussels')).toMatchObject({ day: '2026-11-25', followers: 412, views: null });
  });

  it.each([
    // On the 24th at noon the 22nd ended 36 hours ago, the 23rd 12 hours ago: not final.
    { sinceDay: '2026-11-24', days: ['2026-11-20', '2026-11-21', '2026-11-22'] },
    { sinceDay: '2026-11-19', days: ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'] },
  ])('has final views of the days from $sinceDay on', ({ sinceDay, days }) => {
    expect(toDays(channel, draft(), sinceDay).map(({ day }) => day)).toEqual(days);
  });
});

it('never makes anything but whole figures from 0 on, whatever a server answers', () => {
  const anything = fc.anything({ withNullPrototype: false });
  const shaped = fc.record({ uuid: fc.oneof(fc.string(), anything), publishedAt: fc.oneof(fc.date({ noInvalidDate: true }).map((date) => date.toISOString()), anything), views: anything, likes: anything, totalViewers: anything, totalWatchTime: anything, totalNotDeletedComments: anything, followersCount: anything, name: fc.oneof(fc.string(), anything), viewsPerDay: fc.oneof(anything, fc.array(fc.record({ date: fc.string(), views: anything }))) });
  fc.assert(fc.property(fc.oneof(anything, shaped), (json) => {
    const [read, found, known, said, channel] = [draft(), peertubeVideo.safeParse(json), peertubeStatistics.safeParse(json), peertubeComments.safeParse(json), peertubeChannel.safeParse(json)];
    const post = found.success ? toPost(found.data, read) : null;
    const figures = post ? withFigures(post, { statistics: known.data ?? null, comments: said.data ?? null }, read).figures : NO_FIGURES;
    const days = channel.success ? [toFollowersToday(channel.data, read, 'Europe/Brussels'), ...toDays(channel.data, read, '2004-01-01')] : [];
    const counts = [...Object.values(figures), ...days.flatMap(({ followers, views }) => [followers, views])];
    expect(counts.every((count) => count === null || (Number.isInteger(count) && count >= 0))).toBe(true);
  }));
});
