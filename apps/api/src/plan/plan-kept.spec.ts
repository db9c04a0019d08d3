import { addDays } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planKept } from './plan-kept.js';

const thursdays = Array.from({ length: 11 }, (_, index) => ({ id: `t${index}`, day: addDays('2026-01-08', 7 * index) }));
const link = (planId: string, how: 'certain' | 'likely' | 'hand' = 'certain') => ({ planId, postId: `p ${planId}`, how });

describe('how far a plan was kept', () => {
  it('is nine Thursdays out of ten, today’s being neither', () => {
    const links = thursdays.flatMap(({ id }, index) => (index === 4 || index === 10 ? [] : [link(id, index === 0 ? 'likely' : 'certain')]));
    expect(planKept(thursdays, links, '2026-03-19')).toEqual({ past: 10, kept: 9, missed: 1, keptLikely: 1 });
    expect(planKept(thursdays, links, '2026-03-20')).toEqual({ past: 11, kept: 9, missed: 2, keptLikely: 1 });
  });

  it('does not count today’s as kept either', () => {
    expect(planKept(thursdays, [link('t0', 'hand')], '2026-01-08')).toEqual({ past: 0, kept: 0, missed: 0, keptLikely: 0 });
  });

  it('has each past occurrence kept or missed, whatever the order, and never counts another plan’s posts', () => {
    fc.assert(fc.property(fc.subarray(thursdays), fc.array(fc.constantFrom('t0', 't3', 't7', 'x')), fc.integer({ min: -5, max: 90 }), (some, linked, later) => {
      const links = [...new Set(linked)].map((id) => link(id));
      const found = planKept(some, links, addDays('2026-01-08', later));
      expect(found.kept + found.missed).toBe(found.past);
      expect(found.kept).toBeLessThanOrEqual(links.filter(({ planId }) => some.some(({ id }) => id === planId)).length);
      expect(planKept(some.toReversed(), links.toReversed(), addDays('2026-01-08', later))).toEqual(found);
    }));
  });
});
