import { describe, expect, it } from 'vitest';
import { monthsAround, monthToShow } from './months.js';

const known = { firstMonth: '2025-05', lastMonth: '2026-11', today: '2026-11-23' };

describe('the month of a page', () => {
  it.each([
    { asked: '2026-03', given: known, expected: '2026-03', rule: 'is the one in the address' },
    { asked: null, given: known, expected: '2026-10', rule: 'is the last one that is over' },
    { asked: '2026-13', given: known, expected: '2026-10', rule: 'is never one that does not exist' },
    { asked: 'octobre', given: known, expected: '2026-10', rule: 'is never a word' },
    { asked: null, given: { ...known, lastMonth: '2014-12', firstMonth: '2014-01' }, expected: '2014-12', rule: 'is the last one with figures, however old' },
    { asked: null, given: { ...known, firstMonth: '2026-11' }, expected: '2026-11', rule: 'is the month under way when there is no other' },
    { asked: null, given: { ...known, firstMonth: null, lastMonth: null }, expected: '2026-10', rule: 'is the last one over where nothing was read' },
  ])('$rule', ({ asked, given, expected }) => {
    expect(monthToShow(asked, given)).toBe(expected);
  });
});

describe('the months around', () => {
  it.each([
    { month: '2026-10', expected: { before: '2026-09', after: '2026-11' }, rule: 'are one step away' },
    { month: '2026-01', expected: { before: '2025-12', after: '2026-02' }, rule: 'cross the year' },
    { month: '2025-05', expected: { before: null, after: '2025-06' }, rule: 'stop at the first with figures' },
    { month: '2026-11', expected: { before: '2026-10', after: null }, rule: 'stop at the month under way' },
    { month: '2031-01', expected: { before: '2026-11', after: null }, rule: 'lead back from the future' },
    { month: '1999-01', expected: { before: null, after: '2025-05' }, rule: 'lead forward from before the first' },
  ])('$rule', ({ month, expected }) => {
    expect(monthsAround(month, known)).toEqual(expected);
  });
});
