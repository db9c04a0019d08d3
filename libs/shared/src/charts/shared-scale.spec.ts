import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/fixtures/monthly-report.sample.js';
import { sharedScale } from './shared-scale.js';
import { toStaffInput, type StaffInput } from './staff-input.js';

const report = sampleReport();
const [facebook, instagram, , youtube] = report.channels.map((channel) => toStaffInput(channel, [], report.month));

function given(input: StaffInput | undefined): StaffInput {
  if (input === undefined) throw new Error('the sample has four channels');
  return input;
}

/** A channel whose months have these usual rates. */
function withRates(rates: readonly number[]): StaffInput {
  const [part] = given(instagram).parts;
  if (part === undefined) throw new Error('the sample has months');
  return { ...given(instagram), parts: rates.map((median) => ({ ...part, usual: { ...part.usual, median } })) };
}

describe('the scale that channels share', () => {
  it('is the staff of one channel where they lie near each other', () => {
    expect(sharedScale([given(facebook), given(instagram)])).toMatchObject({ lines: [0.03, 0.06, 0.12, 0.24, 0.48], step: 2 });
  });

  it('quadruples from line to line where a newsletter reaches fifty times as many', () => {
    expect(sharedScale([withRates([0.008, 0.01]), withRates([0.45])]).step).toBe(4);
  });

  it('is the plain staff where nothing is measured', () => {
    expect(sharedScale([given(youtube)]).lines).toEqual([0.015, 0.03, 0.06, 0.12, 0.24]);
    expect(sharedScale([]).lines).toHaveLength(5);
  });

  it('holds every month of every channel between its ends, whatever they are', () => {
    const rate = fc.double({ min: 1e-6, max: 50, noNaN: true });
    fc.assert(fc.property(fc.array(fc.array(rate, { maxLength: 12 }), { minLength: 1, maxLength: 6 }), (channels) => {
      const { lowest, highest, lines, step } = sharedScale(channels.map(withRates));
      expect(channels.flat().every((one) => one >= lowest * 0.999 && one <= highest * 1.001)).toBe(true);
      expect(lines.slice(1).every((line, index) => Math.abs(line / (lines[index] ?? 0) - step) < 1e-9)).toBe(true);
    }));
  });
});
