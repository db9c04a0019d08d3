import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, nextStepAt } from './age-steps.js';

const STEPS = [1, 6, 24, 72, 168, 336, 672];
const at = (text: string) => new Date(`2026-11-${text}Z`);
const publishedAt = at('01T12:00:00');

describe('isDue', () => {
  it.each([
    { name: 'a post that is not known', readAt: null, now: '01T12:05:00', due: true },
    { name: 'a post read after its last step reached', readAt: '01T13:05:00', now: '01T17:59:00', due: false },
    { name: 'the sixth hour, to the second', readAt: '01T13:05:00', now: '01T18:00:00', due: true },
    { name: 'steps missed during an outage', readAt: '01T13:05:00', now: '09T12:00:00', due: true },
    { name: 'a step passed at the very reading', readAt: '08T12:00:00', now: '08T13:00:00', due: false },
    { name: 'an old post that missed its last step', readAt: '20T12:00:00', now: '30T12:00:00', due: true },
  ])('$name: $due', ({ readAt, now, due }) => {
    expect(isDue({ publishedAt, readAt: readAt === null ? null : at(readAt) }, STEPS, at(now))).toBe(due);
  });

  it('leaves a post alone for ever once it was read after its last step', () => {
    const readAt = new Date(publishedAt.getTime() + 672 * 3_600_000);
    fc.assert(fc.property(fc.date({ min: readAt, max: new Date('2200-01-01'), noInvalidDate: true }), (now) => !isDue({ publishedAt, readAt }, STEPS, now)));
  });
});

describe('nextStepAt', () => {
  it('is the nearest step of any post, and never one that has passed', () => {
    const posts = [{ publishedAt }, { publishedAt: at('02T11:30:00') }];
    expect(nextStepAt(posts, STEPS, at('02T11:00:00'))).toEqual(at('02T12:00:00'));
    expect(nextStepAt(posts, STEPS, at('02T12:00:00'))).toEqual(at('02T12:30:00'));
    expect(nextStepAt([], STEPS, at('02T12:00:00'))).toBeNull();
  });

  it('comes due exactly when it said', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 * 3600 }), (seconds) => {
      const now = new Date(publishedAt.getTime() + seconds * 1000);
      const next = nextStepAt([{ publishedAt }], STEPS, now);
      if (next === null) return seconds >= 672 * 3600;
      const justBefore = new Date(next.getTime() - 1);
      return isDue({ publishedAt, readAt: now }, STEPS, next) && !isDue({ publishedAt, readAt: now }, STEPS, justBefore);
    }));
  });
});
