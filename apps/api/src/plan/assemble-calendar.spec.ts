import { addDays, daysBetween, weekdayNumber } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleCalendar, type CalendarParts } from './assemble-calendar.js';

const START = '2026-01-01';
const day = fc.nat(500).map((later) => addDays(START, later));
const time = fc.nat(95).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
const span = fc.record({ from: day, length: fc.nat(399) }).map(({ from, length }) => ({ from, to: addDays(from, length) }));
const said = { format: fc.constant(null), themeId: fc.constantFrom('t', 'gone', null), role: fc.constant(null), note: fc.constant(null), version: fc.constant(1) };
const channelId = fc.constantFrom('page', 'other');
const unique = <T extends object>(one: fc.Arbitrary<T>, selector: (made: T) => string, maxLength: number) => fc.uniqueArray(one, { selector, maxLength });
/** Half of the days aimed at are days of the appointment that is named. */
const parts: fc.Arbitrary<CalendarParts> = unique(fc.record({
  id: fc.constantFrom('a', 'b', 'c'), channelId, title: fc.constant('x'), time, weekday: fc.integer({ min: 1, max: 7 }), everyWeeks: fc.integer({ min: 1, max: 4 }),
  fromDay: day, toDay: fc.option(day), skipsHolidays: fc.boolean(), ...said,
}), ({ id }) => id, 3).chain((appointments) => {
  const aim = (id: string | null, wanted: string): string => addDays(wanted, ((appointments.find((one) => one.id === id)?.weekday ?? 0) - weekdayNumber(wanted) + 7) % 7);
  const exception = fc.record({ appointmentId: fc.constantFrom('a', 'b', 'c'), day, kind: fc.constantFrom('skipped' as const, 'moved' as const), movedToDay: day, movedToTime: fc.option(time), note: fc.constant(null), version: fc.constant(1) })
    .map((one) => ({ ...one, day: aim(one.appointmentId, one.day) }));
  const post = fc.record({ id: fc.uuid(), channelId, title: fc.constant('y'), day, time, appointmentId: fc.constantFrom('a', 'b', 'gone', null), appointmentDay: day, ...said })
    .map((one) => ({ ...one, appointmentDay: one.appointmentId === null ? null : aim(one.appointmentId, one.appointmentDay) }));
  return fc.record({
    span, appointments: fc.constant(appointments), exceptions: unique(exception, (one) => one.appointmentId + one.day, 20), posts: unique(post, (one) => one.id, 20),
    holidays: fc.array(span, { maxLength: 2 }), themes: fc.constant([{ id: 't', name: 'Ateliers' }]),
    channels: fc.constantFrom('Europe/Brussels', 'America/Nuuk').map((timeZone) => [{ id: 'page', name: 'La page', timeZone }, { id: 'other', name: 'L’autre', timeZone: 'UTC' }]),
  });
});

describe('whatever is planned,', () => {
  it('everything stands once, within the span, and a post instead of the occurrence whose place it takes', () => {
    fc.assert(fc.property(parts, (planned) => {
      const { entries, leftOut } = assembleCalendar(planned);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      for (const entry of entries) expect(entry.day >= planned.span.from && entry.day <= planned.span.to).toBe(true);
      const filled = new Set(planned.posts.map(({ appointmentId, appointmentDay }) => `${appointmentId}/${appointmentDay}`));
      for (const { key } of entries) expect(filled.has(key)).toBe(false);
      for (const one of leftOut) expect(filled.has(`${one.appointmentId}/${one.day}`)).toBe(false);
    }));
  });

  it('two halves of a span hold what the whole holds, in the order of time', () => {
    fc.assert(fc.property(parts, fc.nat(400), (planned, cut) => {
      const { from, to } = planned.span;
      const middle = addDays(from, cut % (daysBetween(from, to) + 1));
      const [first, second] = [{ from, to: middle }, { from: addDays(middle, 1), to }].map((half) => assembleCalendar({ ...planned, span: half }).entries);
      const keys = [...(first ?? []), ...(second ?? [])].map(({ key }) => key);
      expect(keys.toSorted()).toEqual(assembleCalendar(planned).entries.map(({ key }) => key).toSorted());
    }));
  });

  it('the order of rows does not matter', () => {
    fc.assert(fc.property(parts, (planned) => {
      const turned = { ...planned, appointments: planned.appointments.toReversed(), exceptions: planned.exceptions.toReversed(), posts: planned.posts.toReversed(), channels: planned.channels.toReversed() };
      expect(assembleCalendar(turned)).toEqual(assembleCalendar(planned));
    }));
  });
});
