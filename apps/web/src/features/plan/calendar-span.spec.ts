import { describe, expect, it } from 'vitest';
import { monthOfSpan, mondayOfMonth, spanToShow, weeksOf, weekToShow } from './calendar-span.js';

/** A Monday. */
const TODAY = '2026-11-23';

describe('spanToShow', () => {
  it.each([
    { asked: null, from: '2026-11-16', to: '2026-12-13', why: 'the week of today comes second' },
    { asked: '2026-11-16', from: '2026-11-16', to: '2026-12-13', why: 'a Monday begins it' },
    { asked: '2026-11-22', from: '2026-11-16', to: '2026-12-13', why: 'a Sunday belongs to the week before' },
    { asked: '2026-12-31', from: '2026-12-28', to: '2027-01-24', why: 'weeks go on over the new year' },
    { asked: '2026-02-30', from: '2026-11-16', to: '2026-12-13', why: 'a day that does not exist is none' },
    { asked: '1026-11-16', from: '2026-11-16', to: '2026-12-13', why: 'the server knows our century only' },
    { asked: 'demain', from: '2026-11-16', to: '2026-12-13', why: 'a word is none' },
  ])('$asked: $why', ({ asked, from, to }) => {
    expect(spanToShow(asked, TODAY)).toEqual({ from, to });
  });
});

describe('weekToShow', () => {
  it.each([
    { asked: null, from: '2026-11-23', why: 'the week of today' },
    { asked: '2026-11-22', from: '2026-11-16', why: 'a Sunday belongs to the week before' },
    { asked: '2026-02-29', from: '2026-11-23', why: 'a day that does not exist is none' },
    { asked: '2028-02-29', from: '2028-02-28', why: 'one that does is' },
  ])('$asked: $why', ({ asked, from }) => {
    expect(weekToShow(asked, TODAY)).toMatchObject({ from });
    expect(weeksOf(weekToShow(asked, TODAY))).toHaveLength(1);
  });
});

describe('the months of spans', () => {
  it.each(['2026-02', '2026-03', '2026-11', '2027-01'])('%s is the month of the weeks in which it begins', (month) => {
    for (const toShow of [spanToShow, weekToShow]) {
      const span = toShow(mondayOfMonth(month), TODAY);
      expect(monthOfSpan(span)).toBe(month);
      expect(weeksOf(span)[0]).toContain(`${month}-01`);
    }
  });
});

describe('weeksOf', () => {
  it('is four times seven days in a row', () => {
    const weeks = weeksOf(spanToShow(null, TODAY));
    expect(weeks.map((days) => [days.length, days[0], days[6]])).toEqual([[7, '2026-11-16', '2026-11-22'], [7, '2026-11-23', '2026-11-29'], [7, '2026-11-30', '2026-12-06'], [7, '2026-12-07', '2026-12-13']]);
  });
});
