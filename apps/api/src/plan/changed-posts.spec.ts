import { adviceDimensions, recommendationDimensions } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { isOfKind, type ToldApart } from '../recommendations/of-kind.js';
import { type Change, changedMeanwhile, changeOf, isChangedBy } from './changed-posts.js';
import type { OutcomeLineRow } from './outcome-lines.query.js';

const post: ToldApart = { band: 'evening', weekday: 'thu', format: 'video', isShareOriented: true, isInSeries: true };
const row: OutcomeLineRow = { id: 'line', channelId: 'own', fromDay: '2026-03-01', toDay: null, dimension: 'format', level: 'photo', decision: 'accepted', advisedChannelId: 'advised', isDrawn: false };
const change = (rest: Partial<Change> = {}): Change => ({ lineId: 'other', ofChannel: 'own', channelId: 'own', dimension: 'format', level: 'video', isAdapted: false, fromDay: '2026-03-01', toDay: null, ...rest });

describe('a post', () => {
  it.each([
    { dimension: 'hour_band', level: 'evening', other: 'morning' },
    { dimension: 'weekday', level: 'thu', other: 'fri' },
    { dimension: 'format', level: 'video', other: 'photo' },
  ] as const)('is of the kind that a line of its $dimension changed', ({ dimension, level, other }) => {
    expect([isOfKind(post, { dimension, level }), isOfKind(post, { dimension, level: other })]).toEqual([true, false]);
  });

  it.each([{ dimension: 'share_oriented', without: { isShareOriented: false } }, { dimension: 'rendezvous', without: { isInSeries: false } }] as const)('is or is not, where a line is about $dimension', ({ dimension, without }) => {
    expect([isOfKind(post, { dimension, level: 'yes' }), isOfKind({ ...post, ...without }, { dimension, level: 'yes' })]).toEqual([true, false]);
  });

  it('of unknown format is neither of a kind nor of another, and may have been changed', () => {
    expect(isOfKind({ ...post, format: null }, change())).toBeNull();
    expect(isChangedBy([change()], 'own', { ...post, format: null })).toBe(true);
  });

  it('is changed by lines of its own channel, and of all', () => {
    expect([change(), change({ ofChannel: null }), change({ ofChannel: 'two' }), change({ level: 'photo' })].map((one) => isChangedBy([one], 'own', post))).toEqual([true, true, false, false]);
  });
});

describe('a line of the plan', () => {
  it('changed what its recommendation was about, on its channel, or on that of the recommendation', () => {
    expect(changeOf(row)).toMatchObject({ lineId: 'line', ofChannel: 'own', channelId: 'own', dimension: 'format', level: 'photo', isAdapted: false });
    expect(changeOf({ ...row, channelId: null, decision: 'adapted' })).toMatchObject({ ofChannel: null, channelId: 'advised', isAdapted: true });
  });

  it('tells posts apart by every choice that advice is given about, but a push', () => {
    const reasons = recommendationDimensions.map((dimension) => [dimension, changeOf({ ...row, dimension })] as const).filter(([, change]) => typeof change === 'string');
    expect(reasons).toEqual([['paid', 'push'], ['channel', 'all-posts'], ['trend', 'all-posts'], ['change_point', 'all-posts']]);
    expect(reasons.length + adviceDimensions.length - 1).toBe(recommendationDimensions.length);
  });

  it('written by hand says of no post that it changed it', () => {
    expect(changeOf({ ...row, dimension: null, level: null, decision: null, advisedChannelId: null })).toBe('by-hand');
  });
});

describe('what other lines changed within a span', () => {
  const span = { lineId: 'line', since: '2026-01-01', until: '2026-05-31' };
  it.each([
    { when: 'begins within it', days: { fromDay: '2026-01-02' }, isFound: true },
    { when: 'begins on its last day', days: { fromDay: '2026-05-31' }, isFound: true },
    { when: 'ends within it', days: { fromDay: '2025-01-01', toDay: '2026-01-01' }, isFound: true },
    { when: 'holds throughout', days: { fromDay: '2026-01-01', toDay: '2026-05-31' }, isFound: false },
    { when: 'ended before', days: { fromDay: '2025-01-01', toDay: '2025-12-31' }, isFound: false },
    { when: 'begins after', days: { fromDay: '2026-06-01' }, isFound: false },
  ])('counts where it $when: $isFound', ({ days, isFound }) => {
    expect(changedMeanwhile([change(days)], span)).toHaveLength(isFound ? 1 : 0);
  });

  it('is never its own doing', () => {
    expect(changedMeanwhile([change({ lineId: 'line' })], span)).toEqual([]);
  });
});
