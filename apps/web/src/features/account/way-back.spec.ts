import { describe, expect, it } from 'vitest';
import { wayBack } from './way-back.js';

describe('the way back after signing in', () => {
  it.each([
    { asked: '/o/lavoir/rapport?mois=2026-10', expected: '/o/lavoir/rapport?mois=2026-10' },
    { asked: null, expected: '/' },
    { asked: 'https://elsewhere.example', expected: '/' },
    { asked: '//elsewhere.example', expected: '/' },
    { asked: '/\\elsewhere.example', expected: '/' },
  ])('$asked leads to $expected', ({ asked, expected }) => {
    expect(wayBack(asked)).toBe(expected);
  });
});
