import type { Recommendation } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from './evidence.js';
import { inventPosts } from './fixtures/invent-posts.js';
import { analysed, outlookInput } from './fixtures/invent-span.js';
import type { ModelPost } from './model-post.js';
import type { OutlookInput } from './outlook.js';
import { makeOutlook } from './outlook.js';

function input(count: number, change: (post: ModelPost, index: number) => Partial<ModelPost> = () => ({})): OutlookInput {
  return outlookInput(inventPosts({ posts: count, seed: 31 }).map((post, index) => analysed({ ...post, paid: index % 10 === 0, isInSeries: index % 9 === 0, ...change(post, index) })));
}

function recordOf(given: OutlookInput, name: Pick<Recommendation, 'dimension' | 'level'>): Recommendation {
  const found = makeOutlook(given).records.find(({ dimension, level }) => dimension === name.dimension && (level === name.level || dimension === 'change_point'));
  if (found === undefined) throw new Error(`no record of ${name.dimension}`);
  return found;
}

describe('the evidence of a recommendation', () => {
  const given = input(300);

  it.each(makeOutlook(given).records.filter(({ kind }) => kind === 'advice'))('counts the posts that the record of $dimension $level counts', (record) => {
    const evidence = evidenceOf(given, record);
    expect(evidence.level.posts).toBe(record.posts);
    expect(evidence.level.posts + evidence.others.posts).toBe(record.dimension === 'paid' ? 300 : 270);
    expect(evidence.posts.length).toBe(Math.min(50, record.posts));
  });

  it('has medians of the level and the others as they stand', () => {
    const plain = input(40, ({ band }) => ({ paid: false, reach: band === 'evening' ? 90 : 60, followers: 1000 }));
    expect(evidenceOf(plain, recordOf(plain, { dimension: 'hour_band', level: 'evening' }))).toMatchObject({ level: { median: 0.09 }, others: { median: 0.06 } });
  });

  it('holds equal what the model has, but for what is compared', () => {
    expect(evidenceOf(given, recordOf(given, { dimension: 'weekday', level: 'thu' })).heldEqual).toEqual(['time', 'month', 'hour_band', 'format', 'share_oriented', 'rendezvous', 'holiday', 'paid']);
    const two = input(300, (_, index) => ({ author: index % 2 === 0 ? 'direction' : 'bibliothèque', isInSeries: false, paid: false }));
    expect(evidenceOf(two, recordOf(two, { dimension: 'weekday', level: 'thu' })).heldEqual).toEqual(['time', 'month', 'hour_band', 'format', 'author', 'share_oriented', 'holiday']);
  });

  it('holds nothing equal where there is no model, nor along a trend', () => {
    const small = input(15);
    expect(evidenceOf(small, recordOf(small, { dimension: 'hour_band', level: 'morning' })).heldEqual).toEqual([]);
    expect(evidenceOf(given, recordOf(given, { dimension: 'trend', level: 'annual' }))).toMatchObject({ heldEqual: [], level: { posts: 270 }, others: { posts: 0, median: null } });
  });

  it('shows the posts of the level, the latest first', () => {
    const { posts } = evidenceOf(given, recordOf(given, { dimension: 'format', level: 'photo' }));
    expect(posts.map(({ localDay }) => localDay)).toEqual(posts.map(({ localDay }) => localDay).toSorted().toReversed());
    expect(posts[0]).toMatchObject({ text: expect.stringContaining('Text of'), rate: expect.any(Number) });
  });

  it('sets the time since a change against the time before', () => {
    const stepped = input(400, ({ localDay, reach }) => ({ paid: false, reach: localDay < '2026-05-01' ? reach * 3 : reach }));
    const change = recordOf(stepped, { dimension: 'change_point', level: null });
    expect(change).toMatchObject({ level: '2026-05-01', verdict: 'worsening' });
    const { level, others } = evidenceOf(stepped, change);
    expect(level.posts + others.posts).toBe(400);
    expect(others.median ?? 0).toBeGreaterThan(2 * (level.median ?? 1));
  });
});
