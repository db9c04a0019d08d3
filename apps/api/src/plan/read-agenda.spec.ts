import { agendaLeftOut, MAX_AGENDA_EVENTS } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mangledFile } from '../../../../test/support/mangle.js';
import { AgendaError } from './agenda-error.js';
import { readAgenda } from './read-agenda.js';

const SPAN = { from: '2025-11-30', to: '2028-05-30' };
const ZONE = 'Europe/Brussels';
const calendar = (...events: (readonly string[])[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');
const read = (text: string | Uint8Array, span = SPAN) => readAgenda(typeof text === 'string' ? new TextEncoder().encode(text) : text, { span, zone: ZONE });
/** « 2026-12-04 19:00Z Concert », or its days. */
const dates = async (...events: (readonly string[])[]) => (await read(calendar(...events))).events.map(({ firstDay, lastDay, startsAt }) => (startsAt === null ? `${firstDay}/${lastDay}` : startsAt.toISOString().slice(0, 16)));
const refusal = async (text: string) => read(text).then(() => null, (error: unknown) => (error instanceof AgendaError ? error.reason : String(error)));
const concert = ['UID:1@centre', 'SUMMARY:Concert', 'LOCATION:Grande salle', 'DTSTART;TZID=Europe/Brussels:20261204T200000', 'DTEND;TZID=Europe/Brussels:20261204T223000'];
const weekly = (...rest: string[]) => ['UID:2@centre', 'SUMMARY:Atelier', 'DTSTART;TZID=Europe/Brussels:20261203T183000', 'RRULE:FREQ=WEEKLY;COUNT=4', ...rest];

describe('an agenda', () => {
  it('gives title, place and times, and nothing that is said of people', async () => {
    const people = ['ORGANIZER;CN=Anne:mailto:anne@exemple.be', 'ATTENDEE;CN=Bob:mailto:bob@exemple.be', 'DESCRIPTION:Téléphone de Bob', 'URL:https://exemple.be', 'BEGIN:VALARM', 'SUMMARY:Appeler Bob', 'END:VALARM'];
    const found = await read(calendar([...concert, ...people]));
    expect(found).toEqual({
      events: [{ title: 'Concert', place: 'Grande salle', firstDay: '2026-12-04', lastDay: '2026-12-04', startsAt: new Date('2026-12-04T19:00Z'), endsAt: new Date('2026-12-04T21:30Z') }], told: 1, leftOut: [], unknownZones: [],
    });
  });

  it.each([
    { what: 'a time of the world', lines: ['DTSTART:20260704T120000Z'], expected: '2026-07-04T12:00' },
    { what: 'a time without a zone: that of the organisation', lines: ['DTSTART:20260704T120000'], expected: '2026-07-04T10:00' },
    { what: 'a zone as Windows calls it', lines: ['DTSTART;TZID=Romance Standard Time:20260704T120000'], expected: '2026-07-04T10:00' },
    { what: 'a quoted zone as Windows calls it', lines: ['DTSTART;TZID="Eastern Standard Time":20260704T120000'], expected: '2026-07-04T16:00' },
    { what: 'a zone with a program’s name before it', lines: ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Lisbon:20260704T120000'], expected: '2026-07-04T11:00' },
    { what: 'the hour that March skips: one later', lines: ['DTSTART;TZID=Europe/Brussels:20260329T023000'], expected: '2026-03-29T01:30' },
    { what: 'the hour that October shows twice: the first', lines: ['DTSTART;TZID=Europe/Brussels:20261025T023000'], expected: '2026-10-25T00:30' },
    { what: 'a day', lines: ['DTSTART;VALUE=DATE:20260704'], expected: '2026-07-04/2026-07-04' },
    { what: 'days, the end being the first that is free', lines: ['DTSTART;VALUE=DATE:20260704', 'DTEND;VALUE=DATE:20260707'], expected: '2026-07-04/2026-07-06' },
    { what: 'days of which it says how many', lines: ['DTSTART;VALUE=DATE:20260704', 'DURATION:P1W'], expected: '2026-07-04/2026-07-10' },
    { what: 'an end on the day of the beginning', lines: ['DTSTART;VALUE=DATE:20260704', 'DTEND;VALUE=DATE:20260704'], expected: '2026-07-04/2026-07-04' },
  ])('reads $what', async ({ lines, expected }) => {
    expect(await dates(['SUMMARY:x', ...lines])).toEqual([expected]);
  });

  it('reads times of a zone that nobody knows as the organisation’s, and says which zone', async () => {
    const found = await read(calendar(['SUMMARY:x', 'DTSTART;TZID=Chez nous:20260704T120000']));
    expect(found.events[0]?.startsAt).toEqual(new Date('2026-07-04T10:00Z'));
    expect(found.unknownZones).toEqual(['Chez nous']);
  });

  it('gives each time of what comes back, at its hour in summer and winter', async () => {
    expect(await dates(['SUMMARY:x', 'DTSTART;TZID=Europe/Brussels:20260322T183000', 'RRULE:FREQ=WEEKLY;UNTIL=20260405T163000Z'])).toEqual(['2026-03-22T17:30', '2026-03-29T16:30', '2026-04-05T16:30']);
    expect(await dates(['SUMMARY:x', 'DTSTART;TZID=Europe/Brussels:20260322T183000', 'RRULE:FREQ=WEEKLY;UNTIL=20260405T162900Z'])).toHaveLength(2);
    expect(await dates(['SUMMARY:x', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'])).toEqual(['2028-02-29/2028-02-29']);
  });

  it('leaves out times that do not take place, takes in further ones, and moves those that are moved', async () => {
    expect(await dates(weekly('EXDATE;TZID=Europe/Brussels:20261210T183000', 'EXDATE;VALUE=DATE:20261224', 'RDATE;TZID=Europe/Brussels:20261205T100000'))).toEqual(['2026-12-03T17:30', '2026-12-05T09:00', '2026-12-17T17:30']);
    const moved = ['UID:2@centre', 'SUMMARY:Atelier', 'RECURRENCE-ID:20261210T173000Z', 'DTSTART;TZID=Europe/Brussels:20261211T100000'];
    const calledOff = ['UID:2@centre', 'SUMMARY:Atelier', 'RECURRENCE-ID;TZID=Europe/Brussels:20261217T183000', 'DTSTART;TZID=Europe/Brussels:20261217T183000', 'STATUS:CANCELLED'];
    expect(await dates(weekly(), moved, calledOff)).toEqual(['2026-12-03T17:30', '2026-12-11T09:00', '2026-12-24T17:30']);
  });

  it('takes of what is said twice the latest', async () => {
    const later = concert.map((line) => line.replace('T2', 'T1'));
    expect(await dates([...later, 'SEQUENCE:2'], [...concert, 'SEQUENCE:1'])).toEqual(['2026-12-04T09:00']);
  });

  it('keeps what overlaps, and what began before its days and goes on', async () => {
    const long = ['SUMMARY:Exposition', 'DTSTART;VALUE=DATE:20240101', 'DTEND;VALUE=DATE:20260101'];
    expect(await dates(concert, ['UID:3', ...concert.slice(1)], long)).toEqual(['2024-01-01/2025-12-31', '2026-12-04T19:00', '2026-12-04T19:00']);
  });

  it('keeps emoji and writing from right to left, on one line, without what turns the rest around', async () => {
    const { events: [event] } = await read(calendar(['SUMMARY:Fête 👩‍👩‍👧 \u202Eمهرجان\u202C\\n du \u0007 quartier', 'DTSTART:20260704T120000Z']));
    expect(event?.title).toBe('Fête 👩‍👩‍👧 مهرجان du quartier');
    expect((await read(calendar([`SUMMARY:${'a'.repeat(199)}🎲 et la suite`, 'DTSTART:20260704T120000Z']))).events[0]?.title).toBe('a'.repeat(199));
  });
});

describe('an agenda tells what was left out, and why:', () => {
  it.each([
    { reason: 'private', lines: ['CLASS:PRIVATE', ...concert], titles: [] },
    { reason: 'private', lines: ['CLASS:CONFIDENTIAL', 'SUMMARY:Entretien', 'DTSTART:bientôt'], as: 'dates-wrong', titles: [] },
    { reason: 'cancelled', lines: ['STATUS:CANCELLED', ...concert], titles: ['Concert'] },
    { reason: 'earlier', lines: ['SUMMARY:Bal', 'DTSTART:20240704T120000Z'], titles: ['Bal'] },
    { reason: 'earlier', lines: ['SUMMARY:Bal', 'DTSTART:20200704T120000Z', 'RRULE:FREQ=DAILY;COUNT=4'], titles: ['Bal'] },
    { reason: 'later', lines: ['SUMMARY:Bal', 'DTSTART:20990704T120000Z'], titles: ['Bal'] },
    { reason: 'later', lines: ['SUMMARY:Bal', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'], titles: ['Bal'] },
    { reason: 'dates-wrong', lines: ['SUMMARY:Bal', 'DTSTART;VALUE=DATE:20260231'], titles: ['Bal'] },
    { reason: 'dates-wrong', lines: ['SUMMARY:Bal', 'DTSTART:20260704T120000Z', 'DTEND:20260704T110000Z'], titles: ['Bal'] },
    { reason: 'dates-wrong', lines: ['SUMMARY:Bal'], titles: ['Bal'] },
    { reason: 'unreadable', lines: ['SUMMARY:Bal', 'DTSTART:20260704T120000Z', 'RRULE:FREQ=PARFOIS'], titles: [] },
    { reason: 'repeats-oddly', lines: ['SUMMARY:Bal', 'DTSTART:20260704T120000Z', 'RRULE:FREQ=HOURLY'], titles: ['Bal'] },
    { reason: 'repeats-oddly', lines: ['SUMMARY:Bal', 'DTSTART:20260704T120000Z', 'RRULE:FREQ=DAILY;BYHOUR=8,9,10'], titles: ['Bal'] },
  ])('$reason, $lines.0', async ({ reason, lines, titles, as = reason }) => {
    const { events, leftOut } = await read(calendar(lines));
    expect(events).toEqual([]);
    expect(leftOut).toEqual([{ reason: as, count: 1, titles }]);
  });

  it('one that cannot be read takes no other with it', async () => {
    expect(await dates(['RRULE:FREQ=PARFOIS', 'DTSTART:20260704T120000Z'], concert)).toEqual(['2026-12-04T19:00']);
  });
});

describe('an agenda is refused', () => {
  const many = (count: number, lines: (place: number) => string[]) => calendar(...Array.from({ length: count }, (_, place) => lines(place)));
  const day = (place: number) => `202${6 + (place % 2)}${String((place % 12) + 1).padStart(2, '0')}${String((place % 28) + 1).padStart(2, '0')}`;
  it.each([
    { what: 'nothing', text: '', reason: 'agenda-unreadable' },
    { what: 'a page', text: '<html>BEGIN:VCALENDAR</html>', reason: 'agenda-unreadable' },
    { what: 'cut short', text: calendar(concert).slice(0, -30), reason: 'agenda-unreadable' },
    { what: 'without events', text: calendar(), reason: 'agenda-empty' },
    { what: 'of 50,000 events that all take place', text: many(50_000, (place) => [`UID:${place}`, `SUMMARY:Atelier ${place}`, `DTSTART:${day(place)}T120000Z`]), reason: 'agenda-too-full' },
    { what: 'of few events that come back every day', text: many(500, (place) => [`UID:${place}`, 'SUMMARY:x', 'DTSTART:20200101T120000Z', 'RRULE:FREQ=DAILY']), reason: 'agenda-too-full' },
    { what: 'of rules that only take time', text: many(20_000, (place) => [`UID:${place}`, 'SUMMARY:x', 'DTSTART:19000101T120000Z', 'RRULE:FREQ=DAILY;COUNT=1000000000;BYMONTH=2;BYMONTHDAY=30']), reason: 'agenda-too-full' },
  ])('$what, in time and without keeping others waiting', async ({ text, reason }) => {
    const bytes = new TextEncoder().encode(text);
    const { longest, took } = await waited(async () => { expect(await read(bytes).then(() => null, (error: unknown) => (error instanceof AgendaError ? error.reason : error))).toBe(reason); });
    expect(took).toBeLessThan(10_000);
    expect(longest).toBeLessThan(2_000);
  });

  it('or taken in, where most of 50,000 events are long past', async () => {
    const { events, leftOut } = await read(many(50_000, (place) => [`UID:${place}`, `SUMMARY:Atelier ${place}`, `DTSTART:${place < 1_000 ? day(place) : `2010${day(place).slice(4)}`}T120000Z`]));
    expect(events).toHaveLength(1_000);
    expect(leftOut).toMatchObject([{ reason: 'earlier', count: 49_000 }]);
  }, 20_000);

  it('or read, whatever was done to it, with what holds', async () => {
    const original = Buffer.from(calendar(concert, weekly('EXDATE;VALUE=DATE:20261224'), ['SUMMARY:Été', 'DTSTART;VALUE=DATE:20260701', 'DURATION:P3D', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231']));
    await fc.assert(fc.asyncProperty(mangledFile([original]), async (bytes) => {
      const found = await read(bytes).catch((error: unknown) => { if (!(error instanceof AgendaError)) throw error; });
      for (const event of found?.events ?? []) {
        expect(event.firstDay <= event.lastDay && event.firstDay <= SPAN.to && event.lastDay >= SPAN.from).toBe(true);
        expect(event.title.length).toBeLessThanOrEqual(200);
        expect(event.title.isWellFormed()).toBe(true);
      }
      expect(agendaLeftOut.array().safeParse(found?.leftOut ?? []).error).toBeUndefined();
      expect(found?.events.length ?? 0).toBeLessThanOrEqual(MAX_AGENDA_EVENTS);
    }), { numRuns: 400 });
  }, 30_000);

  it('or read, whatever its lines, in time', async () => {
    const line = fc.oneof(
      fc.constantFrom(...concert, ...weekly(), 'RRULE:FREQ=YEARLY;INTERVAL=2000000000', 'RRULE:FREQ=MONTHLY;BYSETPOS=-366;COUNT=999999999', 'EXDATE:20261204T190000Z', 'RDATE;VALUE=PERIOD:20261204T190000Z/PT1H', 'RECURRENCE-ID:20261204', 'DURATION:P999D', 'DURATION:-P1D', 'DTEND:99991231', 'SEQUENCE:-1'),
      fc.string({ unit: 'binary' }).map((any) => `SUMMARY:${any}`), fc.string().map((any) => `DTSTART;${any}`), fc.string().map((any) => `RRULE:${any}`),
    );
    await fc.assert(fc.asyncProperty(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 4 }), async (events) => {
      const began = performance.now();
      expect(['agenda-unreadable', 'agenda-empty', null]).toContain(await refusal(calendar(...events)));
      expect(performance.now() - began).toBeLessThan(2_000);
    }), { numRuns: 400 });
  }, 30_000);
});

/** How long something took, and the longest that everybody else had to wait meanwhile. */
async function waited(work: () => Promise<void>): Promise<{ longest: number; took: number }> {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; }, 5);
  const began = performance.now();
  await work();
  clearInterval(timer);
  return { longest: Math.max(longest, performance.now() - last), took: performance.now() - began };
}
