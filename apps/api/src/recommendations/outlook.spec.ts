import { hourBands, type Recommendation, weekdays } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import type { AnalysedPost, AnalysedSpan } from '../insights/analysed-post.js';
import { inventPosts } from './fixtures/invent-posts.js';
import { analysed, outlookInput } from './fixtures/invent-span.js';
import type { ModelPost } from './model-post.js';
import { makeOutlook, type Outlook } from './outlook.js';

function channel(count: number, change: (post: ModelPost, index: number) => Partial<ModelPost> = () => ({})): AnalysedPost[] {
  return inventPosts({ posts: count, seed: 11 }).map((post, index) => analysed({ ...post, paid: false, ...change(post, index) }));
}

function outlookOf(posts: readonly AnalysedPost[], more: Partial<AnalysedSpan> = {}): Outlook {
  return makeOutlook(outlookInput(posts, more));
}

function record({ records }: Outlook, dimension: Recommendation['dimension'], level?: string): Recommendation | undefined {
  return records.find((one) => one.dimension === dimension && (level === undefined || one.level === level));
}

const noReach = { kind: 'advice', dimension: 'hour_band', level: null, effect: null, low: null, high: null, posts: 0, verdict: 'not_enough_data', reason: 'no-reach' };

describe('the records of a channel', () => {
  it('is one where the network counts no people, and the posts are said to be left out', () => {
    const { span, ...rest } = outlookInput(channel(30));
    const { records, basis } = makeOutlook({ ...rest, span: { ...span, channel: { ...span.channel, givesReach: false } } });
    expect(records).toMatchObject([noReach]);
    expect(basis).toMatchObject({ posts: 0, left: [{ reason: 'no-reach', posts: 30 }] });
  });

  it('is one where the network counts people and told of none', () => {
    expect(outlookOf(channel(30).map((post) => ({ ...post, reach: null }))).records).toMatchObject([noReach]);
  });

  it('waits for posts that still grow before it says that the network tells nothing', () => {
    const young = channel(30).map((post): AnalysedPost => ({ ...post, reach: null, ineligible: 'growing' }));
    expect(outlookOf(young).records[0]).toMatchObject({ level: null, reason: 'channel-too-small' });
  });

  it('says of an empty channel that it is too small, and that it has too few months', () => {
    expect(outlookOf([]).records.map(({ dimension, level, verdict, reason }) => [dimension, level, verdict, reason])).toEqual([
      ['hour_band', null, 'not_enough_data', 'channel-too-small'], ['trend', 'annual', 'not_enough_data', 'too-few-months'], ['change_point', null, 'not_enough_data', 'too-few-months'],
    ]);
  });

  it('counts the posts of every level where there are fewer than twenty', () => {
    const small = outlookOf(channel(19, (_, index) => ({ band: index < 12 ? 'morning' : 'evening', isShareOriented: index < 2 })));
    expect(record(small, 'hour_band', 'morning')).toMatchObject({ posts: 12, effect: null, reason: 'channel-too-small' });
    expect(record(small, 'share_oriented', 'yes')).toMatchObject({ posts: 2, reason: 'channel-too-small' });
    expect(small).toMatchObject({ grid: [], test: null, warnings: [], basis: { posts: 19, sigma: null } });
  });

  it('stand in the order of the day, the week and the contract, the trend last', () => {
    const full = outlookOf(channel(300, (_, index) => ({ paid: index % 10 === 0, isInSeries: index % 11 === 0, isShareOriented: index % 4 === 0 })));
    expect(full.records.map(({ dimension, level }) => `${dimension} ${level}`)).toEqual([
      ...hourBands.map(({ band }) => `hour_band ${band}`), ...weekdays.map((day) => `weekday ${day}`),
      'format photo', 'format album', 'format video', 'format link', 'format event', 'share_oriented yes', 'rendezvous yes', 'paid yes', 'trend annual', 'change_point null',
    ]);
    expect(record(full, 'paid')).toMatchObject({ posts: 30, verdict: 'no_clear_difference', reason: 'paid-is-chosen' });
  });

  it('keep their identifiers when the figures change, and share none', () => {
    const ids = (times: number): string[] => outlookOf(channel(200, ({ reach, band }) => ({ reach: band === 'evening' ? reach * times : reach }))).records.map(({ id }) => id);
    expect(ids(3)).toEqual(ids(1));
    expect(new Set(ids(1)).size).toBe(ids(1).length);
  });

  it('keep that of the change when its month moves', () => {
    const since = (day: string) => record(outlookOf(channel(400, ({ localDay, reach }) => ({ reach: localDay < day ? reach * 3 : reach }))), 'change_point');
    const [april, june] = [since('2026-04-01'), since('2026-06-01')];
    expect([april?.level, june?.level]).toEqual(['2026-04-01', '2026-06-01']);
    expect(april?.id).toBe(june?.id);
  });
});

describe('the posts a channel’s advice rests on', () => {
  it('leave out those of which nobody knows whether they were pushed', () => {
    const { basis } = outlookOf(channel(100, (_, index) => ({ paid: index < 40 ? null : false })));
    expect(basis).toMatchObject({ posts: 60, organic: 60, isPaidUnknown: false, left: [{ reason: 'unknown-paid', posts: 40 }] });
  });

  it('are all of them where nothing is known of any push', () => {
    const unknown = outlookOf(channel(100, () => ({ paid: null })));
    expect(unknown.basis).toMatchObject({ posts: 100, organic: 100, paid: 0, isPaidUnknown: true, left: [] });
    expect(record(unknown, 'paid')).toBeUndefined();
  });

  it('leave out one or two pushed posts, and say so', () => {
    const two = outlookOf(channel(100, (_, index) => ({ paid: index < 2 })));
    expect(two.basis).toMatchObject({ posts: 98, paid: 0, left: [{ reason: 'few-pushed', posts: 2 }] });
    expect(record(two, 'paid')).toMatchObject({ posts: 2, verdict: 'not_enough_data', reason: 'too-few-posts' });
  });

  it('count the organic part of an organic post and the whole of a pushed one', () => {
    const split = channel(40, (_, index) => ({ paid: index < 10 })).map((post) => ({ ...post, reach: 400, reachOrganic: 100, followers: 1000 }));
    expect(outlookOf(split).months.map(({ mean }) => Math.exp(mean))).toEqual(outlookOf(split).months.map(() => expect.closeTo(0.1, 9)));
    expect(record(outlookOf(split), 'paid')?.effect).toBeCloseTo(3, 1); // 400 against 100, held back a little
  });

  it('come at the pace of the last six months, posts that still grow included', () => {
    const dated = channel(60).map((post, index): AnalysedPost => ({ ...post, localDay: index < 30 ? '2026-01-15' : '2026-09-15', ineligible: index < 40 ? null : 'growing' }));
    expect(outlookOf(dated).basis.postsAMonth).toBeCloseTo(5, 0); // 30 in six months
  });

  it('come at the pace since the first one where the channel is younger', () => {
    expect(outlookOf(channel(20).map((post) => ({ ...post, localDay: '2026-10-09' }))).basis.postsAMonth).toBeCloseTo(20, -0.5); // in one month
  });
});

describe('the headline of a dimension', () => {
  it('is the largest advice to do more, and otherwise the level to take without preference', () => {
    const { headlines, records } = outlookOf(channel(400, ({ reach, band }) => ({ reach: band === 'evening' ? reach * 3 : band === 'midday' ? reach * 2 : reach })));
    const evening = records.find(({ level }) => level === 'evening');
    expect(evening?.verdict).toBe('do_more');
    expect(headlines[0]).toEqual({ dimension: 'hour_band', recommendationId: evening?.id, bestGuess: null });
    expect(headlines.find(({ dimension }) => dimension === 'format')).toMatchObject({ recommendationId: null, bestGuess: expect.any(String) });
  });
});

describe('the grid of slots', () => {
  const { grid, basis } = outlookOf(channel(300, ({ reach, band, weekday }) => ({ reach: band === 'evening' ? reach * 2 : reach, band: weekday === 'sun' ? 'morning' : band, weekday: weekday === 'tue' ? 'wed' : weekday })));
  const at = (weekday: string, band: string) => grid.find((slot) => slot.weekday === weekday && slot.band === band);

  it('has 35 of them, which hold every organic post', () => {
    expect(grid.length).toBe(35);
    expect(grid.reduce((sum, { posts }) => sum + posts, 0)).toBe(basis.organic);
  });

  it('expects something of a slot without posts whose day and hour have some, and nothing of a day without any', () => {
    expect(at('sun', 'evening')).toMatchObject({ posts: 0, predicted: expect.any(Number) });
    expect(at('tue', 'morning')).toEqual({ weekday: 'tue', band: 'morning', posts: 0, predicted: null });
  });

  it('adds up: evening is to morning on Sunday what it is on Monday', () => {
    const ratio = (weekday: string): number => (at(weekday, 'evening')?.predicted ?? Number.NaN) / (at(weekday, 'morning')?.predicted ?? Number.NaN);
    expect(ratio('sun')).toBeCloseTo(ratio('mon'), 9);
    expect(ratio('sun')).toBeGreaterThan(1.4);
  });

  it('stands on the footing of the posts as they were, most of them late, whatever the trend', () => {
    const rising = channel(300, ({ publishedAt, localDay }, index) => {
      const day = index % 5 === 0 ? localDay : '2026-10-20';
      const at = day === localDay ? publishedAt : new Date(`${day}T09:00:00Z`);
      return { localDay: day, publishedAt: at, reach: Math.round(1000 * Math.exp((at.getTime() - Date.parse('2026-05-01')) / 1e10)), followers: 10_000, isShareOriented: false, isInHolidays: false };
    });
    const { grid: slots, months } = outlookOf(rising);
    const middle = months.reduce((sum, month) => sum + month.mean * month.posts, 0) / 300;
    for (const { predicted } of slots) expect(Math.abs(Math.log(predicted ?? Number.NaN) - middle)).toBeLessThan(0.1);
  });
});

describe('the one test', () => {
  it('tries the level against the most frequent other one, as large as its effect asks', () => {
    const formats = ['video', 'photo', 'photo', 'link', 'photo', 'video'] as const; // 39 posts are too few for more than a test
    const { test, records, basis } = outlookOf(channel(39, ({ reach }, index) => ({ format: formats[index % 6] ?? null, reach: Math.round(reach * Math.exp(0.7 * Math.sin(index * 2.4)) * (formats[index % 6] === 'video' ? 2 : 1)) })));
    const tested = records.find(({ verdict }) => verdict === 'test');
    expect(tested).toMatchObject({ dimension: 'format', level: 'video' });
    const eachArm = Math.ceil((12.4 * (basis.sigma ?? 0) ** 2) / Math.log1p(tested?.effect ?? 0) ** 2);
    expect(test).toMatchObject({ recommendationId: tested?.id, level: 'video', against: 'photo', sees: tested?.effect, eachArm });
    expect(eachArm).toBeGreaterThan(15);
    expect(test?.months).toBeCloseTo((2 * (test?.eachArm ?? 0)) / basis.postsAMonth, 9);
  });
});

describe('the fingerprint', () => {
  const print = (posts: readonly AnalysedPost[], more: Partial<AnalysedSpan> = {}): string => outlookOf(posts, more).fingerprint;

  it('is that of the figures, not of when they are looked at', () => {
    const input = outlookInput(channel(30));
    expect(makeOutlook({ ...input, madeAt: new Date('2027-01-01'), asOf: new Date('2026-12-01') }).fingerprint).toBe(print(channel(30)));
    expect(print(channel(30))).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a reach', channel(30).map((post, index) => (index === 7 ? { ...post, reach: (post.reach ?? 0) + 1 } : post)), {}],
    ['a format', channel(30).map((post, index) => (index === 7 ? { ...post, format: 'text' as const } : post)), {}],
    ['an author', channel(30).map((post, index) => (index === 7 ? { ...post, authorRole: 'direction' } : post)), {}],
    ['a post', channel(31), {}],
    ['the window', channel(30), { cutAt: '2025-01-01' }],
  ])('changes with %s', (_, posts, more) => {
    expect(print(posts, more)).not.toBe(print(channel(30)));
  });
});
