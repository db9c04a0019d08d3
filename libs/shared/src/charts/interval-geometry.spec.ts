import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printLook } from './chart-look.js';
import { intervalGeometry, INTERVAL_SPAN, intervalSpan } from './interval-geometry.js';
import { intervalSvg } from './interval-svg.js';

const words = { effect: '+38 %', low: '+12 %', high: '+70 %', less: 'moins', same: 'autant', more: 'plus', label: 'a <b> & "c"' };
const fraction = fc.double({ min: -1, max: 1e6, noNaN: true });
const anyInterval = fc.tuple(fraction, fraction, fraction).map((values) => values.toSorted((a, b) => a - b)).map(([low = 0, effect = 0, high = 0]) => ({ low, effect, high }));

describe('an interval on its axis', () => {
  it('has no difference in the middle, and double as far from it as half', () => {
    const { zero, effect, low, high } = intervalGeometry({ low: -0.5, effect: 0, high: 1 });
    expect(zero).toBe(0.5);
    expect(effect).toBe(0.5);
    expect(high - zero).toBeCloseTo(zero - low, 12);
    // ln 2 / ln 2.5 of the 0.4 on each side
    expect(high).toBeCloseTo(0.5 + (0.4 * Math.LN2) / Math.log(2.5), 12);
  });

  it('keeps its order and stays on the axis, whatever the values', () => {
    fc.assert(fc.property(anyInterval, (interval) => {
      const { low, effect, high } = intervalGeometry(interval);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(effect);
      expect(effect).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(1);
    }));
  });

  it('widens for what lies farther, and cuts only beyond ×8', () => {
    expect(intervalSpan([])).toBe(INTERVAL_SPAN);
    expect(intervalGeometry({ low: 0.2, effect: 1, high: 4 })).toMatchObject({ isCutLow: false, isCutHigh: false });
    expect(intervalGeometry({ low: -1, effect: 1, high: 9 })).toMatchObject({ isCutLow: true, isCutHigh: true });
  });

  it('is one well-formed picture, whose words cannot break out of it', () => {
    fc.assert(fc.property(anyInterval, fc.boolean(), (interval, isSure) => {
      const svg = intervalSvg(interval, { words, look: printLook, isSure });
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<b>/);
      expect(svg).toContain('<title>a &#60;b&#62; &#38; &#34;c&#34;</title>');
    }));
  });

  it('tells a verdict from none by the head alone', () => {
    const head = (isSure: boolean): string | undefined => /<ellipse.*?fill="([^"]+)"/.exec(intervalSvg({ low: 0.1, effect: 0.3, high: 0.6 }, { words, look: printLook, isSure }))?.[1];
    expect([head(true), head(false)]).toEqual([printLook.accent, printLook.paper]);
  });
});
