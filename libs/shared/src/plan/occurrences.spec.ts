import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../time/period.js';
import { localDay, localTime } from '../time/zone.js';
import { isRegularDay, MAX_PLAN_DAYS, occurrencesOf, type Recurrence, type RecurrenceException, weekdayNumber } from './occurrences.js';

/** Every Thursday at half past six; 2026-01-01 is a Thursday. */
const THURSDAYS: Recurrence = { id: 'a', weekday: 4, time: '18:30', everyWeeks: 1, fromDay: '2026-01-01', toDay: null, skipsHolidays: false };
const BRUSSELS = { zone: 'Europe/Brussels', holidays: [], exceptions: [] };
const during = (from: string, to: string, around: object = {}) => ({ ...BRUSSELS, span: { from, to }, ...around });
const exception = (day: string, rest: Partial<RecurrenceException> = {}): RecurrenceException => ({ appointmentId: 'a', day, kind: 'skipped', movedToDay: null, movedToTime: null, ...rest });
const days = (recurrence: Partial<Recurrence>, ...around: Parameters<typeof during>) => occurrencesOf({ ...THURSDAYS, ...recurrence }, during(...around)).occurrences.map(({ day }) => day);

describe('the occurrences of an appointment', () => {
  it.each([
    { name: 'every week', change: {}, expected: ['2026-01-01', '2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29'] },
    { name: 'every second week, from its first', change: { everyWeeks: 2 }, expected: ['2026-01-01', '2026-01-15', '2026-01-29'] },
    { name: 'every fourth week, from long before', change: { everyWeeks: 4, fromDay: '2025-01-02' }, expected: ['2026-01-01', '2026-01-29'] },
    { name: 'counted from the first such weekday on or after its first day', change: { everyWeeks: 2, fromDay: '2026-01-02' }, expected: ['2026-01-08', '2026-01-22'] },
    { name: 'to its last day, which belongs to it', change: { toDay: '2026-01-15' }, expected: ['2026-01-01', '2026-01-08', '2026-01-15'] },
    { name: 'none where it ends before it begins', change: { toDay: '2025-12-31' }, expected: [] },
  ])('$name', ({ change, expected }) => {
    expect(days(change, '2026-01-01', '2026-01-31')).toEqual(expected);
  });

  it('know 29 February, and go on after one that was their first', () => {
    expect(days({ weekday: 2, fromDay: '2028-02-29' }, '2028-02-01', '2028-03-10')).toEqual(['2028-02-29', '2028-03-07']);
    expect(days({ weekday: 2, fromDay: '2028-02-29', everyWeeks: 4 }, '2032-02-20', '2032-03-20')).toEqual(['2032-02-24']); // 1,456 days, 52 times 28; the four years have 1,461
  });

  it('come an hour later where their time does not exist, and once where it comes twice', () => {
    const nights = { weekday: 7, time: '02:30' };
    expect(occurrencesOf({ ...THURSDAYS, ...nights }, during('2026-03-29', '2026-03-29')).occurrences).toMatchObject([
      { regularDay: '2026-03-29', day: '2026-03-29', time: '03:30', instant: new Date('2026-03-29T01:30:00Z'), clock: 'skipped' },
    ]);
    expect(occurrencesOf({ ...THURSDAYS, ...nights }, during('2026-10-25', '2026-10-25')).occurrences).toMatchObject([
      { day: '2026-10-25', time: '02:30', instant: new Date('2026-10-25T00:30:00Z'), clock: 'repeated' },
    ]);
    expect(occurrencesOf(THURSDAYS, during('2026-10-22', '2026-10-29')).occurrences.map(({ instant }) => instant.toISOString())).toEqual(['2026-10-22T16:30:00.000Z', '2026-10-29T17:30:00.000Z']);
  });

  it('are looked for where their clock carries them: in Nuuk the last hour of a Saturday in March does not exist', () => {
    const late = { ...THURSDAYS, weekday: 6, time: '23:30' };
    const nuuk = { zone: 'America/Nuuk' };
    expect(occurrencesOf(late, during('2026-03-28', '2026-03-28', nuuk)).occurrences).toEqual([]);
    expect(occurrencesOf(late, during('2026-03-29', '2026-03-29', nuuk)).occurrences).toMatchObject([{ regularDay: '2026-03-28', day: '2026-03-29', time: '00:30', clock: 'skipped' }]);
  });

  it('leave holidays out where they are told to, and say so', () => {
    const holidays = [{ from: '2026-02-16', to: '2026-03-01' }];
    const told = during('2026-02-09', '2026-03-05', { holidays });
    expect(occurrencesOf({ ...THURSDAYS, skipsHolidays: true }, told)).toMatchObject({
      occurrences: [{ day: '2026-02-12' }, { day: '2026-03-05' }],
      leftOut: [{ regularDay: '2026-02-19', reason: 'holiday', time: '18:30' }, { regularDay: '2026-02-26', reason: 'holiday' }],
    });
    expect(occurrencesOf(THURSDAYS, told).occurrences.map(({ isHoliday }) => isHoliday)).toEqual([false, true, true, false]);
  });

  it('are skipped and moved as people decided, into holidays too, and belong where they take place', () => {
    const exceptions = [
      exception('2026-01-08'), exception('2026-01-15', { kind: 'moved', movedToDay: '2026-02-03' }), exception('2026-01-22', { kind: 'moved', movedToTime: '12:00' }),
      exception('2026-01-09', { kind: 'moved', movedToDay: '2026-01-10' }), // no Thursday
      { ...exception('2026-01-29'), appointmentId: 'another' },
    ];
    const around = { exceptions, holidays: [{ from: '2026-02-02', to: '2026-02-08' }] };
    const asked = { ...THURSDAYS, skipsHolidays: true };
    const january = occurrencesOf(asked, during('2026-01-01', '2026-01-31', around));
    expect(january.occurrences.map(({ day, time, isMoved }) => [day, time, isMoved])).toEqual([['2026-01-01', '18:30', false], ['2026-01-22', '12:00', true], ['2026-01-29', '18:30', false]]);
    expect(january.leftOut).toMatchObject([{ regularDay: '2026-01-08', reason: 'skipped' }]);
    expect(occurrencesOf(asked, during('2026-02-01', '2026-02-07', around))).toMatchObject({
      occurrences: [{ regularDay: '2026-01-15', day: '2026-02-03', time: '18:30', isMoved: true, isHoliday: true }], leftOut: [{ regularDay: '2026-02-05', reason: 'holiday' }],
    });
  });

  it('are bounded by the span, which has its limit and a day at either end; one that ends before it begins has none', () => {
    expect(days({ fromDay: '2000-01-06' }, '2090-01-01', addDays('2090-01-01', MAX_PLAN_DAYS - 1))).toHaveLength(57);
    expect(days({}, '2026-02-01', '2026-01-01')).toEqual([]);
    expect(days({ fromDay: '2000-01-06' }, '2090-01-01', addDays('2090-01-01', MAX_PLAN_DAYS + 1))).toHaveLength(57);
    expect(() => days({}, '2026-01-01', addDays('2026-01-01', MAX_PLAN_DAYS + 2))).toThrow(RangeError);
  });
});

const day = (from = '2024-01-01', length = 1_500) => fc.nat(length).map((later) => addDays(from, later));
const time = fc.nat(1_439).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
const zone = fc.constantFrom('Europe/Brussels', 'America/Nuuk', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC');
const span = fc.record({ from: day(), length: fc.nat(MAX_PLAN_DAYS - 1) }).map(({ from, length }) => ({ from, to: addDays(from, length) }));
const recurrence: fc.Arbitrary<Recurrence> = fc.record({
  id: fc.constant('a'), weekday: fc.integer({ min: 1, max: 7 }), time, everyWeeks: fc.integer({ min: 1, max: 4 }),
  fromDay: day(), toDay: fc.option(day()), skipsHolidays: fc.boolean(),
});
const decided: fc.Arbitrary<RecurrenceException> = fc.record({
  appointmentId: fc.constantFrom('a', 'a', 'another'), day: day(), kind: fc.constantFrom('skipped' as const, 'moved' as const), movedToDay: fc.option(day()), movedToTime: fc.option(time),
});
/** Half of the exceptions are of days on which there is something. */
const world = recurrence.chain((rule) =>
  fc.record({
    rule: fc.constant(rule), span, zone, holidays: fc.array(span, { maxLength: 3 }),
    exceptions: fc.uniqueArray(
      fc.tuple(decided, fc.boolean()).map(([one, isAimed]) => (isAimed ? { ...one, day: addDays(one.day, (rule.weekday - weekdayNumber(one.day) + 7) % 7) } : one)),
      { maxLength: 30, selector: ({ appointmentId, day: of }) => appointmentId + of },
    ),
  }));

describe('whatever the appointment,', () => {
  it('nothing falls outside the span, on another weekday unless moved, before its first day or after its last, or twice', () => {
    fc.assert(fc.property(world, ({ rule, ...around }) => {
      const { occurrences, leftOut } = occurrencesOf(rule, around);
      for (const one of occurrences) {
        expect(one.day >= around.span.from && one.day <= around.span.to).toBe(true);
        expect([localDay(one.instant, around.zone), localTime(one.instant, around.zone)]).toEqual([one.day, one.time]);
        if (!one.isMoved && one.clock !== 'skipped') expect(one.day).toBe(one.regularDay);
      }
      const names = [...occurrences, ...leftOut].map(({ regularDay }) => regularDay);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(weekdayNumber(name)).toBe(rule.weekday);
        expect(isRegularDay(rule, name)).toBe(true);
        expect(name >= rule.fromDay && (rule.toDay === null || name <= rule.toDay)).toBe(true);
      }
    }));
  });

  it('two halves of a span hold what the whole holds, and no day between its own is forgotten', () => {
    fc.assert(fc.property(world, fc.nat(MAX_PLAN_DAYS), ({ rule, ...around }, cut) => {
      const whole = occurrencesOf(rule, around);
      const middle = addDays(around.span.from, cut % (daysBetween(around.span.from, around.span.to) + 1));
      const [first, second] = [{ from: around.span.from, to: middle }, { from: addDays(middle, 1), to: around.span.to }].map((half) => occurrencesOf(rule, { ...around, span: half }));
      expect([...(first?.occurrences ?? []), ...(second?.occurrences ?? [])]).toEqual(whole.occurrences);
      expect([...(first?.leftOut ?? []), ...(second?.leftOut ?? [])]).toEqual(whole.leftOut);
    }));
  });

  it('neither the order of exceptions nor that of holidays matters', () => {
    fc.assert(fc.property(world, ({ rule, ...around }) => {
      const turned = { ...around, exceptions: around.exceptions.toReversed(), holidays: around.holidays.toReversed() };
      expect(occurrencesOf(rule, turned)).toEqual(occurrencesOf(rule, around));
    }));
  });
});
