import type { PlanEntry } from '@portee/shared';
import fc from 'fast-check';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { writeFeed } from './write-feed.js';

const entry = (rest: Partial<PlanEntry> = {}): PlanEntry => ({
  key: 'a', kind: 'post', channelId: 'page', day: '2026-03-29', time: '03:30', instant: '2026-03-29T01:30:00.000Z', clock: 'skipped', title: 'Vernissage', format: null, theme: null, role: null, note: null,
  isHoliday: false, isMoved: false, appointmentId: null, appointmentDay: null, postId: 'a', version: 1, ...rest,
});
const write = (entries: PlanEntry[], name = 'Le Cerisier') => writeFeed({ name, entries, channels: new Map([['page', 'La page']]), writtenAt: new Date('2026-03-01T08:00:00.123Z') });

describe('a feed', () => {
  it('is written as RFC 5545 asks', () => {
    const theme = { id: 'x', name: 'Arts, lettres' };
    expect(write([entry({ title: 'a\\n; b', note: 'ligne 1\nligne 2', theme, appointmentId: 'b', appointmentDay: '2026-03-28' })]).split('\r\n').slice(-12)).toEqual([
      'BEGIN:VEVENT', 'UID:b-2026-03-28@portee', 'DTSTAMP:20260301T080000Z', 'DTSTART:20260329T013000Z', 'DTEND:20260329T014500Z', String.raw`SUMMARY:a\\n\; b`,
      String.raw`DESCRIPTION:La page\nligne 1\nligne 2`, String.raw`CATEGORIES:Arts\, lettres`, 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it('of nothing is a calendar all the same', () => {
    const read = ical.sync.parseICS(write([]));
    expect(read.vcalendar).toMatchObject({ type: 'VCALENDAR', version: '2.0' });
    expect(Object.values(read).filter((part) => part?.type === 'VEVENT')).toEqual([]);
  });

  it('holds every event whole, whatever is typed, in lines of 75 bytes at most without a control character', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom('\r', '\n', '\\', ';', ',', ':', '"', 'END:VEVENT', '🎭', '\u0000', '\uD800', '\u2028', 'é'), maxLength: 60 }));
    fc.assert(fc.property(fc.array(fc.record({ title: text, role: fc.option(text), note: fc.option(text) }), { maxLength: 5 }), text, (typed, name) => {
      const written = write(typed.map((one, position) => entry({ ...one, key: String(position) })), name);
      const events = Object.values(ical.sync.parseICS(written)).filter((part) => part?.type === 'VEVENT');
      expect(events.map((event) => event?.type === 'VEVENT' && event.uid)).toEqual(typed.map((_, position) => `${position}@portee`));
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F]/);
      }
    }));
  });
});
