import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/period.js';
import { findSeries, type SeriesPost } from './find-series.js';

/** Posts on these days after a Thursday, with these texts in turn. */
function posts(days: readonly number[], texts: readonly (string | null)[], change: Partial<SeriesPost> = {}): SeriesPost[] {
  return days.map((later, index) => {
    const localDay = addDays('2026-01-01', later);
    return { id: `${texts[0]?.slice(0, 20)}-${later}`, localDay, publishedAt: new Date(`${localDay}T17:30:00Z`), text: texts[index % texts.length] ?? null, ineligible: null, ...change };
  });
}
const weekly = (weeks: number) => Array.from({ length: weeks }, (_, week) => week * 7);
const found = (given: readonly SeriesPost[]) => [...new Set(findSeries(given).values())];
const games = { name: '#JeudiJeux', weekday: 'thu', everyDays: 7 };

describe('a series', () => {
  it('is six posts that begin with one hashtag, a week apart', () => {
    const six = posts(weekly(6), ['#JeudiJeux ce soir à la maison']);
    expect(found(six)).toEqual([games]);
    expect(findSeries(six).size).toBe(6);
    expect(found(six.slice(1))).toEqual([]);
  });

  it.each([
    { what: 'case and accents aside', texts: ['#JeudiJeux', '#jeudijeux !', '#JEUDIJEÙX'], name: '#JeudiJeux' },
    { what: 'after emoji and signs', texts: ['🎲🎲 #JeudiJeux', '— #jeudijeux'], name: '#JeudiJeux' },
    { what: 'in letters in disguise', texts: ['#𝗝𝗲𝘂𝗱𝗶𝗝𝗲𝘂𝘅', '#jeudijeux'], name: '#JeudiJeux' },
    { what: 'by three words, whatever stands between', texts: ['L’atelier du jeudi : la terre', '🎨 l\'ATELIER, du jeudi… le bois'], name: 'L’atelier du jeudi' },
    { what: 'by three words that hold a number', texts: ['Ciné-club n° 12, Varda', 'CINÉ-CLUB N° 12'], name: 'Ciné-club n 12' },
  ])('is recognised $what', ({ texts, name }) => {
    expect(found(posts(weekly(8), texts)).map((one) => one.name)).toEqual([name]);
  });

  it.each([
    { what: 'two words', texts: ['Ce jeudi'] },
    { what: 'a number behind the sign of hashtags', texts: ['#1', '#2', '#1'] },
    { what: 'a hashtag further on', texts: ['Concert #JeudiJeux', 'Venez #JeudiJeux', 'Demain #JeudiJeux'] },
    { what: 'texts unknown', texts: [null] },
    { what: 'signs only', texts: ['🎲 🎲 🎲 !!!'] },
  ])('is not made of $what', ({ texts }) => {
    expect(found(posts(weekly(9), texts))).toEqual([]);
  });

  it.each([
    { what: 'a day early or late', days: [0, 8, 14, 20, 28, 35], everyDays: 7 },
    { what: 'every other week', days: [0, 14, 28, 42, 56, 70], everyDays: 14 },
    { what: 'every three weeks', days: [0, 21, 42, 62, 84, 105], everyDays: 21 },
    { what: 'with weeks off', days: [0, 7, 14, 28, 35, 49, 56], everyDays: 7 },
    { what: 'kept seven times in ten', days: [0, 7, 14, 21, 28, 35, 42, 49, 52, 55, 58], everyDays: 7 },
    { what: 'kept less than seven times in ten', days: [0, 7, 14, 21, 28, 35, 42, 45, 48, 51], everyDays: null },
    { what: 'daily', days: [0, 1, 2, 3, 4, 5, 6], everyDays: null },
    { what: 'every five days', days: [0, 5, 10, 15, 20, 25], everyDays: null },
  ])('keeps its pace: $what', ({ days, everyDays }) => {
    expect(found(posts(days, ['#JeudiJeux'])).map((one) => one.everyDays)).toEqual(everyDays === null ? [] : [everyDays]);
  });

  it('falls on the day most of its posts fall on', () => {
    expect(found(posts([1, 7, 15, 22, 28, 36], ['#JeudiJeux']))).toMatchObject([{ weekday: 'fri' }]);
  });

  it.each(['deleted', 'story'] as const)('takes no %s post, and does not count it', (ineligible) => {
    const out = posts([35], ['#JeudiJeux'], { ineligible });
    expect(findSeries([...posts(weekly(5), ['#JeudiJeux']), ...out]).size).toBe(0);
    expect(findSeries([...posts(weekly(7), ['#JeudiJeux'], { ineligible: 'growing' }), ...out]).size).toBe(7);
  });

  it('of two that a post belongs to is the larger, then the hashtag’s', () => {
    const both = posts(weekly(6), ['#JeudiJeux ce soir']);
    expect(found(both)).toEqual([games]);
    const withoutSign = posts([42, 49], ['JeudiJeux ce soir']);
    expect(found([...both, ...withoutSign]).map((one) => one.name)).toEqual(['JeudiJeux ce soir']);
    const otherWords = posts([42, 49, 56], ['#JeudiJeux demain à midi']);
    expect(found([...both, ...otherWords])).toEqual([games]);
  });
});

describe('series', () => {
  const text = fc.oneof(fc.constantFrom('#JeudiJeux ce soir', '#jeudijeux', 'jeudijeux ce soir on joue', 'Ce soir on joue', null), fc.string({ unit: 'binary', maxLength: 40 }));
  const post = fc.record({ id: fc.uuid(), week: fc.nat({ max: 12 }), off: fc.constantFrom(0, 0, 0, 1, 3), text, ineligible: fc.constantFrom(null, null, null, 'story' as const, 'growing' as const) }).map(({ week, off, ...rest }): SeriesPost => {
    const localDay = addDays('2026-01-01', week * 7 + off);
    return { ...rest, localDay, publishedAt: new Date(`${localDay}T12:00:00Z`) };
  });

  it('are the same in whatever order posts come', () => {
    fc.assert(fc.property(fc.uniqueArray(post, { maxLength: 40, selector: ({ id }) => id }), fc.infiniteStream(fc.nat()), (given, chance) => {
      const shuffled = given.map((one) => ({ one, key: chance.next().value })).toSorted((a, b) => a.key - b.key).map(({ one }) => one);
      const inOrder = (some: ReturnType<typeof findSeries>) => [...some].toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(inOrder(findSeries(shuffled))).toEqual(inOrder(findSeries(given)));
    }));
  });

  it('outlive any text, within their time', () => {
    const hostile = ['#'.repeat(60_000), 'a-'.repeat(30_000), '🎲'.repeat(30_000), '#'.concat('1'.repeat(60_000)), '\u0301'.repeat(60_000), `#${'é'.repeat(60_000)}`];
    const started = performance.now();
    findSeries(posts(Array.from({ length: 10_000 }, (_, day) => day), hostile));
    expect(performance.now() - started).toBeLessThan(2_000);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => {
      const named = found(posts(weekly(6), [any]));
      expect(named.length).toBeLessThanOrEqual(1);
    }));
  });
});
