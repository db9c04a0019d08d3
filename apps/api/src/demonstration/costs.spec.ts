import { describe, expect, it } from 'vitest';
import { demonstrationChannels } from './centre.js';
import { hoursOf } from './costs.js';

const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

describe('hours of the fictitious centre', () => {
  it('are quarters, the same whenever they are drawn, fewer in summer, and unknown where nobody notes them', () => {
    for (const channel of demonstrationChannels) {
      const hours = months.map((month) => hoursOf(channel, month));
      expect(hours).toEqual(months.map((month) => hoursOf(channel, month)));
      if (channel.monthlyHours === null) {
        expect(hours).toEqual(months.map(() => null));
        continue;
      }
      const [may = 0, june = 0, july = 0, august = 0] = hours.map(Number);
      expect(july + august).toBeLessThan(may + june);
      expect(hours.every((one) => one !== null && one > 0 && Number.isInteger(one * 4))).toBe(true);
    }
  });
});
