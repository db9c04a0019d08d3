import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareChannels } from './channels-compared.js';
import { postsOfMonth, toldChannels } from './fixtures/told-months.js';
import type { ModelPost } from './model-post.js';
import { monthRatesOf } from './month-rates.js';

const compared = (channels: Record<string, readonly ModelPost[]>) => compareChannels(new Map(Object.entries(channels).map(([name, posts]) => [name, { months: monthRatesOf(posts), posts: posts.length }])));
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
const months = (reaches: readonly number[], count = MONTHS.length): ModelPost[] => MONTHS.slice(0, count).flatMap((month) => postsOfMonth(month, reaches));
const reaches = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 2, maxLength: 5 });
const channel = fc.array(reaches, { minLength: 5, maxLength: 5 }).map((all) => all.flatMap((ofMonth, index) => postsOfMonth(MONTHS[index] ?? '', ofMonth)));

describe('channels compared', () => {
  it.each(toldChannels)('are those of statsmodels, paired by month: a channel that $name', ({ name, comparison }) => {
    const found = compared(Object.fromEntries(toldChannels.map((one) => [one.name, one.posts]))).find(({ channelId }) => channelId === name);
    expect(found).toMatchObject({ months: comparison.months, verdict: 'no_clear_difference' });
    for (const part of ['effect', 'low', 'high'] as const) expect(Math.abs(Math.log1p(found?.[part] ?? Number.NaN) - comparison[part])).toBeLessThan(1e-9);
  });

  it('differ by the geometric mean of their rates', () => {
    // In each of five months: rates .1 and .12 against .05 and .06, half as much. Variance within months ln²1.2 / 2 for both;
    // that of a difference ln²1.2 / 4 + ln²1.2 / 4, of the mean of five ln²1.2 / 10; t(.95; 4) = 2.131847.
    const [one, other] = compared({ one: months([100, 120]), other: months([50, 60]) });
    expect(one).toMatchObject({ channelId: 'one', verdict: 'do_more', months: 5, posts: 10 });
    expect(one?.effect).toBeCloseTo(1, 12);
    expect(Math.log1p(one?.low ?? 0)).toBeCloseTo(Math.LN2 - 2.131847 * Math.log(1.2) * Math.sqrt(0.1), 6);
    expect(other).toMatchObject({ verdict: 'do_less' });
    expect(other?.effect).toBeCloseTo(-0.5, 12);
  });

  it('need four months in which each has two posts', () => {
    const whole = months([50, 60]);
    expect(compared({ one: months([100, 120], 4), other: whole }).map(({ verdict }) => verdict)).toEqual(['do_more', 'do_less']);
    const fewer = { verdict: 'not_enough_data', effect: null, low: null, high: null, months: 3 };
    expect(compared({ one: [...months([100, 120], 3), ...postsOfMonth('2026-04', [100])], other: whole })).toMatchObject([fewer, fewer]);
    expect(compared({ one: whole, other: whole, third: months([50, 60], 3) })).toMatchObject([fewer, fewer, fewer]);
    expect(compared({ alone: whole })).toMatchObject([{ verdict: 'not_enough_data', effect: null }]);
    expect(compared({})).toEqual([]);
  });

  it('of two, one is above the other as the other is below it', () => {
    fc.assert(fc.property(channel, channel, (a, b) => {
      const [one, other] = compared({ a, b });
      expect(Math.log1p(one?.effect ?? 0)).toBeCloseTo(-Math.log1p(other?.effect ?? 0), 9);
      expect(Math.log1p(one?.low ?? 0)).toBeCloseTo(-Math.log1p(other?.high ?? 0), 9);
    }));
  });

  it('do not depend on their order, nor on a season that touches all alike', () => {
    fc.assert(fc.property(channel, channel, channel, (a, b, c) => {
      const found = compared({ a, b, c });
      const turned = compared({ c, b, a });
      const inSeason = (posts: readonly ModelPost[]) => posts.map((post) => (post.localDay < '2026-03' ? { ...post, followers: post.followers * 7 } : post));
      const seasonal = compared({ a: inSeason(a), b: inSeason(b), c: inSeason(c) });
      for (const [index, { channelId, effect, low, verdict }] of found.entries()) {
        for (const other of [turned.find((one) => one.channelId === channelId), seasonal[index]]) {
          expect(Math.log1p(other?.effect ?? 0)).toBeCloseTo(Math.log1p(effect ?? 0), 9);
          expect(Math.log1p(other?.low ?? 0)).toBeCloseTo(Math.log1p(low ?? 0), 9);
          expect(other?.verdict).toBe(verdict);
        }
      }
    }));
  });

  it('are told apart only with the interval on one side of 0', () => {
    fc.assert(fc.property(channel, channel, (a, b) => {
      for (const { verdict, low, high } of compared({ a, b })) {
        if (verdict === 'do_more') expect(low).toBeGreaterThan(0);
        if (verdict === 'do_less') expect(high).toBeLessThan(0);
      }
    }));
  });
});
