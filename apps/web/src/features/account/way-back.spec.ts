import { describe, expect, it } from 'vitest';
import { isReturnFromNetwork, wayBack } from './way-back.js';

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

  it.each([
    { back: '/api/v1/connections/callback?state=x&error=portee:signed-out', expected: true },
    { back: '/api/v1/connections/callback/../../session', expected: false },
    { back: '/o/lavoir/rapport', expected: false },
  ])('$back leads through the server: $expected', ({ back, expected }) => {
    expect(isReturnFromNetwork(back)).toBe(expected);
  });
});
