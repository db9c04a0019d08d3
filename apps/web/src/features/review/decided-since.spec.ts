import type { RecommendationDecision } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { decidedSince } from './decided-since.js';

const decision = (decidedAt: string, isStanding = true): RecommendationDecision => ({
  id: decidedAt, recommendationId: 'r', channelId: 'c', dimension: 'format', level: 'photo', decision: 'refused', reason: 'non', until: null, lineId: null,
  said: { verdict: 'do_more', effect: 0.2, low: 0.1, high: 0.3, posts: 20 }, decidedAt, by: 'owner', isStanding,
});
const october = { month: '2026-10', closedAt: null };

describe('decisions of a review', () => {
  it.each([
    // 23:30 UTC on the 31st is half past midnight on the 1st in Brussels.
    { at: '2026-10-31T23:30:00.000Z', closedAt: null, counts: true },
    { at: '2026-10-31T22:30:00.000Z', closedAt: null, counts: false },
    { at: '2026-11-20T10:00:00.000Z', closedAt: '2026-11-20T10:00:00.000Z', counts: true },
    { at: '2026-11-20T10:00:00.001Z', closedAt: '2026-11-20T10:00:00.000Z', counts: false },
  ])('$at, closed $closedAt: $counts', ({ at, closedAt, counts }) => {
    expect(decidedSince([decision(at)], { ...october, closedAt }, 'Europe/Brussels')).toHaveLength(counts ? 1 : 0);
  });

  it('are those that stand', () => {
    expect(decidedSince([decision('2026-11-10T10:00:00.000Z', false)], october, 'Europe/Brussels')).toEqual([]);
  });
});
