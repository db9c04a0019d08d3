import { describe, expect, it } from 'vitest';
import { writing } from './writing.js';

const fr = writing('fr');

describe('figures and dates in French', () => {
  it.each([
    [fr.number(12345.6), '12\u202F345,6'],
    [fr.percent(0.62), '62\u202F%'],
    [fr.people(0.0562), '6'],
    [fr.exactPeople(0.0562), '5,6'],
    [fr.exactPeople(0.138), '14'],
    [fr.axisPeople(0.015), '1,5'],
    [fr.axisPeople(0.001875), '0,19'],
    [fr.monthAndYear('2026-10'), 'octobre 2026'],
    [fr.shortMonth('2026-10'), 'oct.'],
    [fr.monthLetter('2026-10'), 'o'],
    [fr.longDay('2026-11-09'), '9 novembre 2026'],
    [fr.compactDay('2026-11-09'), '9\u00A0nov.'],
    [fr.time('18:40'), '18\u00A0h\u00A040'],
    [fr.time('09:00'), '9\u00A0h'],
    [fr.list(['mars', 'avril', 'juin']), 'mars, avril et juin'],
  ])('are written %s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('figures and dates elsewhere', () => {
  it('follow the language asked', () => {
    expect(writing('en').number(12345.6)).toBe('12,345.6');
    expect(writing('en').time('18:40')).toBe('18:40');
    expect(writing('nl').monthAndYear('2026-10')).toBe('oktober 2026');
  });
});
