import { describe, expect, it } from 'vitest';
import { dayAfterKey, entryAfterKey } from './calendar-steps.js';

const SPAN = { from: '2026-11-16', to: '2026-12-13' };

describe('dayAfterKey', () => {
  it.each([
    { key: 'ArrowRight', day: '2026-11-30', expected: '2026-12-01' },
    { key: 'ArrowUp', day: '2026-12-02', expected: '2026-11-25' },
    { key: 'ArrowLeft', day: '2026-11-16', expected: '2026-11-16' }, // nothing goes out of sight
    { key: 'ArrowDown', day: '2026-12-08', expected: '2026-12-08' },
    { key: 'Enter', day: '2026-11-30', expected: null },
  ])('$key from $day: $expected', ({ key, day, expected }) => {
    expect(dayAfterKey(key, day, SPAN)).toBe(expected);
  });
});

describe('entryAfterKey', () => {
  const entries = [{ key: 'a', day: '2026-11-17' }, { key: 'b', day: '2026-11-19' }, { key: 'c', day: '2026-11-19' }, { key: 'd', day: '2026-11-25' }, { key: 'e', day: '2026-11-26' }];
  it.each([
    { pressed: 'ArrowRight', from: 'b', expected: 'c' },
    { pressed: 'ArrowLeft', from: 'a', expected: 'a' },
    { pressed: 'ArrowDown', from: 'a', expected: 'd' }, // a week later is the 24th: the nearest after it
    { pressed: 'ArrowDown', from: 'b', expected: 'e' },
    { pressed: 'ArrowUp', from: 'e', expected: 'c' },
    { pressed: 'ArrowUp', from: 'd', expected: 'a' }, // the 18th: the nearest before it
    { pressed: 'Home', from: 'd', expected: 'a' },
    { pressed: 'End', from: 'a', expected: 'e' },
    { pressed: 'x', from: 'a', expected: undefined },
  ])('$pressed from $from: $expected', ({ pressed, from, expected }) => {
    const start = entries.find(({ key }) => key === from) ?? { key: '', day: '' };
    expect(entryAfterKey(pressed, start, entries)?.key).toBe(expected);
  });
});
