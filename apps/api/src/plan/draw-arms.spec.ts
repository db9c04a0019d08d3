import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdviceRecord } from '../recommendations/records.js';
import { drawArms, extendDraw, triedLevels } from './draw-arms.js';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const size = fc.integer({ min: -5, max: 80 });

function record(level: string, posts: number, dimension: AdviceRecord['dimension'] = 'hour_band'): AdviceRecord {
  return { id: level, kind: 'advice', channelId: 'c', channel: 'Page', dimension, level, effect: null, low: null, high: null, posts, verdict: 'test', reason: null };
}

describe('what is tried', () => {
  it('is a level against the most frequent other one of its dimension', () => {
    const advice = [record('evening', 90), record('morning', 40), record('midday', 60), record('photo', 200, 'format')];
    expect(triedLevels(advice, { dimension: 'hour_band', level: 'evening' })).toEqual({ dimension: 'hour_band', level: 'evening', against: 'midday' });
    expect(triedLevels(advice, { dimension: 'hour_band', level: 'midday' }).against).toBe('evening');
  });

  it('is a call to share against none', () => {
    expect(triedLevels([record('yes', 30, 'share_oriented')], { dimension: 'share_oriented', level: 'yes' }).against).toBe('no');
  });
});

describe('a draw', () => {
  it('has blocks of two, one post of each arm, in order', () => {
    fc.assert(fc.property(seed, size, (drawn, each) => {
      const { slots, eachArm } = drawArms(drawn, each);
      expect(eachArm).toBe(Math.max(10, each));
      expect(slots.map(({ position }) => position)).toEqual(Array.from({ length: 2 * eachArm }, (_, index) => index + 1));
      const blocks = Map.groupBy(slots, ({ block }) => block);
      expect([...blocks.keys()]).toEqual(Array.from({ length: eachArm }, (_, index) => index + 1));
      for (const block of blocks.values()) expect(block.map(({ arm }) => arm).toSorted()).toEqual(['against', 'level']);
    }));
  });

  it('is the same for the same seed, and for most others another', () => {
    fc.assert(fc.property(seed, size, (drawn, each) => {
      expect(drawArms(drawn, each)).toEqual(drawArms(drawn, each));
    }));
    const orders = Array.from({ length: 200 }, (_, drawn) => drawArms(drawn, 30).slots.map(({ arm }) => arm).join());
    expect(new Set(orders).size).toBe(200);
  });

  // A stored draw is read years later: what a seed draws is a promise.
  it('draws for seed 7 what it always drew', () => {
    expect(drawArms(7, 10).slots.filter(({ position }) => position % 2 === 1).map(({ arm }) => arm[0]).join('')).toBe('llaaalllaa');
  });

  it('lets either arm go first as often, in the first block as in the tenth', () => {
    for (const block of [1, 10]) {
      const first = Array.from({ length: 4000 }, (_, drawn) => drawArms(drawn, 10).slots[2 * block - 2]?.arm).filter((arm) => arm === 'level');
      expect(first.length / 4000).toBeGreaterThan(0.46);
      expect(first.length / 4000).toBeLessThan(0.54);
    }
  });

  it('keeps what was drawn when it is extended, and is then what it would have been at once', () => {
    fc.assert(fc.property(seed, size, fc.integer({ min: 0, max: 20 }), (drawn, each, more) => {
      const draw = drawArms(drawn, each);
      const longer = extendDraw(draw, more);
      expect(longer.eachArm).toBe(draw.eachArm);
      expect(longer.slots.slice(0, draw.slots.length)).toEqual(draw.slots);
      expect(longer.slots).toEqual(drawArms(drawn, draw.eachArm + more).slots);
      expect(extendDraw(extendDraw(draw, more), 3)).toEqual(extendDraw(draw, more + 3));
    }));
  });

  it('keeps stored slots that its seed would draw otherwise', () => {
    const stored = drawArms(1, 10);
    expect(extendDraw({ ...stored, seed: 2 }, 1).slots.slice(0, 20)).toEqual(stored.slots);
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses %s as a seed: another would draw the same', (refused) => {
    expect(() => drawArms(refused, 10)).toThrow(RangeError);
  });
});
