import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffInput } from './staff-input.js';
import { ledgerRates, staffLines, staffScale } from './staff-scale.js';

const rate = fc.double({ min: 1e-5, max: 50, noNaN: true });

describe('staffLines', () => {
  it.each([
    { centre: 0.056, lines: [1.5, 3, 6, 12, 24] }, // by hand: log2(5.6 / 6) rounds to 0, so no shift
    { centre: 0.14, lines: [3, 6, 12, 24, 48] }, // log2(14 / 6) = 1.2: one doubling up
    { centre: 0.47, lines: [12, 24, 48, 96, 192] }, // log2(47 / 6) = 2.97: three doublings up
    { centre: 0.01, lines: [0.1875, 0.375, 0.75, 1.5, 3] }, // log2(1 / 6) = -2.6: three doublings down
    { centre: null, lines: [1.5, 3, 6, 12, 24] },
    { centre: 0, lines: [1.5, 3, 6, 12, 24] }, // nobody reached has no logarithm
  ])('around $centre stand at $lines for 100', ({ centre, lines }) => {
    staffLines(centre).forEach((line, index) => expect(line * 100).toBeCloseTo(lines[index] ?? NaN, 8));
  });

  it('double upwards, the middle one within half a doubling of the usual', () => {
    fc.assert(fc.property(rate, (centre) => {
      const lines = staffLines(centre);
      lines.slice(1).forEach((line, index) => expect(line / (lines[index] ?? NaN)).toBeCloseTo(2, 10));
      expect(Math.abs(Math.log2(centre / lines[2]))).toBeLessThanOrEqual(0.5 + 1e-9);
    }));
  });
});

describe('staffScale', () => {
  it('leaves air around the lines, and never runs away after a single post', () => {
    fc.assert(fc.property(rate, fc.array(rate, { maxLength: 20 }), (centre, rates) => {
      const { lines, lowest, highest } = staffScale(inputOf(centre, rates));
      const [bottom = NaN, top = NaN] = [lines[0], lines.at(-1)];
      expect(bottom / lowest).toBeGreaterThan(1.4);
      expect(highest / top).toBeGreaterThan(1.6);
      expect(highest / lowest).toBeLessThan(16 * 2 ** 5);
    }));
  });

  it('is not stretched by a post that reached nobody: it stands at the edge', () => {
    expect(staffScale(inputOf(0.06, [0]))).toEqual(staffScale(inputOf(0.06, [])));
  });
});

describe('ledgerRates', () => {
  const scale = staffScale(inputOf(0.06, [0.97, 0.007]));

  it.each([
    { rate: 0.1, expected: [] }, // inside the staff
    { rate: 0.3, expected: [] }, // above the top line, under the first doubling
    { rate: 0.5, expected: [48] },
    { rate: 0.97, expected: [48, 96] },
    { rate: 0.007, expected: [0.75] },
  ])('a post at $rate gets lines at $expected for 100', ({ rate: at, expected }) => {
    const found = ledgerRates(at, scale).map((line) => Number((line * 100).toFixed(6)));
    expect(found).toEqual(expected);
  });
});

function inputOf(centre: number, rates: readonly number[]): StaffInput {
  return {
    networkLabel: 'Facebook', channelName: 'Le Lavoir', months: [], parts: [], seams: [], gaps: [], centre,
    notes: rates.map((value) => ({ day: '2026-10-01', place: 11.5, rate: value, paid: false })),
  };
}
