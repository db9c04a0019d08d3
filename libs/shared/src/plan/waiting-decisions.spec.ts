import { describe, expect, it } from 'vitest';
import { verdicts, type Verdict } from '../contract/recommendation.contract.js';
import { isWaiting } from './waiting-decisions.js';

const TODAY = '2026-11-29';
type Decided = 'accepted' | 'adapted' | 'postponed' | 'refused';
const decided = (decision: Decided, verdict: Verdict, until: string | null = null) => ({ decision, until, said: { verdict, effect: 0.38, low: 0.12, high: 0.7, posts: 64 } });

describe('a recommendation waits for the team', () => {
  it('where it says something to do, and nothing was decided', () => {
    expect(verdicts.filter((verdict) => isWaiting({ verdict }, undefined, TODAY))).toEqual(['do_more', 'do_less', 'test']);
  });

  it.each(['accepted', 'adapted', 'refused'] as const)('no more once it is %s', (decision) => {
    expect(isWaiting({ verdict: 'do_more' }, decided(decision, 'do_more'), TODAY)).toBe(false);
  });

  it('again from the day until which it was postponed', () => {
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map((until) => isWaiting({ verdict: 'test' }, decided('postponed', 'test', until), TODAY))).toEqual([true, true, false]);
  });

  it.each([
    { before: 'test', now: 'do_more', waits: true }, { before: 'do_more', now: 'do_less', waits: true },
    { before: 'do_more', now: 'test', waits: false }, { before: 'do_more', now: 'no_clear_difference', waits: false },
  ] as const)('again where $before became $now: $waits', ({ before, now, waits }) => {
    expect(isWaiting({ verdict: now }, decided('refused', before), TODAY)).toBe(waits);
    expect(isWaiting({ verdict: now }, decided('postponed', before, '2027-03-01'), TODAY)).toBe(waits);
  });
});
