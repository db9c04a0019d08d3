import { addMonths, monthOf } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import type { AnalysedPost } from '../insights/analysed-post.js';
import { hasMixChanged } from './format-mix.js';
import { inventPosts } from './fixtures/invent-posts.js';
import { analysed, outlookInput } from './fixtures/invent-span.js';
import type { ModelPost } from './model-post.js';
import { makeOutlook } from './outlook.js';
import { seeded } from './seeded-shuffle.js';
import { changePointOf } from './trend.js';

/** Posts of 2026-01 to 2026-10, up to so many a month, whose reach rate is as wanted. */
function months(aMonth: number, rateOf: (month: string, index: number) => number, more: (post: ModelPost, index: number) => Partial<ModelPost> = () => ({})): AnalysedPost[] {
  return inventPosts({ posts: aMonth * 10, seed: 4 }).map((post, index) => {
    const [month, day] = [addMonths('2026-01', index % 10), String(1 + (index % 28)).padStart(2, '0')];
    const own = { ...post, localDay: `${month}-${day}`, publishedAt: new Date(`${month}-${day}T09:00:00Z`), paid: false, isInHolidays: false, isShareOriented: false };
    return analysed({ ...own, ...more(own, index), reach: Math.round(1e6 * rateOf(month, index)), followers: 1e6 });
  });
}

const trendOf = (posts: readonly AnalysedPost[]) => makeOutlook(outlookInput(posts)).trend;
/** Scatter that is the same in every month. */
const scattered = (index: number): number => 0.05 * Math.exp(0.3 * Math.sin(index * 2.4));

describe('the months of a trend', () => {
  it('keeps a month without enough posts between others as a gap', () => {
    const posts = months(5, () => 0.05).filter(({ localDay }) => monthOf(localDay) !== '2026-04' && localDay !== '2026-01-01');
    const told = trendOf(posts).months;
    expect(told.map(({ month }) => month)).toEqual(Array.from({ length: 10 }, (_, later) => addMonths('2026-01', later)));
    expect(told[3]).toEqual({ month: '2026-04', rate: null, adjusted: null, posts: 0 });
    expect(told[4]?.rate).toBeCloseTo(0.05, 9);
  });

  it('could be the season until there are thirteen of them', () => {
    expect(trendOf(months(5, () => 0.05)).couldBeSeason).toBe(true);
  });
});

describe('the line at an unchanged mix', () => {
  it('is the line as it stands where the mix never changed', () => {
    const { months: told, mixChanged } = trendOf(months(8, (_, index) => scattered(index), () => ({ format: 'photo', band: 'evening', weekday: 'thu' })));
    expect(mixChanged).toBe(false);
    for (const { rate, adjusted } of told) expect(adjusted).toBeCloseTo(rate ?? Number.NaN, 9);
  });

  it('does not fall with reach that falls because links took the place of photos', () => {
    const isLink = (month: string, index: number): boolean => (month < '2026-06' ? index % 7 === 0 : index % 7 !== 0);
    const { months: told, mixChanged } = trendOf(months(16, (month, index) => scattered(index) * (isLink(month, index) ? 0.4 : 1), ({ localDay }, index) => ({ format: isLink(monthOf(localDay), index) ? 'link' : 'photo' })));
    const fall = (figure: 'rate' | 'adjusted'): number => (told.at(-1)?.[figure] ?? 0) / (told[0]?.[figure] ?? 0);
    expect(mixChanged).toBe(true);
    expect(fall('rate')).toBeLessThan(0.65);
    expect(fall('adjusted')).toBeGreaterThan(0.85);
  });
});

describe('a changed mix', () => {
  const of = (photos: number, links: number) => [...Array.from({ length: photos }, () => 'photo' as const), ...Array.from({ length: links }, () => 'link' as const)];
  it.each([
    { before: of(40, 60), after: of(70, 30), changed: true }, // three in ten went over
    { before: of(300, 300), after: of(390, 210), changed: false }, // no chance, but under a fifth
    { before: of(10, 10), after: of(15, 5), changed: false }, // a quarter, but of twenty posts each
    { before: of(19, 0), after: of(0, 19), changed: false }, // too few to say
  ])('of $before.length posts a side: $changed', ({ before, after, changed }) => {
    expect(hasMixChanged([...before, ...after])).toBe(changed);
  });
});

describe('a change', () => {
  it.each([67, 161])('is not told with an interval that holds 0, though shuffled months hardly ever jump so far (seed %i)', (seed) => {
    const chance = seeded(seed);
    const [count, aMonth, scatter, jump] = [10 + Math.floor(chance() * 8), 3 + Math.floor(chance() * 4), chance() * 2, chance()];
    const from = Math.floor(count * chance());
    const rates = Array.from({ length: count * aMonth }, (_, index) => Math.exp(scatter * (chance() + chance() + chance() - 1.5) * 2 + (Math.floor(index / aMonth) >= from ? jump : 0)));
    const organic = inventPosts({ posts: rates.length, seed }).map((post, index) => ({ ...post, localDay: `${addMonths('2025-01', Math.floor(index / aMonth))}-05`, reach: 5e4 * (rates[index] ?? 1), followers: 1e6 }));
    expect(changePointOf(organic)).toMatchObject({ verdict: 'no_clear_difference', effect: null, low: null, high: null });
  });
});

describe('an unusual month', () => {
  const rates = (month: string): number => (month === '2026-10' ? 0.2 : 0.05 + 0.001 * (Number(month.slice(5)) % 3));

  it('is one that hardly any of the six before lets expect', () => {
    expect(trendOf(months(5, rates)).unusual).toMatchObject({ month: '2026-10', rate: expect.closeTo(0.2, 6), low: expect.closeTo(0.048, 2), high: expect.closeTo(0.054, 2) });
    expect(trendOf(months(5, (month) => (month === '2026-10' ? 0.0515 : rates(month)))).unusual).toBeNull();
  });

  it('is not the month that is not over', () => {
    const { span, ...rest } = outlookInput(months(5, rates));
    expect(makeOutlook({ ...rest, span: { ...span, until: '2026-10-31' } }).trend.unusual).toBeNull();
  });

  it('is not a month of which a post still grows', () => {
    const young = months(5, rates).map((post, index): AnalysedPost => (index === 9 ? { ...post, ineligible: 'growing' } : post));
    expect(young.filter(({ ineligible }) => ineligible === 'growing').map(({ localDay }) => monthOf(localDay))).toEqual(['2026-10']);
    expect(trendOf(young).unusual).toBeNull();
  });

  it.each([0.0307, 0.0531, 0.0706, 0.1021])('is none where all months are the same, but for the last digit of a sum of more posts (%d)', (rate) => {
    expect(trendOf(months(12, () => rate).filter((_, index) => index % 10 === 9 || index < 30)).unusual).toBeNull();
  });
});
