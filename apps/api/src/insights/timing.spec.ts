import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysedPosts, analysedSpan, anyAnalysedPost } from '../../../../test/support/analysed-span.js';
import { timingOf } from './timing.js';

/** A Monday, and its Tuesday. */
const [MORNING, EVENING, TUESDAY] = ['2026-10-05T09', '2026-10-05T18', '2026-10-06T18'] as const;
const NONE = { median: null, low: null, high: null, posts: 0 };

describe('timingOf', () => {
  const posts = [
    ...analysedPosts(5, { id: 'morning', at: MORNING }), ...analysedPosts(6, { id: 'evening', at: EVENING, isInHolidays: true }), ...analysedPosts(3, { id: 'tuesday', at: TUESDAY, reach: 300 }),
    ...analysedPosts(4, { id: 'pushed', at: EVENING, paid: true, reach: 900 }), ...analysedPosts(2, { id: 'unknown', at: EVENING, paid: null, reach: 700 }),
    ...analysedPosts(9, { id: 'young', at: EVENING, ineligible: 'growing', reach: 1 }), ...analysedPosts(9, { id: 'gone', at: MORNING, ineligible: 'deleted' }),
  ];
  const timing = timingOf(analysedSpan(posts));

  it('takes the median of organic posts that count, and counts pushed and unknown ones beside it', () => {
    expect(timing.basis).toBe('organic');
    // by hand: of 10 to 60 and three times 300, the fifth of nine
    expect(timing.bands.find(({ band }) => band === 'evening')).toMatchObject({ organic: { median: 0.05, posts: 9 }, paid: 4, unknown: 2 });
    expect(timing.weekdays.map(({ weekday, organic, paid }) => [weekday, organic.posts, paid]).slice(0, 3)).toEqual([['mon', 11, 4], ['tue', 3, 0], ['wed', 0, 0]]);
    expect(timing.holidays).toMatchObject({ within: { median: 0.035, posts: 6 }, outside: { posts: 8 } });
  });

  it('shows each of the 35 slots with its number of posts, and a median only where there are five', () => {
    expect(timing.slots).toHaveLength(35);
    const slot = (weekday: string, band: string) => timing.slots.find((one) => one.weekday === weekday && one.band === band)?.organic;
    expect(slot('mon', 'morning')).toMatchObject({ median: 0.03, posts: 5 });
    expect(slot('tue', 'evening')).toEqual({ ...NONE, posts: 3 });
    expect(slot('sun', 'night')).toEqual(NONE);
  });

  it('lists the hours with posts alone, in the order of the week', () => {
    expect(timing.hours.map(({ weekday, hour, organic }) => [weekday, hour, organic.posts])).toEqual([['mon', 9, 5], ['mon', 18, 6], ['tue', 18, 3]]);
  });

  it('takes unknown posts with the organic ones where fewer than five are known to be organic, and says so', () => {
    const of = (organic: number) => timingOf(analysedSpan([...analysedPosts(organic, { at: MORNING }), ...analysedPosts(9, { id: 'unknown', at: MORNING, paid: null })]));
    expect(of(4)).toMatchObject({ basis: 'organic-and-unknown', hours: [{ organic: { posts: 13 } }] });
    expect(of(5)).toMatchObject({ basis: 'organic', hours: [{ organic: { posts: 5 } }] });
    expect(timingOf(analysedSpan(analysedPosts(3))).basis).toBe('organic'); // nothing is unknown
  });

  it('says nothing of a channel without posts, in the same places', () => {
    const empty = timingOf(analysedSpan([], { cutAt: '2026-10-01' }));
    expect(empty).toMatchObject({ since: '2026-10-01', until: '2026-11-30', cutAt: '2026-10-01', basis: 'organic', hours: [], holidays: { within: NONE, outside: NONE } });
    expect([empty.bands.length, empty.weekdays.length, empty.slots.length]).toEqual([5, 7, 35]);
  });

  it('finds every post once by band, weekday, slot, hour and holiday, in whatever order they come', () => {
    fc.assert(fc.property(fc.array(anyAnalysedPost), (given) => {
      const found = timingOf(analysedSpan(given));
      const sum = (groups: readonly { organic: { posts: number } }[]) => groups.reduce((all, { organic }) => all + organic.posts, 0);
      expect(new Set([found.bands, found.weekdays, found.slots, found.hours, [{ organic: found.holidays.within }, { organic: found.holidays.outside }]].map(sum)).size).toBe(1);
      expect(timingOf(analysedSpan(given.toReversed()))).toEqual(found);
      expect(timingOf(analysedSpan(given.filter(({ ineligible }) => ineligible === null)))).toEqual(found);
    }));
  });
});
