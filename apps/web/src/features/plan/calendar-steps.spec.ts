import { describe, expect, it } from 'vitest';
import { entryAfterKey, placeAfterKey, stopInWeek } from './calendar-steps.js';

const SPAN = { from: '2026-11-16', to: '2026-12-13' };

describe('placeAfterKey', () => {
  it.each([
    { key: 'ArrowRight', day: '2026-11-30', expected: '2026-12-01' },
    { key: 'ArrowUp', day: '2026-12-02', expected: '2026-11-25' },
    { key: 'ArrowLeft', day: '2026-11-16', expected: '2026-11-16' }, // nothing goes out of sight
    { key: 'ArrowDown', day: '2026-12-08', expected: '2026-12-08' },
    { key: 'Enter', day: '2026-11-30', expected: undefined },
  ])('$key from $day: $expected', ({ key, day, expected }) => {
    expect(placeAfterKey(key, { day, time: '18:30' }, { span: SPAN, hasHours: false })).toEqual(expected === undefined ? null : { day: expected, time: '18:30' });
  });

  it.each([
    { key: 'ArrowUp', time: '18:30', expected: '17:30' },
    { key: 'ArrowDown', time: '09:05', expected: '10:05' },
    { key: 'ArrowUp', time: '00:30', expected: '00:30' }, // the day before is another column
    { key: 'ArrowDown', time: '23:30', expected: '23:30' },
    { key: 'ArrowRight', time: '18:30', expected: '18:30' },
  ])('$key from $time, where hours are shown: $expected', ({ key, time, expected }) => {
    expect(placeAfterKey(key, { day: '2026-11-30', time }, { span: SPAN, hasHours: true })?.time).toBe(expected);
  });
});

describe('stopInWeek', () => {
  const stops = [{ key: 'a', day: '2026-11-17' }, { key: 'b', day: '2026-11-19' }, { key: 'c', day: '2026-11-19' }, { key: 'd', day: '2026-11-20' }];
  it.each([
    { pressed: 'ArrowRight', from: 'b', expected: 'd' }, { pressed: 'ArrowLeft', from: 'c', expected: 'a' }, { pressed: 'ArrowRight', from: 'd', expected: 'd' },
    { pressed: 'ArrowDown', from: 'b', expected: 'c' }, { pressed: 'ArrowUp', from: 'a', expected: 'a' }, { pressed: 'End', from: 'a', expected: 'd' }, { pressed: 'x', from: 'a', expected: undefined },
  ])('$pressed from $from: $expected', ({ pressed, from, expected }) => {
    expect(stopInWeek(pressed, stops.find(({ key }) => key === from) ?? { key: '', day: '' }, stops)?.key).toBe(expected);
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
