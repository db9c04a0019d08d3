import { describe, expect, it } from 'vitest';
import { draftFor } from './agenda-draft.js';

describe('a post for an event', () => {
  it.each([
    { day: '2026-12-10', expected: '2026-12-07', why: 'three days before' },
    { day: '2026-12-03', expected: '2026-11-30', why: 'today, where that is three days before' },
    { day: '2026-12-02', expected: '2026-12-01', why: 'the day before, where three are not left' },
    { day: '2026-11-30', expected: '2026-11-30', why: 'today, for what takes place today' },
    { day: '2026-11-20', expected: '2026-11-30', why: 'today, for what has begun' },
    { day: '2028-03-01', expected: '2028-02-27', why: 'over 29 February' },
  ])('$day: $why', ({ day, expected }) => {
    expect(draftFor({ title: 'Concert', day }, '2026-11-30').day).toBe(expected);
  });

  it('has a title that fits, and no half of a sign', () => {
    expect(draftFor({ title: `${'a'.repeat(119)}🎲 et la suite`, day: '2026-12-10' }, '2026-11-30').title).toBe('a'.repeat(119));
  });
});
