import type { Channel, ImportView } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { collection } from './collection.sample.js';
import { dataState } from './data-state.js';
import { instantOfDay } from './instant-of-day.js';
import { nestChannels } from './nest-channels.js';

const today = '2026-11-23';

function channel(change: Partial<Channel>): Channel {
  return {
    id: '0', network: 'facebook', name: 'Page', kind: 'page', externalId: null, audience: null, parentChannelId: null, timeZone: 'Europe/Brussels', state: 'file', door: null,
    isMain: false, followers: { count: 900, day: '2026-11-20', source: 'hand' }, posts: 12, observedAt: '2026-11-20T08:00:00Z', ...change,
  };
}

function file(state: ImportView['state']): ImportView {
  return {
    id: '0', state, format: null, fileName: 'a.csv', fileBytes: 1, uploadedAt: '2026-11-20T08:00:00Z', observedAt: '2026-11-20T08:00:00Z', channelIds: [],
    rows: { read: 0, accepted: 0, rejected: 0 }, progress: null, outcome: null, fileTimeZone: null, problems: [], problemsTotal: 0, preview: null, refusal: null, asksFollowers: false, canUndo: false,
  };
}

describe('what the data page’s title says', () => {
  it.each([
    { rule: 'a question that waits comes before everything', channels: [channel({ followers: null })], imports: [file('needs-decision'), file('reading')], kind: 'answer' },
    { rule: 'a file being read is said', channels: [], imports: [file('reading')], kind: 'reading' },
    { rule: 'nothing yet', channels: [], imports: [file('undone')], kind: 'nothing' },
    { rule: 'a channel to reconnect', channels: [channel({ state: 'needs-reconnection' }), channel({ id: '1' })], imports: [], kind: 'reconnect' },
    { rule: 'channels without any figure', channels: [channel({ observedAt: null, posts: 0, followers: null })], imports: [], kind: 'empty' },
    { rule: 'posts without followers have no rate', channels: [channel({ followers: null }), channel({ id: '1' })], imports: [], kind: 'followers' },
    { rule: 'figures of last month are old', channels: [channel({ observedAt: '2026-10-10T08:00:00Z' })], imports: [], kind: 'old' },
    { rule: 'a paused channel waits for nothing', channels: [channel({ observedAt: '2026-01-10T08:00:00Z', state: 'paused' }), channel({ id: '1' })], imports: [], kind: 'fresh' },
    { rule: 'all is well', channels: [channel({})], imports: [file('applied')], kind: 'fresh' },
  ])('$rule', ({ channels, imports, kind }) => {
    expect(dataState({ channels, imports, collections: new Map(), today }).kind).toBe(kind);
  });
});

describe('what the title says of collections', () => {
  it.each([
    { rule: 'a delay', change: { state: 'late' } as const, kind: 'late' },
    { rule: 'a first collection', change: { state: 'collecting', isBackfilled: false } as const, kind: 'first' },
    { rule: 'nothing of a later collection', change: { state: 'collecting' } as const, kind: 'fresh' },
    { rule: 'that figures are fresh when a collection found nothing new', change: {}, kind: 'fresh' },
    { rule: 'that figures are old when the collection is old too', change: { collectedAt: '2026-10-02T06:00:00Z' }, kind: 'old' },
  ])('$rule', ({ change, kind }) => {
    const collections = new Map([['0', collection(change)]]);
    expect(dataState({ channels: [channel({ state: 'connected', observedAt: '2026-09-01T08:00:00Z' })], imports: [], collections, today }).kind).toBe(kind);
  });
});

describe('nestChannels', () => {
  it('puts a family with a failing member first', () => {
    const channels = [channel({ id: 'm', name: 'Page', isMain: true }), channel({ id: 'p', name: 'Parent' }), channel({ id: 'c', name: 'Enfant', parentChannelId: 'p' }), channel({ id: 'a', name: 'Album' })];
    const urgency = ({ id }: Channel): number => (id === 'c' ? 0 : 3);
    expect(nestChannels(channels, urgency).map(({ channel: { id } }) => id)).toEqual(['p', 'c', 'm', 'a']);
  });

  it('puts the main channel first and a sub-page under its page', () => {
    const channels = [channel({ id: 'a', name: 'Album' }), channel({ id: 'y', name: 'Jeunes', parentChannelId: 'm' }), channel({ id: 'm', name: 'Page', isMain: true })];
    expect(nestChannels(channels).map(({ channel: { id }, parent }) => `${id}${parent === null ? '' : ` under ${parent.id}`}`)).toEqual(['m', 'y under m', 'a']);
  });

  it('leaves nobody out of a circle or under a lost parent', () => {
    const channels = [channel({ id: 'a', parentChannelId: 'b' }), channel({ id: 'b', parentChannelId: 'a' }), channel({ id: 'c', parentChannelId: 'gone' })];
    expect(nestChannels(channels).map(({ channel: { id } }) => id).toSorted()).toEqual(['a', 'b', 'c']);
  });
});

describe('instantOfDay', () => {
  const zone = { timeZone: 'Europe/Brussels', now: new Date('2026-11-23T09:00:00Z') };

  it('keeps the file’s own hour on its own day, so that the same file is always of the same instant', () => {
    expect(instantOfDay('2026-11-20', { ...zone, file: new Date('2026-11-20T07:12:00Z') })).toBe('2026-11-20T07:12:00.000Z');
  });

  it('takes the end of another day, in the centre’s zone', () => {
    // 23:00 in Brussels in October is 21:00 UTC.
    expect(instantOfDay('2026-10-20', { ...zone, file: new Date('2026-11-20T07:12:00Z') })).toBe('2026-10-20T21:00:00.000Z');
  });

  it('never goes beyond now', () => {
    expect(instantOfDay('2026-11-23', { ...zone, file: new Date('2026-11-20T07:12:00Z') })).toBe('2026-11-23T09:00:00.000Z');
  });
});
