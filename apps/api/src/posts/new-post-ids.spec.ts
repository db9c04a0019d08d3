import { validate, version } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newPostId } from './new-post-ids.js';

afterEach(() => vi.useRealTimers());

describe('identifiers of new posts', () => {
  it('are all different, also when new random bytes are asked for', () => {
    const ids = Array.from({ length: 5_000 }, newPostId);
    expect(new Set(ids).size).toBe(5_000);
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  });

  it('sort in the order in which they were made, within a millisecond and when the clock is set back', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24) });
    const ids = Array.from({ length: 3_000 }, (_, index) => {
      if (index === 1_000) vi.advanceTimersByTime(1);
      if (index === 2_000) vi.setSystemTime(Date.UTC(2026, 10, 23));
      return newPostId();
    });
    expect(ids.toSorted()).toEqual(ids);
  });
});
