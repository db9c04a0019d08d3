import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settlePost, type PostSnapshot, type SettleRules } from './settle-post.js';

type Snapshot = PostSnapshot<{ reach: number | null; likes: number | null }>;
const DAY_MS = 86_400_000;
const published = Date.UTC(2026, 9, 1, 16, 0);
const rules: SettleRules = { publishedAt: new Date(published), finalAgeDays: 7, fading: false, isStory: false };
const fading = { ...rules, fading: true };

function read(ageDays: number, reach: number | null, more: Partial<Snapshot> = {}): Snapshot {
  const observedAt = new Date(published + ageDays * DAY_MS);
  return { observedAt, recordedAt: observedAt, source: 'api', definitionDay: '2026-10-01', figures: { reach, likes: 4 }, ...more };
}

describe('settlePost', () => {
  it('takes the first snapshot at or after the final age, not a later one', () => {
    const settled = settlePost([read(1, 60), read(7, 90), read(14, 120)], rules);
    expect(settled).toMatchObject({ isFinal: true, figures: { reach: 90 }, ageUnknown: false, readLate: false });
    expect(settled?.finalObservedAt).toEqual(new Date(published + 7 * DAY_MS));
    expect(settled?.observedAt).toEqual(new Date(published + 14 * DAY_MS));
  });

  it('shows a younger post as it stood last, still growing', () => {
    expect(settlePost([read(1, 60), read(6.99, 88)], rules)).toMatchObject({ isFinal: false, figures: { reach: 88 }, finalObservedAt: null });
  });

  it('counts the snapshot recorded last among those of one instant', () => {
    const [first, corrected] = [read(8, 90), read(8, 95, { recordedAt: new Date(published + 30 * DAY_MS) })];
    expect(settlePost([first, corrected], rules)?.figures.reach).toBe(95);
    expect(settlePost([corrected, first], rules)?.figures.reach).toBe(95);
    const [young, youngCorrected] = [read(2, 40), read(2, 41, { recordedAt: new Date(published + 3 * DAY_MS) })];
    expect(settlePost([youngCorrected, young], rules)?.figures.reach).toBe(41);
  });

  it('takes a file download of an older post as it is, its age unknown', () => {
    expect(settlePost([read(400, 310, { source: 'file' })], fading)).toMatchObject({ isFinal: true, ageUnknown: true, readLate: false, figures: { reach: 310 } });
  });

  it('leaves a post growing that was too young on the day of the download', () => {
    expect(settlePost([read(3, 31, { source: 'file' })], rules)).toMatchObject({ isFinal: false, ageUnknown: false });
  });

  it('keeps the age of a file known where the post was read before', () => {
    expect(settlePost([read(1, 31), read(9, 45, { source: 'file' })], rules)).toMatchObject({ isFinal: true, ageUnknown: false });
  });

  it('gives a story seven days on every network', () => {
    const slow = { ...rules, finalAgeDays: 28 };
    expect(settlePost([read(8, 12)], slow)?.isFinal).toBe(false);
    expect(settlePost([read(8, 12)], { ...slow, isStory: true })?.isFinal).toBe(true);
  });

  it('knows nothing of a post never read', () => {
    expect(settlePost([], rules)).toBeNull();
  });
});

describe('settlePost where reach fades', () => {
  it('keeps the highest reach up to the final snapshot, and no later one', () => {
    expect(settlePost([read(1, 80), read(3, 110), read(7, 95), read(20, 400)], fading)?.figures).toEqual({ reach: 110, likes: 4 });
  });

  it('keeps an earlier reach when the final snapshot has none', () => {
    expect(settlePost([read(3, 110), read(7, null)], fading)?.figures.reach).toBe(110);
    expect(settlePost([read(3, null), read(7, null)], fading)?.figures.reach).toBeNull();
  });

  it.each([
    { first: 14, readLate: false }, // twice the final age still passes
    { first: 14.01, readLate: true },
  ])('first read at $first days: late is $readLate', ({ first, readLate }) => {
    expect(settlePost([read(first, 50), read(40, 20)], fading)?.readLate).toBe(readLate);
    expect(settlePost([read(first, 50)], rules)?.readLate).toBe(false);
  });

  it('takes the first file that tells of a post read too late, as it is', () => {
    const [late, file, again] = [read(40, 20), read(60, 310, { source: 'file' }), read(90, 15)];
    const lifted = { isFinal: true, readLate: false, ageUnknown: true, figures: { reach: 310 }, observedAt: again.observedAt };
    expect(settlePost([late, file, again], fading)).toMatchObject(lifted);
    expect(settlePost([late, file, again, read(99, 500, { source: 'file' })], fading)?.figures.reach).toBe(310);
    expect(settlePost([read(40, 900), file], fading)?.figures.reach).toBe(310); // the late reading counted something else
    expect(settlePost([read(5, 90), late, file], fading)?.figures.reach).toBe(90); // read in time: no file needed
  });
});

describe('settlePost in general', () => {
  const snapshots = fc.uniqueArray(fc.record({ hours: fc.integer({ min: 1, max: 2000 }), reach: fc.option(fc.nat(500)) }), { selector: ({ hours }) => hours, minLength: 1, maxLength: 12 })
    .map((readings) => readings.map(({ hours, reach }) => read(hours / 24, reach)));

  it('does not depend on the order of snapshots', () => {
    fc.assert(fc.property(snapshots, fc.boolean(), (given, fades) => {
      expect(settlePost(given.toReversed(), { ...rules, fading: fades })).toEqual(settlePost(given, { ...rules, fading: fades }));
    }));
  });

  it('does not change what is final when later readings come in', () => {
    fc.assert(fc.property(snapshots, fc.option(fc.nat(9000)), fc.boolean(), (given, later, fades) => {
      const before = settlePost(given, { ...rules, fading: fades });
      const after = settlePost([...given, read(100, later)], { ...rules, fading: fades });
      if (before?.isFinal) expect(after?.figures).toEqual(before.figures);
    }));
  });
});
