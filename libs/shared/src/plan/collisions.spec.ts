import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/period.js';
import { findCollisions, type PlannedSpan, type PlannedThing } from './collisions.js';
import { weekdayNumber } from './occurrences.js';

const thing = (key: string, at: string, rest: Partial<PlannedThing> = {}): PlannedThing => ({ key, channelId: 'page', day: at.slice(0, 10), instant: `${at}:00Z`, isHoliday: false, ...rest });
/** June 2026 begins on a Monday. */
const JUNE: PlannedSpan = { span: { from: '2026-06-01', to: '2026-06-30' }, entries: [], extents: [], leftOutForHolidays: [] };
const found = (planned: Partial<PlannedSpan>) => findCollisions({ ...JUNE, ...planned }).map(({ code, day, entries }) => [code, day, ...entries]);

describe('collisions', () => {
  it('tell of two within two hours on one channel, not at two hours, not on two channels', () => {
    const entries = [thing('b', '2026-06-04T18:29'), thing('a', '2026-06-04T16:30'), thing('c', '2026-06-04T20:29'), thing('d', '2026-06-04T20:29', { channelId: 'other' })];
    expect(found({ entries })).toEqual([['close-together', '2026-06-04', 'a', 'b']]);
  });

  it('look across midnight', () => {
    expect(found({ entries: [thing('a', '2026-06-04T23:30'), thing('b', '2026-06-05T00:15')] })).toEqual([['close-together', '2026-06-05', 'a', 'b']]);
  });

  it('tell of whole weeks without anything, between the beginning and the end of a channel’s plan', () => {
    const entries = [thing('a', '2026-06-07T10:00'), thing('b', '2026-06-22T10:00')];
    expect(found({ entries, extents: [{ channelId: 'page', from: '2026-06-05', to: null }] })).toEqual([['quiet-week', '2026-06-08'], ['quiet-week', '2026-06-15']]); // 29 June: its week ends in July
    expect(found({ entries, extents: [{ channelId: 'page', from: '2026-06-14', to: '2026-06-15' }] })).toEqual([['quiet-week', '2026-06-08'], ['quiet-week', '2026-06-15']]);
    expect(found({ entries, extents: [{ channelId: 'page', from: '2026-06-22', to: null }] })).toEqual([]);
    expect(found({ entries })).toEqual([]);
  });

  it('let a week be quiet whose appointments holidays left out', () => {
    expect(found({ span: { from: '2026-06-01', to: '2026-06-14' }, extents: [{ channelId: 'page', from: '2026-01-01', to: null }], leftOutForHolidays: [{ channelId: 'page', day: '2026-06-10' }] })).toEqual([['quiet-week', '2026-06-01']]);
  });

  it('tell of what stands in holidays', () => {
    expect(found({ entries: [thing('a', '2026-06-29T10:00', { isHoliday: true })] })).toEqual([['on-holiday', '2026-06-29', 'a']]);
  });
});

const channel = fc.constantFrom('page', 'other', 'third');
const entry = fc.record({ channelId: channel, minute: fc.nat(60 * 24 * 60), isHoliday: fc.boolean() });
const planned: fc.Arbitrary<PlannedSpan> = fc.record({
  span: fc.record({ from: fc.nat(20), length: fc.integer({ min: -3, max: 60 }) }).map(({ from, length }) => ({ from: addDays('2026-06-01', from), to: addDays('2026-06-01', from + length) })),
  entries: fc.array(entry, { maxLength: 40 }).map((all) => all.map(({ minute, ...rest }, key) => thing(String(key), new Date(Date.parse('2026-06-01T00:00Z') + minute * 60_000).toISOString().slice(0, 16), rest))),
  extents: fc.array(fc.record({ channelId: channel, from: fc.nat(80).map((later) => addDays('2026-06-01', later)), to: fc.option(fc.nat(80).map((later) => addDays('2026-06-01', later))) })),
  leftOutForHolidays: fc.array(fc.record({ channelId: channel, day: fc.nat(80).map((later) => addDays('2026-06-01', later)) }), { maxLength: 5 }),
});

describe('whatever is planned,', () => {
  it('the order in which it is told does not matter, and no more is said than there are things and weeks', () => {
    fc.assert(fc.property(planned, (one) => {
      const told = findCollisions(one);
      const turned = { ...one, entries: one.entries.toReversed(), extents: one.extents.toReversed(), leftOutForHolidays: one.leftOutForHolidays.toReversed() };
      expect(findCollisions(turned)).toEqual(told);
      expect(told.filter(({ code }) => code === 'close-together').length).toBeLessThanOrEqual(one.entries.length);
      for (const quiet of told.filter(({ code }) => code === 'quiet-week')) {
        expect(weekdayNumber(quiet.day)).toBe(1);
        expect(quiet.day >= one.span.from && addDays(quiet.day, 6) <= one.span.to).toBe(true);
        expect(one.entries.filter((other) => other.channelId === quiet.channelId && other.day >= quiet.day && other.day <= addDays(quiet.day, 6))).toEqual([]);
      }
    }));
  });

  it('whatever has another less than two hours before it on its channel is named', () => {
    fc.assert(fc.property(planned, (one) => {
      const named = new Set(findCollisions(one).filter(({ code }) => code === 'close-together').flatMap(({ entries }) => entries));
      for (const a of one.entries) {
        const hasNear = one.entries.some((b) => b !== a && b.channelId === a.channelId && Math.abs(Date.parse(a.instant) - Date.parse(b.instant)) < 7_200_000);
        expect(named.has(a.key)).toBe(hasNear);
      }
    }));
  });
});
