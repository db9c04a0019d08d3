import { timingLevels, type ChannelOutlook } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { slotsOf, type Slot } from './slots.js';

type Cells = ChannelOutlook['grid'];
/** Every cell at 10 for 100, 20 posts each, but for what is told of Monday mornings. */
const gridWith = (monday: Partial<Cells[number]>): Cells => timingLevels.weekday.flatMap((weekday) => timingLevels.hour_band.map((band) => (
  { weekday, band, posts: 20, predicted: 0.1, ...(weekday === 'mon' && band === 'morning' ? monday : {}) }
)));
const mondayOf = (grid: Cells): Slot | undefined => slotsOf({ grid }, []).find(({ weekday, band }) => weekday === 'mon' && band === 'morning');

describe('the cells of the week', () => {
  it('are all 35, band by band from Monday on, whatever the order of the answer', () => {
    const slots = slotsOf({ grid: gridWith({}).toReversed() }, []);
    expect(slots).toHaveLength(35);
    expect(slots.slice(0, 8).map(({ weekday, band }) => `${weekday} ${band}`)).toEqual([...timingLevels.weekday.map((weekday) => `${weekday} morning`), 'mon midday']);
  });

  it('are of one colour where nothing changes: shades are not stretched over what is found', () => {
    expect(new Set(slotsOf({ grid: gridWith({}) }, []).map(({ step }) => step))).toEqual(new Set([3]));
    expect(new Set(slotsOf({ grid: gridWith({ predicted: 0.102 }) }, []).map(({ step }) => step))).toEqual(new Set([3]));
  });

  // The other 34 cells hold what is usual at 0.1 within one per cent.
  it.each([
    { predicted: 0.07, step: 1 }, { predicted: 0.09, step: 2 }, { predicted: 0.11, step: 4 }, { predicted: 0.14, step: 5 },
  ])('have shade $step at $predicted beside a usual 0.1', ({ predicted, step }) => {
    expect(mondayOf(gridWith({ predicted }))?.step).toBe(step);
  });

  it('have no colour under 8 posts, and weigh little in what is usual', () => {
    expect(mondayOf(gridWith({ posts: 7, predicted: 0.3 }))).toMatchObject({ posts: 7, predicted: 0.3, step: null });
    expect(mondayOf(gridWith({ posts: 8, predicted: 0.3 }))?.step).toBe(5);
  });

  it('have neither estimate nor colour without a model or without a post to estimate from, only their count', () => {
    const counted = { weekday: 'thu', band: 'evening', organic: { median: null, low: null, high: null, posts: 3 } } as const;
    const slots = slotsOf({ grid: [] }, [counted]);
    expect(slots.find(({ weekday, band }) => weekday === 'thu' && band === 'evening')).toEqual({ weekday: 'thu', band: 'evening', posts: 3, predicted: null, step: null });
    expect(slots.reduce((sum, { posts }) => sum + posts, 0)).toBe(3);
    expect(mondayOf(gridWith({ posts: 0, predicted: null }))).toMatchObject({ posts: 0, predicted: null, step: null });
  });
});
