import type { Recommendation } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { type ProposalInput, proposeExperiment } from './propose-experiment.js';

const record = (level: string | null, rest: Partial<Recommendation> = {}): Recommendation => ({
  id: level ?? '', kind: 'advice', channelId: 'c', channel: 'Page', dimension: 'format', level, effect: 0.5, low: -0.1, high: 1.2, posts: 30, verdict: 'test', reason: null, ...rest,
});
const propose = (rest: Partial<ProposalInput> = {}) =>
  proposeExperiment({ record: record('video'), records: [record('video'), record('photo', { posts: 80 }), record('link')], basis: { sigma: 0.85, postsAMonth: 20 }, sees: undefined, today: '2026-11-20', ...rest });

describe('the proposal of an experiment', () => {
  // 12.4 × 0.85² / ln(1.5)² = 54.5; 110 posts at 20 a month are 5.5 months; a quarter more is 209.3 days.
  it('is as large as its effect asks, against the most frequent other level, and a quarter longer than its pace', () => {
    expect(propose()).toEqual({ dimension: 'format', level: 'video', against: 'photo', sees: 0.5, eachArm: 55, months: 5.5, isTooSmall: false, startsDay: '2026-11-20', lastDay: '2027-06-18' });
  });

  // 12.4 × 0.9² / ln(2)² = 20.9
  it('takes the usual scatter where no model could be made, and a doubling where nothing is known yet', () => {
    expect(propose({ record: record('video', { effect: null }), basis: { sigma: null, postsAMonth: 20 } })).toMatchObject({ sees: 1, eachArm: 21 });
  });

  it('has no last day where it would take over a year, nor where the channel publishes nothing', () => {
    expect(propose({ basis: { sigma: 0.85, postsAMonth: 9 } })).toMatchObject({ isTooSmall: true, lastDay: null });
    expect(propose({ basis: { sigma: 0.85, postsAMonth: 0 } })).toMatchObject({ isTooSmall: true, months: null, lastDay: null });
  });

  it.each([1e-9, 0.00000001, 0.01])('has no size where it would take more posts than anybody draws for, to see %s', (sees) => {
    expect(propose({ sees, basis: { sigma: 0.85, postsAMonth: 1e12 } })).toMatchObject({ eachArm: null, months: null, isTooSmall: true, lastDay: null });
  });

  it('never plans beyond what a calendar shows', () => {
    expect(propose({ basis: { sigma: 0.85, postsAMonth: 9.2 } })).toMatchObject({ isTooSmall: false, lastDay: '2027-12-24' });
  });

  it.each([
    ['a push', { record: record('yes', { dimension: 'paid' }) }],
    ['a trend', { record: record('annual', { kind: 'trend', dimension: 'trend' }) }],
    ['a comparison', { record: record('Page', { kind: 'comparison', dimension: 'channel' }) }],
    ['a channel without posts', { record: record(null) }],
    ['a level that is alone', { records: [record('video')] }],
  ])('is refused of %s', (_, rest) => {
    expect(() => propose(rest)).toThrow('experiment-not-possible');
  });
});
