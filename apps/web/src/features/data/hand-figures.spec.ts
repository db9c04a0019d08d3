import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledEntries, readCount, refuseEntries } from './follower-entries.js';
import { readFigure } from './monthly-measures.js';

describe('readCount', () => {
  it.each([
    ['12000', 12_000], ['12 000', 12_000], ['12\u202F000', 12_000], ['12.000', 12_000], ['1,234,567', 1_234_567], ['0', 0],
    ['12,5', null], ['-3', null], ['douze', null], ['', null], ['99999999999', null], // more people than the contract allows
  ])('reads « %s » as %s', (text, expected) => {
    expect(readCount(text)).toBe(expected);
  });

  it('reads back every count as French writes it', () => {
    const french = new Intl.NumberFormat('fr-BE');
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (count) => { expect(readCount(french.format(count))).toBe(count); }));
  });
});

describe('readFigure', () => {
  it.each([
    ['1 234,5', 1234.5], ['1234.5', 1234.5], ['1.234', 1234], ['1,234', 1234], ['12,5', 12.5], ['0', 0], ['-1', null], ['1,2,3', null], ['mille', null],
  ])('reads « %s » as %s', (text, expected) => {
    expect(readFigure(text)).toBe(expected);
  });

  it('never reads anything below zero or beyond the contract', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const value = readFigure(text);
      if (value !== null) expect(value >= 0 && value <= 10_000_000_000).toBe(true);
    }));
  });
});

describe('the lines of the followers form', () => {
  const today = '2026-11-23';

  it('sends only the lines in which something is written', () => {
    const entries = [{ key: 0, day: today, followers: '2 840' }, { key: 1, day: '2026-10-01', followers: '' }];
    expect(filledEntries(entries)).toEqual([{ day: today, followers: 2840 }]);
    expect(refuseEntries(entries, today).size).toBe(0);
  });

  it('refuses a day to come, a day said twice and what is no number', () => {
    const entries = [
      { key: 0, day: today, followers: '2 840' }, { key: 1, day: '2026-11-24', followers: '2 850' },
      { key: 2, day: today, followers: '2 800' }, { key: 3, day: '2026-01-01', followers: 'beaucoup' },
    ];
    expect([...refuseEntries(entries, today)]).toEqual([[1, 'future'], [2, 'twice'], [3, 'number']]);
  });
});
