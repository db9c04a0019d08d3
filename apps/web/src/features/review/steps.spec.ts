import { describe, expect, it } from 'vitest';
import { steps, stepsAround, stepToShow, type Done } from './steps.js';

const done = (...names: (keyof Done)[]): Done => ({ happened: names.includes('happened'), tried: names.includes('tried'), decide: names.includes('decide'), comment: names.includes('comment'), close: names.includes('close') });

describe('the steps of a review', () => {
  it('take an hour', () => {
    expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
  });

  it.each([
    { asked: 'mot', known: done(), shown: 'comment' },
    { asked: null, known: done(), shown: 'happened' },
    { asked: null, known: done('happened', 'tried'), shown: 'decide' },
    { asked: null, known: done('happened', 'comment'), shown: 'tried' },
    { asked: 'n’importe quoi', known: done('happened', 'tried', 'decide'), shown: 'comment' },
    { asked: null, known: done('happened', 'tried', 'decide', 'comment', 'close'), shown: 'close' },
  ])('show $shown for $asked', ({ asked, known, shown }) => {
    expect(stepToShow(asked, known)).toBe(shown);
  });

  it('lead from one to the next, and nowhere beyond', () => {
    expect(stepsAround('happened')).toEqual({ before: null, after: 'tried' });
    expect(stepsAround('comment')).toEqual({ before: 'decide', after: 'close' });
    expect(stepsAround('close')).toEqual({ before: 'comment', after: null });
  });
});
