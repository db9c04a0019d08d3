import { describe, expect, it } from 'vitest';
import { firstWeekSteps, stepsDone } from './first-week-steps.js';

const nothing = { hasReadings: false, isMonthMeasured: false, decisions: 0, appointments: 0, comment: null };

describe('the first week', () => {
  it.each([
    { done: nothing, steps: [] },
    { done: { ...nothing, hasReadings: true }, steps: ['import'] }, // figures, too few for a month
    { done: { ...nothing, hasReadings: true, isMonthMeasured: true, comment: '' }, steps: ['import', 'look'] },
    { done: { hasReadings: true, isMonthMeasured: true, decisions: 1, appointments: 1, comment: 'Un bon mois' }, steps: [...firstWeekSteps] },
  ])('of $done has done $steps', ({ done, steps }) => {
    expect(firstWeekSteps.filter((step) => stepsDone(done)[step])).toEqual(steps);
  });
});
