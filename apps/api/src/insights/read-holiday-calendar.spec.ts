import { holidayPeriod } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarError } from './calendar-error.js';
import { readHolidayCalendar } from './read-holiday-calendar.js';

const calendar = (...events: (readonly string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//École//FR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');
const read = (text: string) => readHolidayCalendar(new TextEncoder().encode(text), 'Vacances');
const autumn = ['UID:1@ecole', 'SUMMARY:Congé d’automne', 'DTSTART;VALUE=DATE:20261019', 'DTEND;VALUE=DATE:20261031'];

/** Why a calendar is refused. */
function refusalOf(text: string): { reason: string; values: unknown } | null {
  try {
    read(text);
    return null;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return { reason: error.reason, values: error.values };
  }
}

describe('a calendar', () => {
  it('gives its events of whole days; the day they end on is the day before', () => {
    const winter = ['DTSTART;VALUE=DATE:20261221', 'SUMMARY:Vacances d’hiver', 'DTEND;VALUE=DATE:20270104'];
    expect(read(calendar(autumn, winter))).toEqual([
      { name: 'Congé d’automne', from: '2026-10-19', to: '2026-10-30' }, { name: 'Vacances d’hiver', from: '2026-12-21', to: '2027-01-03' },
    ]);
  });

  it.each([
    { what: 'one day, without an end', lines: ['DTSTART;VALUE=DATE:20260101'], from: '2026-01-01', to: '2026-01-01' },
    { what: 'one day, ending on itself', lines: ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260101'], from: '2026-01-01', to: '2026-01-01' },
    { what: 'as long as it lasts', lines: ['DTSTART;VALUE=DATE:20260216', 'DURATION:P1W5D'], from: '2026-02-16', to: '2026-02-27' },
    { what: 'days not declared as such', lines: ['DTSTART:20260216', 'DTEND:20260228'], from: '2026-02-16', to: '2026-02-27' },
    { what: 'names in small letters', lines: ['dtstart;value=date:20260216', 'dtend;value=date:20260228'], from: '2026-02-16', to: '2026-02-27' },
    { what: 'days of a place', lines: ['DTSTART;VALUE=DATE;TZID=Europe/Brussels:20260216', 'DTEND;VALUE=DATE:20260228'], from: '2026-02-16', to: '2026-02-27' },
  ])('may write $what', ({ lines, from, to }) => {
    expect(read(calendar(lines))).toEqual([{ name: 'Vacances', from, to }]);
  });

  it.each([
    { what: 'events of some hours', lines: ['SUMMARY:Réunion', 'DTSTART:20261019T180000Z', 'DTEND:20261019T200000Z'] },
    { what: 'events of some hours that repeat', lines: ['DTSTART;TZID=Europe/Brussels:20261019T180000', 'RRULE:FREQ=WEEKLY'] },
    { what: 'events called off', lines: ['DTSTART;VALUE=DATE:20261111', 'STATUS:CANCELLED'] },
  ])('is read without its $what', ({ lines }) => {
    expect(read(calendar(lines, autumn))).toHaveLength(1);
  });

  it('has names of one line, 80 signs at most, folded lines put together', () => {
    expect(read(calendar(['SUMMARY:Congé\\n de\u0007 d', ' étente\\, enfin ', 'DTSTART;VALUE=DATE:20260216']))).toMatchObject([{ name: 'Congé de détente, enfin' }]);
    expect(read(calendar([`SUMMARY:${'a'.repeat(79)}🎲 et la suite`, 'DTSTART;VALUE=DATE:20260216']))[0]?.name).toBe('a'.repeat(79));
  });

  it('may come in several parts, with other things, ill-written ones too, or from an old Windows', () => {
    const noise = ['BEGIN:VTIMEZONE', 'TZID:X', 'END:VTIMEZONE', 'ceci n’est pas une ligne', 'BEGIN:VTODO', 'DTSTART;VALUE=DATE:20200101', 'END:VTODO'].join('\r\n');
    expect(read(`\uFEFF${calendar(autumn)}${calendar(autumn).replace('VERSION:2.0', noise)}`)).toHaveLength(2);
    const bytes = Uint8Array.from(calendar(autumn).replace('’', "'"), (sign) => sign.charCodeAt(0));
    expect(readHolidayCalendar(bytes, 'Vacances')).toMatchObject([{ name: "Congé d'automne" }]);
  });
});

describe('a calendar is refused', () => {
  const days = (start: string, end?: string) => ['SUMMARY:Été', `DTSTART;VALUE=DATE:${start}`, ...(end ? [`DTEND;VALUE=DATE:${end}`] : [])];
  it.each([
    { what: 'nothing', text: '', reason: 'calendar-unreadable', values: {} },
    { what: 'a page', text: '<html><body>BEGIN:VCALENDAR</body></html>', reason: 'calendar-unreadable', values: {} },
    { what: 'a table', text: 'nom,du,au\nÉté,2026-07-01,2026-08-31', reason: 'calendar-unreadable', values: {} },
    { what: 'cut short', text: calendar(autumn).slice(0, -30), reason: 'calendar-unreadable', values: {} },
    { what: 'events outside any calendar', text: 'BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT', reason: 'calendar-empty', values: {} },
    { what: 'without events', text: calendar(), reason: 'calendar-empty', values: {} },
    { what: 'repeating', text: calendar([...days('20260701'), 'RRULE:FREQ=YEARLY']), reason: 'calendar-repeats', values: { name: 'Été' } },
    { what: 'repeating on listed days', text: calendar([...days('20260701'), 'RDATE;VALUE=DATE:20270701']), reason: 'calendar-repeats', values: { name: 'Été' } },
    { what: 'a day of no calendar', text: calendar(days('20260231')), reason: 'calendar-days-wrong', values: { name: 'Été' } },
    { what: 'no day', text: calendar(days('bientôt')), reason: 'calendar-days-wrong', values: { name: 'Été' } },
    { what: 'ending before it begins', text: calendar(days('20260701', '20260630')), reason: 'calendar-days-wrong', values: { name: 'Été' } },
    { what: 'another century', text: calendar(days('19260701', '19260831')), reason: 'calendar-days-wrong', values: { name: 'Été' } },
    { what: 'lasting no day', text: calendar(['DTSTART;VALUE=DATE:20260701', 'DURATION:PT5H', 'SUMMARY:Été']), reason: 'calendar-days-wrong', values: { name: 'Été' } },
    { what: 'too long', text: calendar(...Array.from({ length: 401 }, () => autumn)), reason: 'calendar-too-long', values: { count: 401, limit: 400 } },
  ])('$what', ({ text, reason, values }) => {
    expect(refusalOf(text)).toEqual({ reason, values });
  });

  const megabyte = (part: string) => part.repeat(Math.floor(1024 ** 2 / part.length));
  it.each([
    { what: 'parameters without end', text: calendar([`SUMMARY${megabyte(';X=1')}:x`, 'DTSTART;VALUE=DATE:20260101']) },
    { what: 'calendars in calendars', text: megabyte('BEGIN:VCALENDAR\n') + megabyte('END:VCALENDAR\n') },
    { what: 'events without end', text: `BEGIN:VCALENDAR\n${megabyte('BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT\n')}END:VCALENDAR` },
    { what: 'a line without end', text: calendar([`SUMMARY:${megabyte('a\r\n ')}`, 'DTSTART;VALUE=DATE:20260101']) },
    { what: 'names of objects', text: calendar(['__proto__:1', 'DTSTART;VALUE=__proto__:20260101']) },
  ])('or read, within its time: $what', ({ text }) => {
    const started = performance.now();
    refusalOf(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('or read, whatever it is, with periods that hold', () => {
    const line = fc.oneof(fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VALARM', 'END:VALARM', 'DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260710', 'DURATION:P3D', 'RRULE:FREQ=DAILY', 'SUMMARY:x'), fc.string({ unit: 'binary' }).map((any) => `SUMMARY:${any}`), fc.string().map((any) => `DTSTART;${any}`), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, isWhole) => {
      const text = isWhole ? calendar(lines) : lines.join('\n');
      if (refusalOf(text) === null) expect(holidayPeriod.array().min(1).safeParse(read(text)).error).toBeUndefined();
    }));
  });
});
