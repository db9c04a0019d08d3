import { describe, expect, it } from 'vitest';
import { places, settingsPlace, wordsPlace } from './places.js';
import { singleKey } from './single-keys.js';

describe('single keys', () => {
  it.each([
    { key: '/', isBegun: false, meant: { act: 'search' } },
    { key: '?', isBegun: false, meant: { act: 'help' } },
    { key: 'g', isBegun: false, meant: { act: 'begin' } },
    { key: 'p', isBegun: false, meant: null },
    { key: '/', isBegun: true, meant: null },
  ])('$key (after g: $isBegun) means $meant', ({ key, isBegun, meant }) => {
    expect(singleKey(key, isBegun)).toEqual(meant);
  });

  it('give each page a letter of its own, which works with capitals locked', () => {
    const all = [...places, settingsPlace, wordsPlace];
    expect(new Set(all.map(({ letter }) => letter)).size).toBe(all.length);
    for (const place of all) expect(singleKey(place.letter.toUpperCase(), true)).toEqual({ act: 'go', place });
  });
});
