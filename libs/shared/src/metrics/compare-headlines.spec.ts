import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Headline } from '../contract/report.contract.js';
import { compareHeadlines } from './compare-headlines.js';

function headline(median: number | null, more: Partial<Headline> = {}): Headline {
  const figure = { median, low: median === null ? null : median * 0.8, high: median === null ? null : median * 1.25, posts: 12 };
  return { figure, basis: 'organic', months: 1, from: '2026-10-01', to: '2026-10-31', cutAt: null, followersEstimated: false, reason: null, ...more };
}

function september(median: number | null, more: Partial<Headline> = {}): Headline {
  return headline(median, { from: '2026-09-01', to: '2026-09-30', ...more });
}

const seam = { day: '2026-10-01', measure: 'reach', before: 'former', after: 'present', comparable: false };

describe('compareHeadlines', () => {
  it.each([
    { now: 0.0562, before: 0.0681, people: -1, mayBeChance: true }, // by hand: 6 less 7; 4.5 to 7.0 meets 5.4 to 8.5
    { now: 0.09, before: 0.03, people: 6, mayBeChance: false }, // 7.2 to 11.3 against 2.4 to 3.8
    { now: 0.0562, before: 0.058, people: 0, mayBeChance: true },
    { now: 0.004, before: 0.031, people: -3, mayBeChance: false },
  ])('$now after $before: $people people', ({ now, before, people, mayBeChance }) => {
    expect(compareHeadlines(headline(now), september(before))).toEqual({ people, mayBeChance });
  });

  it.each([
    { case: 'nothing before', previous: null },
    { case: 'no median before', previous: september(null, { reason: 'too-few-posts' }) },
    { case: 'a longer window before', previous: september(0.05, { months: 3 }) },
    { case: 'posts not told apart before', previous: september(0.05, { basis: 'organic-and-unknown' }) },
  ])('does not compare: $case', ({ previous }) => {
    expect(compareHeadlines(headline(0.06), previous)).toBeNull();
  });

  it('does not compare across a change of definition, even on the first of the month', () => {
    expect(compareHeadlines(headline(0.06), september(0.05), [seam])).toBeNull();
    expect(compareHeadlines(headline(0.06, { cutAt: '2026-09-15' }), september(0.05))).toBeNull();
    expect(compareHeadlines(headline(0.06), september(0.05), [{ ...seam, day: '2026-06-15' }])).not.toBeNull();
    expect(compareHeadlines(headline(0.06), september(0.05), [{ ...seam, comparable: true }])).not.toBeNull();
  });

  it('turns its sign when the two change places', () => {
    const rate = fc.double({ min: 0.001, max: 2, noNaN: true });
    fc.assert(fc.property(rate, rate, (one, other) => {
      const forth = compareHeadlines(headline(one), september(other));
      const back = compareHeadlines(headline(other), september(one));
      expect((forth?.people ?? NaN) + (back?.people ?? NaN)).toBe(0);
      expect(forth?.mayBeChance).toBe(back?.mayBeChance);
    }));
  });
});
