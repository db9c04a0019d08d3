import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrders, guessDateOrder, readSampleDate } from './sample-date.js';

describe('readSampleDate', () => {
  it.each([
    { text: '02/03/2026 18:40', order: 'day-first', expected: { day: '2026-03-02', time: '18:40' } },
    { text: '02/03/2026 18:40', order: 'month-first', expected: { day: '2026-02-03', time: '18:40' } },
    { text: '3/2/26 6:05 PM', order: 'month-first', expected: { day: '2026-03-02', time: '18:05' } },
    { text: '12/02/2026 12:10 am', order: 'day-first', expected: { day: '2026-02-12', time: '00:10' } },
    { text: '2026-03-02T18:40:00', order: 'day-first', expected: { day: '2026-03-02', time: '18:40' } }, // four figures first: a year, whatever the order
    { text: '02/03/2026', order: 'day-first', expected: { day: '2026-03-02', time: null } },
    { text: '30/02/2026 10:00', order: 'day-first', expected: null }, // no calendar has it
    { text: '25/12/2026 10:00', order: 'month-first', expected: null },
    { text: 'bientôt', order: 'day-first', expected: null },
  ] as const)('$text, $order', ({ text, order, expected }) => {
    expect(readSampleDate(text, order)).toEqual(expected);
  });

  it('reads back every day written in its own order', () => {
    const day = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.constantFrom('/', '-', '.'), (written, sign) => {
      const [year, month, date] = written.split('-');
      expect(readSampleDate([date, month, year].join(sign), 'day-first')?.day).toBe(written);
      expect(readSampleDate([month, date, year].join(sign), 'month-first')?.day).toBe(written);
      expect(readSampleDate([year, month, date].join(sign), 'year-first')?.day).toBe(written);
    }));
  });

  it('never breaks, whatever a cell holds', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom(...dateOrders), (text, order) => {
      const read = readSampleDate(text, order);
      if (read !== null) expect(new Date(`${read.day}T${read.time ?? '00:00'}:00Z`).toISOString()).toContain(read.day);
    }));
  });
});

describe('guessDateOrder', () => {
  it('takes the one order in which every sample is a date', () => {
    expect(guessDateOrder(['02/03/2026', '02/25/2026'])).toBe('month-first');
  });

  it('takes the day first where several orders do', () => {
    expect(guessDateOrder(['02/03/2026', '04/05/2026'])).toBe('day-first');
  });
});
