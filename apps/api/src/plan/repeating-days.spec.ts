import { addDays } from '@portee/shared';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type RepeatRule, repeatingDays } from './repeating-days.js';

const RULE: RepeatRule = { freq: 'DAILY', interval: 1, count: null, lastDay: null, byDay: [], byMonth: [], byMonthDay: [], bySetPos: [], weekStart: 1 };
const on = (weekday: number, nth: number | null = null) => ({ weekday, nth });
const days = (rule: Partial<RepeatRule>, first: string, from = first, to = '2027-12-31') => repeatingDays({ ...RULE, ...rule }, { first, from, to, onLook: () => undefined });

describe('the days of a rule', () => {
  it.each([
    { what: 'every Thursday', rule: { freq: 'WEEKLY' }, first: '2026-12-03', to: '2026-12-20', expected: ['2026-12-03', '2026-12-10', '2026-12-17'] },
    { what: 'every second week, on two days', rule: { freq: 'WEEKLY', interval: 2, byDay: [on(2), on(4)] }, first: '2026-12-03', to: '2026-12-31', expected: ['2026-12-03', '2026-12-15', '2026-12-17', '2026-12-29', '2026-12-31'] },
    { what: 'the last Friday of the month', rule: { freq: 'MONTHLY', byDay: [on(5, -1)] }, first: '2026-01-30', to: '2026-04-30', expected: ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24'] },
    { what: 'the last working day', rule: { freq: 'MONTHLY', byDay: [1, 2, 3, 4, 5].map((one) => on(one)), bySetPos: [-1] }, first: '2026-01-30', to: '2026-03-31', expected: ['2026-01-30', '2026-02-27', '2026-03-31'] },
    { what: 'the 31st, in months that have one', rule: { freq: 'MONTHLY' }, first: '2026-01-31', to: '2026-06-01', expected: ['2026-01-31', '2026-03-31', '2026-05-31'] },
    { what: 'the last day of each month', rule: { freq: 'MONTHLY', byMonthDay: [-1] }, first: '2028-01-31', to: '2028-03-31', expected: ['2028-01-31', '2028-02-29', '2028-03-31'] },
    { what: '29 February, in years that have one', rule: { freq: 'YEARLY' }, first: '2020-02-29', to: '2029-12-31', expected: ['2020-02-29', '2024-02-29', '2028-02-29'] },
    { what: '30 February: never', rule: { freq: 'YEARLY', byMonth: [2], byMonthDay: [30] }, first: '2026-01-01', to: '2099-12-31', expected: [] },
    { what: 'Mother’s day', rule: { freq: 'YEARLY', byMonth: [5], byDay: [on(7, 2)] }, first: '2026-05-10', to: '2028-12-31', expected: ['2026-05-10', '2027-05-09', '2028-05-14'] },
    { what: 'ten times at most', rule: { count: 3 }, first: '2026-12-30', to: '2099-12-31', expected: ['2026-12-30', '2026-12-31', '2027-01-01'] },
    { what: 'until a day, which belongs to it', rule: { lastDay: '2026-12-31' }, first: '2026-12-30', to: '2099-12-31', expected: ['2026-12-30', '2026-12-31'] },
    { what: 'once, where the next would be out of this world', rule: { freq: 'YEARLY', interval: 2_000_000_000 }, first: '2026-12-30', to: '2100-12-31', expected: ['2026-12-30'] },
  ] as const)('$what', ({ rule, first, to, expected }) => {
    expect(days(rule, first, first, to)).toEqual(expected);
  });

  it('are counted from the first, and those before the span left out', () => {
    expect(days({ freq: 'WEEKLY', count: 5 }, '2026-11-05', '2026-11-20', '2026-12-31')).toEqual(['2026-11-26', '2026-12-03']);
  });

  it('step over what lies before the span: a century costs what a year does', () => {
    let looked = 0;
    repeatingDays(RULE, { first: '1926-01-01', from: '2026-01-01', to: '2026-12-31', onLook: (more) => { looked += more; } });
    expect(looked).toBeLessThan(370);
  });
});

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = <Of>(of: fc.Arbitrary<Of>) => fc.uniqueArray(of, { maxLength: 3 });
const rules: fc.Arbitrary<RepeatRule> = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), interval: fc.integer({ min: 1, max: 4 }), count: fc.option(fc.integer({ min: 1, max: 30 })), lastDay: fc.constant(null),
  byDay: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }).chain((found) => fc.tuple(...found.map((weekday) => fc.record({ weekday: fc.constant(weekday), nth: fc.constantFrom(null, 1, 2, 4, -1) })))),
  byMonth: some(fc.integer({ min: 1, max: 12 })), byMonthDay: some(fc.constantFrom(1, 13, 28, 29, 31, -1, -3)), bySetPos: fc.constant([]), weekStart: fc.constantFrom(1, 7),
} as const);

/** What another hand, that of Thunderbird, makes of the same. It knows no end of its own, so that only rules are asked that give something now and then. */
function asIcalDoes(rule: RepeatRule, first: string, to: string): string[] {
  const text = [
    `FREQ=${rule.freq}`, `INTERVAL=${rule.interval}`, `WKST=${WEEKDAYS[rule.weekStart - 1]}`, ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.byDay.length === 0 ? [] : [`BYDAY=${rule.byDay.map(({ weekday, nth }) => `${nth ?? ''}${WEEKDAYS[weekday - 1]}`).join(',')}`]),
    ...(rule.byMonth.length === 0 ? [] : [`BYMONTH=${rule.byMonth.join(',')}`]), ...(rule.byMonthDay.length === 0 ? [] : [`BYMONTHDAY=${rule.byMonthDay.join(',')}`]),
  ].join(';');
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(first));
  const found: string[] = [];
  for (let next = iterator.next(); next && next.toString() <= to && found.length < 400; next = iterator.next()) found.push(next.toString());
  return found;
}

/** It makes 1 October of 31 September, and miscounts where months are left out (2.2.1). */
function readRightly({ freq, byDay, byMonth, byMonthDay }: RepeatRule): Partial<RepeatRule> {
  const early = byMonthDay.filter((day) => day > 0 && day <= 28);
  if (freq === 'DAILY' || freq === 'WEEKLY') return { byMonth: [], byMonthDay: [], byDay: byDay.map((one) => ({ ...one, nth: null })) };
  if (freq === 'MONTHLY') return { byMonth: [], byMonthDay: early, byDay: early.length > 0 ? [] : byDay };
  return { byMonth: byMonth.slice(0, 1), byMonthDay: byMonth.length === 0 ? [] : early, byDay: byMonth.length === 0 || early.length > 0 ? [] : byDay };
}

describe('whatever the rule,', () => {
  it('the days are those that ical.js finds, of the rules that it reads rightly', () => {
    fc.assert(fc.property(rules, fc.nat(1_000), (any, later) => {
      const rule = { ...any, ...readRightly(any) };
      // Of a first day that the rule would not give, RFC 5545 says nothing.
      const [first = ''] = days(rule, addDays('2024-01-01', later));
      fc.pre(first !== '' && days(rule, first, first, first).length === 1);
      expect(days(rule, first, first, '2029-12-31').slice(0, 400)).toEqual(asIcalDoes(rule, first, '2029-12-31'));
    }), { numRuns: 300 });
  });

  it('they are days of the span, in order, each once, and a span within gives those of them that lie in it', () => {
    fc.assert(fc.property(rules, fc.nat(400), fc.nat(800), (rule, from, length) => {
      const [start, end] = [addDays('2026-01-01', from), addDays('2026-01-01', from + length)];
      const all = days(rule, '2025-11-30', '2025-11-30', '2029-12-31');
      const found = days(rule, '2025-11-30', start, end);
      expect(found).toEqual(all.filter((day) => day >= start && day <= end));
      expect(found).toEqual([...new Set(found)].toSorted());
    }));
  });
});
