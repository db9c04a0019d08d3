import { describe, expect, it } from 'vitest';
import { localDay, localTime } from './zone.js';

const brussels = 'Europe/Brussels';

describe('localDay and localTime', () => {
  it.each([
    { at: '2026-01-15T17:00:00Z', day: '2026-01-15', time: '18:00' },
    { at: '2026-07-15T17:00:00Z', day: '2026-07-15', time: '19:00' },
    { at: '2026-10-24T22:30:00Z', day: '2026-10-25', time: '00:30' }, // past midnight in Brussels
    { at: '2026-03-29T00:59:00Z', day: '2026-03-29', time: '01:59' },
    { at: '2026-03-29T01:00:00Z', day: '2026-03-29', time: '03:00' }, // 02:00 is skipped
    { at: '2026-10-25T00:30:00Z', day: '2026-10-25', time: '02:30' },
    { at: '2026-10-25T01:30:00Z', day: '2026-10-25', time: '02:30' }, // the same hour again
  ])('$at in Brussels is $day $time', ({ at, day, time }) => {
    expect(localDay(new Date(at), brussels)).toBe(day);
    expect(localTime(new Date(at), brussels)).toBe(time);
  });

  it('refuses a zone that nobody knows', () => {
    expect(() => localDay(new Date(0), 'Europe/Valombreuse')).toThrow(RangeError);
  });
});
