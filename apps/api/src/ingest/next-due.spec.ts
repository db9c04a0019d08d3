import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDueAt, phaseOf } from './next-due.js';

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-24T16:00:00Z');
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('nextDueAt', () => {
  it('comes once a rhythm: never sooner than half of it, never later than one and a half', () => {
    fc.assert(fc.property(fc.uuid(), instant, fc.integer({ min: 1, max: 48 }), (id, at, every) => {
      const hours = (nextDueAt(id, every, { now: at, nextStep: null }).getTime() - at.getTime()) / HOUR_MS;
      return hours >= every / 2 - 1e-3 && hours <= every * 1.5 + 1e-3;
    }));
  });

  it('keeps its place in the rhythm, whenever it was collected late', () => {
    const place = (at: Date) => nextDueAt('a', 24, { now: at, nextStep: null }).getTime() % (24 * HOUR_MS);
    expect(Math.abs(place(now) - place(new Date('2026-12-03T03:11:00Z')))).toBeLessThan(2);
  });

  it('spreads channels that were all collected at once', () => {
    const quarters = new Set(Array.from({ length: 200 }, (_, number) => Math.floor(phaseOf(`channel ${number}`) * 4)));
    expect(quarters).toEqual(new Set([0, 1, 2, 3]));
  });

  it('comes earlier for a young post, yet leaves the channel alone for a quarter of an hour', () => {
    expect(nextDueAt('a', 24, { now, nextStep: new Date('2026-11-24T16:40:00Z') })).toEqual(new Date('2026-11-24T16:40:00Z'));
    expect(nextDueAt('a', 24, { now, nextStep: new Date('2026-11-24T16:01:00Z') })).toEqual(new Date('2026-11-24T16:15:00Z'));
  });
});
